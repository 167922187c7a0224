// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/filter/filter.h"

#include "core/query/filter/lexer.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace cs::query::filter {
namespace {

constexpr std::size_t bytesMax = 4096, termsMax = 64, valuesMax = 256;
constexpr double minuteMs = 60'000, hourMs = 60 * minuteMs, dayMs = 24 * hourMs, weekMs = 7 * dayMs;

QString shown(std::string_view text)
{
    constexpr std::size_t shownMax = 40;
    return qs(text.substr(0, shownMax));
}

tl::unexpected<Fault> fault(Span at, Error error)
{
    return tl::unexpected<Fault>(Fault{at, std::move(error)});
}

std::vector<std::string> keyWords()
{
    std::vector<std::string> words;
    for (const KeyInfo& info : keys())
        words.emplace_back(info.word);
    return words;
}

QString joined(const std::vector<std::string_view>& words)
{
    std::string out;
    for (const std::string_view word : words)
        out += (out.empty() ? "" : ", ") + std::string(word);
    return qs(out);
}

tl::unexpected<Fault> unknownKey(const Token& token)
{
    const std::string meant = nearest(token.key, keyWords());
    if (!meant.empty())
        return fault(token.keyAt,
            usageError(
                "CS-FILTER-KEY", "There is no key \"%1:\". Did you mean \"%2:\"?", {shown(token.key), qs(meant)}));
    return fault(token.keyAt,
        usageError("CS-FILTER-KEY",
            "There is no key \"%1:\". Keys are model, version, stage, risk, owner, waiting, registry, tag, domain, "
            "regulated, held, finding, artifact, updated and metric; put other text with a colon in quotes.",
            {shown(token.key)}));
}

/// Milliseconds of "2d", or nothing.
std::optional<double> ageMs(std::string_view text)
{
    if (text.size() < 2 || text.size() > 8)
        return std::nullopt;
    int amount = 0;
    const char* const end = text.data() + text.size() - 1;
    const auto [stop, errc] = std::from_chars(text.data(), end, amount);
    if (errc != std::errc() || stop != end || amount < 0)
        return std::nullopt;
    switch (text.back()) {
    case 'm':
        return amount * minuteMs;
    case 'h':
        return amount * hourMs;
    case 'd':
        return amount * dayMs;
    case 'w':
        return amount * weekMs;
    default:
        return std::nullopt;
    }
}

std::optional<double> plainNumber(std::string_view text)
{
    constexpr std::size_t digitsMax = 40;
    double number = 0;
    const auto [stop, errc] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = errc == std::errc() && stop == text.data() + text.size() && text.size() <= digitsMax;
    return whole && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

Parsed<Value> comparedValue(const KeyInfo& info, const Token::Part& part)
{
    Value value;
    value.text = part.text;
    const bool age = info.kind == ValueKind::Age;
    const bool compares = !part.quoted && (value.text.starts_with('>') || value.text.starts_with('<'));
    if (compares) {
        value.compare = value.text[0] == '>' ? Value::Compare::More : Value::Compare::Less;
        value.text.erase(0, 1);
    }
    const auto number = age ? ageMs(value.text) : plainNumber(value.text);
    if (compares && number) {
        value.number = *number;
        return value;
    }
    if (age)
        return fault(part.at,
            usageError("CS-FILTER-AGE",
                "\"%1\" is no length of time. Write %2:>2d or %2:<36h, in m (minutes), h, d or w (weeks).",
                {shown(part.text), qs(info.word)}));
    return fault(part.at,
        usageError("CS-FILTER-NUMBER", "\"%1\" compares with no number. Write %2:>0.9 or %2:<0.9.",
            {shown(part.text), qs(info.word)}));
}

Parsed<Value> choiceValue(const KeyInfo& info, const Token::Part& part)
{
    Value value;
    value.text = folded(part.text);
    if (std::ranges::find(info.choices, std::string_view(value.text)) != info.choices.end())
        return value;
    return fault(part.at,
        usageError("CS-FILTER-CHOICE", "\"%1\" is no value of \"%2:\". It is one of: %3.",
            {shown(part.text), qs(info.word), joined(info.choices)}));
}

Parsed<Value> valueOf(const KeyInfo* info, const Token& token, const Token::Part& part)
{
    if (!part.closed)
        return fault(part.at, usageError("CS-FILTER-QUOTE", "The quotation mark is not closed."));
    if (part.text.empty()) {
        const Span at = part.at.length > 0 ? part.at : token.at;
        if (info == nullptr)
            return fault(at, usageError("CS-FILTER-EMPTY", "A word is missing here."));
        return fault(at,
            usageError("CS-FILTER-EMPTY", "A value is missing after \"%1:\", for example %2.",
                {qs(info->word), qs(info->example)}));
    }
    if (info == nullptr || info->kind == ValueKind::Text) {
        Value value;
        value.text = part.text;
        value.quoted = part.quoted;
        return value;
    }
    return info->kind == ValueKind::Choice ? choiceValue(*info, part) : comparedValue(*info, part);
}

Parsed<Term> termOf(const Token& token)
{
    const KeyInfo* info = token.hasKey ? keyOf(token.key) : nullptr;
    if (token.hasKey && info == nullptr)
        return unknownKey(token);
    if (token.parts.size() > valuesMax)
        return fault(token.at, usageError("CS-FILTER-LONG", "These are too many values for one key."));
    Term term{token.negated, info == nullptr ? Key::Text : info->key, {}, token.at};
    for (const Token::Part& part : token.parts) {
        auto value = valueOf(info, token, part);
        if (!value)
            return tl::unexpected<Fault>(std::move(value).error());
        term.values.push_back(*std::move(value));
    }
    return term;
}

std::string quotedText(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + "\"";
}

/// Edits that lead from one word to the other (insert, remove, replace).
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t corner = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
            corner = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row.back();
}

} // namespace

