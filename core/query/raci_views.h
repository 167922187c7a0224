// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/views.h"

/// The RACI matrix of the policy in force, in one case of tags, beside what its gates ask and who holds the roles.
namespace cs::query {

struct RaciOverlay {
    std::string id, title;
    std::string when; // "regulated = true"
    bool on = false;
};
struct RaciHolder {
    PersonView person;
    std::string roleTitle; // of the policy's role that is held
    std::string domains; // "all domains", "lending, pricing"
    UtcTime since;
    std::optional<UtcTime> until;
};
struct RaciRole {
    std::string id, title;
    std::string badge; // the policy's role whose badge stands for it
    std::vector<std::string> policyRoles; // titles
    std::vector<RaciHolder> holders;
    std::string fallback; // title of the role that signs for its membership while nobody holds it; may be empty
};
struct RaciTransition {
    std::string id, label, from, to, gate;
    std::string rationale;
    std::size_t accountable = 1; // number of A; anything but 1 contradicts
};
/// One approval that the gate asks for and that the role of a cell may give.
struct RaciAsk {
    std::string leaf, title;
    std::string sentence; // "1 signature of Model-risk manager or Compliance officer"
    bool byFew = false; // fewer persons hold these roles than must sign
};
struct RaciCell {
    char letter = 'I', base = 'I';
    std::vector<std::string> raisedBy; // titles of overlays
    std::vector<RaciAsk> asks;
    std::vector<std::string> problems; // sentences
};
/// A contradiction in words, with the place that it is about.
struct RaciProblem {
    std::string sentence, wayOut;
    std::string role, transition, gate; // role may be empty
    bool vacancy = false; // nobody holds what the gate needs; else the letters contradict the gate
};
struct RaciView {
    bool present = false; // a policy with a matrix is in force
    std::string policyTitle;
    std::int64_t revision = 0;
    std::vector<RaciOverlay> overlays;
    std::string impossible; // why no version can have all these overlays at once; empty if one can
    std::vector<RaciRole> roles;
    std::vector<RaciTransition> transitions;
    std::vector<std::vector<RaciCell>> cells; // [role][transition]
    std::vector<RaciProblem> problems; // in this case
    std::vector<RaciProblem> elsewhere; // of the policy under other tags
    std::vector<std::string> missing; // labels of gated transitions that the matrix leaves out
};

} // namespace cs::query
