// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/compare/compare.h"
#include "core/engine/compare/trees.h"

#include <set>

/// Shared by the files that compare the parts of a policy: what was found so far.
namespace cs::engine::comparison {

class Notes {
public:
    Notes(const policy::Policy& was, const policy::Policy& is, Meter& steps)
        : before(was)
        , now(is)
        , meter(steps)
    {
    }
    const policy::Policy& before;
    const policy::Policy& now;
    Meter& meter;
    Comparison found;

    /// A setting is laxer. @param section, id name it; the roles must sign.
    void weaker(const std::string& section, const std::string& id, const std::string& message,
        const std::vector<std::string>& roles, std::string was = {}, std::string is = {});
    /// The same unless `kept`.
    void unless(bool kept, const std::string& section, const std::string& id, const std::string& message,
        const std::vector<std::string>& roles)
    {
        if (!kept)
            weaker(section, id, message, roles);
    }
    /// Does the new tree imply the old one? Both read with persons distinct over the whole tree.
    bool treeImplies(const policy::Condition& is, const policy::Condition& was);
};

/// Roles that a tree asks to sign: of its approvals, and owners of its checks.
std::vector<std::string> rolesOf(const policy::Condition& root);
std::vector<std::string> approverRoles(const policy::Condition& root);
std::vector<std::string> approverRoles(const policy::Policy& policy);
std::vector<std::string> merged(std::vector<std::string> a, const std::vector<std::string>& b);
/// Rows for the leaves of a gate; a check that nobody owns is signed for by the approvers of its gate.
events::AffectedLeaf affectedLeaf(const policy::Gate& gate, const policy::Condition& leaf);
std::vector<events::AffectedLeaf> affectedLeaves(const policy::Gate& gate, bool approvalsOnly);

void compareGates(Notes& notes);
void compareLifecycle(Notes& notes);
void compareRolesAndTags(Notes& notes);
void compareGuardrails(Notes& notes);
void compareFreezes(Notes& notes);
void compareEmergencies(Notes& notes); // break-glass, rollback, invalidation
void compareGovernance(Notes& notes); // governance, times, reevaluation
void compareRaci(Notes& notes);

} // namespace cs::engine::comparison
