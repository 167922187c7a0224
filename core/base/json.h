// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cs::json {

/// A strict reader of JSON (RFC 8259). Refused with CS-JSON: duplicate members, a byte order mark, text after the
/// value, invalid UTF-8, lone surrogates, control characters, numbers that JSON does not know, depth or size beyond
/// the limits. Qt's own reader keeps the last of two equal members and turns 2^63 into a double; for bytes that
/// somebody signed neither will do (trust.md section 1).
enum class Type : std::uint8_t { Null, Bool, Number, String, Array, Object };

struct Limits {
    std::size_t bytesMax = 4U << 20U;
    int depthMax = 32;
};
inline constexpr Limits entryLimits{48'000, 16};
inline constexpr Limits policyLimits{4U << 20U, 64};

class Document;

/// A cheap handle into a Document, which must outlive it.
class Value final {
public:
    Value() = default;
    bool isValid() const { return m_document != nullptr; }
    Type type() const;
    bool isNull() const { return type() == Type::Null; }
    bool isString() const { return type() == Type::String; }
    bool isObject() const { return type() == Type::Object; }
    bool isArray() const { return type() == Type::Array; }
    /// The decoded text of a string; empty for anything else.
    std::string_view string() const;
    std::optional<bool> boolean() const;
    /// The literal of a number as written; empty for anything else.
    std::string_view numberText() const;
    /// An integer literal within ±(2^53 - 1), written without fraction, exponent or superfluous sign.
    std::optional<std::int64_t> integer() const;
    std::optional<double> real() const;
    /// Children of an array or object.
    std::size_t size() const;
    /// Member of an object by name, or an invalid value.
    Value find(std::string_view key) const;
    /// Name under which this value stands in its object; empty elsewhere.
    std::string_view key() const;
    /// First child and next sibling, invalid at the end.
    Value firstChild() const;
    Value next() const;
    /// The bytes of this value as they stand in the source.
    std::string_view raw() const;

    class Iterator {
    public:
        Iterator(const Document* document, std::uint32_t node)
            : m_document(document)
            , m_node(node)
        {
        }
        Value operator*() const { return Value(m_document, m_node); }
        Iterator& operator++();
        bool operator!=(const Iterator& other) const { return m_node != other.m_node; }

    private:
        const Document* m_document;
        std::uint32_t m_node;
    };
    /// Range over the children: for (const Value item : array) … item.key() in objects.
    Iterator begin() const;
    Iterator end() const;

private:
    friend class Document;
    friend class Parser;
    Value(const Document* document, std::uint32_t node)
        : m_document(document)
        , m_node(node)
    {
    }
    const Document* m_document = nullptr;
    std::uint32_t m_node = 0;
};

/// A parsed text. Owns a copy of the source. Can be parsed into again, which reuses its memory (hot path of
/// verification). Neither copied nor shared between threads while parsing.
class Document final {
public:
    Document() = default;
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;
    Document(Document&&) = delete;
    Document& operator=(Document&&) = delete;

    Status parse(std::string_view text, Limits limits = {});
    /// Where the last parse stopped, if it failed for what the text says.
    std::size_t errorAt() const { return m_errorAt; }
    /// The text; every Value::raw() is a part of it.
    std::string_view source() const { return m_source; }
    Value root() const { return m_nodes.empty() ? Value() : Value(this, 0); }

private:
    friend class Value;
    friend class Value::Iterator;
    friend class Parser;
    /// A text without escapes stands in the source as it is; the others are decoded.
    struct Text {
        std::uint32_t begin = 0, end = 0; // in m_source, or in m_decoded
        bool decoded = false;
    };
    struct Node {
        Type type = Type::Null;
        bool boolean = false;
        std::uint32_t begin = 0, end = 0; // of the value in m_source
        Text text; // of a string or the literal of a number
        Text key; // of the member name
        std::uint32_t firstChild = 0, next = 0, children = 0; // node 0 is the root: 0 means none
    };
    std::string_view view(const Text& text) const
    {
        return std::string_view(text.decoded ? m_decoded : m_source).substr(text.begin, text.end - text.begin);
    }
    std::string m_source;
    std::string m_decoded;
    std::vector<Node> m_nodes;
    std::size_t m_errorAt = 0;
};

/// Counted from 1; a column is a character (code point), not a byte.
struct LineAndColumn {
    std::int64_t line = 1, column = 1;
};
LineAndColumn lineAndColumn(std::string_view text, std::size_t offset);

/// Owning parse: for places where a document travels.
Result<std::unique_ptr<Document>> parse(std::string_view text, Limits limits = {});

/// Writes compact JSON: members in the order given, no white space, only the escapes that JSON demands.
class Writer final {
public:
    Writer& beginObject();
    Writer& endObject();
    Writer& beginArray();
    Writer& endArray();
    Writer& key(std::string_view name);
    Writer& string(std::string_view text);
    Writer& integer(std::int64_t value);
    Writer& boolean(bool value);
    Writer& null();
    /// A literal that is already JSON.
    Writer& raw(std::string_view json);
    Writer& member(std::string_view name, std::string_view text) { return key(name).string(text); }
    Writer& member(std::string_view name, std::int64_t value) { return key(name).integer(value); }
    std::string take() { return std::move(m_out); }
    const std::string& text() const { return m_out; }

private:
    void separate();
    std::string m_out;
    bool m_needComma = false;
};

std::string quoted(std::string_view text);

} // namespace cs::json
