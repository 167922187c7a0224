// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/filter/version_table.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cs::query::filter {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// `*` stands for any characters.
bool matchesPattern(std::string_view pattern, std::string_view text)
{
    std::size_t p = 0, t = 0, star = std::string_view::npos, from = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            from = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++from;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

std::vector<std::uint32_t> naturalRanks(const std::vector<std::string>& folded)
{
    std::vector<std::uint32_t> order(folded.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](auto a, auto b) { return naturalLess(folded[a], folded[b]); });
    std::vector<std::uint32_t> rank(folded.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        rank[order[i]] = i;
    return rank;
}

std::uint32_t placeOf(std::vector<Choice>& choices, const std::string& id)
{
    const auto found = std::ranges::find(choices, id, &Choice::id);
    if (found != choices.end())
        return static_cast<std::uint32_t>(found - choices.begin());
    choices.push_back({id, id});
    return static_cast<std::uint32_t>(choices.size() - 1);
}

bool yes(const Value& value)
{
    return value.text == "yes";
}

bool compares(const Value& value, double measured)
{
    return value.compare == Value::Compare::More ? measured > value.number : measured < value.number;
}

} // namespace

bool naturalLess(std::string_view a, std::string_view b)
{
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (!isDigit(a[i]) || !isDigit(b[j])) {
            if (a[i] != b[j])
                return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
            ++i;
            ++j;
            continue;
        }
        const auto number = [](std::string_view text, std::size_t& at) {
            while (at < text.size() && text[at] == '0')
                ++at;
            const std::size_t from = at;
            while (at < text.size() && isDigit(text[at]))
                ++at;
            return text.substr(from, at - from);
        };
        const std::string_view x = number(a, i), y = number(b, j);
        if (x.size() != y.size())
            return x.size() < y.size();
        if (x != y)
            return x < y;
    }
    return a.size() - i < b.size() - j;
}

std::optional<SortBy> sortByOf(std::string_view word)
{
    static constexpr std::pair<std::string_view, SortBy> all[]{{"model", SortBy::Model}, {"version", SortBy::Version},
        {"stage", SortBy::Stage}, {"risk", SortBy::Risk}, {"metric", SortBy::Metric}, {"state", SortBy::Standing},
        {"waiting", SortBy::Waiting}, {"registry", SortBy::Registry}, {"artifact", SortBy::Artifact},
        {"updated", SortBy::Updated}};
    for (const auto& [name, by] : all)
        if (name == word)
            return by;
    return std::nullopt;
}

std::uint32_t VersionTable::Words::number(const std::string& word)
{
    const auto [at, fresh] = index.emplace(word, static_cast<std::uint32_t>(words.size()));
    if (fresh) {
        words.push_back(word);
        foldedWords.push_back(folded(word));
    }
    return at->second;
}

void VersionTable::Words::rankAll()
{
    rank = naturalRanks(foldedWords);
}

VersionTable::VersionTable(std::vector<ModelFacts> models, std::vector<VersionFacts> versions,
    std::vector<Choice> stages, std::vector<Choice> risks)
    : m_models(std::move(models))
    , m_rows(std::move(versions))
    , m_stages(std::move(stages))
    , m_risks(std::move(risks))
{
    for (const ModelFacts& model : m_models) {
        m_names.push_back(model.name);
        m_foldedNames.push_back(folded(model.name));
        m_riskOfModel.push_back(placeOf(m_risks, model.risk));
    }
    m_modelRank = naturalRanks(m_foldedNames);
    for (const VersionFacts& row : m_rows) {
        m_label.push_back(m_labels.number(row.label));
        m_registry.push_back(m_registries.number(row.registry));
        m_stage.push_back(m_stageWords.number(row.stage));
    }
    for (const std::string& stage : m_stageWords.words)
        placeOf(m_stages, stage);
    m_labels.rankAll();
    m_registries.rankAll();
    m_byId.resize(m_rows.size());
    std::iota(m_byId.begin(), m_byId.end(), 0U);
    std::ranges::sort(m_byId, {}, [this](std::uint32_t row) { return m_rows[row].id; });
}

std::optional<std::uint32_t> VersionTable::rowOf(VersionId id) const
{
    const auto found = std::ranges::lower_bound(m_byId, id, {}, [this](std::uint32_t row) { return m_rows[row].id; });
    return found == m_byId.end() || m_rows[*found].id != id ? std::nullopt : std::optional(*found);
}

