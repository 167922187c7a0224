// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/models_views.h"
#include "ui/widgets/chips/verdict_chip.h"

namespace cs::ui {

/// "Code revision" for the row "code" of a comparison.
QString compareLabel(const std::string& id);
/// "Better", "Worse", "Same" …
QString outcomeWord(query::CompareRow::Outcome outcome);
/// "≥ 0.85, Canary → Production: holds".
QString boundLine(const std::string& bound, const std::string& gate, Verdict verdict);
/// "fairness_report" as words: "Fairness report". Safe to show.
QString evidenceKindWords(const std::string& kind);

} // namespace cs::ui
