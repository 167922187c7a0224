// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/policy/draft_keeper.h"

#include <QWidget>

class QListWidget;
class QVBoxLayout;

class QHBoxLayout;

namespace cs::ui {

class Button;
class Label;
class PanelHead;

/// Proposed changes and what was in force: who, when, why, what it changed; who has signed and who has not.
class RevisionsView final : public QWidget {
    Q_OBJECT
public:
    RevisionsView(DraftKeeper& keeper, const Clock& clock, QWidget* parent = nullptr);
    /// Chooses a proposed change by its entry; the newest where it is none.
    void showCase(EntryIndex proposal);

Q_SIGNALS:
    void closed();
    void compareAsked(const cs::Digest& before, const cs::Digest& now);
    void draftAsked(const cs::Digest& revision);
    void signAsked(qint64 proposal, std::size_t ask, bool reject);
    void adoptAsked(qint64 proposal);
    void withdrawAsked(qint64 proposal);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fill();
    void showCurrent();
    void showCase(const query::PolicyCase& change);
    void showRevision(const query::PolicyRevision& revision);
    void addFacts(const query::PolicyRevision& revision);
    void addAsk(const query::PolicyCase& change, std::size_t at);
    Button* addAction(QHBoxLayout* row, Button* button, const char* name);
    const query::PolicyRevision* before(const query::PolicyRevision& revision) const;

    DraftKeeper& m_keeper;
    const Clock& m_clock;
    QListWidget* m_list;
    PanelHead *m_listHead, *m_head;
    Button* m_close;
    QVBoxLayout* m_column;
    EntryIndex m_wanted = -1;
};

} // namespace cs::ui
