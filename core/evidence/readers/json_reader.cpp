// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/readers/facts.h"
#include "core/evidence/readers/readers.h"

namespace cs {

namespace {

constexpr json::Limits limits{std::size_t(32) << 20U, 64};
constexpr std::size_t nodesMax = 3000;
constexpr std::size_t textMax = 500;

std::string_view typeName(json::Type type)
{
    switch (type) {
    case json::Type::Null:
        return "null";
    case json::Type::Bool:
        return "bool";
    case json::Type::Number:
        return "number";
    case json::Type::String:
        return "string";
    case json::Type::Array:
        return "array";
    case json::Type::Object:
        return "object";
    }
    return "null";
}

bool isContainer(json::Value value)
{
    return value.isObject() || value.isArray();
}

std::int64_t countNodes(json::Value value)
{
    std::int64_t count = 1;
    for (const json::Value child : value)
        count += countNodes(child);
    return count;
}

/// Walks a document once for its lines and once for its nodes; both stop at the same node.
class JsonShow {
public:
    explicit JsonShow(Facts& facts)
        : m_facts(facts)
    {
    }
    void lines(json::Value root)
    {
        m_left = nodesMax;
        m_facts.writer().key("lines").beginArray();
        line(root, 0, true);
        m_facts.writer().endArray();
    }
    void nodes(json::Value root)
    {
        m_left = nodesMax;
        m_facts.writer().key("nodes").beginArray();
        node(root, 0);
        m_facts.writer().endArray();
    }

private:
    std::string scalar(json::Value value)
    {
        if (value.isString())
            return m_facts.text(value.string(), textMax);
        return m_facts.text(value.raw(), textMax);
    }

    void put(int depth, const std::string& text)
    {
        m_facts.writer().string(std::string(static_cast<std::size_t>(depth) * 2, ' ') + text);
    }

    void line(json::Value value, int depth, bool last)
    {
        if (!take())
            return;
        const std::string name =
            value.key().empty() ? std::string() : json::quoted(m_facts.text(value.key(), textMax)) + ": ";
        const std::string comma = last ? "" : ",";
        if (!isContainer(value) || value.size() == 0) {
            const std::string text = value.isString() ? json::quoted(scalar(value))
                : isContainer(value)                  ? std::string(value.isObject() ? "{}" : "[]")
                                                      : scalar(value);
            put(depth, name + text + comma);
            return;
        }
        put(depth, name + (value.isObject() ? "{" : "["));
        for (json::Value child = value.firstChild(); child.isValid(); child = child.next())
            line(child, depth + 1, !child.next().isValid());
        put(depth, (value.isObject() ? "}" : "]") + comma);
    }

    void node(json::Value value, int depth)
    {
        if (!take())
            return;
        m_facts.writer().beginArray().integer(depth).string(m_facts.text(value.key(), textMax));
        m_facts.writer().string(typeName(value.type()));
        m_facts.writer().string(isContainer(value) ? std::to_string(value.size()) : scalar(value)).endArray();
        for (const json::Value child : value)
            node(child, depth + 1);
    }

    bool take()
    {
        if (m_left == 0 || m_facts.isFull()) {
            m_facts.setTruncated();
            m_facts.note("rows_cut", "The first " + std::to_string(nodesMax) + " values are shown at most.");
            return false;
        }
        --m_left;
        return true;
    }

    Facts& m_facts;
    std::size_t m_left = nodesMax;
};

/// Python writes NaN, hand-made files have comments: a reviewer still sees them, with the reason beside.
Result<Preview> asText(const ReaderRequest& request, std::string_view bytes, const Error& why)
{
    CS_TRY(Preview preview, readText(request, bytes));
    const std::string note = "{\"id\":\"not_strict_json\",\"text\":" + json::quoted(utf8(why.message())) + "}";
    const std::size_t at = preview.facts.rfind("\"notes\":[");
    const std::size_t begin = at + std::string_view("\"notes\":[").size();
    preview.facts.insert(begin, preview.facts[begin] == ']' ? note : note + ",");
    return preview;
}

} // namespace

Result<Preview> readJson(const ReaderRequest& request, std::string_view bytes)
{
    const auto document = json::parse(bytes, limits);
    if (!document)
        return asText(request, bytes, document.error());
    const json::Value root = (*document)->root();
    Facts facts("json", request, bytes.size());
    facts.member("root", typeName(root.type())).member("nodeCount", countNodes(root));
    JsonShow show(facts);
    show.lines(root);
    show.nodes(root);
    return Preview{facts.take(), std::nullopt};
}

} // namespace cs
