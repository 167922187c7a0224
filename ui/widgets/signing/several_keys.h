// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"

#include <QString>

namespace cs::ui {

/// What is to be said where one keychain holds the keys of several persons of a workspace; empty where it does not.
/// The example holds everybody's: do not ask for it there.
QString severalKeysNote(const std::vector<IdentityView>& identities);

} // namespace cs::ui
