// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace cs::json {
namespace {

/// Characters of a string that mean themselves: printable ASCII but quote and backslash.
constexpr std::array<bool, 256> makePlain()
{
    std::array<bool, 256> table{};
    for (std::size_t c = 0x20; c < 0x80; ++c)
        table[c] = c != '"' && c != '\\';
    return table;
}
constexpr auto plain = makePlain();

} // namespace

class Parser {
public:
    Parser(Document& document, Limits limits)
        : m_document(document)
        , m_source(document.m_source)
        , m_limits(limits)
    {
    }

    Status run()
    {
        if (document())
            return {};
        m_document.m_errorAt = m_at;
        const LineAndColumn place = lineAndColumn(m_source, m_at);
        return fail(usageError("CS-JSON", "The text is not acceptable JSON at line %1, column %2 (byte %3): %4.",
            {QString::number(place.line), QString::number(place.column), QString::number(m_at),
                QString::fromLatin1(m_why)}));
    }

private:
    using Node = Document::Node;

    /// The steps below answer whether the text is acceptable so far; the first "no" ends them all.
    bool bad(const char* why)
    {
        m_why = why;
        return false;
    }

    bool document()
    {
        if (m_source.starts_with("\xEF\xBB\xBF"))
            return bad("it begins with a byte order mark");
        skipSpace();
        std::uint32_t node = 0;
        if (!value(0, node))
            return false;
        skipSpace();
        return m_at == m_source.size() || bad("there is text after the value");
    }

    void skipSpace()
    {
        while (m_at < m_source.size()
            && (m_source[m_at] == ' ' || m_source[m_at] == '\n' || m_source[m_at] == '\r' || m_source[m_at] == '\t'))
            ++m_at;
    }

    Node& at(std::uint32_t node) { return m_document.m_nodes[node]; }

    bool value(int depth, std::uint32_t& node)
    {
        if (depth > m_limits.depthMax)
            return bad("it is nested too deeply");
        if (m_at >= m_source.size())
            return bad("the text ends where a value is expected");
        node = static_cast<std::uint32_t>(m_document.m_nodes.size());
        m_document.m_nodes.emplace_back();
        at(node).begin = static_cast<std::uint32_t>(m_at);
        bool ok = false;
        switch (m_source[m_at]) {
        case '{':
            ok = object(depth, node);
            break;
        case '[':
            ok = array(depth, node);
            break;
        case '"': {
            at(node).type = Type::String;
            ok = string(at(node).text);
            break;
        }
        default:
            ok = scalar(node);
        }
        if (!ok)
            return false;
        at(node).end = static_cast<std::uint32_t>(m_at);
        return true;
    }

    bool scalar(std::uint32_t node)
    {
        const std::string_view rest = std::string_view(m_source).substr(m_at);
        const auto literal = [&](std::string_view word, Type type, bool boolean) {
            if (!rest.starts_with(word))
                return false;
            at(node).type = type;
            at(node).boolean = boolean;
            m_at += word.size();
            return true;
        };
        if (literal("true", Type::Bool, true) || literal("false", Type::Bool, false)
            || literal("null", Type::Null, false))
            return true;
        for (const std::string_view word : {"NaN", "Infinity", "-Infinity"})
            if (rest.starts_with(word))
                return bad("NaN and infinity are no numbers of JSON; give a finite one, or leave the member out");
        return number(node);
    }

    bool digit() const { return m_at < m_source.size() && m_source[m_at] >= '0' && m_source[m_at] <= '9'; }

    void skipDigits()
    {
        while (digit())
            ++m_at;
    }

    bool take(std::string_view anyOf)
    {
        if (m_at >= m_source.size() || anyOf.find(m_source[m_at]) == std::string_view::npos)
            return false;
        ++m_at;
        return true;
    }

