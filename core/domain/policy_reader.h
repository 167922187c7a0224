// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/policy.h"

#include <initializer_list>

/// Reading aids of the policy parser: every value knows its place in the document (a JSON pointer, RFC 6901), the first
/// error stays.
namespace cs::policy::reading {

inline constexpr std::int64_t maxSeconds = 315'360'000;
inline constexpr std::int64_t unbounded = INT64_C(9007199254740991);
/// Conditions and predicates of one document together; what nobody can read, nobody should sign.
inline constexpr int nodesMax = 5000;

/// The pointer of a member (or, as digits, an item) of the value that `base` points to.
std::string pointerTo(std::string_view base, std::string_view member);

/// Collects the first error of a parse.
class Problems final {
public:
    bool any() const { return m_error.has_value(); }
    /// @param key sentence with the pointer as %1 and @p args from %2 on.
    void add(const std::string& path, const char* key, QStringList args = {});
    const Error& error() const { return *m_error; }
    const std::string& pointer() const { return m_pointer; }
    /// Counts a condition or predicate; complains about the first one too many.
    void countNode(const std::string& path);
    /// Complains about a character that moves, hides or turns what stands next to it.
    void checkVisible(std::string_view text, const std::string& path, bool manyLines);

private:
    std::string m_pointer;
    int m_nodes = 0;
    std::optional<Error> m_error;
};

using Words = std::initializer_list<std::string_view>;

bool isId(std::string_view text);
bool isMetricName(std::string_view text);
bool isRequirementId(std::string_view text);

/// An object whose members are asked for by name; what nobody asked for is refused by finish().
class Object final {
public:
    Object(Problems& problems, json::Value value, std::string path);

    bool has(std::string_view name) const { return m_value.find(name).isValid(); }
    /// A required member; complains if it is missing.
    json::Value need(std::string_view name);
    /// An optional member; invalid if it is missing.
    json::Value take(std::string_view name);
    std::string path(std::string_view name) const;
    const std::string& path() const { return m_path; }
    Problems& problems() const { return m_problems; }
    void problem(std::string_view name, const char* key, QStringList args = {});
    Object object(std::string_view name) { return Object(m_problems, need(name), path(name)); }
    /// Refuses unknown members. Call it last.
    void finish();

    std::string id(std::string_view name);
    std::string optionalId(std::string_view name);
    std::string metricName(std::string_view name);
    std::string text(std::string_view name, std::size_t least, std::size_t most);
    std::string optionalText(std::string_view name, std::size_t least, std::size_t most);
    std::string word(std::string_view name, Words allowed);
    std::string optionalWord(std::string_view name, Words allowed, std::string_view otherwise);
    bool boolean(std::string_view name);
    bool optionalBoolean(std::string_view name, bool otherwise);
    /// A boolean that has one admitted value; it stands in the document so that readers see it.
    void constant(std::string_view name, bool value);
    std::int64_t integer(std::string_view name, std::int64_t from, std::int64_t to);
    std::optional<std::int64_t> optionalInteger(std::string_view name, std::int64_t from, std::int64_t to);
    double number(std::string_view name, double from, double to);
    std::optional<double> optionalNumber(std::string_view name, double from, double to);
    /// Greater than zero.
    std::optional<double> optionalPositive(std::string_view name);
    std::vector<std::string> ids(std::string_view name, std::size_t least);
    std::vector<std::string> optionalIds(std::string_view name, std::size_t least);
    std::vector<std::string> texts(std::string_view name, std::size_t least, std::size_t most, std::size_t characters);
    std::vector<std::string> words(std::string_view name, std::size_t least, Words allowed);

    /// Calls f(value, path) for every item of the list @p name, which has at least @p least items.
    template <class F> void items(std::string_view name, std::size_t least, std::size_t most, F&& f)
    {
        const json::Value list = need(name);
        if (!isList(list, name, least, most))
            return;
        std::size_t i = 0;
        for (const json::Value item : list) {
            if (m_problems.any())
                return;
            f(item, path(name) + "/" + std::to_string(i++));
        }
    }
    /// Calls f(key, value, path) for every member of the object @p name; the keys are ids.
    template <class F> void members(std::string_view name, std::size_t least, F&& f)
    {
        const json::Value map = need(name);
        if (!isMap(map, name, least))
            return;
        for (const json::Value item : map) {
            if (m_problems.any())
                return;
            const std::string key(item.key());
            if (!isId(key))
                return problem(name,
                    "The name \"%2\" in %1 is no id. Use lower-case letters, digits, '_', '.' and '-'.",
                    {qs(key.substr(0, 80))});
            f(key, item, pointerTo(path(name), key));
        }
    }

private:
    bool isList(json::Value list, std::string_view name, std::size_t least, std::size_t most);
    bool isMap(json::Value map, std::string_view name, std::size_t least);
    std::string checkedText(json::Value value, std::string_view name, std::size_t least, std::size_t most);
    std::string checkedId(json::Value value, std::string_view name);
    std::string checkedWord(json::Value value, std::string_view name, Words allowed);
    std::int64_t checkedInteger(json::Value value, std::string_view name, std::int64_t from, std::int64_t to);
    double checkedNumber(json::Value value, std::string_view name, double from, double to);

    Problems& m_problems;
    json::Value m_value;
    std::string m_path;
    std::vector<std::string_view> m_seen;
};

/// The whole document. @returns null where there is a problem.
std::shared_ptr<const Policy> read(Problems& problems, const json::Document& document, std::string_view bytes);

/// The seven node kinds of a condition tree.
Condition condition(Problems& problems, json::Value value, const std::string& path);
Predicate predicate(Problems& problems, json::Value value, const std::string& path);
Check check(Problems& problems, json::Value value, const std::string& path);
Tolerance tolerance(Object&& object, bool mayBeNegative);
GuardrailSet guardrailSet(Problems& problems, json::Value value, const std::string& path, const std::string& id);
Freeze freeze(Problems& problems, json::Value value, const std::string& path);
Raci raci(Object&& object);

} // namespace cs::policy::reading
