// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/metrics_pane.h"

#include "ui/models/history_chart.h"
#include "ui/models/version_words.h"
#include "ui/widgets/face.h"
#include "ui/widgets/label.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/table/paged_model.h"
#include "ui/widgets/table/table_view.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace cs::ui {

namespace {

QString nameOf(const query::MetricHistory& metric)
{
    const QString name = cleanName(qs(metric.name), 80);
    QStringList parts{name};
    for (const std::string& part : {metric.slice, metric.dataset}) {
        if (!part.empty()) {
            parts.append(cleanName(qs(part), 60));
        }
    }
    return parts.join(QStringLiteral(" · "));
}

Row pointRow(const query::MetricPoint& point, const QString& version, const std::string& unit)
{
    Row row;
    row.id = point.entry;
    row.cells.resize(4);
    row.cells[0].text = utcText(point.at);
    row.cells[0].value = qs(point.at.text());
    row.cells[1].text = version;
    row.cells[2].text = metricValue(point.value, unit);
    row.cells[2].value = point.value;
    row.cells[3].text = countText(point.entry);
    row.cells[3].value = QVariant::fromValue<qint64>(point.entry);
    return row;
}

} // namespace

MetricsPane::MetricsPane(QWidget* parent)
    : QWidget(parent)
    , m_names(new QListWidget(this))
    , m_title(new Label({}, Type::Strong, Role::Text, this))
    , m_second(new Label({}, Type::Small, Role::Muted, this))
    , m_bounds(new QVBoxLayout)
    , m_views(new Segments(this))
    , m_chart(new HistoryChart(this))
    , m_model(new PagedModel(columns(), m_source, this))
    , m_table(new TableView(this))
    , m_stack(new QStackedWidget(this))
    , m_outer(new QStackedWidget(this))
    , m_face(new Face(this))
{
    m_names->setObjectName(QStringLiteral("metricNames"));
    m_names->setFixedWidth(scaled(212));
    m_names->setFrameShape(QFrame::NoFrame);
    m_table->setObjectName(QStringLiteral("metricPoints"));
    m_table->setPagedModel(m_model);
    m_views->setObjectName(QStringLiteral("metricViews"));
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    auto* content = new QWidget(this);
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_names);
    row->addWidget(new Line(Qt::Vertical));
    auto* side = new QVBoxLayout;
    side->setContentsMargins(16, 12, 16, 16);
    side->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_second, 1);
    head->addWidget(m_views);
    side->addLayout(head);
    m_bounds->setSpacing(2);
    side->addLayout(m_bounds);
    side->addWidget(m_stack, 1);
    row->addLayout(side, 1);
    m_outer->addWidget(content);
    m_outer->addWidget(m_face);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_outer);
    m_views->addSegment(QStringLiteral("chart"), {});
    m_views->addSegment(QStringLiteral("table"), {});
    retranslate();
    connect(m_names, &QListWidget::currentRowChanged, this, &MetricsPane::showMetric);
    connect(m_table, &TableView::opened, this,
        [this](qint64 at) { Q_EMIT entryAsked(m_entries.at(static_cast<std::size_t>(at))); });
    connect(m_views, &Segments::currentChanged, this, [this](const QString& id) {
        m_stack->setCurrentWidget(id == QLatin1String("table") ? static_cast<QWidget*>(m_table) : m_chart);
    });
}

std::vector<Column> MetricsPane::columns()
{
    return {{"time", tr("Measured"), ColumnKind::Time, 190, false, false},
        {"version", tr("Version"), ColumnKind::Text, 120, true, false},
        {"value", tr("Value"), ColumnKind::Number, 100, false, false},
        {"entry", tr("Entry"), ColumnKind::Number, 80, false, false}};
}

void MetricsPane::retranslate()
{
    m_views->setText(QStringLiteral("chart"), tr("Chart"));
    m_views->setText(QStringLiteral("table"), tr("Table"));
    m_names->setAccessibleName(tr("Metrics of this version"));
    m_table->setAccessibleName(tr("Measured values"));
    m_face->setFace(QStringLiteral("chart"), Role::Muted, tr("No number has been reported yet"),
        tr("Results that a pipeline or a person reports for this version appear here."));
}