VersionTable::WordTest VersionTable::wordTest(const Value& value)
{
    if (value.quoted)
        return [exact = value.text](const std::string&, const std::string& word) { return word == exact; };
    const std::string wanted = folded(value.text);
    if (wanted.find('*') != std::string::npos)
        return [wanted](const std::string& text, const std::string&) { return matchesPattern(wanted, text); };
    return [wanted](const std::string& text, const std::string&) { return text == wanted; };
}

std::vector<char> VersionTable::over(const Words& words, const std::vector<Value>& values)
{
    std::vector<char> hit(words.words.size(), 0);
    for (const Value& value : values) {
        const WordTest test = wordTest(value);
        for (std::size_t i = 0; i < hit.size(); ++i)
            hit[i] = static_cast<char>(hit[i] != 0 || test(words.foldedWords[i], words.words[i]));
    }
    return hit;
}

std::vector<char> VersionTable::overModels(const std::function<bool(const ModelFacts&)>& test) const
{
    std::vector<char> hit(m_models.size(), 0);
    for (std::size_t i = 0; i < hit.size(); ++i)
        hit[i] = static_cast<char>(test(m_models[i]));
    return hit;
}

/// A word stands anywhere in the name, in the label, or across both ("mortgage-approval v14"). In quotes case counts.
VersionTable::Test VersionTable::textTest(const Term& term) const
{
    std::vector<char> inName(m_models.size(), 0), inLabel(m_labels.words.size(), 0);
    std::vector<Value> across;
    const auto mark = [](std::vector<char>& hit, const std::vector<std::string>& texts, const std::string& wanted) {
        for (std::size_t i = 0; i < hit.size(); ++i)
            if (texts[i].find(wanted) != std::string::npos)
                hit[i] = 1;
    };
    for (const Value& value : term.values) {
        const std::string wanted = value.quoted ? value.text : folded(value.text);
        mark(inName, value.quoted ? m_names : m_foldedNames, wanted);
        mark(inLabel, value.quoted ? m_labels.words : m_labels.foldedWords, wanted);
        if (value.text.find(' ') != std::string::npos)
            across.push_back(value);
    }
    return [this, inName = std::move(inName), inLabel = std::move(inLabel), across](std::uint32_t row) {
        if (inName[m_rows[row].model] != 0 || inLabel[m_label[row]] != 0)
            return true;
        return std::ranges::any_of(across, [&](const Value& value) {
            return (m_models[m_rows[row].model].name + " " + m_rows[row].label).find(value.text) != std::string::npos;
        });
    };
}

VersionTable::Test VersionTable::modelTest(const Term& term, const Asker& asker) const
{
    std::vector<char> hit(m_models.size(), 0);
    for (const Value& value : term.values) {
        const WordTest word = wordTest(value);
        const auto is = [&](const std::string& text) { return word(folded(text), text); };
        const auto one = overModels([&](const ModelFacts& model) {
            switch (term.key) {
            case Key::Model:
                return is(model.name) || is(model.id.text());
            case Key::Risk:
                return is(model.risk)
                    || is(m_risks[m_riskOfModel[static_cast<std::size_t>(&model - m_models.data())]].title);
            case Key::Owner:
                return !value.quoted && folded(value.text) == "me" ? asker.roles.contains(model.ownerRole)
                                                                   : is(model.ownerRole);
            case Key::Tag:
                return std::ranges::any_of(model.tags, is);
            case Key::Domain:
                return is(model.domain);
            default: // Regulated
                return model.regulated == yes(value);
            }
        });
        for (std::size_t i = 0; i < hit.size(); ++i)
            hit[i] = std::max(hit[i], one[i]);
    }
    return [this, hit = std::move(hit)](std::uint32_t row) { return hit[m_rows[row].model] != 0; };
}

/// By id or by title: "dev" or "Development".
VersionTable::Test VersionTable::stageTest(const Term& term) const
{
    std::vector<char> hit = over(m_stageWords, term.values);
    for (const Value& value : term.values) {
        const WordTest word = wordTest(value);
        for (const Choice& stage : m_stages)
            if (const auto at = m_stageWords.index.find(stage.id);
                at != m_stageWords.index.end() && word(folded(stage.title), stage.title))
                hit[at->second] = 1;
    }
    return [this, hit = std::move(hit)](std::uint32_t row) { return hit[m_stage[row]] != 0; };
}