    bool number(std::uint32_t node)
    {
        const std::size_t begin = m_at;
        take("-");
        if (!digit())
            return bad("this is no value");
        const bool zero = m_source[m_at] == '0';
        ++m_at;
        if (zero && digit())
            return bad("a number has a superfluous zero");
        skipDigits();
        if (take(".") && !digit())
            return bad("a number ends with its point");
        skipDigits();
        if (take("eE")) {
            take("+-");
            if (!digit())
                return bad("a number has an empty exponent");
            skipDigits();
        }
        at(node).type = Type::Number;
        at(node).text = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(m_at), false};
        return true;
    }

    bool array(int depth, std::uint32_t node)
    {
        at(node).type = Type::Array;
        ++m_at;
        skipSpace();
        if (m_at < m_source.size() && m_source[m_at] == ']') {
            ++m_at;
            return true;
        }
        std::uint32_t previous = 0;
        for (;;) {
            skipSpace();
            std::uint32_t child = 0;
            if (!value(depth + 1, child))
                return false;
            link(node, previous, child);
            previous = child;
            skipSpace();
            if (m_at < m_source.size() && m_source[m_at] == ',') {
                ++m_at;
                continue;
            }
            if (m_at < m_source.size() && m_source[m_at] == ']') {
                ++m_at;
                return true;
            }
            return bad("an array is not closed");
        }
    }

    void link(std::uint32_t parent, std::uint32_t previous, std::uint32_t child)
    {
        if (previous == 0)
            at(parent).firstChild = child;
        else
            at(previous).next = child;
        ++at(parent).children;
    }

    bool object(int depth, std::uint32_t node)
    {
        at(node).type = Type::Object;
        ++m_at;
        skipSpace();
        if (m_at < m_source.size() && m_source[m_at] == '}') {
            ++m_at;
            return true;
        }
        std::uint32_t previous = 0;
        for (;;) {
            skipSpace();
            if (m_at >= m_source.size() || m_source[m_at] != '"')
                return bad("a member name in quotation marks is expected");
            const std::size_t begin = m_at;
            Document::Text key;
            if (!string(key))
                return false;
            if (!checkDuplicate(node, key)) {
                m_at = begin;
                return false;
            }
            skipSpace();
            if (m_at >= m_source.size() || m_source[m_at] != ':')
                return bad("a colon is expected");
            ++m_at;
            skipSpace();
            std::uint32_t child = 0;
            if (!value(depth + 1, child))
                return false;
            at(child).key = key;
            link(node, previous, child);
            previous = child;
            skipSpace();
            if (m_at < m_source.size() && m_source[m_at] == ',') {
                ++m_at;
                continue;
            }
            if (m_at < m_source.size() && m_source[m_at] == '}') {
                ++m_at;
                return true;
            }
            return bad("an object is not closed");
        }
    }

    bool checkDuplicate(std::uint32_t object, const Document::Text& name)
    {
        // Quadratic in the members of one object; objects of strangers are bounded, so that this stays small.
        constexpr std::uint32_t membersMax = 4096;
        if (at(object).children >= membersMax)
            return bad("an object has too many members");
        const std::string_view key = m_document.view(name);
        for (std::uint32_t child = at(object).firstChild; child != 0; child = at(child).next) {
            const Document::Text& other = at(child).key;
            if (other.end - other.begin == key.size() && m_document.view(other) == key)
                return bad("an object names a member twice");
        }
        return true;
    }

    /// Passes over characters that mean themselves.
    void skipPlain()
    {
        const char* const end = m_source.data() + m_source.size();
        const char* at = m_source.data() + m_at;
        while (at != end && plain[static_cast<unsigned char>(*at)])
            ++at;
        m_at = static_cast<std::size_t>(at - m_source.data());
    }

    bool string(Document::Text& text)
    {
        std::string& out = m_document.m_decoded;
        std::size_t run = ++m_at;
        text.begin = static_cast<std::uint32_t>(run);
        for (;;) {
            skipPlain();
            if (m_at >= m_source.size())
                return bad("a string is not closed");
            const auto c = static_cast<unsigned char>(m_source[m_at]);
            if (c == '"')
                break;
            if (c < 0x20)
                return bad("a string has a control character");
            if (c != '\\') {
                if (!multibyte())
                    return false;
                continue;
            }
            if (!text.decoded)
                text.begin = static_cast<std::uint32_t>(out.size());
            text.decoded = true;
            out.append(m_source, run, m_at - run);
            if (!escape())
                return false;
            run = m_at;
        }
        if (text.decoded)
            out.append(m_source, run, m_at - run);
        text.end = static_cast<std::uint32_t>(text.decoded ? out.size() : m_at);
        ++m_at;
        return true;
    }

    bool multibyte()
    {
        const auto byte = [&](std::size_t k) {
            return m_at + k < m_source.size() ? static_cast<unsigned char>(m_source[m_at + k]) : 0U;
        };
        const unsigned lead = byte(0);
        const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        unsigned code = length == 4 ? lead & 7U : length == 3 ? lead & 15U : lead & 31U;
        bool ok = lead >= 0xc2 && lead <= 0xf4;
        for (std::size_t k = 1; k < length; ++k) {
            ok = ok && (byte(k) & 0xc0U) == 0x80U;
            code = code << 6U | (byte(k) & 63U);
        }
        const unsigned least = length == 4 ? 0x10000U : length == 3 ? 0x800U : 0x80U;
        if (!ok || code < least || code > 0x10ffffU || (code >= 0xd800U && code <= 0xdfffU))
            return bad("a string is not valid UTF-8");
        m_at += length;
        return true;
    }

    std::optional<unsigned> hex4()
    {
        if (m_at + 4 > m_source.size())
            return std::nullopt;
        unsigned value = 0;
        const char* from = m_source.data() + m_at;
        const auto [end, errc] = std::from_chars(from, from + 4, value, 16);
        if (errc != std::errc() || end != from + 4)
            return std::nullopt;
        m_at += 4;
        return value;
    }

    void appendUtf8(unsigned code)
    {
        std::string& out = m_document.m_decoded;
        const auto put = [&](unsigned byte) { out += static_cast<char>(byte); };
        if (code < 0x80U) {
            put(code);
        } else if (code < 0x800U) {
            put(0xc0U | code >> 6U);
            put(0x80U | (code & 63U));
        } else if (code < 0x10000U) {
            put(0xe0U | code >> 12U);
            put(0x80U | (code >> 6U & 63U));
            put(0x80U | (code & 63U));
        } else {
            put(0xf0U | code >> 18U);
            put(0x80U | (code >> 12U & 63U));
            put(0x80U | (code >> 6U & 63U));
            put(0x80U | (code & 63U));
        }
    }

    bool escape()
    {
        ++m_at;
        const char c = m_at < m_source.size() ? m_source[m_at] : '\0';
        ++m_at;
        constexpr std::string_view names = "\"\\/bfnrt";
        constexpr std::string_view values = "\"\\/\b\f\n\r\t";
        if (const std::size_t i = c == '\0' ? std::string_view::npos : names.find(c); i != std::string_view::npos) {
            m_document.m_decoded += values[i];
            return true;
        }
        if (c != 'u')
            return bad("a string has an unknown escape");
        auto code = hex4();
        if (!code)
            return bad("a string has an incomplete escape");
        if (*code >= 0xdc00U && *code <= 0xdfffU)
            return bad("a string has half a surrogate pair");
        if (*code >= 0xd800U && *code <= 0xdbffU) {
            if (m_source.compare(m_at, 2, "\\u") != 0)
                return bad("a string has half a surrogate pair");
            m_at += 2;
            const auto low = hex4();
            if (!low || *low < 0xdc00U || *low > 0xdfffU)
                return bad("a string has half a surrogate pair");
            code = 0x10000U + ((*code - 0xd800U) << 10U) + (*low - 0xdc00U);
        }
        appendUtf8(*code);
        return true;
    }

    Document& m_document;
    const std::string& m_source;
    Limits m_limits;
    std::size_t m_at = 0;
    const char* m_why = "";
};

