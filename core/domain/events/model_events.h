// SPDX-License-Identifier: GPL-3.0-or-later
// Stream `model/m…`. @source ledger-events.md section 4.
#pragma once

#include "core/domain/events/workspace_events.h"

namespace cs::events {

struct ModelSource {
    CS_OBJECT;
    std::string registry, name;
    template <class F> static void fields(F& f, auto& s)
    {
        f("registry", s.registry, Max{128});
        f("name", s.name, Max{256});
    }
};
struct ModelRegistered {
    static constexpr std::string_view type = "model.registered";
    std::string name, ownerRole;
    std::optional<ModelSource> source;
    template <class F> static void fields(F& f, auto& s)
    {
        f("name", s.name, Max{256});
        f("ownerRole", s.ownerRole, Token{});
        f("source", s.source);
    }
};
/// Free text is an erasable blob; registers such as `retention_policy` are short words.
struct ModelDescribed {
    static constexpr std::string_view type = "model.described";
    ModelId model;
    std::map<std::string, std::string> set; // "intended_use" holds the text form of a Commitment
    template <class F> static void fields(F& f, auto& s)
    {
        f("model", s.model);
        f("set", s.set, Max{32});
    }
};
struct ModelTagsSet {
    static constexpr std::string_view type = "model.tags_set";
    ModelId model;
    std::map<std::string, std::string> tags; // "true"/"false" for booleans, sorted comma list for labels
    Commitment reason;
    template <class F> static void fields(F& f, auto& s)
    {
        f("model", s.model);
        f("tags", s.tags, Max{32});
        f("reason", s.reason);
    }
};
struct ModelServingSet {
    static constexpr std::string_view type = "model.serving_set";
    ModelId model;
    std::string endpoint, region, capacity;
    std::optional<std::string> fallback;
    Digest config, actuator;
    template <class F> static void fields(F& f, auto& s)
    {
        f("model", s.model);
        f("endpoint", s.endpoint, Max{128});
        f("region", s.region, Max{64});
        f("capacity", s.capacity, Max{64});
        f("fallback", s.fallback, Max{128});
        f("config", s.config);
        f("actuator", s.actuator);
    }
};
struct FindingOpened {
    static constexpr std::string_view type = "finding.opened";
    std::string kind, severity;
    std::vector<std::string> about;
    Digest detail;
    template <class F> static void fields(F& f, auto& s)
    {
        f("kind", s.kind, Token{});
        f("severity", s.severity, Words{{"critical", "high", "medium", "low"}});
        f("about", s.about, Sorted{});
        f("detail", s.detail);
    }
};
struct FindingClosed {
    static constexpr std::string_view type = "finding.closed";
    FindingId finding;
    std::string how;
    Commitment reason;
    template <class F> static void fields(F& f, auto& s)
    {
        f("finding", s.finding);
        f("how", s.how, Words{{"fixed", "accepted", "mistaken"}});
        f("reason", s.reason);
    }
};
struct RecordFiled {
    static constexpr std::string_view type = "record.filed";
    std::string form, about;
    Commitment document;
    std::optional<std::string> outcome;
    std::string meaning;
    std::optional<std::int64_t> supersedes;
    template <class F> static void fields(F& f, auto& s)
    {
        f("form", s.form, Token{});
        f("about", s.about, Max{24});
        f("document", s.document);
        f("outcome", s.outcome, Token{});
        f("meaning", s.meaning, Words{{"review", "approval", "responsibility", "authorship", "verification"}});
        f("supersedes", s.supersedes);
    }
};

} // namespace cs::events
