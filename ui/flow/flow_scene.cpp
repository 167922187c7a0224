// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flow_scene.h"

#include "ui/flow/flow_words.h"

#include <QGuiApplication>
#include <QPainter>

namespace cs::ui {

FlowScene::FlowScene(QObject* parent)
    : QGraphicsScene(parent)
{
    connect(&Theme::instance(), &Theme::changed, this, &FlowScene::rebuild);
}

void FlowScene::setView(const query::FlowView& view, UtcTime now)
{
    m_look.view = view;
    m_look.now = now;
    rebuild();
}

void FlowScene::rebuild()
{
    m_items.clear();
    clear();
    m_look.rightToLeft = QGuiApplication::layoutDirection() == Qt::RightToLeft;
    m_look.dragging = false;
    setBackgroundBrush(colorOf(Role::Surface));
    FlowNeeds needs;
    const QFontMetricsF metrics(fontOf(Type::Caption));
    for (const query::FlowWayBack& way : m_look.view.ways) {
        needs.labels.push_back(metrics.horizontalAdvance(FlowWords::wayText(way, m_look.now, true)) + scaled(24));
    }
    needs.post = GateItem::extraHeight(m_look.view);
    needs.wraps = CardItem::wraps;
    m_plan = planFlow(m_look.view, QGuiApplication::layoutDirection(), scaled(100) / 100.0, needs);
    for (const auto* places : {&m_plan.stages, &m_plan.extras}) {
        for (const FlowPlan::Stage& place : *places) {
            auto* item = new StageItem(m_look, place);
            m_items.insert(item->station(), item);
            m_items.insert(QStringLiteral("more") % item->station().mid(5), item);
            addItem(item);
        }
    }
    for (const FlowPlan::Way& place : m_plan.ways) {
        addItem(new WayItem(m_look, place, scaled(14)));
    }
    for (const FlowPlan::Gate& place : m_plan.gates) {
        auto* item = new GateItem(m_look, place,
            QStringLiteral("gate:") % qs(m_look.view.gates[static_cast<std::size_t>(place.index)].transition));
        m_items.insert(item->station(), item);
        addItem(item);
    }
    for (const FlowStation& station : m_plan.stations) {
        if (station.kind == FlowStation::Kind::Card || station.kind == FlowStation::Kind::Bar) {
            auto* item = new CardItem(m_look, station);
            m_items.insert(station.id, item);
            addItem(item);
        }
    }
    addItem(new NotesItem(m_look, m_plan.notes));
    setSceneRect(m_plan.bounds);
    if (m_plan.find(m_look.current) == nullptr) {
        m_look.current.clear();
    }
    m_look.hovered.clear();
    Q_EMIT rebuilt();
}

void FlowScene::refresh(const QString& id)
{
    if (FlowItem* item = m_items.value(id)) {
        item->update();
    }
}

bool FlowScene::setCurrent(const QString& id)
{
    if (m_plan.find(id) == nullptr) {
        return false;
    }
    const QString before = std::exchange(m_look.current, id);
    refresh(before);
    refresh(id);
    if (before != id) {
        Q_EMIT currentChanged(id);
    }
    return true;
}

const FlowStation& FlowScene::firstOfMine() const
{
    for (const FlowStation& station : m_plan.stations) {
        if (const query::FlowCard* card = cardOf(&station); card != nullptr && card->waitsForMe) {
            return station;
        }
    }
    return m_plan.stations.front();
}

void FlowScene::setFocused(bool focused)
{
    m_look.focused = focused;
    refresh(m_look.current);
}

void FlowScene::setHovered(const QString& id)
{
    if (id != m_look.hovered) {
        refresh(std::exchange(m_look.hovered, id));
        refresh(id);
    }
}

void FlowScene::startDrag(const QHash<QString, FlowLook::Drop>& drops)
{
    m_look.dragging = true;
    m_look.drops = drops;
    update();
}

void FlowScene::setUnderDrag(const QString& id)
{
    if (id != m_look.underDrag) {
        refresh(std::exchange(m_look.underDrag, id));
        refresh(id);
    }
}

void FlowScene::stopDrag()
{
    m_look.dragging = false;
    m_look.drops.clear();
    m_look.underDrag.clear();
    update();
}

QString FlowScene::dropTarget(const QPointF& point) const
{
    for (const FlowPlan::Gate& gate : m_plan.gates) {
        if (gate.post.contains(point) || gate.square.adjusted(-20, -8, 20, 20).contains(point)) {
            return QStringLiteral("gate:") % qs(m_look.view.gates[static_cast<std::size_t>(gate.index)].transition);
        }
    }
    for (const auto* places : {&m_plan.stages, &m_plan.extras}) {
        for (const FlowPlan::Stage& stage : *places) {
            if (stage.rect.contains(point)) {
                return QStringLiteral("stage:") % qs(m_look.view.stages[static_cast<std::size_t>(stage.index)].id);
            }
        }
    }
    return {};
}

const query::FlowCard* FlowScene::cardOf(const FlowStation* station) const
{
    if (station == nullptr || station->kind != FlowStation::Kind::Card) {
        return nullptr;
    }
    return &m_look.view.stages[static_cast<std::size_t>(station->stage)].cards[static_cast<std::size_t>(station->item)];
}

VersionId FlowScene::versionOf(const FlowStation* station) const
{
    const query::FlowCard* card = cardOf(station);
    return card == nullptr ? VersionId() : card->version;
}

QString FlowScene::explain(const FlowStation& station) const
{
    return FlowWords::explain(m_look.view, station, m_look.now);
}

void FlowScene::paintWhole(QPainter& painter, const QRectF& target)
{
    m_look.exporting = true;
    render(&painter, target, sceneRect(), Qt::KeepAspectRatio);
    m_look.exporting = false;
}

} // namespace cs::ui