LineAndColumn lineAndColumn(std::string_view text, std::size_t offset)
{
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const std::size_t newline = before.rfind('\n');
    const std::string_view line = newline == std::string_view::npos ? before : before.substr(newline + 1);
    const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; };
    return {1 + std::count(before.begin(), before.end(), '\n'),
        1 + std::ssize(line) - std::count_if(line.begin(), line.end(), continues)};
}

Status Document::parse(std::string_view text, Limits limits)
{
    m_nodes.clear();
    m_decoded.clear();
    m_errorAt = 0;
    if (text.size() > limits.bytesMax || text.size() > 0x7fffffffU)
        return fail(usageError("CS-JSON-SIZE", "The text has %1 bytes; at most %2 are accepted.",
            {QString::number(text.size()), QString::number(limits.bytesMax)}));
    m_source.assign(text);
    auto status = Parser(*this, limits).run();
    if (!status)
        m_nodes.clear();
    return status;
}

Result<std::unique_ptr<Document>> parse(std::string_view text, Limits limits)
{
    auto document = std::make_unique<Document>();
    CS_CHECK(document->parse(text, limits));
    return document;
}

Type Value::type() const
{
    return m_document == nullptr ? Type::Null : m_document->m_nodes[m_node].type;
}

std::string_view Value::string() const
{
    if (type() != Type::String)
        return {};
    return m_document->view(m_document->m_nodes[m_node].text);
}

