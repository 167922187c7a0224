// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flow_plan.h"

#include <QStringBuilder>

#include <algorithm>
#include <cmath>
#include <limits>

namespace cs::ui {

namespace {

using query::FlowCard;
using query::FlowStage;
using query::FlowView;

// Distances at 13 px text. @source visual.md section 7, Flow
constexpr double margin = 12, columnWidth = 156, columnGap = 74, postWidth = 222, postHeight = 130, postGap = 18;
constexpr double columnTop = 55, columnHeightMin = 236, cardInset = 7, cardGap = 6, moreHeight = 24;
constexpr double cardPlain = 40, cardWords = 54, cardRamp = 70, cardRampWords = 86, cardRamped = 50,
                 cardRampedWords = 68, cardSecondLine = 15, barHeight = 30;
constexpr double squareSide = 32, squareTop = 19, wayFirst = 20, wayPitch = 26, wayLabel = 24;
constexpr double extraHeight = 80, extraGap = 10, extraTop = 10, notesWidth = 400, extraWidthMin = 190;
constexpr double arrowGap = 2;

bool hasWords(const FlowCard& card)
{
    return card.says != query::CardSays::Nothing && card.says != query::CardSays::Serves;
}

double cardHeight(const FlowCard& card, const FlowNeeds& needs)
{
    if (needs.wraps && hasWords(card) && needs.wraps(card)) {
        return cardHeight(card, {}) + cardSecondLine;
    }
    if (card.ramp && isRamped(*card.ramp)) {
        return hasWords(card) ? cardRampedWords : cardRamped;
    }
    if (card.ramp) {
        return hasWords(card) ? cardRampWords : cardRamp;
    }
    return hasWords(card) ? cardWords : cardPlain;
}

std::vector<double> itemHeights(const FlowStage& stage, const FlowNeeds& needs)
{
    std::vector<double> heights;
    for (const FlowCard& card : stage.cards) {
        heights.push_back(cardHeight(card, needs));
    }
    heights.insert(heights.end(), stage.bars.size(), barHeight);
    return heights;
}

bool hasMore(const FlowStage& stage)
{
    return stage.bars.empty() ? stage.count > stage.cards.size() : stage.barModels > stage.bars.size();
}

double columnNeeds(const FlowStage& stage, const FlowNeeds& needs)
{
    double height = columnTop;
    for (const double item : itemHeights(stage, needs)) {
        height += item + cardGap;
    }
    return height + (hasMore(stage) ? moreHeight : cardGap);
}

/// Builds the plan left to right; scaling and mirroring come last.
class Planner final {
public:
    Planner(const FlowView& view, FlowNeeds needs)
        : m_view(view)
        , m_needs(std::move(needs))
    {
        for (std::size_t n = 0; n < view.stages.size(); ++n) {
            (view.stages[n].extra ? m_extra : m_main).push_back(static_cast<int>(n));
        }
    }
    FlowPlan make();

private:
    void placeStages();
    void placeGates();
    void placeWays();
    void placeExtras();
    void addItems(FlowPlan::Stage& place, int column);
    double xOf(std::size_t n) const { return margin + static_cast<double>(n) * (columnWidth + columnGap); }
    int columnOf(const std::string& id) const;

