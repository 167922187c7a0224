// SPDX-License-Identifier: GPL-3.0-or-later
// Canary, rollback and drill: entries of the streams `version/v…` and `promotion/p…`.
// @source ledger-events.md section 4.
#pragma once

#include "core/domain/events/workspace_events.h"

namespace cs::events {

struct LeaseTaken {
    static constexpr std::string_view type = "canary.lease_taken";
    PromotionId promotion;
    std::int64_t epoch = 0;
    UtcTime until;
    template <class F> static void fields(F& f, auto& s)
    {
        f("promotion", s.promotion);
        f("epoch", s.epoch);
        f("until", s.until);
    }
};
struct StepSet {
    static constexpr std::string_view type = "canary.step_set";
    PromotionId promotion;
    Decimal percent;
    std::string why;
    std::int64_t epoch = 0;
    template <class F> static void fields(F& f, auto& s)
    {
        f("promotion", s.promotion);
        f("percent", s.percent);
        f("why", s.why, Words{{"advance", "hold", "resume"}});
        f("epoch", s.epoch);
    }
};
struct GuardrailCount {
    CS_OBJECT;
    std::string id;
    std::int64_t scheduled = 0, usable = 0, breached = 0;
    std::string verdict;
    template <class F> static void fields(F& f, auto& s)
    {
        f("id", s.id, Token{});
        f("scheduled", s.scheduled, Range{0, 1'000'000'000});
        f("usable", s.usable, Range{0, 1'000'000'000});
        f("breached", s.breached, Range{0, 1'000'000'000});
        f("verdict", s.verdict, Words{{"healthy", "breached", "inconclusive", "missing"}});
    }
};
struct CanaryWindow {
    static constexpr std::string_view type = "canary.window";
    PromotionId promotion;
    UtcTime from, to;
    std::int64_t epoch = 0, predictions = 0;
    std::vector<GuardrailCount> guardrails;
    Digest samples;
    template <class F> static void fields(F& f, auto& s)
    {
        f("promotion", s.promotion);
        f("from", s.from);
        f("to", s.to);
        f("epoch", s.epoch);
        f("predictions", s.predictions, Range{0, INT64_C(9007199254740991)});
        f("guardrails", s.guardrails, Max{64});
        f("samples", s.samples);
    }
};
struct CanaryBreached {
    static constexpr std::string_view type = "canary.breached";
    PromotionId promotion;
    std::string guardrail, rule, test;
    Decimal statistic, threshold;
    Digest samples;
    std::map<std::string, UtcTime> times;
    template <class F> static void fields(F& f, auto& s)
    {
        f("promotion", s.promotion);
        f("guardrail", s.guardrail, Token{});
        f("rule", s.rule, Max{128});
        f("test", s.test, Max{64});
        f("statistic", s.statistic);
        f("threshold", s.threshold);
        f("samples", s.samples);
        f("times", s.times, Max{16});
    }
};
struct RollbackTrigger {
    CS_OBJECT;
    std::string kind; // breach, person, drill_failed, journal
    std::optional<std::string> guardrail;
    std::optional<Commitment> reason;
    template <class F> static void fields(F& f, auto& s)
    {
        f("kind", s.kind, Token{});
        f("guardrail", s.guardrail, Token{});
        f("reason", s.reason);
    }
};
/// What both the intent and the execution of a rollback say.
struct RollbackPlan {
    std::string transition;
    VersionId from;
    std::string to; // v…, fallback or none
    std::string endpoint;
    RollbackTrigger trigger;
    std::optional<std::int64_t> epoch;
    template <class F> static void fields(F& f, auto& s)
    {
        f("transition", s.transition, Token{});
        f("from", s.from);
        f("to", s.to, Max{24});
        f("endpoint", s.endpoint, Max{128});
        f("trigger", s.trigger);
        f("epoch", s.epoch);
    }
};
struct RollbackIntended {
    static constexpr std::string_view type = "rollback.intended";
    RollbackPlan plan;
    template <class F> static void fields(F& f, auto& s) { RollbackPlan::fields(f, s.plan); }
};
struct RollbackVerified {
    CS_OBJECT;
    std::string method, served;
    std::int64_t probes = 0;
    template <class F> static void fields(F& f, auto& s)
    {
        f("method", s.method, Token{});
        f("served", s.served, Max{64});
        f("probes", s.probes, Range{0, 1'000'000'000});
    }
};
struct NamedValue {
    CS_OBJECT;
    std::string name;
    Decimal value;
    template <class F> static void fields(F& f, auto& s)
    {
        f("name", s.name, Max{128});
        f("value", s.value);
    }
};
struct RollbackExecuted {
    static constexpr std::string_view type = "rollback.executed";
    std::optional<std::int64_t> intent;
    RollbackPlan plan;
    std::map<std::string, std::int64_t> times; // milliseconds since the epoch of each instant
    std::vector<NamedValue> values;
    RollbackVerified verified;
    std::optional<Digest> record;
    template <class F> static void fields(F& f, auto& s)
    {
        f("intent", s.intent);
        RollbackPlan::fields(f, s.plan);
        f("times", s.times, Max{16});
        f("values", s.values, Max{64});
        f("verified", s.verified);
        f("record", s.record);
    }
};
struct RollbackJournaled {
    static constexpr std::string_view type = "rollback.journaled";
    std::vector<std::string> lines;
    UtcTime gapFrom, gapTo;
    template <class F> static void fields(F& f, auto& s)
    {
        f("lines", s.lines);
        f("gapFrom", s.gapFrom);
        f("gapTo", s.gapTo);
    }
};
struct RollbackRemedied {
    static constexpr std::string_view type = "rollback.remedied";
    std::int64_t rollback = 0;
    Commitment plan;
    UtcTime due;
    template <class F> static void fields(F& f, auto& s)
    {
        f("rollback", s.rollback);
        f("plan", s.plan);
        f("due", s.due);
    }
};
struct RollbackHoldLifted {
    static constexpr std::string_view type = "rollback.hold_lifted";
    std::int64_t rollback = 0;
    std::string basis;
    template <class F> static void fields(F& f, auto& s)
    {
        f("rollback", s.rollback);
        f("basis", s.basis, Words{{"new_artifact", "waiver"}});
    }
};
struct DrillRecorded {
    static constexpr std::string_view type = "drill.recorded";
    std::string endpoint, route, restored;
    UtcTime startedAt, restoredAt;
    std::int64_t durationMs = 0, probes = 0;
    Digest config, actuator, runtime;
    bool passed = false;
    template <class F> static void fields(F& f, auto& s)
    {
        f("endpoint", s.endpoint, Max{128});
        f("route", s.route, Words{{"canary", "full"}});
        f("restored", s.restored, Max{24});
        f("startedAt", s.startedAt);
        f("restoredAt", s.restoredAt);
        f("durationMs", s.durationMs, Range{0, INT64_C(9007199254740991)});
        f("probes", s.probes, Range{0, 1'000'000'000});
        f("config", s.config);
        f("actuator", s.actuator);
        f("runtime", s.runtime);
        f("passed", s.passed);
    }
};

} // namespace cs::events
