// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/policy/draft_keeper.h"

#include <QTreeWidget>

class QComboBox;
class QVBoxLayout;

class QStackedWidget;

namespace cs::ui {

class Button;
class Face;
class Label;
class PanelHead;

/// Two revisions beside each other, gate by gate and condition by condition: stricter, weaker or the same, by what they
/// let through; below, what becomes possible as a case, and who must sign.
class CompareView final : public QWidget {
    Q_OBJECT
public:
    explicit CompareView(DraftKeeper& keeper, QWidget* parent = nullptr);
    void compare(PolicyService::Side before, PolicyService::Side now);

Q_SIGNALS:
    void closed();
    void finished(); ///< what was asked for is shown

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    QWidget* buildBelow();
    void retranslate();
    void fillChoices();
    void choose();
    void take(const Result<query::PolicyComparison>& comparison);
    void fillGates();
    void addNodes(QTreeWidgetItem* under, const std::string& gate, const json::Source& before, const json::Source& now);
    void addOthers(const json::Source& before, const json::Source& now);
    void showCase();
    void showSigners();
    QTreeWidgetItem* row(QTreeWidgetItem* under, const QString& before, const QString& beforeBound, const QString& now,
        const QString& nowBound, query::NodeChange change, int depth);

    DraftKeeper& m_keeper;
    PolicyService::Side m_before, m_now;
    query::PolicyComparison m_comparison;
    QComboBox *m_older, *m_newer;
    Label *m_counts, *m_weaker, *m_stricter;
    Button *m_onlyChanged, *m_close, *m_next;
    QTreeWidget* m_tree;
    PanelHead *m_caseHead, *m_signHead;
    Label *m_case, *m_suffices, *m_lacks, *m_budget;
    QVBoxLayout* m_signers;
    Face* m_face;
    QStackedWidget* m_stack;
    std::size_t m_at = 0;
    bool m_all = false;
    quint64 m_turn = 0;
};

} // namespace cs::ui
