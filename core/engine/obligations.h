// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/state.h"

/// What has to be done by a time, derived from T alone: nothing happens by itself. @source ledger-events.md section 2;
/// gates.md sections 2.1, 2.7.
namespace cs::engine {

/// Checks to repeat while a version stays in a stage.
struct Reevaluated {
    const policy::Reevaluation* rule = nullptr; ///< Lives in the policy that was asked.
    VersionId version;
    UtcTime since; ///< When the oldest of its checks was measured last, or the version came to the stage.
    UtcTime due;
    std::vector<std::string> checks; ///< That are due first: the ones measured longest ago.
    bool overdue(UtcTime at) const { return at > due; }
    bool soon(UtcTime at) const { return at.plusSeconds(rule->everyDays * 8'640) > due; } ///< the last tenth
};
/// Of every version of the model that is in a stage with such a rule. A repetition that fails fulfils nothing.
/// @param which Late leaves out the versions that have not been there long enough for anything to be due, or due soon.
enum class Duties { All, Late };
std::vector<Reevaluated> reevaluations(
    const LedgerState& state, const policy::Policy& policy, const Model& model, UtcTime at, Duties which = Duties::All);

/// Findings that nobody opens and nobody closes: they stand as long as their cause does.
struct StandingFinding {
    std::string kind; ///< "break_glass.review_overdue", "reevaluation.overdue".
    std::string severity;
    std::string about; ///< p… or v….
    UtcTime since;
    std::string rule; ///< Of a re-evaluation: its id.
};
std::vector<StandingFinding> standingFindings(
    const LedgerState& state, const policy::Policy& policy, const Model& model, UtcTime at);

/// How long an open promotion has waited, against its gate's promises. Whom to tell; it approves nothing.
struct Waiting {
    UtcTime due;
    bool overdue = false;
    std::int64_t reminders = 0; ///< That have fallen due by now.
    std::vector<std::string> escalatedTo; ///< Roles of the steps that have been reached.
};
/// None where the gate promises nothing.
std::optional<Waiting> waiting(const policy::Gate& gate, const Promotion& promotion, UtcTime at);

} // namespace cs::engine
