// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/utc_time.h"
#include "core/domain/ids.h"
#include "core/query/filter/filter.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

namespace cs::query::filter {

/// What a filter reads of a model.
struct ModelFacts {
    ModelId id;
    std::string name, ownerRole, risk, domain;
    bool regulated = false;
    std::vector<std::string> tags; ///< "lending", "security_review", "business_domain=lending"
};

/// How a version stands, in the order in which a list sorts it.
enum class Standing : std::uint8_t { Finding, Held, Open, RolledBack, InForce, Quiet };

/// What a filter reads of a version.
struct VersionFacts {
    VersionId id;
    std::uint32_t model = 0; ///< its place among the models
    std::string label, stage, registry, artifact; ///< artifact: digest in text form; empty: unverified
    Standing standing = Standing::Quiet;
    bool held = false, finding = false;
    std::optional<UtcTime> waitingSince; ///< an open promotion waits for signatures since then
    UtcTime updated;
    std::optional<double> metric;
};

/// A word that the policy in force gives a meaning, and its title.
struct Choice {
    std::string id, title;
};

/// Who asks, and when.
struct Asker {
    UtcTime now;
    std::set<std::string> roles; ///< that the signed-in person holds, for owner:me
    bool signedIn = false;
};

enum class SortBy { Model, Version, Stage, Risk, Metric, Standing, Waiting, Registry, Artifact, Updated };
std::optional<SortBy> sortByOf(std::string_view word);
struct Order {
    SortBy by = SortBy::Model;
    bool descending = false;
};

/// All versions in columns: words are numbered, so that a term is tested once for each different word and each row
/// costs a few look-ups. Does not change once it is made.
class VersionTable final {
public:
    VersionTable() = default;
    /// @param stages, risks in the order of the policy; what stands in the rows besides is added at the end.
    VersionTable(std::vector<ModelFacts> models, std::vector<VersionFacts> versions, std::vector<Choice> stages,
        std::vector<Choice> risks);

    std::size_t size() const { return m_rows.size(); }
    const VersionFacts& version(std::uint32_t row) const { return m_rows[row]; }
    const ModelFacts& modelOf(std::uint32_t row) const { return m_models[m_rows[row].model]; }
    const std::vector<ModelFacts>& models() const { return m_models; }
    std::optional<std::uint32_t> rowOf(VersionId id) const;

    /// A value that no version can have: an unknown stage or risk tier. The message names the nearest one.
    std::optional<Fault> check(const Filter& filter, std::string_view text) const;
    /// Rows that match, in the order of the table (models as registered, versions as registered).
    std::vector<std::uint32_t> find(const Filter& filter, const Asker& asker) const;
    std::size_t count(const Filter& filter, const Asker& asker) const;
    void sort(std::vector<std::uint32_t>& rows, Order order) const;

    /// A completion's candidates: each value of a key with how many of the rows have it, most first.
    struct Counted {
        std::string value, title;
        std::size_t count = 0;
    };
    std::vector<Counted> values(Key key, const std::vector<std::uint32_t>& rows, const Asker& asker) const;

private:
    /// Different words of one column, numbered.
    struct Words {
        std::vector<std::string> words, foldedWords;
        std::vector<std::uint32_t> rank; ///< place of each word in natural order
        std::uint32_t number(const std::string& word);
        void rankAll();
        std::unordered_map<std::string, std::uint32_t> index;
    };
    /// One term, ready to be asked of each row.
    using Test = std::function<bool(std::uint32_t row)>;
    using WordTest = std::function<bool(const std::string& folded, const std::string& word)>;

    static WordTest wordTest(const Value& value);
    static std::vector<char> over(const Words& words, const std::vector<Value>& values);
    std::vector<char> overModels(const std::function<bool(const ModelFacts&)>& test) const;
    Test testOf(const Term& term, const Asker& asker) const;
    Test textTest(const Term& term) const;
    Test modelTest(const Term& term, const Asker& asker) const;
    Test stageTest(const Term& term) const;
    std::vector<char> matches(const Filter& filter, const Asker& asker) const;
    std::int64_t sortKey(std::uint32_t row, SortBy by) const;
    std::vector<Counted> modelValues(const std::function<std::vector<std::string>(const ModelFacts&)>& words,
        const std::vector<std::uint32_t>& rows) const;
    std::vector<Counted> plainValues(Key key, const std::vector<std::uint32_t>& rows, const Asker& asker) const;
    std::vector<Counted> counted(
        const Words& words, const std::vector<std::uint32_t>& column, const std::vector<std::uint32_t>& rows) const;

    std::vector<ModelFacts> m_models;
    std::vector<std::string> m_names, m_foldedNames;
    std::vector<VersionFacts> m_rows;
    std::vector<std::uint32_t> m_modelRank, m_label, m_stage, m_registry, m_byId;
    std::vector<Choice> m_stages, m_risks;
    std::vector<std::uint32_t> m_riskOfModel;
    Words m_labels, m_stageWords, m_registries;
};

/// Names with numbers as people order them: "v9" before "v14".
bool naturalLess(std::string_view a, std::string_view b);

} // namespace cs::query::filter