    const FlowView& m_view;
    FlowNeeds m_needs;
    std::vector<int> m_main, m_extra;
    FlowPlan m_plan;
    double m_columnY = 0, m_columnHeight = columnHeightMin, m_foot = 0;
};

int Planner::columnOf(const std::string& id) const
{
    for (std::size_t n = 0; n < m_main.size(); ++n) {
        if (m_view.stages[static_cast<std::size_t>(m_main[n])].id == id) {
            return static_cast<int>(n);
        }
    }
    return -1;
}

void Planner::addItems(FlowPlan::Stage& place, int column)
{
    const FlowStage& stage = m_view.stages[static_cast<std::size_t>(place.index)];
    double y = place.rect.top() + columnTop;
    const auto heights = itemHeights(stage, m_needs);
    for (std::size_t n = 0; n < heights.size(); ++n) {
        const QRectF rect(place.rect.left() + cardInset, y, place.rect.width() - 2 * cardInset, heights[n]);
        place.items.push_back(rect);
        const bool bar = n >= stage.cards.size();
        const QString id = bar ? QString(QStringLiteral("bar:") % qs(stage.id) % QLatin1Char(':')
                               % qs(stage.bars[n - stage.cards.size()].model.text()))
                               : QString(QStringLiteral("card:") % qs(stage.cards[n].version.text()));
        m_plan.stations.push_back({bar ? FlowStation::Kind::Bar : FlowStation::Kind::Card, id, rect, column,
            place.index, -1, static_cast<int>(bar ? n - stage.cards.size() : n)});
        y += heights[n] + cardGap;
    }
    if (hasMore(stage)) {
        place.more = QRectF(place.rect.left() + cardInset, place.rect.bottom() - moreHeight,
            place.rect.width() - 2 * cardInset, moreHeight - 4);
        m_plan.stations.push_back(
            {FlowStation::Kind::More, QStringLiteral("more:") % qs(stage.id), place.more, column, place.index, -1, -1});
    }
}

void Planner::placeStages()
{
    m_columnY = 8 + postHeight + m_needs.post + postGap;
    for (const int index : m_main) {
        m_columnHeight = std::max(m_columnHeight, columnNeeds(m_view.stages[static_cast<std::size_t>(index)], m_needs));
    }
    m_foot = m_columnY + m_columnHeight;
    for (std::size_t n = 0; n < m_main.size(); ++n) {
        FlowPlan::Stage place;
        place.index = m_main[n];
        place.rect = QRectF(xOf(n), m_columnY, columnWidth, m_columnHeight);
        addItems(place, static_cast<int>(2 * n));
        m_plan.stages.push_back(std::move(place));
    }
}

void Planner::placeGates()
{
    for (std::size_t n = 0; n + 1 < m_main.size(); ++n) {
        const int index = gateBetween(m_view, m_view.stages[static_cast<std::size_t>(m_main[n])].id,
            m_view.stages[static_cast<std::size_t>(m_main[n + 1])].id);
        if (index < 0) {
            continue;
        }
        const double centre = xOf(n) + columnWidth + columnGap / 2;
        FlowPlan::Gate gate;
        gate.index = index;
        gate.post = QRectF(centre - postWidth / 2, 8, postWidth, postHeight + m_needs.post);
        gate.square = QRectF(centre - squareSide / 2, m_columnY + squareTop, squareSide, squareSide);
        gate.lineFrom = xOf(n) + columnWidth + arrowGap;
        gate.lineTo = xOf(n + 1) - arrowGap;
        m_plan.stations.push_back({FlowStation::Kind::Gate,
            QStringLiteral("gate:") % qs(m_view.gates[static_cast<std::size_t>(index)].transition), gate.post,
            static_cast<int>(2 * n + 1), -1, index, -1});
        m_plan.gates.push_back(gate);
    }
}

/// Short ways take the upper rows; two that do not meet share one.
void Planner::placeWays()
{
    struct Span {
        int index, from, to;
        int length() const { return std::abs(from - to); }
    };
    std::vector<Span> spans;
    for (std::size_t n = 0; n < m_view.ways.size(); ++n) {
        const int from = columnOf(m_view.ways[n].from);
        const int to = columnOf(m_view.ways[n].to);
        if (from >= 0 && to >= 0 && from != to) {
            spans.push_back({static_cast<int>(n), from, to});
        }
    }
    std::stable_sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.length() < b.length(); });
    constexpr double arriveAt = 100, arriveStep = 24, leaveAside = 36;
    std::vector<int> arrived(m_main.size(), 0);
    std::vector<std::vector<std::pair<double, double>>> rows;
    for (const Span& span : spans) {
        const auto leaves = [&](int column) {
            return std::any_of(spans.begin(), spans.end(), [&](const Span& other) { return other.from == column; });
        };
        const auto arrives = [&](int column) {
            return std::any_of(spans.begin(), spans.end(), [&](const Span& other) { return other.to == column; });
        };
        FlowPlan::Way way;
        way.index = span.index;
        const auto target = static_cast<std::size_t>(span.to);
        way.to = xOf(target) + (leaves(span.to) ? arriveAt : columnWidth / 2)
            - arriveStep * static_cast<double>(arrived[target]++);
        way.from = xOf(static_cast<std::size_t>(span.from)) + (arrives(span.from) ? leaveAside : columnWidth / 2);
        way.top = m_foot;
        const double left = std::min(way.from, way.to);
        const double right = std::max(way.from, way.to);
        std::size_t row = 0;
        const auto meets = [&](const auto& taken) { return left < taken.second + 8 && taken.first < right + 8; };
        while (row < rows.size() && std::any_of(rows[row].begin(), rows[row].end(), meets)) {
            ++row;
        }
        rows.resize(std::max(rows.size(), row + 1));
        rows[row].emplace_back(left, right);
        way.y = m_foot + wayFirst + wayPitch * static_cast<double>(row);
        const double room = std::max(0.0, right - left - 48);
        const double wanted = m_needs.labels.size() > static_cast<std::size_t>(span.index)
            ? m_needs.labels[static_cast<std::size_t>(span.index)]
            : room;
        const double width = std::min(room, wanted);
        way.label = QRectF((left + right - width) / 2, way.y - wayLabel / 2, width, wayLabel);
        m_plan.ways.push_back(way);
    }
    m_foot += rows.empty() ? 0 : wayFirst + wayPitch * static_cast<double>(rows.size() - 1) + wayLabel / 2;
}

