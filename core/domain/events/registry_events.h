// SPDX-License-Identifier: GPL-3.0-or-later
// Stream `registry/r…`. @source ledger-events.md section 4.
#pragma once

#include "core/domain/events/workspace_events.h"

namespace cs::events {

struct RegistryDescription {
    std::string kind, name, url;
    Digest options;
    template <class F> static void fields(F& f, auto& s)
    {
        f("kind", s.kind, Token{});
        f("name", s.name, Max{128});
        f("url", s.url, Max{512});
        f("options", s.options);
    }
};
struct RegistryAdded {
    static constexpr std::string_view type = "registry.added";
    RegistryDescription description;
    template <class F> static void fields(F& f, auto& s) { RegistryDescription::fields(f, s.description); }
};
struct RegistryChanged {
    static constexpr std::string_view type = "registry.changed";
    RegistryId registry;
    RegistryDescription description;
    template <class F> static void fields(F& f, auto& s)
    {
        f("registry", s.registry);
        RegistryDescription::fields(f, s.description);
    }
};
struct RegistryRemoved {
    static constexpr std::string_view type = "registry.removed";
    RegistryId registry;
    template <class F> static void fields(F& f, auto& s) { f("registry", s.registry); }
};
struct RegistryObserved {
    static constexpr std::string_view type = "registry.observed";
    RegistryId registry;
    std::string name, version;
    Digest fingerprint;
    std::vector<std::string> aliases;
    std::optional<std::string> stage;
    std::optional<Decimal> traffic;
    Commitment raw;
    template <class F> static void fields(F& f, auto& s)
    {
        f("registry", s.registry);
        f("name", s.name, Max{256});
        f("version", s.version, Max{64});
        f("fingerprint", s.fingerprint);
        f("aliases", s.aliases, Sorted{});
        f("stage", s.stage, Max{64});
        f("traffic", s.traffic);
        f("raw", s.raw);
    }
};
struct DesiredState {
    CS_OBJECT;
    std::map<std::string, std::string> alias, tags;
    template <class F> static void fields(F& f, auto& s)
    {
        f("alias", s.alias, Max{64});
        f("tags", s.tags, Max{64});
    }
};
struct RegistryWritten {
    static constexpr std::string_view type = "registry.written";
    RegistryId registry;
    std::string name, version; // whose stamps and aliases
    std::int64_t cause = 0;
    DesiredState desired;
    std::string result;
    std::int64_t attempt = 1;
    template <class F> static void fields(F& f, auto& s)
    {
        f("registry", s.registry);
        f("name", s.name, Max{256});
        f("version", s.version, Max{64});
        f("cause", s.cause);
        f("desired", s.desired);
        f("result", s.result, Words{{"ok", "refused", "conflict"}});
        f("attempt", s.attempt, Range{1, 1'000'000});
    }
};

} // namespace cs::events
