// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a policy that are no gate: guardrail sets, freezes, the RACI matrix.
#include "core/domain/policy_reader.h"

#include <algorithm>
#include <charconv>

namespace cs::policy::reading {
namespace {

constexpr double anyNumber = 1e300;
const Words unitWords{"1", "percent", "ms", "s", "count", "per_second", "bytes", "score", "currency",
    "currency_per_1000", "currency_per_month"};

Guardrail::Source source(Object&& object)
{
    Guardrail::Source result;
    result.kind = object.word("kind", {"prometheus", "file"});
    result.connection = object.optionalId("connection");
    result.canaryQuery = object.text("canaryQuery", 1, 4000);
    result.baselineQuery = object.optionalText("baselineQuery", 1, 4000);
    result.sampleCountQuery = object.optionalText("sampleCountQuery", 1, 4000);
    result.baselineCountQuery = object.optionalText("baselineCountQuery", 1, 4000);
    result.counter = object.optionalWord("valueKind", {"gauge", "counter"}, "gauge") == "counter";
    result.windowSeconds = object.optionalInteger("windowSeconds", 5, 86'400).value_or(0);
    result.scrapeIntervalSeconds = object.integer("scrapeIntervalSeconds", 1, 3600);
    result.maxSampleAgeSeconds = object.integer("maxSampleAgeSeconds", 1, 3600);
    result.timeoutMs = object.integer("timeoutMs", 100, 30'000);
    object.finish();
    return result;
}

void against(Object&& object, Guardrail::Test& test)
{
    if (object.has("baseline") == object.has("limit"))
        object.problem("", "%1 must hold either baseline or limit.");
    if (object.has("baseline")) {
        Object baseline = object.object("baseline");
        test.maxRatio = baseline.number("maxRatio", 1, 100);
        baseline.finish();
    } else {
        test.limit = object.optionalPositive("limit");
        if (test.limit && *test.limit >= 1)
            object.problem("limit", "%1 is a proportion and must be less than 1.");
    }
    object.finish();
}

Guardrail::Test guardrailTest(Object&& object)
{
    Guardrail::Test test;
    test.kind = object.word("kind", {"fixed", "relative", "sequential_proportion"});
    if (test.kind == "fixed") {
        test.op = object.word("op", {"lt", "le", "ge", "gt"});
        test.value = object.number("value", -anyNumber, anyNumber);
        test.unit = object.word("unit", unitWords);
    } else if (test.kind == "relative") {
        test.direction = object.word("direction", {"higher_is_better", "lower_is_better", "target"});
        test.allowedDegradation = tolerance(object.object("allowedDegradation"), false);
        const auto floor = object.optionalPositive("baselineFloor");
        test.baselineFloor = floor.value_or(0);
        if (test.allowedDegradation.relative && !floor)
            object.problem("baselineFloor",
                "%1 is missing. A relative tolerance needs a floor, or a baseline near zero makes it empty.");
        test.unit = object.word("unit", unitWords);
    } else {
        test.alpha = object.optionalPositive("alpha").value_or(0);
        if (!(test.alpha > 0) || test.alpha > 0.1)
            object.problem("alpha", "%1 must be greater than 0 and at most 0.1.");
        against(object.object("against"), test);
    }
    object.finish();
    return test;
}

void breachRule(Object&& object, Guardrail& rule)
{
    if (object.has("consecutive")) {
        rule.consecutive = object.integer("consecutive", 1, 20);
    } else {
        rule.breached = object.integer("breached", 1, 100);
        rule.outOf = object.integer("outOf", 1, 100);
    }
    object.finish();
}

Guardrail guardrail(Object&& object)
{
    Guardrail rule;
    rule.id = object.id("id");
    rule.title = object.text("title", 1, 200);
    rule.severity = object.word("severity", {"critical", "major", "minor"});
    rule.ownerRole = object.id("ownerRole");
    if (object.has("appliesWhen"))
        rule.appliesWhen = predicate(object.problems(), object.need("appliesWhen"), object.path("appliesWhen"));
    rule.source = source(object.object("source"));
    rule.test = guardrailTest(object.object("test"));
    rule.warmupSeconds = object.optionalInteger("warmupSeconds", 0, maxSeconds).value_or(0);
    rule.minSamples = object.optionalInteger("minSamples", 0, unbounded).value_or(0);
    breachRule(object.object("breach"), rule);
    Object missing = object.object("missing");
    rule.missingMaxSeconds = missing.integer("maxSeconds", 1, maxSeconds);
    rule.missingRollsBack = missing.word("then", {"hold", "rollback"}) == "rollback";
    missing.finish();
    rule.action = object.word("action", {"rollback", "hold", "alert"});
    object.finish();
    return rule;
}

/// RFC 3339 date and time, as JSON Schema's date-time has it.
std::optional<UtcTime> dateTime(std::string_view text)
{
    if (text.size() < 20 || text.size() > 40)
        return std::nullopt;
    std::string fraction = "000";
    std::size_t at = 19;
    if (text[at] == '.') {
        std::size_t digits = 0;
        for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at)
            if (digits < 3)
                fraction[digits++] = text[at];
        if (digits == 0)
            return std::nullopt;
    }
    std::int64_t offsetMinutes = 0;
    const std::string_view zone = text.substr(at);
    if (zone != "Z") {
        int hours = 0;
        int minutes = 0;
        if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':'
            || std::from_chars(&zone[1], &zone[3], hours).ptr != &zone[3]
            || std::from_chars(&zone[4], &zone[4] + 2, minutes).ptr != &zone[4] + 2 || hours > 23 || minutes > 59)
            return std::nullopt;
        offsetMinutes = (hours * 60 + minutes) * (zone[0] == '-' ? -1 : 1);
    }
    const auto time = UtcTime::fromText(std::string(text.substr(0, 19)) + "." + fraction + "Z");
    if (!time)
        return std::nullopt;
    return time->plusSeconds(-offsetMinutes * 60);
}

bool isZone(std::string_view zone)
{
    if (zone == "UTC")
        return true;
    const auto slash = zone.find('/');
    return slash != std::string_view::npos && slash > 0 && zone.size() <= 64 && zone.back() != '/'
        && zone.find("//") == std::string_view::npos && std::all_of(zone.begin(), zone.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '+'
                   || c == '-' || c == '/';
           });
}

void schedule(Object&& object, Freeze& freeze)
{
    if (object.has("start")) {
        for (auto [name, target] : {std::pair{"start", &freeze.start}, {"end", &freeze.end}}) {
            *target = dateTime(object.text(name, 1, 40));
            if (!*target)
                object.problem(name, "%1 is no date and time. Write it as 2026-12-18T00:00:00Z.");
        }
        return object.finish();
    }
    const Words days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    for (const auto& day : object.words("weekdays", 1, days))
        freeze.weekdays.push_back(1 + static_cast<int>(std::find(days.begin(), days.end(), day) - days.begin()));
    const std::string time = object.text("startTime", 5, 5);
    int hour = 0;
    int minute = 0;
    const bool shape = time.size() == 5 && time[2] == ':' && time[0] >= '0' && time[0] <= '2' && time[3] >= '0'
        && time[3] <= '5' && std::from_chars(time.data(), time.data() + 2, hour).ptr == time.data() + 2
        && std::from_chars(time.data() + 3, time.data() + 5, minute).ptr == time.data() + 5 && hour <= 23;
    if (!shape)
        object.problem("startTime", "%1 is no time of day. Write it as 16:00.");
    freeze.startMinuteOfDay = hour * 60 + minute;
    freeze.durationSeconds = object.integer("durationSeconds", 1, maxSeconds);
    freeze.timeZone = object.text("timeZone", 1, 64);
    if (!isZone(freeze.timeZone))
        object.problem("timeZone", "%1 is no IANA time zone, for example Europe/Zurich or UTC.");
    object.finish();
}

RaciMatrix raciMatrix(Object& object, std::string_view name)
{
    RaciMatrix matrix;
    object.members(name, 0, [&](const std::string& transition, json::Value row, const std::string& path) {
        if (!row.isObject())
            return object.problems().add(path, "%1 must be an object of roles and letters.");
        auto& letters = matrix[transition];
        for (const json::Value cell : row) {
            const std::string role(cell.key());
            const std::string_view letter = cell.string();
            if (!isId(role))
                return object.problems().add(path, "%1 names \"%2\", which is no id.", {qs(role.substr(0, 80))});
            if (letter.size() != 1 || std::string_view("RACI").find(letter[0]) == std::string_view::npos)
                return object.problems().add(pointerTo(path, role), "%1 must be one of: R, A, C, I.");
            letters[role] = letter[0];
        }
    });
    return matrix;
}

} // namespace

