// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/shell/window/history.h"

namespace cs::ui {

/// A place in a workspace, as text: countersign://WORKSPACE-ID/PAGE/TARGET. A link only leads somewhere: it can name
/// nothing that opens a sheet, runs a command or signs.
struct Link {
    QString workspace; ///< 32 hexadecimal digits
    Place place; ///< the page may be empty: the workspace as it was left
    bool operator==(const Link&) const = default;
};

/// True for text that means to be a link, well-formed or not.
bool isLink(const QString& text);
/// @returns CS-LINK-FORM with a sentence that says what is wrong.
Result<Link> parseLink(const QString& text);
/// A target that a link cannot carry is left out.
QString linkText(const Link& link);

} // namespace cs::ui
