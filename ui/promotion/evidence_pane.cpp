// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotion/evidence_pane.h"

#include "ui/promotion/discussion_panel.h"
#include "ui/promotion/metrics_panel.h"
#include "ui/promotion/preview_view.h"
#include "ui/widgets/button.h"
#include "ui/widgets/digest_label.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace cs::ui {

EvidencePane::EvidencePane(WorkspaceService& service, QWidget* parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
    , m_all(new Button(Button::Kind::Plain, {}, this))
    , m_stack(new QStackedWidget(this))
    , m_metrics(new MetricsPanel(this))
    , m_evidencePage(new QWidget(this))
    , m_preview(new PreviewView(service, this))
    , m_foot(new FactList(this))
    , m_discussion(new DiscussionPanel(this))
{
    m_tabs->setObjectName(QStringLiteral("evidenceTabs"));
    m_tabs->setAccessibleName(tr("Comparison, evidence and discussion"));
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setElideMode(Qt::ElideNone);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setFixedHeight(scaled(36));
    m_all->setObjectName(QStringLiteral("allEvidence"));
    m_all->setIconName(QStringLiteral("more"));
    m_all->setAccessibleName(tr("List of the evidence"));
    m_all->setToolTip(tr("List of the evidence"));
    connect(m_all, &Button::triggered, this, &EvidencePane::listTabs);
    auto* page = new QVBoxLayout(m_evidencePage);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(12);
    page->addWidget(m_preview, 1);
    m_foot->setLabelWidth(80);
    page->addWidget(m_foot);
    m_stack->addWidget(m_metrics);
    m_stack->addWidget(m_evidencePage);
    m_stack->addWidget(m_discussion);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(4, 0, 8, 0);
    head->setSpacing(4);
    head->addWidget(m_tabs, 1);
    head->addWidget(m_all);
    column->addLayout(head);
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(16, 12, 16, 12);
    inner->addWidget(m_stack);
    column->addLayout(inner, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &EvidencePane::showTab);
    connect(m_preview, &PreviewView::settled, this, &EvidencePane::settled);
    connect(m_preview, &PreviewView::shown, this, [this](const Digest& digest) {
        if (m_viewed.insert(digest).second) {
            Q_EMIT viewedChanged();
        }
    });
}

void EvidencePane::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorOf(Role::Surface));
    painter.fillRect(0, m_tabs->height() - 1, width(), 1, colorOf(Role::Border));
}

void EvidencePane::setPromotion(const query::PromotionView& promotion, UtcTime now)
{
    const bool same = m_promotion == promotion.id;
    const int before = same ? m_tabs->currentIndex() : 0;
    if (!same) {
        m_viewed.clear();
        m_preview->clear();
    }
    m_promotion = promotion.id;
    m_evidence.clear();
    for (const query::EvidenceView& evidence : promotion.evidence) {
        if (!evidence.withdrawn) {
            m_evidence.push_back(evidence);
        }
    }
    m_metrics->setPromotion(promotion);
    m_discussion->setPromotion(promotion, now);
    const QSignalBlocker quiet(m_tabs);
    while (m_tabs->count() > 0) {
        m_tabs->removeTab(m_tabs->count() - 1);
    }
    m_tabs->addTab(tr("Comparison"));
    for (const query::EvidenceView& evidence : m_evidence) {
        const int tab = m_tabs->addTab(cleanName(qs(evidence.title.empty() ? evidence.kind : evidence.title), 60));
        m_tabs->setTabToolTip(tab, tr("%1, %2").arg(qs(evidence.media), bytesText(evidence.bytes)));
    }
    m_tabs->addTab(tr("Discussion %1").arg(countText(static_cast<qint64>(promotion.discussion.size()))));
    m_tabs->setCurrentIndex(std::clamp(before, 0, m_tabs->count() - 1));
    showTab(m_tabs->currentIndex());
}

void EvidencePane::showTab(int tab)
{
    if (tab <= 0) {
        m_stack->setCurrentWidget(m_metrics);
        Q_EMIT settled();
        return;
    }
    if (tab > static_cast<int>(m_evidence.size())) {
        m_stack->setCurrentWidget(m_discussion);
        Q_EMIT settled();
        return;
    }
    const query::EvidenceView& evidence = m_evidence[static_cast<std::size_t>(tab - 1)];
    m_stack->setCurrentWidget(m_evidencePage);
    fillFoot(evidence);
    m_preview->setEvidence(evidence);
}

void EvidencePane::fillFoot(const query::EvidenceView& evidence)
{
    m_foot->clear();
    m_foot->addFact(tr("Attached"), tr("by %1, %2").arg(roleOrName(evidence.author), utcText(evidence.attachedAt)));
    auto* entry = new Button(Button::Kind::Link, tr("Entry %1").arg(countText(evidence.entry)));
    entry->setObjectName(QStringLiteral("evidenceEntry"));
    entry->setToolTip(tr("Show this entry in the ledger"));
    connect(entry, &Button::triggered, this, [this, index = evidence.entry] { Q_EMIT entryAsked(index); });
    m_foot->addFact(tr("Source"), entry);
    auto* digest = new DigestLabel(qs(evidence.digest.text()), tr("Digest of the evidence"));
    digest->setObjectName(QStringLiteral("evidenceDigest"));
    m_foot->addFact(tr("Bytes"), digest);
}

void EvidencePane::listTabs()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("evidenceMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        const bool evidence = tab > 0 && tab <= static_cast<int>(m_evidence.size());
        const bool seen = evidence && m_viewed.contains(m_evidence[static_cast<std::size_t>(tab - 1)].digest);
        QAction* action = menu->addAction(!evidence ? m_tabs->tabText(tab)
                : seen                              ? tr("%1, opened").arg(m_tabs->tabText(tab))
                                                    : tr("%1, %2").arg(
                                                        m_tabs->tabText(tab), bytesText(m_evidence[static_cast<std::size_t>(tab - 1)].bytes)));
        action->setCheckable(true);
        action->setChecked(tab == m_tabs->currentIndex());
        connect(action, &QAction::triggered, m_tabs, [this, tab] { m_tabs->setCurrentIndex(tab); });
    }
    menu->popup(m_all->mapToGlobal(QPoint(0, m_all->height() + 2)));
}

void EvidencePane::takeViewed(PromotionId promotion, const std::set<Digest>& viewed)
{
    m_promotion = promotion;
    m_viewed = viewed;
}

void EvidencePane::forgetViewed()
{
    m_viewed.clear();
    m_preview->clear();
    m_tabs->setCurrentIndex(0); // what is shown counts as opened when it is shown again
}

void EvidencePane::showDiscussion()
{
    m_tabs->setCurrentIndex(m_tabs->count() - 1);
}

bool EvidencePane::showEvidence(const Digest& digest)
{
    for (std::size_t row = 0; row < m_evidence.size(); ++row) {
        if (m_evidence[row].digest == digest) {
            m_tabs->setCurrentIndex(static_cast<int>(row) + 1);
            return true;
        }
    }
    return false;
}

void EvidencePane::step(int direction)
{
    m_tabs->setCurrentIndex(std::clamp(m_tabs->currentIndex() + direction, 0, m_tabs->count() - 1));
}

} // namespace cs::ui
