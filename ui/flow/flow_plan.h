// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/flow_views.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <functional>
#include <vector>

namespace cs::ui {

/// Something of the picture that the keyboard reaches and a screen reader names.
struct FlowStation {
    enum class Kind { Gate, Card, More, Bar, Stage };
    Kind kind = Kind::Card;
    QString id; ///< "gate:canary-to-production", "card:v14", "more:dev", "bar:dev:m3", "stage:restricted"
    QRectF rect;
    int column = 0; ///< stages and gates in turn, from the leading side; extra stages come after them
    int stage = -1, gate = -1, item = -1; ///< places in the view: stage, gate, card or bar of the stage
};

/// Where everything stands, from the values alone: pure, so that tests need no scene.
struct FlowPlan {
    struct Stage {
        int index = 0;
        QRectF rect;
        QRectF more; ///< "and n more"; empty without
        std::vector<QRectF> items; ///< cards, or bars
    };
    struct Gate {
        int index = 0;
        QRectF post, square;
        double lineFrom = 0, lineTo = 0; ///< the arrow through the square
        bool mirrored = false;
    };
    struct Way {
        int index = 0;
        double from = 0, to = 0, top = 0, y = 0; ///< x where it leaves and arrives; foot of the columns; its row
        QRectF label;
        bool mirrored = false;
    };
    QRectF bounds;
    std::vector<Stage> stages, extras;
    std::vector<Gate> gates;
    std::vector<Way> ways;
    QRectF notes; ///< hints and the meaning of the marks
    std::vector<FlowStation> stations;

    const FlowStation* find(const QString& id) const;
    const FlowStation* at(const QPointF& point) const;
    /// Where an arrow key leads from a station; the station itself at an edge.
    const FlowStation* neighbour(const FlowStation& from, Qt::Key key) const;
};

/// What the words of a picture need; measured by who knows the font.
struct FlowNeeds {
    std::vector<double> labels; ///< widths of the ways' words, in the view's order
    double post = 0; ///< what the signposts are higher than usual
    std::function<bool(const query::FlowCard&)> wraps; ///< what the card says takes a second line
};

/// @param scale 1 at 13 px text; the needs are in its pixels.
FlowPlan planFlow(const query::FlowView& view, Qt::LayoutDirection direction, double scale, const FlowNeeds& needs);

/// All steps are done: which one it is needs no numbers any more.
bool isRamped(const query::FlowRamp& ramp);
/// The gate between two stages of the way, or -1.
int gateBetween(const query::FlowView& view, const std::string& from, const std::string& to);

} // namespace cs::ui
