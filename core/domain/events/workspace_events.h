// SPDX-License-Identifier: GPL-3.0-or-later
// Stream `workspace`: founding, authority, erasure, holds, delegation, time, exports.
// @source ledger-events.md section 4.
#pragma once

#include "core/domain/codec.h"

namespace cs::events {

using codec::Commitment;
using codec::Max;
using codec::Range;
using codec::Sorted;
using codec::Token;
using codec::Words;

/// Size and root of the tree at some moment.
struct HeadRef {
    CS_OBJECT;
    std::int64_t size = 0;
    std::string root; // 64 hex digits
    template <class F> static void fields(F& f, auto& s)
    {
        f("size", s.size, Range{0, INT64_C(9007199254740991)});
        f("root", s.root, Max{64});
    }
};

struct WorkspaceCreated {
    static constexpr std::string_view type = "workspace.created";
    std::string name, mode;
    std::int64_t rules = 1;
    PublicKey key;
    Commitment card;
    std::optional<PublicKey> logKey;
    template <class F> static void fields(F& f, auto& s)
    {
        f("name", s.name, Max{80});
        f("mode", s.mode, Words{{"team", "single", "demo"}});
        f("rules", s.rules, Range{1, 1});
        f("key", s.key);
        f("card", s.card);
        f("log_key", s.logKey);
    }
};

struct FoundingAccepted {
    static constexpr std::string_view type = "founding.accepted";
    template <class F> static void fields(F&, auto&) { }
};

struct WorkspaceOpened {
    static constexpr std::string_view type = "workspace.opened";
    std::vector<ActorId> admins;
    std::int64_t threshold = 1;
    template <class F> static void fields(F& f, auto& s)
    {
        f("admins", s.admins, Sorted{});
        f("threshold", s.threshold, Range{1, 200});
    }
};

namespace change {
struct Enrol {
    static constexpr std::string_view kind = "enrol";
    std::string actorKind; // person or service
    PublicKey key;
    std::string proof; // DSSE line of the proof of possession
    Commitment card;
    template <class F> static void fields(F& f, auto& s)
    {
        f("actorKind", s.actorKind, Words{{"person", "service"}});
        f("key", s.key);
        f("proof", s.proof, Max{4000});
        f("card", s.card);
    }
};
struct AddKey {
    static constexpr std::string_view kind = "add_key";
    ActorId actor;
    PublicKey key;
    std::string proof;
    std::optional<std::string> oldKeyProof;
    template <class F> static void fields(F& f, auto& s)
    {
        f("actor", s.actor);
        f("key", s.key);
        f("proof", s.proof, Max{4000});
        f("oldKeyProof", s.oldKeyProof, Max{4000});
    }
};
struct RevokeKey {
    static constexpr std::string_view kind = "revoke_key";
    PublicKey key;
    std::string why;
    std::optional<std::int64_t> since;
    template <class F> static void fields(F& f, auto& s)
    {
        f("key", s.key);
        f("why", s.why, Words{{"rotated", "lost", "left", "compromised"}});
        f("since", s.since);
    }
};
struct Grant {
    static constexpr std::string_view kind = "grant";
    ActorId actor;
    std::string role;
    std::optional<std::vector<std::string>> domains;
    std::optional<UtcTime> until;
    template <class F> static void fields(F& f, auto& s)
    {
        f("actor", s.actor);
        f("role", s.role, Token{});
        f("domains", s.domains, Sorted{});
        f("until", s.until);
    }
};
struct EndRole {
    static constexpr std::string_view kind = "end_role";
    std::int64_t grant = 0;
    template <class F> static void fields(F& f, auto& s) { f("grant", s.grant); }
};
struct SetAdmins {
    static constexpr std::string_view kind = "set_admins";
    std::vector<ActorId> admins;
    std::int64_t threshold = 1;
    template <class F> static void fields(F& f, auto& s)
    {
        f("admins", s.admins, Sorted{});
        f("threshold", s.threshold, Range{1, 200});
    }
};
/// trust and distrust differ only in their kind.
template <int Distrust> struct TrustChange {
    static constexpr std::string_view kind = Distrust ? "distrust" : "trust";
    std::string purpose, key, name;
    template <class F> static void fields(F& f, auto& s)
    {
        f("purpose", s.purpose, Words{{"artifact", "provenance", "tsa", "witness", "export", "log"}});
        f("key", s.key, Max{4000});
        f("name", s.name, Max{128});
    }
};
using Trust = TrustChange<0>;
using Distrust = TrustChange<1>;
struct SetRules {
    static constexpr std::string_view kind = "set_rules";
    std::int64_t to = 1;
    template <class F> static void fields(F& f, auto& s) { f("to", s.to); }
};
struct CorrectClock {
    static constexpr std::string_view kind = "correct_clock";
    std::int64_t from = 0, to = 0;
    template <class F> static void fields(F& f, auto& s)
    {
        f("from", s.from);
        f("to", s.to);
    }
};
struct MoveStore {
    static constexpr std::string_view kind = "move_store";
    std::string to;
    template <class F> static void fields(F& f, auto& s) { f("to", s.to, Words{{"postgres", "file"}}); }
};
struct AcceptLoss {
    static constexpr std::string_view kind = "accept_loss";
    HeadRef had, now;
    template <class F> static void fields(F& f, auto& s)
    {
        f("had", s.had);
        f("now", s.now);
    }
};
struct Close {
    static constexpr std::string_view kind = "close";
    template <class F> static void fields(F&, auto&) { }
};
} // namespace change

using Change = std::variant<change::Enrol, change::AddKey, change::RevokeKey, change::Grant, change::EndRole,
    change::SetAdmins, change::Trust, change::Distrust, change::SetRules, change::CorrectClock, change::MoveStore,
    change::AcceptLoss, change::Close>;

struct AuthorityProposed {
    static constexpr std::string_view type = "authority.proposed";
    Change change;
    Commitment reason;
    template <class F> static void fields(F& f, auto& s)
    {
        f("change", s.change);
        f("reason", s.reason);
    }
};
struct AuthorityEndorsed {
    static constexpr std::string_view type = "authority.endorsed";
    std::int64_t proposal = 0;
    std::string decision;
    template <class F> static void fields(F& f, auto& s)
    {
        f("proposal", s.proposal);
        f("decision", s.decision, Words{{"endorse", "object"}});
    }
};
struct AuthorityWithdrawn {
    static constexpr std::string_view type = "authority.withdrawn";
    std::int64_t proposal = 0;
    template <class F> static void fields(F& f, auto& s) { f("proposal", s.proposal); }
};
struct CardReplaced {
    static constexpr std::string_view type = "card.replaced";
    Commitment card;
    template <class F> static void fields(F& f, auto& s) { f("card", s.card); }
};
struct BlobErased {
    static constexpr std::string_view type = "blob.erased";
    Commitment blob;
    std::string ground;
    Commitment note;
    template <class F> static void fields(F& f, auto& s)
    {
        f("blob", s.blob);
        f("ground", s.ground, Words{{"request", "retention", "court"}});
        f("note", s.note);
    }
};
struct HoldSet {
    static constexpr std::string_view type = "hold.set";
    std::vector<std::string> about;
    Commitment ground;
    template <class F> static void fields(F& f, auto& s)
    {
        f("about", s.about, Sorted{});
        f("ground", s.ground);
    }
};
struct HoldEnded {
    static constexpr std::string_view type = "hold.ended";
    std::vector<std::string> about;
    Commitment ground;
    template <class F> static void fields(F& f, auto& s)
    {
        f("about", s.about, Sorted{});
        f("ground", s.ground);
    }
};
struct DelegationGiven {
    static constexpr std::string_view type = "delegation.given";
    ActorId to;
    std::vector<std::string> roles;
    UtcTime until;
    Commitment reason;
    template <class F> static void fields(F& f, auto& s)
    {
        f("to", s.to);
        f("roles", s.roles, Sorted{}, Token{});
        f("until", s.until);
        f("reason", s.reason);
    }
};
struct DelegationEnded {
    static constexpr std::string_view type = "delegation.ended";
    std::int64_t delegation = 0;
    template <class F> static void fields(F& f, auto& s) { f("delegation", s.delegation); }
};
struct TimeAnchored {
    static constexpr std::string_view type = "time.anchored";
    std::int64_t size = 0;
    std::string root, source;
    UtcTime genTime;
    std::optional<Digest> token;
    template <class F> static void fields(F& f, auto& s)
    {
        f("size", s.size);
        f("root", s.root, Max{64});
        f("source", s.source, Words{{"rfc3161", "witness", "agent"}});
        f("genTime", s.genTime);
        f("token", s.token);
    }
};
struct ExportRecorded {
    static constexpr std::string_view type = "export.recorded";
    std::string kind;
    Digest parameters, file;
    std::int64_t bytes = 0;
    HeadRef head;
    template <class F> static void fields(F& f, auto& s)
    {
        f("kind", s.kind, Token{});
        f("parameters", s.parameters);
        f("file", s.file);
        f("bytes", s.bytes);
        f("head", s.head);
    }
};
struct VerificationRecorded {
    static constexpr std::string_view type = "verification.recorded";
    std::int64_t size = 0;
    std::string root, verdict, program;
    template <class F> static void fields(F& f, auto& s)
    {
        f("size", s.size);
        f("root", s.root, Max{64});
        f("verdict", s.verdict, Words{{"intact", "broken", "incomplete"}});
        f("program", s.program, Max{64});
    }
};

} // namespace cs::events
