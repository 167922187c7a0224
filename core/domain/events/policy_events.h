// SPDX-License-Identifier: GPL-3.0-or-later
// Stream `policy`. @source ledger-events.md section 4.
#pragma once

#include "core/domain/events/workspace_events.h"

namespace cs::events {

struct AffectedLeaf {
    CS_OBJECT;
    std::string gate, leaf;
    std::vector<std::string> roles;
    auto operator<=>(const AffectedLeaf&) const = default;
    template <class F> static void fields(F& f, auto& s)
    {
        f("gate", s.gate, Token{});
        f("leaf", s.leaf, Token{});
        f("roles", s.roles, Sorted{}, Token{});
    }
};
struct PolicyProposed {
    static constexpr std::string_view type = "policy.proposed";
    Digest policy;
    std::optional<Digest> supersedes;
    Commitment note;
    bool weakens = true;
    std::vector<AffectedLeaf> affected;
    template <class F> static void fields(F& f, auto& s)
    {
        f("policy", s.policy);
        f("supersedes", s.supersedes);
        f("note", s.note);
        f("weakens", s.weakens);
        f("affected", s.affected, Sorted{});
    }
};
struct PolicySignedOff {
    static constexpr std::string_view type = "policy.signed_off";
    std::int64_t proposal = 0;
    std::string leaf, role;
    Digest statement;
    std::string decision;
    std::optional<Commitment> comment;
    template <class F> static void fields(F& f, auto& s)
    {
        f("proposal", s.proposal);
        f("leaf", s.leaf, Token{});
        f("role", s.role, Token{});
        f("statement", s.statement);
        f("decision", s.decision, Words{{"approve", "reject"}});
        f("comment", s.comment);
    }
};
struct PolicyAdopted {
    static constexpr std::string_view type = "policy.adopted";
    std::int64_t proposal = 0;
    template <class F> static void fields(F& f, auto& s) { f("proposal", s.proposal); }
};
struct PolicyWithdrawn {
    static constexpr std::string_view type = "policy.withdrawn";
    std::int64_t proposal = 0;
    template <class F> static void fields(F& f, auto& s) { f("proposal", s.proposal); }
};

} // namespace cs::events
