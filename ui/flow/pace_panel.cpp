// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/pace_panel.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/words.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QTableWidget>

#include <algorithm>
#include <cmath>

namespace cs::ui {

namespace {

constexpr int pad = 16, titleHeight = 26, axisHeight = 22, leadRow = 34, leadName = 210, leadValue = 120;

QString weekText(const query::FlowWeek& week)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(week.from.ms(), Qt::UTC).date(), QStringLiteral("d MMM"));
}

QString secondsText(std::int64_t seconds)
{
    return durationText(seconds * 1000);
}

} // namespace

PaceChart::PaceChart(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("paceChart"));
    setAccessibleName(tr("Promotions a week, and from proposal to execution; the tables have the same numbers"));
    setMinimumHeight(scaled(320));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PaceChart::setPace(const query::FlowPace& pace)
{
    m_pace = pace;
    updateGeometry();
    update();
}

QSize PaceChart::sizeHint() const
{
    return {scaled(560), scaled(260) + scaled(leadRow) * static_cast<int>(m_pace.leads.size())};
}

/// Charts stay left to right in every language.
void PaceChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(Qt::LeftToRight);
    const int leads = scaled(titleHeight) + scaled(leadRow) * static_cast<int>(m_pace.leads.size()) + pad;
    const int top = std::max(scaled(140), height() - leads - 2 * pad);
    paintWeeks(painter, QRect(pad, pad, width() - 2 * pad, top - pad));
    paintLeads(painter, QRect(pad, top + pad, width() - 2 * pad, leads));
}

void PaceChart::paintWeeks(QPainter& painter, const QRect& area) const
{
    painter.setFont(fontOf(Type::Strong));
    painter.setPen(colorOf(Role::Text));
    painter.drawText(QRect(area.left(), area.top(), area.width(), scaled(titleHeight)), Qt::AlignLeft,
        tr("Executed promotions a week"));
    const QRect plot = area.adjusted(scaled(28), scaled(titleHeight) + 4, 0, -scaled(axisHeight));
    std::size_t most = 4;
    for (const query::FlowWeek& week : m_pace.weeks) {
        most = std::max(most, week.executed);
    }
    most = (most + 3) / 4 * 4;
    painter.setFont(fontOf(Type::Caption));
    for (int tick = 0; tick <= 4; ++tick) {
        const int y = plot.bottom() - plot.height() * tick / 4;
        painter.setPen(colorOf(tick == 0 ? Role::BorderControl : Role::Grid));
        painter.drawLine(plot.left(), y, plot.right(), y);
        painter.setPen(colorOf(Role::Muted));
        painter.drawText(QRect(area.left(), y - 9, scaled(22), 18), Qt::AlignRight | Qt::AlignVCenter,
            countText(static_cast<qint64>(most) * tick / 4));
    }
    const double step = m_pace.weeks.empty() ? 0 : plot.width() / static_cast<double>(m_pace.weeks.size());
    for (std::size_t n = 0; n < m_pace.weeks.size(); ++n) {
        const query::FlowWeek& week = m_pace.weeks[n];
        const double x = plot.left() + step * static_cast<double>(n);
        const double high = plot.height() * static_cast<double>(week.executed) / static_cast<double>(most);
        painter.fillRect(QRectF(x + step * 0.2, plot.bottom() - high, step * 0.6, high), colorOf(Role::C1));
        painter.setPen(colorOf(Role::Muted));
        const bool crowded = step < scaled(52) && n % 2 == 1;
        if (!crowded) {
            painter.drawText(
                QRectF(x - step / 2, plot.bottom() + 3, step * 2, scaled(16)), Qt::AlignCenter, weekText(week));
        }
    }
}

void PaceChart::paintLeads(QPainter& painter, const QRect& area) const
{
    painter.setFont(fontOf(Type::Strong));
    painter.setPen(colorOf(Role::Text));
    painter.drawText(QRect(area.left(), area.top(), area.width(), scaled(titleHeight)), Qt::AlignLeft,
        tr("From proposal to execution: half of them within the disc, nine of ten within the bar"));
    double longest = 1;
    for (const query::FlowLead& lead : m_pace.leads) {
        longest = std::max(longest, static_cast<double>(lead.p90Seconds));
    }
    int y = area.top() + scaled(titleHeight);
    for (const query::FlowLead& lead : m_pace.leads) {
        paintLead(painter, QRect(area.left(), y, area.width(), scaled(leadRow)), lead, longest);
        y += scaled(leadRow);
    }
}

