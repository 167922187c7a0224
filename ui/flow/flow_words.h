// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/flow_views.h"
#include "ui/flow/flow_plan.h"
#include "ui/widgets/chips/verdict_chip.h"

#include <QCoreApplication>

namespace cs::ui {

/// The words of the picture: the same on cards, in tool tips, in the list beside it and for screen readers.
class FlowWords final {
    Q_DECLARE_TR_FUNCTIONS(cs::ui::FlowWords)
public:
    struct Line {
        QString text;
        std::optional<Verdict> verdict; ///< its icon and colour
    };
    /// What a card says; empty for nothing.
    static Line cardLine(const query::FlowCard& card);
    static QString cardName(const query::FlowCard& card); ///< "mortgage-approval v14"
    /// "no traffic", "kept for audit".
    static QString stageSentence(const query::FlowStage& stage);
    static QString moreText(const query::FlowStage& stage);
    static QString gateFacts(const query::FlowGate& gate); ///< "9 conditions, automatic"
    /// "1 open · waits for you".
    static Line gateLine(const query::FlowGate& gate);
    static QString wayText(const query::FlowWayBack& way, UtcTime now, bool full);
    static QString freezeText(const query::FlowFreeze& freeze, UtcTime now);
    /// The transition that a version waits at, or the first that it could be proposed for; empty if there is none.
    static QString gateAhead(const query::FlowView& view, const query::FlowCard& card);
    /// A whole sentence about a station, for tool tips and screen readers.
    static QString explain(const query::FlowView& view, const FlowStation& station, UtcTime now);
    static QString rampText(const query::FlowRamp& ramp);
    static QString percent(double value);
};

} // namespace cs::ui
