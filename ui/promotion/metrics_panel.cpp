// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotion/metrics_panel.h"

#include "ui/promotion/metrics_chart.h"
#include "ui/promotion/string_table.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/face.h"
#include "ui/widgets/label.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>

namespace cs::ui {

MetricsPanel::MetricsPanel(QWidget* parent)
    : QWidget(parent)
    , m_banner(new Banner(this))
    , m_title(new Label(tr("Against production, same data"), Type::Strong, Role::Text, this))
    , m_second(new Label({}, Type::Small, Role::Muted, this))
    , m_segments(new Segments(this))
    , m_stack(new QStackedWidget(this))
    , m_chart(new MetricsChart)
    , m_face(new Face(this))
{
    setObjectName(QStringLiteral("metricsPanel"));
    m_segments->setObjectName(QStringLiteral("metricsView"));
    m_segments->setAccessibleName(tr("View of the comparison"));
    m_segments->addSegment(QStringLiteral("chart"), {}, QStringLiteral("chart"), tr("Show as chart"));
    m_segments->addSegment(QStringLiteral("table"), {}, QStringLiteral("table"), tr("Show as table"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_banner);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    auto* titles = new QVBoxLayout;
    titles->setSpacing(2);
    m_title->setElide(Qt::ElideRight);
    titles->addWidget(m_title);
    m_second->setElide(Qt::ElideRight);
    titles->addWidget(m_second);
    head->addLayout(titles, 1);
    head->addWidget(m_segments);
    column->addLayout(head);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("metricsScroll"));
    scroll->setAccessibleName(tr("Comparison"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_chart);
    makeClear(scroll);
    m_stack->addWidget(scroll);
    m_stack->addWidget(m_face);
    column->addWidget(m_stack, 1);
    m_face->setFace(QStringLiteral("chart"), Role::Muted, tr("Nothing to compare"),
        tr("No metric was reported for both this version and the one in production."));
    connect(m_segments, &Segments::currentChanged, this, [this](const QString& id) {
        m_stack->setCurrentWidget(id == QLatin1String("table") && m_table ? m_table : m_stack->widget(0));
    });
}

void MetricsPanel::setWorse(const query::PromotionView& promotion)
{
    QStringList worse;
    for (const query::MetricRow& row : promotion.metrics) {
        if (row.better && !*row.better && row.production) {
            worse.append(tr("%1: %2 → %3, bound %4")
                             .arg(metricTitle(row), metricValue(*row.production, row.unit),
                                 metricValue(row.candidate, row.unit), row.bound.empty() ? tr("none") : qs(row.bound)));
        }
    }
    m_banner->setVisible(!worse.isEmpty());
    m_banner->setLook(QStringLiteral("warning"), Role::Stale, Role::StaleTint);
    m_banner->setText(tr("%n value(s) got worse", nullptr, static_cast<int>(worse.size())),
        QString(worse.mid(0, 3).join(QStringLiteral(". ")) % QLatin1Char('.')));
}

void MetricsPanel::setTable(const query::PromotionView& promotion)
{
    std::vector<QStringList> rows;
    for (const query::MetricRow& row : promotion.metrics) {
        rows.push_back({metricTitle(row), metricValue(row.candidate, row.unit),
            row.production ? metricValue(*row.production, row.unit) : QStringLiteral("–"), metricChange(row).text,
            row.bound.empty() ? QStringLiteral("–") : qs(row.bound), cleanName(qs(row.dataset), 60)});
    }
    QTableView* table = makeStringTableView(
        new StringTable(
            {{tr("Metric"), ColumnKind::Name}, {cleanName(qs(promotion.versionLabel), 20), ColumnKind::Number},
                {tr("production"), ColumnKind::Number}, {tr("Change"), ColumnKind::Number},
                {tr("Bound"), ColumnKind::Number}, {tr("Data")}},
            std::move(rows)),
        tr("Comparison with production"), this);
    table->setObjectName(QStringLiteral("metricsTable"));
    m_stack->addWidget(table);
    if (m_table) {
        m_stack->removeWidget(m_table);
        m_table->deleteLater();
    }
    m_table = table;
}

void MetricsPanel::setPromotion(const query::PromotionView& promotion)
{
    const bool some = !promotion.metrics.empty();
    setWorse(promotion);
    const QString baseline = coreWords(cleanName(qs(promotion.baselineLabel), 80));
    m_second->setText(tr("Production: %1").arg(baseline.isEmpty() ? tr("none") : baseline));
    m_segments->setVisible(some);
    m_chart->setMetrics(promotion.metrics, cleanName(qs(promotion.versionLabel), 20),
        baseline.section(QLatin1Char(','), 0, 0).left(20));
    setTable(promotion);
    m_stack->setCurrentWidget(!some                           ? static_cast<QWidget*>(m_face)
            : m_segments->current() == QLatin1String("table") ? m_table
                                                              : m_stack->widget(0));
}

} // namespace cs::ui
