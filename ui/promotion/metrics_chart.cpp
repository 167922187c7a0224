// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotion/metrics_chart.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/theme/theme.h"
#include "ui/widgets/words.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr int headPx = 26;
constexpr int rowPx = 33;
constexpr int legendPx = 32;
constexpr double leastSpan = 0.1;

} // namespace

MetricsChart::MetricsChart(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("metricsChart"));
    setLayoutDirection(Qt::LeftToRight); // charts stay left to right in every language
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void MetricsChart::setMetrics(
    const std::vector<query::MetricRow>& rows, const QString& candidate, const QString& production)
{
    m_rows = rows;
    m_bounded = std::any_of(rows.begin(), rows.end(), [](const auto& row) { return !row.bound.empty(); });
    m_candidate = candidate;
    m_production = production;
    setAccessibleName(
        tr("Comparison of %1 with %2; the same values stand in the table view").arg(candidate, production));
    updateGeometry();
    update();
}

QSize MetricsChart::sizeHint() const
{
    return {scaled(440), scaled(headPx + legendPx) + static_cast<int>(m_rows.size()) * scaled(rowPx)};
}

QSize MetricsChart::minimumSizeHint() const
{
    return {scaled(280), sizeHint().height()};
}

std::optional<MetricsChart::Bound> MetricsChart::boundOf(const query::MetricRow& row)
{
    const QString bound = qs(row.bound);
    const bool upper = bound.startsWith(QChar(0x2264)) || bound.startsWith(QLatin1Char('<'));
    const bool lower = bound.startsWith(QChar(0x2265)) || bound.startsWith(QLatin1Char('>'));
    bool isNumber = false;
    const QString digits = bound.mid(1).trimmed().section(QLatin1Char(' '), 0, 0);
    const double value = QLocale::c().toDouble(digits, &isNumber);
    if (!isNumber || (!upper && !lower)) {
        return std::nullopt;
    }
    return Bound{upper, value};
}

MetricsChart::Columns MetricsChart::columns() const
{
    const QFontMetrics body(fontOf(Type::Body));
    const QFontMetrics strong(fontOf(Type::Strong));
    int nameWidth = 0;
    int candidateWidth = strong.horizontalAdvance(m_candidate);
    int productionWidth = body.horizontalAdvance(m_production);
    int boundWidth = body.horizontalAdvance(tr("bound"));
    for (const query::MetricRow& row : m_rows) {
        nameWidth = std::max(nameWidth, body.horizontalAdvance(metricTitle(row)));
        candidateWidth = std::max(candidateWidth, tabularWidth(strong, metricValue(row.candidate, row.unit)));
        if (row.production) {
            productionWidth = std::max(productionWidth, tabularWidth(body, metricValue(*row.production, row.unit)));
        }
        boundWidth = std::max(boundWidth, tabularWidth(body, qs(row.bound)));
    }
    const int gap = scaled(12);
    nameWidth = std::min(nameWidth, width() * 36 / 100);
    Columns found;
    found.bound = QRect(width() - boundWidth, 0, boundWidth, scaled(rowPx));
    const int end = m_bounded ? found.bound.left() - gap : width();
    found.production = QRect(end - productionWidth, 0, productionWidth, scaled(rowPx));
    found.candidate = QRect(found.production.left() - gap - candidateWidth, 0, candidateWidth, scaled(rowPx));
    found.name = QRect(0, 0, nameWidth, scaled(rowPx));
    found.plot =
        QRect(nameWidth + gap, 0, std::max(scaled(40), found.candidate.left() - gap - nameWidth - gap), scaled(rowPx));
    return found;
}

void MetricsChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Columns all = columns();
    paintHead(painter, all);
    int top = scaled(headPx);
    for (const query::MetricRow& row : m_rows) {
        paintRow(painter, all, row, top);
        top += scaled(rowPx);
    }
    paintLegend(painter);
}

void MetricsChart::paintHead(QPainter& painter, const Columns& columns) const
{
    painter.setFont(fontOf(Type::Small));
    painter.setPen(colorOf(Role::Muted));
    const auto head = [&](QRect cell, const QString& text) {
        cell.setHeight(scaled(headPx));
        cell.setLeft(cell.left() - scaled(8));
        painter.drawText(cell, Qt::AlignRight | Qt::AlignVCenter, text);
    };
    head(columns.candidate, m_candidate);
    head(columns.production, m_production);
    if (m_bounded) {
        head(columns.bound, tr("bound"));
    }
}

void MetricsChart::paintRow(QPainter& painter, const Columns& columns, const query::MetricRow& row, int top) const
{
    const bool worse = row.better && !*row.better;
    painter.setFont(fontOf(Type::Body));
    painter.setPen(colorOf(Role::Text));
    drawElided(&painter, columns.name.translated(0, top), metricTitle(row), Qt::LeftToRight);
    paintPlot(painter, columns.plot.translated(0, top), row);
    painter.setFont(fontOf(Type::Strong));
    painter.setPen(colorOf(worse ? Role::Stale : Role::Text));
    drawTabular(&painter, columns.candidate.translated(0, top), metricValue(row.candidate, row.unit),
        Qt::AlignRight | Qt::AlignVCenter);
    painter.setFont(fontOf(Type::Body));
    painter.setPen(colorOf(Role::Muted));
    drawTabular(&painter, columns.production.translated(0, top),
        row.production ? metricValue(*row.production, row.unit) : QStringLiteral("–"),
        Qt::AlignRight | Qt::AlignVCenter);
    if (!m_bounded) {
        return;
    }
    painter.setPen(colorOf(row.bound.empty() ? Role::Muted : Role::Failed));
    drawTabular(&painter, columns.bound.translated(0, top), row.bound.empty() ? QStringLiteral("–") : qs(row.bound),
        Qt::AlignRight | Qt::AlignVCenter);
}

