// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window/rail_order.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace cs::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Rail)
};

struct Row {
    const char* id;
    RailGroup group;
};

constexpr Row rows[] = {{"inbox", RailGroup::Work}, {"models", RailGroup::Work}, {"flow", RailGroup::Work},
    {"promotions", RailGroup::Work}, {"canary", RailGroup::Work}, {"policy", RailGroup::Rules},
    {"raci", RailGroup::Rules}, {"ledger", RailGroup::Proof}, {"reports", RailGroup::Proof},
    {"connections", RailGroup::SetUp}, {"people", RailGroup::SetUp}, {"settings", RailGroup::Foot}};

} // namespace

RailPlace railPlace(const QByteArray& navigationId)
{
    const auto found = std::find_if(
        std::begin(rows), std::end(rows), [&navigationId](const Row& row) { return navigationId == row.id; });
    const int position = static_cast<int>(std::distance(std::begin(rows), found));
    return {found == std::end(rows) ? RailGroup::SetUp : found->group, position};
}

QString railGroupTitle(RailGroup group)
{
    switch (group) {
    case RailGroup::Rules:
        //: group of pages in the rail: policy, RACI
        return Words::tr("Rules");
    case RailGroup::Proof:
        //: group of pages in the rail: ledger, reports
        return Words::tr("Proof");
    case RailGroup::SetUp:
        //: group of pages in the rail: connections, people
        return Words::tr("Set-up");
    case RailGroup::Work:
    case RailGroup::Foot:
        break;
    }
    return {};
}

} // namespace cs::ui
