// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps a policy changeable, and emergencies within their floor: a revision that nobody could ever change again,
// or under which an emergency is never reviewed, cannot be adopted.
#include "core/domain/policy_lint.h"

#include <algorithm>

namespace cs::policy::linting {
namespace {

/// Who changes rules signs; what is no signature says nothing about a document. @source law 7, law 11
void lintSignatures(const Condition& root, const char* what, Findings& findings)
{
    walk(root, [&](const Condition& node) {
        using Kind = Condition::Kind;
        if (node.kind == Kind::When || node.kind == Kind::Not || node.kind == Kind::Check) {
            findings.error("governance", node.pointer,
                std::string(what)
                    + " takes signatures only: all, any, atLeast and approvals. A check or a condition on "
                      "tags is never satisfied here.");
            return;
        }
        if (node.kind != Kind::Approval)
            return;
        const Approval& approval = node.approval;
        if (!approval.after.empty() || !approval.evidenceViewed.empty() || !approval.distinctFromApproversOf.empty()
            || approval.affectedDomains || approval.delegationAllowed)
            findings.error("governance", node.pointer + "/approval",
                std::string(what)
                    + " knows roles, count, named persons and how long a signature lives. Remove after, "
                      "evidenceViewed, "
                      "distinctFromApproversOf, domain and delegation: they would not be kept.");
    });
}

void lintLifetime(const Condition& root, std::int64_t coolOff, Findings& findings)
{
    walk(root, [&](const Condition& node) {
        if (node.kind == Condition::Kind::Approval && node.approval.expiresAfterSeconds < coolOff + 3600)
            findings.error("governance", node.pointer + "/approval/expiresAfterSeconds",
                "The signature ends before the cool-off is over, so that no weakening could ever come into force. Let "
                "it "
                "live an hour longer than the cool-off at least.");
    });
}

} // namespace

void lintGovernance(const Policy& policy, Findings& findings)
{
    const Governance& governance = policy.governance;
    lintSignatures(governance.review, "The review of a change", findings);
    lintSignatures(governance.alsoRequire, "The signature for a weakening", findings);
    lintLifetime(governance.review, governance.coolOffSeconds, findings);
    lintLifetime(governance.alsoRequire, governance.coolOffSeconds, findings);
    lintSignatures(policy.breakGlass.review, "The review of an emergency", findings);
    for (const char* part : {"provenance", "rollback_drill", "distinct_from_proposer", "regulated_signoff"})
        if (std::find(policy.breakGlass.neverSkips.begin(), policy.breakGlass.neverSkips.end(), part)
            == policy.breakGlass.neverSkips.end())
            findings.error("law-11", "/breakGlass/neverSkips",
                std::string("Break-glass never skips ") + part + ". List it; this holds whoever signs.");
}

} // namespace cs::policy::linting