void MetricsChart::paintPlot(QPainter& painter, const QRect& plot, const query::MetricRow& row) const
{
    const std::optional<Bound> bound = boundOf(row);
    double low = std::min(row.candidate, row.production.value_or(row.candidate));
    double high = std::max(row.candidate, row.production.value_or(row.candidate));
    if (bound) {
        low = std::min(low, bound->value);
        high = std::max(high, bound->value);
    }
    // Never narrower than a tenth of the value: a difference that means nothing must not look like one.
    const double span = std::max({high - low, std::abs(high) * leastSpan, 1e-9});
    const double center = (low + high) / 2;
    low = center - span * 0.85;
    high = center + span * 0.85;
    const auto x = [&](double value) { return plot.left() + (value - low) / (high - low) * plot.width(); };
    const double middle = plot.center().y() + 0.5;

    painter.setPen(QPen(colorOf(Role::Grid), 1));
    for (int line = 0; line <= 4; ++line) {
        const double at = plot.left() + plot.width() * line / 4;
        painter.drawLine(QPointF(at + 0.5, plot.top()), QPointF(at + 0.5, plot.bottom() + 1));
    }
    const double half = scaled(9);
    if (bound) {
        const double at = x(bound->value);
        const QRectF allowed = bound->upper ? QRectF(plot.left(), middle - half, at - plot.left(), 2 * half)
                                            : QRectF(at, middle - half, plot.right() + 1 - at, 2 * half);
        painter.fillRect(allowed, colorOf(Role::AccentTint));
        QPen dashed(colorOf(Role::Failed), 1.5, Qt::CustomDashLine, Qt::FlatCap);
        dashed.setDashPattern({2.7, 1.4});
        painter.setPen(dashed);
        painter.drawLine(QPointF(at, middle - half - 2), QPointF(at, middle + half + 2));
    }
    const bool worse = row.better && !*row.better;
    const QColor ink = colorOf(worse ? Role::Stale : Role::C1);
    if (row.production) {
        painter.setPen(QPen(ink, 2));
        painter.drawLine(QPointF(x(*row.production), middle), QPointF(x(row.candidate), middle));
        const double side = scaled(9);
        painter.setPen(QPen(colorOf(Role::C2), 1.5));
        painter.setBrush(colorOf(Role::Surface));
        painter.drawRect(QRectF(x(*row.production) - side / 2, middle - side / 2, side, side));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawEllipse(QPointF(x(row.candidate), middle), scaled(5), scaled(5));
    painter.setBrush(Qt::NoBrush);
}

void MetricsChart::paintLegend(QPainter& painter) const
{
    const int top = scaled(headPx) + static_cast<int>(m_rows.size()) * scaled(rowPx) + scaled(8);
    const int line = scaled(18);
    int left = 0;
    painter.setFont(fontOf(Type::Small));
    const auto say = [&](const QString& text) {
        painter.setPen(colorOf(Role::Muted));
        const int room = painter.fontMetrics().horizontalAdvance(text) + 1;
        painter.drawText(QRect(left + scaled(15), top, room, line), Qt::AlignVCenter | Qt::AlignLeft, text);
        left += scaled(15) + room + scaled(12);
    };
    const double middle = top + line / 2.0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorOf(Role::C1));
    painter.drawEllipse(QPointF(left + scaled(5), middle), scaled(4), scaled(4));
    say(tr("%1, under review").arg(m_candidate));
    painter.setPen(QPen(colorOf(Role::C2), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(left + 1, middle - scaled(4), scaled(8), scaled(8)));
    say(tr("%1, production").arg(m_production));
    if (m_bounded) {
        painter.setPen(QPen(colorOf(Role::Failed), 1.5, Qt::DashLine));
        painter.drawLine(QPointF(left + scaled(5), middle - scaled(7)), QPointF(left + scaled(5), middle + scaled(7)));
        say(tr("bound"));
        painter.fillRect(QRectF(left, middle - scaled(5), scaled(11), scaled(10)), colorOf(Role::AccentTint));
        say(tr("allowed"));
    }
    painter.setPen(colorOf(Role::Muted));
    drawElided(&painter, QRect(left, top, width() - left, line), tr("own scale per row"), Qt::LeftToRight,
        Qt::AlignRight | Qt::AlignVCenter);
}

QString MetricsChart::rowSentence(const query::MetricRow& row) const
{
    return tr("%1: %2 against %3, %4")
        .arg(metricTitle(row), metricValue(row.candidate, row.unit),
            row.production ? metricValue(*row.production, row.unit) : QStringLiteral("–"), metricChange(row).text);
}

bool MetricsChart::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = (help->pos().y() - scaled(headPx)) / scaled(rowPx);
    if (row >= 0 && row < static_cast<int>(m_rows.size())) {
        QToolTip::showText(help->globalPos(), rowSentence(m_rows[static_cast<std::size_t>(row)]), this);
    }
    return true;
}

} // namespace cs::ui