void Planner::placeExtras()
{
    const double width = m_main.empty() ? 0 : xOf(m_main.size() - 1) + columnWidth - margin;
    m_foot += extraTop;
    m_plan.notes = QRectF(margin, m_foot - 8, std::min(notesWidth, width), extraHeight + 8);
    const double count = static_cast<double>(m_extra.size());
    const double left = margin + notesWidth + 12;
    const double each =
        m_extra.empty() ? 0 : std::max(extraWidthMin, (margin + width - left - extraGap * (count - 1)) / count);
    const double start = margin + width - count * each - extraGap * std::max(0.0, count - 1);
    for (std::size_t n = 0; n < m_extra.size(); ++n) {
        FlowPlan::Stage place;
        place.index = m_extra[n];
        const FlowStage& stage = m_view.stages[static_cast<std::size_t>(m_extra[n])];
        place.rect = QRectF(
            std::max(left, start) + static_cast<double>(n) * (each + extraGap), m_foot + 6, each, extraHeight - 2);
        const int column = static_cast<int>(2 * m_main.size() + n);
        m_plan.stations.push_back({FlowStation::Kind::Stage, QStringLiteral("stage:") % qs(stage.id),
            QRectF(place.rect.topLeft(), QSizeF(each, 48)), column, place.index, -1, -1});
        if (!stage.cards.empty()) {
            const QRectF rect(place.rect.left() + 4, place.rect.top() + 50, each - 70, 26);
            place.items.push_back(rect);
            m_plan.stations.push_back({FlowStation::Kind::Card,
                QStringLiteral("card:") % qs(stage.cards.front().version.text()), rect, column, place.index, -1, 0});
        }
        if (stage.count > std::min<std::size_t>(1, stage.cards.size())) {
            place.more = QRectF(place.rect.right() - 66, place.rect.top() + 50, 62, 26);
            m_plan.stations.push_back({FlowStation::Kind::More, QStringLiteral("more:") % qs(stage.id), place.more,
                column, place.index, -1, -1});
        }
        m_plan.extras.push_back(std::move(place));
    }
    double right = margin + width;
    for (const auto& place : m_plan.extras) {
        right = std::max(right, place.rect.right());
    }
    for (const auto& gate : m_plan.gates) {
        right = std::max(right, gate.post.right());
    }
    m_plan.bounds = QRectF(0, 0, right + margin, m_foot + extraHeight + 6);
}

FlowPlan Planner::make()
{
    placeStages();
    placeGates();
    placeWays();
    placeExtras();
    // Stages and gates in turn: the order in which the picture is read.
    std::stable_sort(m_plan.stations.begin(), m_plan.stations.end(),
        [](const FlowStation& a, const FlowStation& b) { return a.column < b.column; });
    return std::move(m_plan);
}

