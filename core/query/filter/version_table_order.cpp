// SPDX-License-Identifier: GPL-3.0-or-later
// Order of the rows, and what the completion counts.
#include "core/query/filter/version_table.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace cs::query::filter {
namespace {

/// Doubles as integers of the same order.
std::int64_t ordered(double value)
{
    const auto bits = std::bit_cast<std::int64_t>(value);
    return bits < 0 ? std::numeric_limits<std::int64_t>::min() - bits : bits;
}

std::uint32_t placeOf(const std::vector<Choice>& choices, const std::string& id)
{
    return static_cast<std::uint32_t>(std::ranges::find(choices, id, &Choice::id) - choices.begin());
}

std::int64_t hexHead(const std::string& digest)
{
    std::int64_t out = 0;
    constexpr std::size_t prefix = 7, digits = 15; // "sha256:", and what fits
    for (std::size_t i = prefix; i < prefix + digits && i < digest.size(); ++i) {
        const char c = digest[i];
        out = out * 16 + (c <= '9' ? c - '0' : c - 'a' + 10);
    }
    return out;
}

} // namespace

/// What has no value comes last in ascending order.
std::int64_t VersionTable::sortKey(std::uint32_t row, SortBy by) const
{
    constexpr std::int64_t none = std::numeric_limits<std::int64_t>::max();
    const VersionFacts& facts = m_rows[row];
    switch (by) {
    case SortBy::Model:
        return m_modelRank[facts.model];
    case SortBy::Version:
        return m_labels.rank[m_label[row]];
    case SortBy::Stage:
        return placeOf(m_stages, facts.stage);
    case SortBy::Risk:
        return m_riskOfModel[facts.model] * 2 + (m_models[facts.model].regulated ? 1 : 0);
    case SortBy::Metric:
        return facts.metric ? ordered(*facts.metric) : none;
    case SortBy::Standing:
        return static_cast<std::int64_t>(facts.standing);
    case SortBy::Waiting: // the longest first
        return facts.waitingSince ? facts.waitingSince->ms() : none;
    case SortBy::Registry:
        return facts.registry.empty() ? none : m_registries.rank[m_registry[row]];
    case SortBy::Artifact:
        return facts.artifact.empty() ? none : hexHead(facts.artifact);
    case SortBy::Updated:
        return facts.updated.ms();
    }
    return 0;
}

void VersionTable::sort(std::vector<std::uint32_t>& rows, Order order) const
{
    struct Keyed {
        std::int64_t key, model, label;
        std::uint32_t row;
    };
    std::vector<Keyed> keyed;
    keyed.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        // Within one value: models by name, their versions newest first.
        const std::int64_t label = m_labels.rank[m_label[row]];
        const std::int64_t key = sortKey(row, order.by);
        keyed.push_back({order.descending ? -key : key, m_modelRank[m_rows[row].model], -label, row});
    }
    std::ranges::sort(keyed, [](const Keyed& a, const Keyed& b) {
        return std::tie(a.key, a.model, a.label, a.row) < std::tie(b.key, b.model, b.label, b.row);
    });
    std::ranges::transform(keyed, rows.begin(), &Keyed::row);
}

std::vector<VersionTable::Counted> VersionTable::counted(
    const Words& words, const std::vector<std::uint32_t>& column, const std::vector<std::uint32_t>& rows) const
{
    std::vector<std::size_t> counts(words.words.size(), 0);
    for (const std::uint32_t row : rows)
        ++counts[column[row]];
    std::vector<Counted> out;
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (!words.words[i].empty())
            out.push_back({words.words[i], {}, counts[i]});
    return out;
}

/// By what the model says: each model's rows are counted once.
std::vector<VersionTable::Counted> VersionTable::modelValues(
    const std::function<std::vector<std::string>(const ModelFacts&)>& words,
    const std::vector<std::uint32_t>& rows) const
{
    std::vector<std::size_t> perModel(m_models.size(), 0);
    for (const std::uint32_t row : rows)
        ++perModel[m_rows[row].model];
    std::map<std::string, std::size_t> counts;
    for (std::size_t i = 0; i < m_models.size(); ++i)
        for (const std::string& word : words(m_models[i]))
            if (!word.empty())
                counts[word] += perModel[i];
    std::vector<Counted> out;
    for (auto& [word, count] : counts)
        out.push_back({word, {}, count});
    return out;
}

std::vector<VersionTable::Counted> VersionTable::plainValues(
    Key key, const std::vector<std::uint32_t>& rows, const Asker& asker) const
{
    using Texts = std::vector<std::string>;
    const auto yesNo = [&](auto test, const char* yes, const char* no) {
        const auto hits = static_cast<std::size_t>(std::ranges::count_if(rows, test));
        return std::vector<Counted>{{yes, {}, hits}, {no, {}, rows.size() - hits}};
    };
    switch (key) {
    case Key::Model:
        return modelValues([](const ModelFacts& model) { return Texts{model.name}; }, rows);
    case Key::Risk:
        return modelValues([](const ModelFacts& model) { return Texts{model.risk}; }, rows);
    case Key::Owner: {
        auto out = modelValues([](const ModelFacts& model) { return Texts{model.ownerRole}; }, rows);
        const auto mine = std::ranges::count_if(
            rows, [&](std::uint32_t row) { return asker.roles.contains(modelOf(row).ownerRole); });
        if (asker.signedIn)
            out.insert(out.begin(), {"me", {}, static_cast<std::size_t>(mine)});
        return out;
    }
    case Key::Tag:
        return modelValues([](const ModelFacts& model) { return model.tags; }, rows);
    case Key::Domain:
        return modelValues([](const ModelFacts& model) { return Texts{model.domain}; }, rows);
    case Key::Version:
        return counted(m_labels, m_label, rows);
    case Key::Stage:
        return counted(m_stageWords, m_stage, rows);
    case Key::Registry:
        return counted(m_registries, m_registry, rows);
    case Key::Regulated:
        return yesNo([this](std::uint32_t row) { return modelOf(row).regulated; }, "yes", "no");
    case Key::Held:
        return yesNo([this](std::uint32_t row) { return m_rows[row].held; }, "yes", "no");
    case Key::Finding:
        return yesNo([this](std::uint32_t row) { return m_rows[row].finding; }, "yes", "no");
    case Key::Artifact:
        return yesNo([this](std::uint32_t row) { return m_rows[row].artifact.empty(); }, "unverified", "verified");
    default:
        return {};
    }
}

std::vector<VersionTable::Counted> VersionTable::values(
    Key key, const std::vector<std::uint32_t>& rows, const Asker& asker) const
{
    std::vector<Counted> out = plainValues(key, rows, asker);
    const std::vector<Choice>* choices = key == Key::Stage ? &m_stages : key == Key::Risk ? &m_risks : nullptr;
    if (choices == nullptr)
        return out;
    for (Counted& value : out)
        if (const auto at = placeOf(*choices, value.value); at < choices->size())
            value.title = (*choices)[at].title;
    std::ranges::sort(out, {}, [&](const Counted& value) { return placeOf(*choices, value.value); });
    return out;
}

} // namespace cs::query::filter
