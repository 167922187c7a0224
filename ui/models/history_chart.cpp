// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/history_chart.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/theme/theme.h"
#include "ui/widgets/words.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace cs::ui {

namespace {

constexpr int ticks = 4;

} // namespace

HistoryChart::HistoryChart(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("historyChart"));
    setLayoutDirection(Qt::LeftToRight); // charts stay left to right in every language
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&HistoryChart::update));
}

void HistoryChart::setHistory(const query::MetricHistory& history, const QString& version, const QString& production)
{
    m_history = history;
    m_version = version;
    m_production = production;
    setAccessibleName(tr("%1 over time; the same values stand in the table view").arg(cleanName(qs(history.name), 80)));
    update();
}

QSize HistoryChart::sizeHint() const
{
    return {scaled(480), scaled(260)};
}

QSize HistoryChart::minimumSizeHint() const
{
    return {scaled(260), scaled(160)};
}

QPointF HistoryChart::Scale::at(const query::MetricPoint& point) const
{
    const double x = static_cast<double>(point.at.ms() - from) / static_cast<double>(std::max<qint64>(1, to - from));
    const double y = (point.value - low) / (high - low);
    return {plot.left() + x * plot.width(), plot.bottom() - y * plot.height()};
}

HistoryChart::Scale HistoryChart::scale() const
{
    Scale found;
    bool any = false;
    for (const auto* points : {&m_history.points, &m_history.production}) {
        for (const query::MetricPoint& point : *points) {
            found.low = any ? std::min(found.low, point.value) : point.value;
            found.high = any ? std::max(found.high, point.value) : point.value;
            found.from = any ? std::min<qint64>(found.from, point.at.ms()) : point.at.ms();
            found.to = any ? std::max<qint64>(found.to, point.at.ms()) : point.at.ms();
            any = true;
        }
    }
    const double span = found.high - found.low;
    const double room = span > 0 ? span * 0.15 : std::max(0.01, std::abs(found.high) * 0.05);
    found.low -= room;
    found.high += room;
    const qint64 margin = std::max<qint64>((found.to - found.from) / 20, 3'600'000);
    found.from -= margin;
    found.to += margin;
    const QFontMetrics caption(fontOf(Type::Caption));
    int left = 0;
    for (int i = 0; i <= ticks; ++i) {
        const double value = found.low + (found.high - found.low) * i / ticks;
        left = std::max(left, tabularWidth(caption, metricValue(value, {})));
    }
    const int names = std::max(caption.horizontalAdvance(m_version), caption.horizontalAdvance(m_production));
    found.plot = rect().adjusted(left + scaled(12), scaled(10), -names - scaled(16), -scaled(26));
    return found;
}

void HistoryChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_history.points.empty() && m_history.production.empty()) {
        return;
    }
    const Scale all = scale();
    paintGrid(painter, all);
    paintSeries(painter, all, m_history.production, false);
    paintSeries(painter, all, m_history.points, true);
}

void HistoryChart::paintGrid(QPainter& painter, const Scale& scale) const
{
    painter.setFont(fontOf(Type::Caption));
    const QRect& plot = scale.plot;
    for (int i = 0; i <= ticks; ++i) {
        const int y = plot.bottom() - plot.height() * i / ticks;
        painter.fillRect(plot.left(), y, plot.width(), 1, colorOf(i == 0 ? Role::BorderControl : Role::Grid));
        painter.setPen(colorOf(Role::Muted));
        const double value = scale.low + (scale.high - scale.low) * i / ticks;
        drawTabular(&painter, QRect(0, y - scaled(8), plot.left() - scaled(8), scaled(16)), metricValue(value, {}),
            Qt::AlignRight | Qt::AlignVCenter);
    }
    const auto date = [](qint64 ms) {
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).date(), QLocale::ShortFormat);
    };
    const QRect foot(plot.left(), plot.bottom() + scaled(6), plot.width(), scaled(18));
    painter.drawText(foot, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), date(scale.from));
    painter.drawText(foot, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), date(scale.to));
}

/// The version: a line of discs. Production: hollow squares, thinner.
void HistoryChart::paintSeries(
    QPainter& painter, const Scale& scale, const std::vector<query::MetricPoint>& points, bool own) const
{
    if (points.empty()) {
        return;
    }
    std::vector<query::MetricPoint> sorted = points;
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    const QColor ink = colorOf(own ? Role::C1 : Role::C2);
    QPolygonF line;
    for (const query::MetricPoint& point : sorted) {
        line.append(scale.at(point));
    }
    painter.setPen(QPen(ink, own ? 2.0 : 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    const double radius = scaled(4);
    for (const QPointF& point : line) {
        if (own) {
            painter.setBrush(ink);
            painter.drawEllipse(point, radius, radius);
        } else {
            painter.setBrush(colorOf(Role::Surface));
            painter.drawRect(QRectF(point.x() - radius, point.y() - radius, 2 * radius, 2 * radius));
        }
    }
    // Both names stand at the ends of their lines, one above the other where the lines end close together.
    double y = line.last().y();
    const auto& other = own ? m_history.production : m_history.points;
    if (!other.empty()) {
        const auto last =
            std::max_element(other.begin(), other.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
        const double away = y - scale.at(*last).y();
        if (std::abs(away) < scaled(16)) {
            y += (away < 0 || (away == 0 && own) ? -1 : 1) * scaled(9);
        }
    }
    painter.setPen(ink);
    painter.setFont(fontOf(Type::Caption));
    painter.drawText(QRect(scale.plot.right() + scaled(8), static_cast<int>(y) - scaled(8),
                         width() - scale.plot.right() - scaled(8), scaled(16)),
        static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), own ? m_version : m_production);
}

} // namespace cs::ui
