// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/raci_views.h"

#include <QString>

namespace cs::ui {

/// "Responsible", …
QString raciWord(char letter);
/// "does the work or signs", …
QString raciMeaning(char letter);
/// "raised from C"; empty where nothing raised it.
QString raciRaised(const query::RaciCell& cell);
/// "2 people", "no holder".
QString raciHolders(const query::RaciRole& role);
/// "exactly one A", "2 roles are accountable".
QString raciAccountable(const query::RaciTransition& transition);
/// The whole cell as a sentence, for screen readers and tool tips.
QString raciSentence(const query::RaciView& view, std::size_t role, std::size_t transition);

} // namespace cs::ui
