// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme/roles.h"

#include <algorithm>
#include <cmath>

namespace cs::ui {

namespace {

struct RoleValue {
    const char* name;
    QRgb light;
    QRgb dark;
};

constexpr std::array<RoleValue, roleCount> roleTable{{
    {"window", 0xF3F4F6, 0x15181D},
    {"rail", 0xE8EAEE, 0x111418},
    {"surface", 0xFFFFFF, 0x1C2026},
    {"sunken", 0xF8F9FA, 0x181B21},
    {"raised", 0xFFFFFF, 0x242931},
    {"hover", 0xEEF0F4, 0x262B33},
    {"selected", 0xDFE6FA, 0x2B3A66},
    {"selected_idle", 0xE6E8EC, 0x2B3038},
    {"border", 0xD8DCE2, 0x343A44},
    {"border_control", 0x838C99, 0x79838F},
    {"text", 0x1A1F26, 0xE7EAEE},
    {"muted", 0x586271, 0xA3ACB8},
    {"disabled", 0x8B94A1, 0x717A86},
    {"accent", 0x2F4DB3, 0x8FA9FF},
    {"accent_hover", 0x263F96, 0xA9BDFF},
    {"accent_text", 0xFFFFFF, 0x0F1526},
    {"accent_tint", 0xE9EEFC, 0x242E4D},
    {"link", 0x2F4DB3, 0x9DB3FF},
    {"focus", 0x2F6BFF, 0x7AA2FF},
    {"danger", 0xB3261E, 0xFF8A80},
    {"tooltip", 0x252B34, 0xE7EAEE},
    {"tooltip_text", 0xF3F4F6, 0x1C2026},
    {"track", 0xE1E4E9, 0x343A44},
    {"grid", 0xE4E7EB, 0x2B3038},
    {"scrim", 0x1A1F26, 0x000000},
    {"passed", 0x136F45, 0x5CCB93},
    {"passed_tint", 0xE2F3E9, 0x17352A},
    {"pending", 0x47607C, 0xA9BDD3},
    {"pending_tint", 0xE7EDF4, 0x27313D},
    {"failed", 0xB3261E, 0xFF8F86},
    {"failed_tint", 0xFBE7E5, 0x432422},
    {"stale", 0x855000, 0xF0B85A},
    {"stale_tint", 0xFBF0D9, 0x3C2F16},
    {"vetoed", 0x98124F, 0xFF8FBF},
    {"vetoed_tint", 0xFAE5EE, 0x40202F},
    {"overridden", 0x6437B8, 0xC3A6FF},
    {"overridden_tint", 0xEEE8FA, 0x322849},
    {"frozen", 0x0A6478, 0x6CCBE0},
    {"frozen_tint", 0xE0F1F5, 0x15343D},
    {"na", 0x5D6673, 0xA3ACB8},
    {"na_tint", 0xEEF0F2, 0x2A2F37},
    {"st_dev", 0x5B6775, 0xA3AFBD},
    {"st_staging", 0x2C6BB8, 0x76B1F5},
    {"st_canary", 0x8C6309, 0xE3BC55},
    {"st_production", 0x0F7566, 0x53CDB8},
    {"st_archived", 0x6F5A7B, 0xC0A8CE},
    {"st_restricted", 0x7A4FB0, 0xC3A1F0},
    {"st_deprecated", 0x9A5226, 0xE4A176},
    {"st_retired", 0x6A6460, 0xB8B0AA},
    {"c1", 0x2F4DB3, 0x8FA9FF},
    {"c2", 0x6B7685, 0x98A2AF},
    {"c3", 0x8C6309, 0xE3BC55},
    {"c4", 0x0F7566, 0x53CDB8},
    {"c5", 0x98124F, 0xFF8FBF},
    {"c6", 0x2C6BB8, 0x76B1F5},
}};

const RoleValue& valueOf(Role role)
{
    return roleTable[static_cast<std::size_t>(role)];
}

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

} // namespace

QColor roleColor(Role role, Scheme scheme)
{
    const RoleValue& value = valueOf(role);
    return QColor(scheme == Scheme::Light ? value.light : value.dark);
}

const char* roleName(Role role)
{
    return valueOf(role).name;
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const double one = luminance(a);
    const double two = luminance(b);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

} // namespace cs::ui
