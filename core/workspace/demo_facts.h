// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/domain/events/event.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

/// The facts that the example pipeline produced, as they stand in the resource ":/example".
namespace cs::demo {

struct Evidence {
    std::string kind, media, file, title, phase;
};
struct Report {
    std::string phase, producer, evidence;
    events::ResultReported event;
};
struct DrillFact {
    std::string route, restored;
    std::int64_t durationMs = 0, probes = 0;
    Digest config, actuator, runtime;
    bool passed = false;
};
struct WindowFact {
    std::string percent, samples;
    std::int64_t predictions = 0;
    std::vector<events::GuardrailCount> guardrails;
};
struct BreachFact {
    std::string guardrail, rule, test, servedLabel;
    Decimal statistic, threshold;
    std::map<std::string, std::int64_t> times; // ms after the breached sample
    std::vector<events::NamedValue> values;
    std::int64_t probes = 0;
};
struct VersionFacts {
    std::string label, stage;
    events::VersionDescription description;
    bool canary = false;
    std::set<std::string> expectedFailures;
    std::vector<Evidence> evidence;
    std::vector<Report> reports;
    std::vector<DrillFact> drills;
    std::vector<std::string> steps; // percents
    std::vector<WindowFact> windows;
    std::optional<BreachFact> breach;
};
struct ModelFacts {
    std::string name, ownerRole, endpoint, region, capacity, fallback;
    std::map<std::string, std::string> tags, described, budget;
    Digest config, actuator;
    events::ModelSource source;
    std::vector<VersionFacts> versions;
};

struct TrustedSigner {
    std::string name, purpose, key;
};
/// Whose signatures of model files and images the example trusts.
Result<std::vector<TrustedSigner>> loadSigners();
/// @returns CS-DEMO-FACTS naming the file that is missing or not of its form.
Result<std::vector<ModelFacts>> loadFacts();
/// Bytes of a file of the facts.
Result<Bytes> factFile(const std::string& file);

} // namespace cs::demo
