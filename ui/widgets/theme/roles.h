// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <array>

namespace cs::ui {

/// A colour by what it is for. Code, style sheet and tests use the role, never the value.
/// @source visual.md section 2
enum class Role {
    Window,
    Rail,
    Surface,
    Sunken,
    Raised,
    Hover,
    Selected,
    SelectedIdle,
    Border,
    BorderControl,
    Text,
    Muted,
    Disabled,
    Accent,
    AccentHover,
    AccentText,
    AccentTint,
    Link,
    Focus,
    Danger,
    Tooltip,
    TooltipText,
    Track,
    Grid,
    Scrim,
    Passed,
    PassedTint,
    Pending,
    PendingTint,
    Failed,
    FailedTint,
    Stale,
    StaleTint,
    Vetoed,
    VetoedTint,
    Overridden,
    OverriddenTint,
    Frozen,
    FrozenTint,
    Na,
    NaTint,
    StDev,
    StStaging,
    StCanary,
    StProduction,
    StArchived,
    StRestricted,
    StDeprecated,
    StRetired,
    C1,
    C2,
    C3,
    C4,
    C5,
    C6,
};

/// How many roles there are; the last one is C6.
inline constexpr int roleCount = static_cast<int>(Role::C6) + 1;

enum class Scheme { Light, Dark };

/// The colour of @p role in @p scheme.
QColor roleColor(Role role, Scheme scheme);

/// The name of @p role as in the handbook, for messages and tests, for example "accent_tint".
const char* roleName(Role role);

/// WCAG 2.x contrast ratio of two opaque colours, 1 to 21.
double contrastRatio(const QColor& a, const QColor& b);

} // namespace cs::ui
