// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

#include <functional>

namespace cs::ui {

class Face;

/// Shows an error in the pane that is concerned: what, what still holds, the code, "Try again" and "Copy
/// details".
/// @param heading what did not happen, with the object's name
/// @param retry may be empty: then there is nothing to try again.
void showError(Face& face, const QString& heading, const Error& error, std::function<void()> retry);

} // namespace cs::ui
