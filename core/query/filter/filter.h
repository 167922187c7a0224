// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// The one filter language: `stage:canary risk:high,medium -owner:me waiting:>2d "exact text" mortgage`.
/// Terms are and-ed; commas are "or" within a term; a leading "-" negates; a word without a key stands in the name or
/// the label. Pure text in, values out; what a term matches is in version_table.h.
namespace cs::query::filter {

enum class Key {
    Text, ///< a word without a key
    Model,
    Version,
    Stage,
    Risk,
    Owner,
    Waiting,
    Registry,
    Tag,
    Domain,
    Regulated,
    Held,
    Finding,
    Artifact,
    Updated,
    Metric,
};

/// What may stand after a key.
enum class ValueKind {
    Text, ///< a word, `*` stands for any characters; in quotes exactly that
    Choice, ///< one of KeyInfo::choices
    Age, ///< `>2d`, `<36h`: minutes, hours, days or weeks
    Number, ///< `>0.9`
};
struct KeyInfo {
    Key key;
    std::string_view word, example;
    ValueKind kind;
    std::vector<std::string_view> choices;
};
/// All keys that can be written, in the order in which they are offered.
const std::vector<KeyInfo>& keys();
const KeyInfo* keyOf(std::string_view word);
std::string_view wordOf(Key key);

/// A place in the text, in bytes.
struct Span {
    std::size_t offset = 0, length = 0;
    std::size_t end() const { return offset + length; }
    bool operator==(const Span&) const = default;
};

struct Value {
    enum class Compare { Equal, More, Less };
    std::string text; ///< without quotes and comparison: "canary", "2d", "0.9"
    bool quoted = false;
    Compare compare = Compare::Equal;
    double number = 0; ///< of an age in milliseconds, or as it is
    bool operator==(const Value&) const = default;
};
struct Term {
    bool negated = false;
    Key key = Key::Text;
    std::vector<Value> values; ///< at least one
    Span at;
    bool operator==(const Term& other) const
    {
        return negated == other.negated && key == other.key && values == other.values;
    }
};
struct Filter {
    std::vector<Term> terms;
    bool isEmpty() const { return terms.empty(); }
    bool operator==(const Filter&) const = default;
};

/// What is wrong, and where. The message says what would be right.
struct Fault {
    Span at;
    Error error;
};
template <class T> using Parsed = tl::expected<T, Fault>;

/// @returns the first fault: CS-FILTER-….
Parsed<Filter> parse(std::string_view text);
/// The text of a filter or of one term, in one way of writing: parse(describe(x)) == x.
std::string describe(const Term& term);
std::string describe(const Filter& filter);

/// The word of @p known that was probably meant by @p word, or empty.
std::string nearest(std::string_view word, const std::vector<std::string>& known);
/// Lower case for comparing; other scripts by their case folding.
std::string folded(std::string_view text);

} // namespace cs::query::filter
