// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/policy_text.h"

#include "core/domain/policy_lint.h"

#include <algorithm>
#include <charconv>

namespace cs::policy {
namespace {

/// The next step of a pointer, without its escapes; nothing if it has a wrong one.
std::optional<std::string> unescaped(std::string_view step)
{
    std::string text;
    for (std::size_t i = 0; i < step.size(); ++i) {
        if (step[i] != '~') {
            text += step[i];
            continue;
        }
        if (++i == step.size() || (step[i] != '0' && step[i] != '1'))
            return std::nullopt;
        text += step[i] == '0' ? '~' : '/';
    }
    return text;
}

json::Value child(json::Value value, const std::string& step)
{
    if (value.isObject())
        return value.find(step);
    std::size_t index = 0;
    const auto [end, errc] = std::from_chars(step.data(), step.data() + step.size(), index);
    if (!value.isArray() || errc != std::errc() || end != step.data() + step.size())
        return {};
    json::Value item = value.firstChild();
    for (; item.isValid() && index > 0; --index)
        item = item.next();
    return item;
}

std::string sentence(const Error& error)
{
    return utf8(error.message());
}

} // namespace

Place placeAt(std::string_view text, std::size_t offset)
{
    const std::size_t at = std::min(offset, text.size());
    const json::LineAndColumn found = json::lineAndColumn(text, at);
    return {at, at, found.line, found.column};
}

std::optional<Place> placeOf(const json::Document& document, std::string_view pointer)
{
    json::Value value = document.root();
    if (!value.isValid() || (!pointer.empty() && pointer.front() != '/'))
        return std::nullopt;
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::size_t end = std::min(pointer.find('/'), pointer.size());
        const auto step = unescaped(pointer.substr(0, end));
        if (!step)
            return std::nullopt;
        pointer.remove_prefix(end);
        const json::Value next = child(value, *step);
        if (!next.isValid())
            break;
        value = next;
    }
    Place place = placeAt(document.source(), static_cast<std::size_t>(value.raw().data() - document.source().data()));
    place.end = place.begin + value.raw().size();
    return place;
}

std::optional<Place> placeOf(std::string_view text, std::string_view pointer)
{
    json::Document document;
    if (!document.parse(text, json::policyLimits))
        return std::nullopt;
    return placeOf(document, pointer);
}

bool Faults::adoptable() const
{
    return policy != nullptr && std::none_of(findings.begin(), findings.end(), [](const auto& f) { return f.error; });
}

Faults check(std::string_view bytes)
{
    Faults faults;
    json::Document document;
    if (const auto parsed = document.parse(bytes, json::policyLimits); !parsed) {
        faults.findings.push_back({true, "json", "", sentence(parsed.error()), placeAt(bytes, document.errorAt())});
        return faults;
    }
    reading::Problems problems;
    faults.policy = reading::read(problems, document, bytes);
    if (problems.any())
        faults.findings.push_back({true, "grammar", problems.pointer(), sentence(problems.error()), std::nullopt});
    else
        faults.findings = lint(*faults.policy);
    if (faults.policy) {
        linting::Findings more{std::move(faults.findings)};
        linting::lintAuthoring(*faults.policy, more);
        faults.findings = std::move(more.list);
    }
    for (LintFinding& finding : faults.findings)
        finding.place = placeOf(document, finding.where);
    std::stable_sort(faults.findings.begin(), faults.findings.end(), [](const LintFinding& a, const LintFinding& b) {
        return a.place.value_or(Place()).begin < b.place.value_or(Place()).begin;
    });
    return faults;
}

} // namespace cs::policy
