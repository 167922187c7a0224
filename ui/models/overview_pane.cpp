// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/overview_pane.h"

#include "ui/models/date_line.h"
#include "ui/models/timeline.h"
#include "ui/models/version_cells.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/digest_label.h"
#include "ui/widgets/label.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr std::size_t evidenceMax = 6;

} // namespace

OverviewPane::OverviewPane(QWidget* parent)
    : QWidget(parent)
    , m_line(new LifecycleLine)
    , m_findings(new QVBoxLayout)
    , m_evidence(new QVBoxLayout)
    , m_evidenceTitle(new Label({}, Type::Strong))
    , m_evidenceSecond(new Label({}, Type::Body, Role::Muted))
    , m_stagesTitle(new Label({}, Type::Strong))
    , m_timeline(new Timeline)
    , m_date(new DateLine)
{
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_line);
    m_findings->setSpacing(8);
    column->addLayout(m_findings);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_evidenceTitle);
    head->addWidget(m_evidenceSecond, 1);
    column->addLayout(head);
    m_evidence->setSpacing(0);
    column->addLayout(m_evidence);
    column->addWidget(m_stagesTitle);
    column->addWidget(m_timeline);
    column->addWidget(m_date);
    column->addStretch(1);
    scroll->setWidget(content);
    makeClear(scroll);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    connect(m_timeline, &Timeline::entryAsked, this, &OverviewPane::entryAsked);
    connect(m_timeline, &Timeline::promotionAsked, this, &OverviewPane::promotionAsked);
    connect(m_date, &DateLine::versionAsked, this, &OverviewPane::versionAsked);
    connect(m_date, &DateLine::entryAsked, this, &OverviewPane::entryAsked);
    retranslate();
}

void OverviewPane::retranslate()
{
    m_evidenceTitle->setText(tr("Evidence"));
    m_stagesTitle->setText(tr("Stage history"));
}

void OverviewPane::setPage(const query::VersionPageView& page, UtcTime now)
{
    m_line->setSteps(page.lifecycle);
    fillFindings(page, now);
    fillEvidence(page);
    m_timeline->setStages(page.stages, now);
    m_date->setSpans(page.production, qs(page.row.modelName), now);
}

void OverviewPane::fillFindings(const query::VersionPageView& page, UtcTime now)
{
    clearLayout(m_findings);
    int shown = 0;
    for (const query::FindingView& finding : page.findings) {
        if (finding.closed || ++shown > 2) {
            continue;
        }
        auto* banner = new Banner;
        banner->setObjectName(QStringLiteral("findingBanner"));
        banner->setLook(Verdict::Failed);
        banner->setText(findingWords(finding.kind),
            finding.text.empty()
                ? tr("%1 severity, found %2.").arg(kindWords(finding.severity), relativeTime(finding.opened, now))
                : cleanName(qs(finding.text), 300));
        banner->setAction(tr("Show entry"));
        connect(banner, &Banner::actionTriggered, this, [this, at = finding.entry] { Q_EMIT entryAsked(at); });
        m_findings->addWidget(banner);
    }
}

void OverviewPane::fillEvidence(const query::VersionPageView& page)
{
    clearLayout(m_evidence);
    const auto missing =
        std::count_if(page.evidence.begin(), page.evidence.end(), [](const auto& item) { return !item.present; });
    const int count = static_cast<int>(page.evidence.size());
    m_evidenceSecond->setText(count == 0 ? tr("Nothing is attached yet.")
            : missing > 0                ? tr("%n item(s), some bytes are missing here", nullptr, count)
                                         : tr("%n item(s), all bytes are here", nullptr, count));
    for (std::size_t i = 0; i < std::min(evidenceMax, page.evidence.size()); ++i) {
        const query::EvidenceView& item = page.evidence[i];
        auto* line = new QWidget;
        line->setFixedHeight(scaled(31));
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(8, 0, 8, 0);
        row->setSpacing(12);
        auto* title =
            new Label(cleanName(qs(item.title), 120), Type::Medium, item.withdrawn ? Role::Muted : Role::Text);
        title->setElide(Qt::ElideRight);
        row->addWidget(title, 1);
        auto* author = makePersonLine(item.author);
        for (Label* name : author->findChildren<Label*>()) {
            name->setElide(Qt::ElideRight);
        }
        author->setFixedWidth(scaled(170));
        row->addWidget(author);
        auto* size = new Label(bytesText(item.bytes), Type::Body, Role::Muted);
        size->setFixedWidth(scaled(70));
        size->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        row->addWidget(size);
        row->addWidget(new DigestLabel(qs(item.digest.text()), tr("Evidence")));
        auto* entry = new Button(Button::Kind::Link, countText(item.entry));
        entry->setObjectName(QStringLiteral("evidenceEntry"));
        entry->setAccessibleName(tr("Entry %1").arg(countText(item.entry)));
        entry->setFixedWidth(scaled(56));
        connect(entry, &Button::triggered, this, [this, at = item.entry] { Q_EMIT entryAsked(at); });
        row->addWidget(entry);
        m_evidence->addWidget(line);
        m_evidence->addWidget(new Line);
    }
    if (page.evidence.size() > evidenceMax) {
        auto* all = new Button(Button::Kind::Link, tr("All evidence"));
        all->setObjectName(QStringLiteral("allEvidence"));
        connect(all, &Button::triggered, this, &OverviewPane::evidenceAsked);
        m_evidence->addWidget(all, 0, Qt::AlignLeft);
    }
}

void OverviewPane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace cs::ui
