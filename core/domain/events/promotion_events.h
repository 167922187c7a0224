// SPDX-License-Identifier: GPL-3.0-or-later
// Stream `promotion/p…`. @source ledger-events.md section 4.
#pragma once

#include "core/domain/events/workspace_events.h"

namespace cs::events {

struct PromotionProposed {
    static constexpr std::string_view type = "promotion.proposed";
    VersionId version;
    std::string transition, endpoint;
    Digest policy;
    Commitment text;
    std::string rollbackTarget; // v…, fallback or none
    std::map<std::string, std::string> plan;
    template <class F> static void fields(F& f, auto& s)
    {
        f("version", s.version);
        f("transition", s.transition, Token{});
        f("endpoint", s.endpoint, Max{128});
        f("policy", s.policy);
        f("text", s.text);
        f("rollbackTarget", s.rollbackTarget, Max{24});
        f("plan", s.plan, Max{32});
    }
};
struct PromotionRevised {
    static constexpr std::string_view type = "promotion.revised";
    PromotionId promotion;
    Commitment text;
    std::vector<std::int64_t> answers;
    template <class F> static void fields(F& f, auto& s)
    {
        f("promotion", s.promotion);
        f("text", s.text);
        f("answers", s.answers, Sorted{});
    }
};
struct SignedLeaf {
    CS_OBJECT;
    std::string leaf;
    Digest statement;
    auto operator<=>(const SignedLeaf&) const = default;
    template <class F> static void fields(F& f, auto& s)
    {
        f("leaf", s.leaf, Token{});
        f("statement", s.statement);
    }
};
/// What approval, rejection and a request for changes have in common.
struct Decision {
    PromotionId promotion;
    Digest snapshot;
    std::map<std::string, std::string> parts;
    std::vector<SignedLeaf> leaves;
    std::string role, meaning;
    std::vector<Digest> viewed;
    std::optional<Commitment> comment;
    std::optional<Commitment> card;
    std::optional<std::int64_t> delegation;
    std::string presence = "session";
    template <class F> static void fields(F& f, auto& s)
    {
        f("promotion", s.promotion);
        f("snapshot", s.snapshot);
        f("parts", s.parts, Max{64});
        f("leaves", s.leaves, Sorted{});
        f("role", s.role, Token{});
        f("meaning", s.meaning, Words{{"review", "approval", "responsibility", "authorship", "verification"}});
        f("viewed", s.viewed, Sorted{});
        f("comment", s.comment);
        f("card", s.card);
        f("delegation", s.delegation);
        f("presence", s.presence, Words{{"session", "each_time"}});
    }
};
struct PromotionApproved {
    static constexpr std::string_view type = "promotion.approved";
    Decision decision;
    template <class F> static void fields(F& f, auto& s) { Decision::fields(f, s.decision); }
};
struct PromotionRejected {
    static constexpr std::string_view type = "promotion.rejected";
    Decision decision;
    template <class F> static void fields(F& f, auto& s) { Decision::fields(f, s.decision); }
};
struct ChangesRequested {
    static constexpr std::string_view type = "promotion.changes_requested";
    Decision decision;
    template <class F> static void fields(F& f, auto& s) { Decision::fields(f, s.decision); }
};
struct DecisionWithdrawn {
    static constexpr std::string_view type = "promotion.decision_withdrawn";
    std::int64_t decision = 0;
    Commitment reason;
    template <class F> static void fields(F& f, auto& s)
    {
        f("decision", s.decision);
        f("reason", s.reason);
    }
};
struct PromotionCommented {
    static constexpr std::string_view type = "promotion.commented";
    PromotionId promotion;
    std::optional<std::int64_t> about;
    Commitment text;
    template <class F> static void fields(F& f, auto& s)
    {
        f("promotion", s.promotion);
        f("about", s.about);
        f("text", s.text);
    }
};
struct FreezeOffset {
    CS_OBJECT;
    std::string id;
    std::int64_t offsetSeconds = 0;
    template <class F> static void fields(F& f, auto& s)
    {
        f("id", s.id, Token{});
        f("offsetSeconds", s.offsetSeconds, Range{-86'400, 86'400});
    }
};
struct PromotionExecuted {
    static constexpr std::string_view type = "promotion.executed";
    PromotionId promotion;
    std::string basis;
    std::optional<VersionId> supersedes;
    std::vector<FreezeOffset> freeze;
    template <class F> static void fields(F& f, auto& s)
    {
        f("promotion", s.promotion);
        f("basis", s.basis, Words{{"gate", "break_glass"}});
        f("supersedes", s.supersedes);
        f("freeze", s.freeze, Max{64});
    }
};
struct PromotionWithdrawn {
    static constexpr std::string_view type = "promotion.withdrawn";
    PromotionId promotion;
    Commitment reason;
    template <class F> static void fields(F& f, auto& s)
    {
        f("promotion", s.promotion);
        f("reason", s.reason);
    }
};
struct BreakglassAuthorised {
    static constexpr std::string_view type = "breakglass.authorised";
    PromotionId promotion;
    std::int64_t slot = 0;
    Commitment reason;
    std::string incident;
    template <class F> static void fields(F& f, auto& s)
    {
        f("promotion", s.promotion);
        f("slot", s.slot, Range{0, 16});
        f("reason", s.reason);
        f("incident", s.incident, Max{64});
    }
};
struct BreakglassReviewed {
    static constexpr std::string_view type = "breakglass.reviewed";
    PromotionId promotion;
    std::string leaf, decision;
    Commitment comment;
    template <class F> static void fields(F& f, auto& s)
    {
        f("promotion", s.promotion);
        f("leaf", s.leaf, Token{});
        f("decision", s.decision, Words{{"approve", "reject"}});
        f("comment", s.comment);
    }
};

} // namespace cs::events