GuardrailSet guardrailSet(Problems& problems, json::Value value, const std::string& path, const std::string& id)
{
    Object object(problems, value, path);
    GuardrailSet set;
    set.id = id;
    set.title = object.text("title", 1, 200);
    set.evaluationIntervalSeconds = object.integer("evaluationIntervalSeconds", 1, 300);
    set.actuationDeadlineSeconds = object.integer("actuationDeadlineSeconds", 1, 30);
    set.parallelBaseline =
        object.optionalWord("baseline", {"parallel_baseline", "current_production"}, "current_production")
        == "parallel_baseline";
    object.items("ramp", 1, 200, [&](json::Value item, const std::string& where) {
        Object step(problems, item, where);
        const auto percent = step.number("trafficPercent", 0, 100);
        if (!(percent > 0))
            step.problem("trafficPercent", "%1 must be greater than zero.");
        const auto duration = step.integer("minDurationSeconds", 1, maxSeconds);
        set.ramp.push_back({percent, duration, step.integer("minSamples", 0, unbounded)});
        step.finish();
    });
    object.items("guardrails", 1, 64, [&](json::Value item, const std::string& where) {
        set.rules.push_back(guardrail(Object(problems, item, where)));
        set.guardrails.push_back(set.rules.back().id);
    });
    Object loss = object.object("onAgentLoss");
    set.maxSilentSeconds = loss.integer("maxSilentSeconds", 1, maxSeconds);
    set.holdRampOnAgentLoss = loss.word("action", {"alert", "hold_ramp"}) == "hold_ramp";
    loss.finish();
    object.finish();
    return set;
}

