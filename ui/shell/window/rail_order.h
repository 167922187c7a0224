// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <compare>

namespace cs::ui {

/// The parts of the rail, from the top.
enum class RailGroup { Work, Rules, Proof, SetUp, Foot };

struct RailPlace {
    RailGroup group = RailGroup::SetUp;
    int position = 0;
    auto operator<=>(const RailPlace&) const = default;
};

/// Where a page stands in the rail; pages that the table does not know stand at the end of the last group.
RailPlace railPlace(const QByteArray& navigationId);
/// Translated heading; empty for the groups without one.
QString railGroupTitle(RailGroup group);

} // namespace cs::ui