QRectF turned(const QRectF& rect, double scale, double mirrorWidth)
{
    const QRectF scaledRect(rect.topLeft() * scale, rect.size() * scale);
    return mirrorWidth <= 0 || rect.isNull()
        ? scaledRect
        : QRectF(QPointF(mirrorWidth - scaledRect.right(), scaledRect.top()), scaledRect.size());
}

void turnPlan(FlowPlan& plan, double scale, bool mirror)
{
    const double width = mirror ? plan.bounds.width() * scale : 0;
    const auto turnX = [&](double& x) { x = mirror ? width - x * scale : x * scale; };
    plan.bounds = QRectF(plan.bounds.topLeft() * scale, plan.bounds.size() * scale);
    for (auto* list : {&plan.stages, &plan.extras}) {
        for (FlowPlan::Stage& stage : *list) {
            stage.rect = turned(stage.rect, scale, width);
            stage.more = turned(stage.more, scale, width);
            for (QRectF& item : stage.items) {
                item = turned(item, scale, width);
            }
        }
    }
    for (FlowPlan::Gate& gate : plan.gates) {
        gate.post = turned(gate.post, scale, width);
        gate.square = turned(gate.square, scale, width);
        turnX(gate.lineFrom);
        turnX(gate.lineTo);
        gate.mirrored = mirror;
    }
    for (FlowPlan::Way& way : plan.ways) {
        turnX(way.from);
        turnX(way.to);
        way.top *= scale;
        way.y *= scale;
        way.label = turned(way.label, scale, width);
        way.mirrored = mirror;
    }
    plan.notes = turned(plan.notes, scale, width);
    for (FlowStation& station : plan.stations) {
        station.rect = turned(station.rect, scale, width);
    }
}

} // namespace

bool isRamped(const query::FlowRamp& ramp)
{
    return !ramp.steps.empty() && ramp.now >= ramp.steps.back();
}

FlowPlan planFlow(const FlowView& view, Qt::LayoutDirection direction, double scale, const FlowNeeds& needs)
{
    FlowNeeds plain = needs;
    plain.post /= scale;
    for (double& width : plain.labels) {
        width /= scale;
    }
    FlowPlan plan = Planner(view, std::move(plain)).make();
    turnPlan(plan, scale, direction == Qt::RightToLeft);
    return plan;
}

int gateBetween(const FlowView& view, const std::string& from, const std::string& to)
{
    for (std::size_t n = 0; n < view.gates.size(); ++n) {
        if (view.gates[n].from == from && view.gates[n].to == to) {
            return static_cast<int>(n);
        }
    }
    return -1;
}

const FlowStation* FlowPlan::find(const QString& id) const
{
    const auto found =
        std::find_if(stations.begin(), stations.end(), [&](const FlowStation& station) { return station.id == id; });
    return found == stations.end() ? nullptr : &*found;
}

const FlowStation* FlowPlan::at(const QPointF& point) const
{
    for (const FlowStation& station : stations) {
        if (station.rect.contains(point)) {
            return &station;
        }
    }
    for (const Gate& gate : gates) {
        if (gate.square.contains(point)) {
            const auto found = std::find_if(stations.begin(), stations.end(),
                [&](const FlowStation& station) { return station.gate == gate.index; });
            return found == stations.end() ? nullptr : &*found;
        }
    }
    return nullptr;
}

const FlowStation* FlowPlan::neighbour(const FlowStation& from, Qt::Key key) const
{
    const bool vertical = key == Qt::Key_Up || key == Qt::Key_Down;
    const double sign = key == Qt::Key_Up || key == Qt::Key_Left ? -1 : 1;
    const FlowStation* best = &from;
    double bestCost = std::numeric_limits<double>::max();
    for (const FlowStation& other : stations) {
        const QPointF step = other.rect.center() - from.rect.center();
        const double along = sign * (vertical ? step.y() : step.x());
        const double across = std::abs(vertical ? step.x() : step.y());
        // Up and down stay in their column while there is something; then the nearest in that direction.
        if (&other == &from || along <= 1 || (!vertical && other.column == from.column && across > along)) {
            continue;
        }
        const double aside = vertical ? (other.column == from.column ? 0 : across * 8) : across * 0.4;
        if (const double cost = along + aside; cost < bestCost) {
            best = &other;
            bestCost = cost;
        }
    }
    return best;
}

} // namespace cs::ui
