// SPDX-License-Identifier: GPL-3.0-or-later
// Stream `version/v…`. @source ledger-events.md section 4.
#pragma once

#include "core/domain/events/workspace_events.h"

namespace cs::events {

struct Artifact {
    CS_OBJECT;
    std::string method = "unverified"; // oms, file, unverified
    std::optional<Digest> sha;
    std::optional<std::int64_t> bytes;
    template <class F> static void fields(F& f, auto& s)
    {
        f("method", s.method, Words{{"oms", "file", "unverified"}});
        f("sha", s.sha);
        f("bytes", s.bytes);
    }
};
struct DataRef {
    CS_OBJECT;
    std::string name, version;
    std::optional<Digest> sha;
    template <class F> static void fields(F& f, auto& s)
    {
        f("name", s.name, Max{128});
        f("version", s.version, Max{128});
        f("sha", s.sha);
    }
};
struct NamedVersion {
    CS_OBJECT;
    std::string name, version;
    auto operator<=>(const NamedVersion&) const = default;
    template <class F> static void fields(F& f, auto& s)
    {
        f("name", s.name, Max{128});
        f("version", s.version, Max{128});
    }
};
struct VersionSource {
    CS_OBJECT;
    std::string registry, name, version;
    std::optional<std::string> run;
    template <class F> static void fields(F& f, auto& s)
    {
        f("registry", s.registry, Max{128});
        f("name", s.name, Max{256});
        f("version", s.version, Max{64});
        f("run", s.run, Max{64});
    }
};
/// What a version says of itself: registered once, amended later.
struct VersionDescription {
    CS_OBJECT;
    std::string label;
    Artifact artifact;
    std::optional<Digest> image;
    std::string code;
    DataRef data;
    NamedVersion pipeline;
    std::vector<NamedVersion> features;
    std::vector<ActorId> contributors;
    std::optional<Commitment> otherContributors;
    std::optional<VersionSource> source;
    std::optional<Commitment> raw;
    template <class F> static void fields(F& f, auto& s)
    {
        f("label", s.label, Max{64});
        f("artifact", s.artifact);
        f("image", s.image);
        f("code", s.code, Max{128});
        f("data", s.data);
        f("pipeline", s.pipeline);
        f("features", s.features, Sorted{});
        f("contributors", s.contributors, Sorted{});
        f("otherContributors", s.otherContributors);
        f("source", s.source);
        f("raw", s.raw);
    }
};
struct VersionRegistered {
    static constexpr std::string_view type = "version.registered";
    ModelId model;
    VersionDescription description;
    template <class F> static void fields(F& f, auto& s)
    {
        f("model", s.model);
        VersionDescription::fields(f, s.description);
    }
};
struct VersionAmended {
    static constexpr std::string_view type = "version.amended";
    VersionId version;
    VersionDescription set; // the whole description as it stands after the amendment
    template <class F> static void fields(F& f, auto& s)
    {
        f("version", s.version);
        f("set", s.set);
    }
};
struct EvidenceAttached {
    static constexpr std::string_view type = "evidence.attached";
    VersionId version;
    std::string kind, media;
    Digest sha;
    std::int64_t bytes = 0;
    std::optional<Commitment> title;
    std::string reader;
    template <class F> static void fields(F& f, auto& s)
    {
        f("version", s.version);
        f("kind", s.kind, Token{});
        f("media", s.media, Max{100});
        f("sha", s.sha);
        f("bytes", s.bytes, Range{1, INT64_C(9007199254740991)});
        f("title", s.title);
        f("reader", s.reader, Max{40});
    }
};
struct EvidenceWithdrawn {
    static constexpr std::string_view type = "evidence.withdrawn";
    EvidenceId evidence;
    Commitment reason;
    template <class F> static void fields(F& f, auto& s)
    {
        f("evidence", s.evidence);
        f("reason", s.reason);
    }
};
struct ResultInputs {
    CS_OBJECT;
    std::string code, data, pipeline, image, seed;
    bool operator==(const ResultInputs&) const = default;
    template <class F> static void fields(F& f, auto& s)
    {
        f("code", s.code, Max{128});
        f("data", s.data, Max{128});
        f("pipeline", s.pipeline, Max{128});
        f("image", s.image, Max{128});
        f("seed", s.seed, Max{64});
    }
};
struct DatasetRef {
    CS_OBJECT;
    std::string name;
    std::optional<Digest> sha;
    template <class F> static void fields(F& f, auto& s)
    {
        f("name", s.name, Max{128});
        f("sha", s.sha);
    }
};
/// One typed fact. Exactly one of value, flag and status is given.
struct ResultItem {
    CS_OBJECT;
    std::string name;
    std::optional<Decimal> value;
    std::optional<bool> flag;
    std::optional<std::string> status; // nan, error
    std::string unit;
    std::optional<DatasetRef> dataset;
    std::optional<std::string> slice;
    std::optional<std::int64_t> n;
    std::optional<Decimal> low, high;
    std::optional<std::string> signer;
    std::optional<std::int64_t> level;
    template <class F> static void fields(F& f, auto& s)
    {
        f("name", s.name, Max{128});
        f("value", s.value);
        f("flag", s.flag);
        f("status", s.status, Words{{"nan", "error"}});
        f("unit", s.unit, Max{20});
        f("dataset", s.dataset);
        f("slice", s.slice, Max{128});
        f("n", s.n, Range{0, INT64_C(9007199254740991)});
        f("low", s.low);
        f("high", s.high);
        f("signer", s.signer, Max{128});
        f("level", s.level, Range{0, 3});
    }
};
struct ResultReported {
    static constexpr std::string_view type = "result.reported";
    VersionId version;
    Digest artifact;
    std::optional<EvidenceId> evidence;
    UtcTime measuredAt;
    std::optional<std::string> run;
    std::optional<ResultInputs> inputs;
    std::int64_t part = 1, of = 1;
    std::vector<ResultItem> results;
    template <class F> static void fields(F& f, auto& s)
    {
        f("version", s.version);
        f("artifact", s.artifact);
        f("evidence", s.evidence);
        f("measuredAt", s.measuredAt);
        f("run", s.run, Max{64});
        f("inputs", s.inputs);
        f("part", s.part, Range{1, 1000});
        f("of", s.of, Range{1, 1000});
        f("results", s.results, Max{200});
    }
};

} // namespace cs::events
