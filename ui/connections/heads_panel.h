// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"

#include <QWidget>

namespace cs::ui {

class Button;
class FactList;
class Label;
class Prompter;

/// What other desks have seen of this ledger, and the ways to compare with them: one desk alone cannot tell that a
/// server keeps entries back.
class HeadsPanel final : public QWidget {
    Q_OBJECT
public:
    /// All must outlive the panel.
    HeadsPanel(WorkspaceService& service, const Clock& clock, Prompter& prompter, QWidget* parent = nullptr);
    /// Asks for what came in; at once where it was asked already, the former stays on the screen meanwhile.
    void read();

Q_SIGNALS:
    /// A sentence for the status line.
    void noticed(const QString& words);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void refresh();
    void take(const Result<query::HeadsView>& heads);
    QString wordsOf(const query::SeenHead& seen) const;
    void chooseFolder();
    void chooseFile();
    void saveOwn();
    void copyKey();

    WorkspaceService& m_service;
    const Clock& m_clock;
    Prompter& m_prompter;
    std::optional<query::HeadsView> m_heads;
    Label *m_title, *m_why, *m_failure;
    FactList* m_facts;
    Button *m_folder, *m_stop, *m_compare, *m_save, *m_copy, *m_forget;
};

} // namespace cs::ui
