// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"

#include <QWidget>

#include <set>

class QStackedWidget;
class QTabBar;

namespace cs::ui {

class Button;
class DiscussionPanel;
class FactList;
class MetricsPanel;
class PreviewView;

/// The middle of the review: the comparison, each piece of evidence and the discussion, one tab each. It remembers
/// which evidence really stood on the screen.
class EvidencePane final : public QWidget {
    Q_OBJECT
public:
    EvidencePane(WorkspaceService& service, QWidget* parent = nullptr);
    void setPromotion(const query::PromotionView& promotion, UtcTime now);
    DiscussionPanel* discussion() { return m_discussion; }
    const std::set<Digest>& viewed() const { return m_viewed; }
    /// What the same person opened of @p promotion in another pane.
    void takeViewed(PromotionId promotion, const std::set<Digest>& viewed);
    /// Another person reads now.
    void forgetViewed();
    void showDiscussion();
    /// @returns false if there is no such evidence.
    bool showEvidence(const Digest& digest);
    void step(int direction);

Q_SIGNALS:
    void viewedChanged();
    void settled();
    void entryAsked(qint64 entry);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showTab(int tab);
    void fillFoot(const query::EvidenceView& evidence);
    void listTabs();

    QTabBar* m_tabs;
    Button* m_all;
    QStackedWidget* m_stack;
    MetricsPanel* m_metrics;
    QWidget* m_evidencePage;
    PreviewView* m_preview;
    FactList* m_foot;
    DiscussionPanel* m_discussion;
    std::vector<query::EvidenceView> m_evidence;
    std::set<Digest> m_viewed;
    PromotionId m_promotion;
};

} // namespace cs::ui
