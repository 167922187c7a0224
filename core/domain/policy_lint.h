// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/policy.h"

namespace cs::policy::linting {

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
void lintViewing(const Policy& policy, Findings& findings);
void lintRaci(const Policy& policy, Findings& findings);

} // namespace cs::policy::linting