const std::vector<KeyInfo>& keys()
{
    using K = ValueKind;
    static const std::vector<KeyInfo> all{{Key::Model, "model", "model:mortgage*", K::Text, {}},
        {Key::Version, "version", "version:v14", K::Text, {}}, {Key::Stage, "stage", "stage:canary", K::Text, {}},
        {Key::Risk, "risk", "risk:high", K::Text, {}}, {Key::Owner, "owner", "owner:me", K::Text, {}},
        {Key::Waiting, "waiting", "waiting:>2d", K::Age, {}},
        {Key::Registry, "registry", "registry:mlflow-prod", K::Text, {}}, {Key::Tag, "tag", "tag:lending", K::Text, {}},
        {Key::Domain, "domain", "domain:lending", K::Text, {}},
        {Key::Regulated, "regulated", "regulated:yes", K::Choice, {"yes", "no"}},
        {Key::Held, "held", "held:yes", K::Choice, {"yes", "no"}},
        {Key::Finding, "finding", "finding:yes", K::Choice, {"yes", "no"}},
        {Key::Artifact, "artifact", "artifact:unverified", K::Choice, {"verified", "unverified"}},
        {Key::Updated, "updated", "updated:<7d", K::Age, {}}, {Key::Metric, "metric", "metric:>0.9", K::Number, {}}};
    return all;
}

const KeyInfo* keyOf(std::string_view word)
{
    const std::string wanted = folded(word);
    const auto found = std::ranges::find(keys(), std::string_view(wanted), &KeyInfo::word);
    return found == keys().end() ? nullptr : &*found;
}

std::string_view wordOf(Key key)
{
    const auto found = std::ranges::find(keys(), key, &KeyInfo::key);
    return found == keys().end() ? std::string_view() : found->word;
}

Parsed<Filter> parse(std::string_view text)
{
    if (text.size() > bytesMax)
        return fault({0, text.size()}, usageError("CS-FILTER-LONG", "The filter is too long."));
    Filter filter;
    for (const Token& token : tokens(text)) {
        if (filter.terms.size() == termsMax)
            return fault(token.at, usageError("CS-FILTER-LONG", "The filter has too many parts."));
        auto term = termOf(token);
        if (!term)
            return tl::unexpected<Fault>(std::move(term).error());
        filter.terms.push_back(*std::move(term));
    }
    return filter;
}

std::string describe(const Term& term)
{
    std::string out = term.negated ? "-" : "";
    if (term.key != Key::Text)
        out += std::string(wordOf(term.key)) + ":";
    bool first = true;
    for (const Value& value : term.values) {
        out += std::exchange(first, false) ? "" : ",";
        out += value.compare == Value::Compare::More ? ">" : value.compare == Value::Compare::Less ? "<" : "";
        out += value.quoted ? quotedText(value.text) : value.text;
    }
    return out;
}

std::string describe(const Filter& filter)
{
    std::string out;
    for (const Term& term : filter.terms)
        out += (out.empty() ? "" : " ") + describe(term);
    return out;
}

std::string nearest(std::string_view word, const std::vector<std::string>& known)
{
    constexpr std::size_t wordMax = 24;
    const std::string wanted = folded(word.substr(0, wordMax));
    std::string best;
    std::size_t least = wanted.size() < 4 ? 2 : 3; // a word of three letters with two wrong is another word
    for (const std::string& candidate : known) {
        const std::string other = folded(candidate);
        const bool begins = wanted.size() >= 2 && other.starts_with(wanted);
        const std::size_t edits = begins ? 1 : distance(wanted, other);
        if (edits < least) {
            least = edits;
            best = candidate;
        }
    }
    return best;
}

std::string folded(std::string_view text)
{
    const bool ascii = std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!ascii)
        return utf8(qs(text).toCaseFolded());
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return out;
}

} // namespace cs::query::filter