Freeze freeze(Problems& problems, json::Value value, const std::string& path)
{
    Object object(problems, value, path);
    Freeze result;
    result.id = object.id("id");
    result.title = object.text("title", 1, 200);
    result.ownerRole = object.id("ownerRole");
    result.transitions = object.ids("transitions", 1);
    if (object.has("appliesWhen"))
        result.appliesWhen = predicate(problems, object.need("appliesWhen"), object.path("appliesWhen"));
    schedule(object.object("schedule"), result);
    if (object.has("exception"))
        result.exception = condition(problems, object.need("exception"), object.path("exception"));
    object.constant("blocksRollback", false);
    object.finish();
    return result;
}

Raci raci(Object&& object)
{
    Raci result;
    result.title = object.optionalText("title", 1, 200);
    object.items("roles", 1, 64, [&](json::Value item, const std::string& path) {
        Object role(object.problems(), item, path);
        RaciRole read;
        read.id = role.id("id");
        read.title = role.text("title", 1, 200);
        read.core = role.boolean("core");
        read.policyRoles = role.has("policyRoles") ? role.ids("policyRoles", 1) : std::vector<std::string>{read.id};
        role.finish();
        result.roles.push_back(std::move(read));
    });
    result.transitions = object.ids("transitions", 1);
    result.matrix = raciMatrix(object, "matrix");
    object.items("overlays", 0, 64, [&](json::Value item, const std::string& path) {
        Object overlay(object.problems(), item, path);
        RaciOverlay read;
        read.id = overlay.id("id");
        read.title = overlay.text("title", 1, 200);
        read.when = predicate(object.problems(), overlay.need("when"), overlay.path("when"));
        read.matrix = raciMatrix(overlay, "matrix");
        overlay.finish();
        result.overlays.push_back(std::move(read));
    });
    object.members("rationale", 0, [&](const std::string& key, json::Value text, const std::string& path) {
        if (!text.isString() || text.string().size() > 16'000)
            object.problems().add(path, "%1 must be a text of at most 4000 characters.");
        object.problems().checkVisible(text.string(), path, true);
        result.rationale[key] = std::string(text.string());
    });
    object.finish();
    return result;
}

} // namespace cs::policy::reading
