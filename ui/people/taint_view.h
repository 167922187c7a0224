// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"

#include <QWidget>

class QVBoxLayout;

namespace cs::ui {

/// What rests on a key from an entry on: promotions, decisions, results, evidence and rules, with what is still open.
class TaintView final : public QWidget {
    Q_OBJECT
public:
    TaintView(WorkspaceService& service, const QString& fingerprint, EntryIndex ledgerSize, QWidget* parent = nullptr);
    void setSince(const QString& text);
    std::optional<EntryIndex> since() const { return m_since; }
    /// Why nothing can be confirmed yet, as a sentence; empty once what rests on the key is shown.
    QString missing() const;

Q_SIGNALS:
    void changed();

private:
    void take(const Result<query::KeyTaint>& taint);
    void addGroup(const QString& title, const std::vector<query::KeyTaint::Line>& lines);

    WorkspaceService& m_service;
    QString m_fingerprint, m_failure;
    EntryIndex m_ledgerSize;
    std::optional<EntryIndex> m_since;
    bool m_shown = false;
    quint64 m_generation = 0;
    QVBoxLayout* m_column;
};

} // namespace cs::ui
