// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace cs::ui {

class Button;
class Label;
class Prompter;

/// Which file, of which kind, under which name: what the sheet that attaches evidence asks.
class AttachForm final : public QWidget {
    Q_OBJECT
public:
    AttachForm(const query::VersionPageView& page, Prompter& prompter, QWidget* parent = nullptr);
    /// Why this cannot be signed yet, as a sentence; empty if it can.
    QString missing() const;
    WorkspaceService::Attachment attachment() const;

Q_SIGNALS:
    void changed();

private:
    void choose();
    void fillKinds(const std::vector<std::string>& kinds);
    /// As gates name it; empty if that cannot be a kind.
    QString kind() const;

    VersionId m_version;
    QString m_off, m_path;
    Prompter& m_prompter;
    Button* m_choose;
    Label* m_file;
    QComboBox* m_kind;
    QLineEdit* m_title;
};

} // namespace cs::ui
