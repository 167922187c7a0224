// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/flow_views.h"
#include "ui/flow/flow_plan.h"
#include "ui/widgets/theme/theme.h"

#include <QGraphicsItem>
#include <QHash>

namespace cs::ui {

/// QGraphicsItem has a member of the other name.
using TextSize = Type;

/// What all items of one picture look at while they paint. Fonts and colours come from the theme's tables, icons from
/// its cache; nothing is made anew.
struct FlowLook {
    query::FlowView view;
    UtcTime now;
    bool rightToLeft = false;
    QString current, hovered; ///< stations
    bool focused = false;
    bool exporting = false; ///< no ring, no hover
    enum class Drop { None, Allowed, Refused };
    bool dragging = false;
    QHash<QString, Drop> drops; ///< gates and stages while a card is dragged
    QString underDrag; ///< "gate:…" or "stage:…"
    Drop dropOf(const QString& id) const { return dragging ? drops.value(id, Drop::None) : Drop::None; }
};

/// A part of the picture: one a column, gate, card, way and note.
class FlowItem : public QGraphicsItem {
public:
    FlowItem(const FlowLook& look, const QRectF& rect, QString station = {})
        : m_look(look)
        , m_rect(rect)
        , m_station(std::move(station))
    {
    }
    QRectF boundingRect() const override;
    const QString& station() const { return m_station; }
    const QRectF& rect() const { return m_rect; }

protected:
    bool isCurrent() const { return !m_look.exporting && m_look.current == m_station; }
    bool isHovered() const { return !m_look.exporting && m_look.hovered == m_station; }
    void paintRing(QPainter* painter, const QRectF& rect, double radius) const;
    /// One line in a rectangle, elided, for the reading direction. @returns its width.
    double text(QPainter* painter, const QRectF& rect, const QString& words, TextSize type, Role role,
        Qt::Alignment alignment = Qt::AlignLeading | Qt::AlignVCenter) const;
    /// As many lines as the words take, @p most at most, from the top of @p rect down; the last one is elided.
    /// @returns how many.
    int lines(QPainter* painter, const QRectF& rect, const QString& words, TextSize type, Role role, int most) const;
    void icon(QPainter* painter, const QRectF& rect, const QString& name, Role role) const;
    /// @p rect, given from the leading edge of @p in, where it lies in this direction.
    QRectF placed(const QRectF& in, double x, double y, double width, double height) const;

    const FlowLook& m_look;
    QRectF m_rect;
    QString m_station;
};

class StageItem final : public FlowItem {
public:
    StageItem(const FlowLook& look, const FlowPlan::Stage& place);
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override;

private:
    void paintExtra(QPainter* painter, const query::FlowStage& stage);
    void paintMore(QPainter* painter, const query::FlowStage& stage);
    FlowPlan::Stage m_place;
    QString m_drop;
};

class CardItem final : public FlowItem {
public:
    CardItem(const FlowLook& look, const FlowStation& station);
    /// What it says does not fit in one line.
    static bool wraps(const query::FlowCard& card);
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override;

private:
    void paintBar(QPainter* painter, const query::FlowStage& stage) const;
    double paintRamp(QPainter* painter, const query::FlowRamp& ramp, double top) const;
    int m_stage, m_item;
    bool m_bar;
};

/// Signpost, post, arrow and square of a gate.
class GateItem final : public FlowItem {
public:
    GateItem(const FlowLook& look, const FlowPlan::Gate& place, const QString& station);
    /// How many of the approvers stand on the signpost; the others are counted.
    static std::size_t shownApprovers(const query::FlowGate& gate);
    /// What the signposts of this view are higher because a pair of roles takes two lines.
    static double extraHeight(const query::FlowView& view);
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override;

private:
    void paintPost(QPainter* painter, const query::FlowGate& gate);
    void paintApprovers(QPainter* painter, const query::FlowGate& gate);
    double paintApprover(QPainter* painter, const query::FlowApprover& approver, double y, bool badgeMine);
    void paintArrow(QPainter* painter, const query::FlowGate& gate);
    Role edge(const query::FlowGate& gate) const;
    FlowPlan::Gate m_place;
};

class WayItem final : public FlowItem {
public:
    WayItem(const FlowLook& look, const FlowPlan::Way& place, double rise);
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override;

private:
    FlowPlan::Way m_place;
};

/// Hints, and what the marks mean that stand in this picture.
class NotesItem final : public FlowItem {
public:
    using FlowItem::FlowItem;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override;
};

/// @p words broken between words, no line but the last wider than @p width; at most @p most lines.
QStringList brokenLines(const QFontMetrics& metrics, const QString& words, double width, int most);

/// A framed mark such as REG. @returns its width.
double paintMark(QPainter* painter, const QRectF& rect, const QString& mark, Qt::Alignment alignment);

} // namespace cs::ui
