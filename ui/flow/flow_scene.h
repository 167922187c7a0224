// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/flow/flow_items.h"

#include <QGraphicsScene>

namespace cs::ui {

/// The picture as items: built anew from a view, repainted where a state changes.
class FlowScene final : public QGraphicsScene {
    Q_OBJECT
public:
    explicit FlowScene(QObject* parent = nullptr);

    void setView(const query::FlowView& view, UtcTime now);
    const FlowLook& look() const { return m_look; }
    const FlowPlan& plan() const { return m_plan; }

    const FlowStation* current() const { return m_plan.find(m_look.current); }
    /// A card that waits for the reader, else the first station; there is one.
    const FlowStation& firstOfMine() const;
    /// @returns false if there is no such station.
    bool setCurrent(const QString& id);
    void setFocused(bool focused);
    void setHovered(const QString& id);

    /// What a card that is dragged may fall on; ends with stopDrag().
    void startDrag(const QHash<QString, FlowLook::Drop>& drops);
    void setUnderDrag(const QString& id);
    void stopDrag();
    /// "gate:…" or "stage:…" that something dropped there would mean; empty for nothing.
    QString dropTarget(const QPointF& point) const;

    /// The version on a station, or an invalid id.
    VersionId versionOf(const FlowStation* station) const;
    const query::FlowCard* cardOf(const FlowStation* station) const;
    QString explain(const FlowStation& station) const;

    /// Paints the whole picture without ring and hover, for files and paper.
    void paintWhole(QPainter& painter, const QRectF& target);

Q_SIGNALS:
    /// The stations are others: an accessible interface begins anew.
    void rebuilt();
    void currentChanged(const QString& id);

private:
    void rebuild();
    void refresh(const QString& id);

    FlowLook m_look;
    FlowPlan m_plan;
    QHash<QString, FlowItem*> m_items;
};

} // namespace cs::ui