void MetricsPane::setPage(const query::VersionPageView& page)
{
    const QString before = m_names->currentItem() == nullptr ? QString() : m_names->currentItem()->text();
    m_page = page;
    const QSignalBlocker blocked(m_names);
    m_names->clear();
    for (const query::MetricHistory& metric : page.metrics) {
        addName(metric);
    }
    m_outer->setCurrentWidget(page.metrics.empty() ? static_cast<QWidget*>(m_face) : m_outer->widget(0));
    const auto same = m_names->findItems(before, Qt::MatchExactly);
    const int row = same.isEmpty() || before.isEmpty() ? 0 : m_names->row(same.first());
    m_names->setCurrentRow(page.metrics.empty() ? -1 : row);
    showMetric(m_names->currentRow());
}

/// A condition that a metric does not meet shows beside its name already.
void MetricsPane::addName(const query::MetricHistory& metric)
{
    auto* item = new QListWidgetItem(nameOf(metric), m_names);
    const auto unmet = std::find_if(metric.bounds.begin(), metric.bounds.end(),
        [](const query::MetricBound& bound) { return bound.status == query::NodeStatus::Failed; });
    if (unmet == metric.bounds.end()) {
        return;
    }
    const QString line = boundLine(unmet->bound, unmet->gate, Verdict::Failed);
    item->setIcon(icon(verdictLook(Verdict::Failed).icon, verdictLook(Verdict::Failed).role));
    item->setToolTip(line.toHtmlEscaped());
    item->setData(Qt::AccessibleTextRole, tr("%1: %2").arg(item->text(), withoutIsolates(line)));
}

void MetricsPane::showBounds(const query::MetricHistory& metric)
{
    constexpr std::size_t shown = 5;
    clearLayout(m_bounds);
    for (std::size_t n = 0; n < std::min(shown, metric.bounds.size()); ++n) {
        const query::MetricBound& bound = metric.bounds[n];
        const Verdict verdict = verdictOf(bound.status);
        auto* line = new QWidget;
        line->setObjectName(QStringLiteral("metricBound"));
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        row->addWidget(new IconLabel(verdictLook(verdict).icon, verdictLook(verdict).role));
        auto* words = new Label(boundLine(bound.bound, bound.gate, verdict), Type::Body,
            verdict == Verdict::Failed ? Role::Failed : Role::Text);
        words->setToolTip(cleanName(qs(bound.because), 300));
        row->addWidget(words);
        auto* condition = new Label(cleanName(qs(bound.condition), 120), Type::Body, Role::Muted);
        condition->setElide(Qt::ElideRight);
        row->addWidget(condition, 1);
        m_bounds->addWidget(line);
    }
    if (metric.bounds.empty()) {
        m_bounds->addWidget(new Label(tr("No gate asks for this metric."), Type::Body, Role::Muted));
    }
}

void MetricsPane::showMetric(int row)
{
    if (row < 0 || row >= static_cast<int>(m_page.metrics.size())) {
        return;
    }
    const query::MetricHistory& metric = m_page.metrics[static_cast<std::size_t>(row)];
    const QString version = cleanName(qs(m_page.row.label), 40);
    const QString production = cleanName(qs(m_page.productionLabel), 40);
    m_title->setText(nameOf(metric));
    m_second->setText(metric.production.empty() ? QString() : tr("against %1 in production").arg(isolate(production)));
    showBounds(metric);
    m_chart->setHistory(metric, version, production);
    std::vector<Row> rows;
    for (const query::MetricPoint& point : metric.points) {
        rows.push_back(pointRow(point, version, metric.unit));
    }
    for (const query::MetricPoint& point : metric.production) {
        rows.push_back(pointRow(point, production, metric.unit));
    }
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.id > b.id; }); // newest entry first
    m_entries.clear();
    for (Row& one : rows) { // an entry may report the same number twice: rows have numbers of their own
        m_entries.push_back(one.id);
        one.id = static_cast<qint64>(m_entries.size()) - 1;
    }
    m_source.setRows(std::move(rows));
    m_model->refresh();
}

void MetricsPane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_model->setColumns(columns());
    }
    QWidget::changeEvent(event);
}

} // namespace cs::ui