VersionTable::Test VersionTable::testOf(const Term& term, const Asker& asker) const
{
    const auto any = [&term](auto test) {
        return [values = term.values, test](std::uint32_t row) {
            return std::ranges::any_of(values, [&](const Value& value) { return test(row, value); });
        };
    };
    switch (term.key) {
    case Key::Text:
        return textTest(term);
    case Key::Version: {
        auto hit = over(m_labels, term.values);
        for (const Value& value : term.values) // "v14" also finds a label "14"
            if (value.text.size() > 1 && (value.text[0] == 'v' || value.text[0] == 'V'))
                if (const auto bare = m_labels.index.find(value.text.substr(1)); bare != m_labels.index.end())
                    hit[bare->second] = 1;
        return [this, hit = std::move(hit)](std::uint32_t row) { return hit[m_label[row]] != 0; };
    }
    case Key::Stage:
        return stageTest(term);
    case Key::Registry:
        return [this, hit = over(m_registries, term.values)](std::uint32_t row) { return hit[m_registry[row]] != 0; };
    case Key::Held:
        return any([this](std::uint32_t row, const Value& value) { return m_rows[row].held == yes(value); });
    case Key::Finding:
        return any([this](std::uint32_t row, const Value& value) { return m_rows[row].finding == yes(value); });
    case Key::Artifact:
        return any([this](std::uint32_t row, const Value& value) {
            return m_rows[row].artifact.empty() == (value.text == "unverified");
        });
    case Key::Waiting:
        return any([this, now = asker.now](std::uint32_t row, const Value& value) {
            const auto& since = m_rows[row].waitingSince;
            return since && compares(value, static_cast<double>(now.msSince(*since)));
        });
    case Key::Updated:
        return any([this, now = asker.now](std::uint32_t row, const Value& value) {
            return compares(value, static_cast<double>(now.msSince(m_rows[row].updated)));
        });
    case Key::Metric:
        return any([this](std::uint32_t row, const Value& value) {
            return m_rows[row].metric && compares(value, *m_rows[row].metric);
        });
    default:
        return modelTest(term, asker);
    }
}

std::vector<char> VersionTable::matches(const Filter& filter, const Asker& asker) const
{
    std::vector<char> hit(m_rows.size(), 1);
    for (const Term& term : filter.terms) {
        const Test test = testOf(term, asker);
        for (std::uint32_t row = 0; row < hit.size(); ++row)
            if (hit[row] != 0 && test(row) == term.negated)
                hit[row] = 0;
    }
    return hit;
}

std::vector<std::uint32_t> VersionTable::find(const Filter& filter, const Asker& asker) const
{
    const std::vector<char> hit = matches(filter, asker);
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < hit.size(); ++row)
        if (hit[row] != 0)
            rows.push_back(row);
    return rows;
}

std::size_t VersionTable::count(const Filter& filter, const Asker& asker) const
{
    const std::vector<char> hit = matches(filter, asker);
    return static_cast<std::size_t>(std::ranges::count(hit, 1));
}

std::optional<Fault> VersionTable::check(const Filter& filter, std::string_view text) const
{
    for (const Term& term : filter.terms) {
        const bool stage = term.key == Key::Stage;
        if (!stage && term.key != Key::Risk)
            continue;
        const std::vector<Choice>& choices = stage ? m_stages : m_risks;
        std::vector<std::string> known;
        for (const Choice& choice : choices)
            if (!choice.id.empty())
                known.push_back(choice.id);
        for (const Value& value : term.values) {
            const WordTest word = wordTest(value);
            if (std::ranges::any_of(choices, [&](const Choice& choice) {
                    return word(folded(choice.id), choice.id) || word(folded(choice.title), choice.title);
                }))
                continue;
            const std::size_t at = text.substr(0, term.at.end()).find(value.text, term.at.offset);
            const Span span = at == std::string_view::npos ? term.at : Span{at, value.text.size()};
            const std::string meant = nearest(value.text, known);
            std::string all;
            for (const std::string& id : known)
                all += (all.empty() ? "" : ", ") + id;
            if (!meant.empty())
                return Fault{span,
                    usageError("CS-FILTER-CHOICE", "\"%1\" is no value of \"%2:\". Did you mean \"%3\"?",
                        {qs(value.text.substr(0, 40)), qs(wordOf(term.key)), qs(meant)})};
            return Fault{span,
                usageError("CS-FILTER-CHOICE", "\"%1\" is no value of \"%2:\". It is one of: %3.",
                    {qs(value.text.substr(0, 40)), qs(wordOf(term.key)), qs(all)})};
        }
    }
    return std::nullopt;
}

} // namespace cs::query::filter