void PaceChart::paintLead(QPainter& painter, const QRect& row, const query::FlowLead& lead, double longest) const
{
    painter.setFont(fontOf(Type::Small));
    painter.setPen(colorOf(Role::Text));
    drawElided(&painter, QRect(row.left(), row.top(), scaled(leadName) - 8, row.height()),
        cleanName(qs(lead.title), 80), Qt::LeftToRight, Qt::AlignLeft | Qt::AlignVCenter);
    const QRect plot = row.adjusted(scaled(leadName), 0, -scaled(leadValue), 0);
    const int y = row.center().y();
    painter.setPen(colorOf(Role::Grid));
    painter.drawLine(plot.left(), y, plot.right(), y);
    const double p90 = plot.width() * static_cast<double>(lead.p90Seconds) / longest;
    const double median = plot.width() * static_cast<double>(lead.medianSeconds) / longest;
    drawPanel(
        &painter, QRectF(plot.left(), y - 3, std::max(2.0, p90), 6), 2, colorOf(Role::AccentTint), colorOf(Role::C1));
    painter.setBrush(colorOf(Role::C1));
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(QPointF(plot.left() + median, y), 5, 5);
    painter.setPen(colorOf(Role::Muted));
    painter.setFont(fontOf(Type::Caption));
    painter.drawText(QRect(plot.right() + 10, row.top(), scaled(leadValue) - 10, row.height()),
        Qt::AlignLeft | Qt::AlignVCenter,
        tr("%1, %2").arg(secondsText(lead.medianSeconds), secondsText(lead.p90Seconds)));
}

PacePanel::PacePanel(QWidget* parent)
    : QWidget(parent)
    , m_chart(new PaceChart(this))
    , m_weeks(makeTable("paceWeeks", tr("Promotions a week")))
    , m_leads(makeTable("paceLeads", tr("From proposal to execution, by gate")))
{
    setObjectName(QStringLiteral("pacePanel"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 16, 12);
    row->setSpacing(8);
    row->addWidget(m_chart, 3);
    auto* tables = new QVBoxLayout;
    tables->addSpacing(12);
    tables->addWidget(m_weeks, 3);
    tables->addWidget(m_leads, 2);
    row->addLayout(tables, 2);
    setFocusProxy(m_weeks);
}

QTableWidget* PacePanel::makeTable(const char* name, const QString& accessible)
{
    auto* table = new QTableWidget(this);
    table->setObjectName(QString::fromLatin1(name));
    table->setAccessibleName(accessible);
    table->setFrameShape(QFrame::NoFrame);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->setTabKeyNavigation(false);
    return table;
}

namespace {

void fill(QTableWidget* table, const QStringList& head, const std::vector<QStringList>& rows)
{
    table->setColumnCount(static_cast<int>(head.size()));
    table->setHorizontalHeaderLabels(head);
    table->setRowCount(static_cast<int>(rows.size()));
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < head.size(); ++column) {
            auto* item = new QTableWidgetItem(rows[row].value(column));
            item->setTextAlignment(
                column == 0 ? Qt::AlignLeading | Qt::AlignVCenter : Qt::AlignTrailing | Qt::AlignVCenter);
            table->setItem(static_cast<int>(row), column, item);
        }
    }
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

} // namespace

void PacePanel::setPace(const query::FlowPace& pace)
{
    m_chart->setPace(pace);
    std::vector<QStringList> weeks;
    for (const query::FlowWeek& week : pace.weeks) {
        weeks.push_back({weekText(week), countText(static_cast<qint64>(week.executed)),
            countText(static_cast<qint64>(week.ended))});
    }
    fill(m_weeks, {tr("Week from"), tr("Executed"), tr("Ended otherwise")}, weeks);
    std::vector<QStringList> leads;
    for (const query::FlowLead& lead : pace.leads) {
        leads.push_back({cleanName(qs(lead.title), 80), countText(static_cast<qint64>(lead.executed)),
            secondsText(lead.medianSeconds), secondsText(lead.p90Seconds)});
    }
    fill(m_leads, {tr("Gate"), tr("Executed"), tr("Half within"), tr("Nine of ten within")}, leads);
}

void PacePanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorOf(Role::Surface));
}

} // namespace cs::ui
