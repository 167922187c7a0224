// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/policy_reader.h"

namespace cs::policy::linting {

using reading::pointerTo;
inline std::string pointerTo(std::string_view base, std::size_t item)
{
    return pointerTo(base, std::to_string(item));
}

/// Every `where` is a JSON pointer into the document.
struct Findings {
    std::vector<LintFinding> list;
    void error(std::string rule, std::string where, std::string message)
    {
        list.push_back({true, std::move(rule), std::move(where), std::move(message)});
    }
    void warning(std::string rule, std::string where, std::string message)
    {
        list.push_back({false, std::move(rule), std::move(where), std::move(message)});
    }
};

/// Laws 8 and 9, evidence to view, RACI: rules over every way of satisfying a gate under every tag and fact.
void lintFloor(const Policy& policy, Findings& findings);
void lintDrills(const Policy& policy, Findings& findings);
void lintRestores(const Policy& policy, Findings& findings);
void lintViewing(const Policy& policy, Findings& findings);
void lintRaci(const Policy& policy, Findings& findings);
/// Laws 7 and 11: who changes the policy, and what an emergency never skips.
void lintGovernance(const Policy& policy, Findings& findings);

/// What may change from machine to machine and from one version of the program to the next, and what only an author
/// needs to be stopped at: never part of a law, as every verifier must come to the same answer.
void lintAuthoring(const Policy& policy, Findings& findings);

} // namespace cs::policy::linting