std::string_view Value::numberText() const
{
    if (type() != Type::Number)
        return {};
    return m_document->view(m_document->m_nodes[m_node].text);
}

std::optional<bool> Value::boolean() const
{
    if (type() != Type::Bool)
        return std::nullopt;
    return m_document->m_nodes[m_node].boolean;
}

std::optional<std::int64_t> Value::integer() const
{
    constexpr std::int64_t most = (std::int64_t(1) << 53) - 1;
    const std::string_view text = numberText();
    std::int64_t value = 0;
    const auto [end, errc] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || text == "-0" || errc != std::errc() || end != text.data() + text.size() || value > most
        || value < -most)
        return std::nullopt;
    return value;
}

std::optional<double> Value::real() const
{
    const std::string_view text = numberText();
    double value = 0;
    const auto [end, errc] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || errc != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::size_t Value::size() const
{
    return m_document == nullptr ? 0 : m_document->m_nodes[m_node].children;
}

std::string_view Value::key() const
{
    if (m_document == nullptr)
        return {};
    return m_document->view(m_document->m_nodes[m_node].key);
}

Value Value::find(std::string_view name) const
{
    for (Value child = firstChild(); child.isValid(); child = child.next())
        if (type() == Type::Object && child.key() == name)
            return child;
    return {};
}

Value Value::firstChild() const
{
    if (m_document == nullptr || m_document->m_nodes[m_node].firstChild == 0)
        return {};
    return Value(m_document, m_document->m_nodes[m_node].firstChild);
}

Value Value::next() const
{
    if (m_document == nullptr || m_document->m_nodes[m_node].next == 0)
        return {};
    return Value(m_document, m_document->m_nodes[m_node].next);
}

std::string_view Value::raw() const
{
    if (m_document == nullptr)
        return {};
    const auto& node = m_document->m_nodes[m_node];
    return std::string_view(m_document->m_source).substr(node.begin, node.end - node.begin);
}

Value::Iterator Value::begin() const
{
    return {m_document, m_document == nullptr ? 0 : m_document->m_nodes[m_node].firstChild};
}

Value::Iterator Value::end() const
{
    return {m_document, 0};
}

Value::Iterator& Value::Iterator::operator++()
{
    m_node = m_document->m_nodes[m_node].next;
    return *this;
}

} // namespace cs::json
