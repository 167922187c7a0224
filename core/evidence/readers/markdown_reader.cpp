// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/readers/facts.h"
#include "core/evidence/readers/markdown_inline.h"
#include "core/evidence/readers/readers.h"

#include <algorithm>
#include <charconv>

namespace cs {

namespace {

constexpr std::size_t blocksMax = 2000;
constexpr std::size_t tableRowsMax = 300;
constexpr std::size_t tableColumnsMax = 50;
constexpr std::size_t codeLinesMax = 1000;

std::string_view trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t");
    const auto end = text.find_last_not_of(" \t");
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin, end - begin + 1);
}

std::size_t indentOf(std::string_view line)
{
    std::size_t columns = 0;
    for (const char c : line) {
        if (c != ' ' && c != '\t')
            break;
        columns += c == '\t' ? 4 : 1;
    }
    return columns;
}

bool isRule(std::string_view line)
{
    const std::string_view text = trimmed(line);
    const auto count = text.empty() ? 0 : std::ranges::count(text, text[0]);
    return count >= 3 && (text[0] == '-' || text[0] == '*' || text[0] == '_')
        && std::ranges::all_of(text, [&](char c) { return c == text[0] || c == ' '; });
}

int headingLevel(std::string_view line)
{
    const std::string_view text = trimmed(line);
    const std::size_t level = std::min(text.find_first_not_of('#'), text.size());
    return level >= 1 && level <= 6 && (level == text.size() || text[level] == ' ') ? int(level) : 0;
}

struct Item {
    bool isItem = false, ordered = false;
    std::int64_t number = 0;
    std::size_t level = 0;
    std::string_view text;
};

Item itemOf(std::string_view line)
{
    Item item;
    const std::string_view text = trimmed(line);
    item.level = std::min<std::size_t>(indentOf(line) / 2, 5);
    if (text.size() >= 2 && (text[0] == '-' || text[0] == '*' || text[0] == '+') && text[1] == ' ') {
        item.isItem = true;
        item.text = trimmed(text.substr(2));
        return item;
    }
    const auto [end, errc] =
        std::from_chars(text.data(), text.data() + std::min<std::size_t>(text.size(), 9), item.number);
    const std::string_view rest =
        errc == std::errc() ? text.substr(std::size_t(end - text.data())) : std::string_view();
    if (rest.size() >= 2 && (rest[0] == '.' || rest[0] == ')') && rest[1] == ' ' && item.number >= 0) {
        item.isItem = item.ordered = true;
        item.text = trimmed(rest.substr(2));
    }
    return item;
}

bool isFence(std::string_view line)
{
    const std::string_view text = trimmed(line);
    return text.starts_with("```") || text.starts_with("~~~");
}

bool isTableRule(std::string_view line)
{
    const std::string_view text = trimmed(line);
    return text.find('-') != std::string_view::npos && text.find('|') != std::string_view::npos
        && text.find_first_not_of("|-: ") == std::string_view::npos;
}

std::vector<std::string_view> cellsOf(std::string_view line)
{
    std::string_view text = trimmed(line);
    if (text.starts_with('|'))
        text.remove_prefix(1);
    if (text.ends_with('|'))
        text.remove_suffix(1);
    std::vector<std::string_view> out;
    for (std::size_t begin = 0; out.size() < tableColumnsMax;) {
        std::size_t end = begin;
        while (end < text.size() && (text[end] != '|' || (end > 0 && text[end - 1] == '\\')))
            ++end;
        out.push_back(trimmed(text.substr(begin, end - begin)));
        if (end >= text.size())
            break;
        begin = end + 1;
    }
    return out;
}

class Blocks {
public:
    Blocks(std::vector<std::string_view> lines, Facts& facts)
        : m_lines(std::move(lines))
        , m_facts(facts)
    {
    }

    void run()
    {
        std::size_t blocks = 0;
        while (m_at < m_lines.size() && blocks < blocksMax && !m_facts.isFull()) {
            if (trimmed(m_lines[m_at]).empty()) {
                ++m_at;
                continue;
            }
            block();
            ++blocks;
        }
        if (m_at < m_lines.size()) {
            m_facts.setTruncated();
            m_facts.note("rows_cut", "The first " + std::to_string(m_at) + " lines are shown.");
        }
    }

private:
    std::string_view line(std::size_t i) const { return i < m_lines.size() ? m_lines[i] : std::string_view(); }

    json::Writer& begin(std::string_view type) { return m_facts.writer().beginObject().member("type", type); }

    void endWithSpans(std::string_view text)
    {
        m_facts.writer().key("spans").beginArray();
        writeSpans(text, m_facts);
        m_facts.writer().endArray().endObject();
    }

    void block()
    {
        const std::string_view text = m_lines[m_at];
        if (isFence(text))
            return code();
        if (const int level = headingLevel(text); level > 0)
            return heading(level);
        if (isRule(text)) {
            ++m_at;
            begin("rule").endObject();
            return;
        }
        if (text.find('|') != std::string_view::npos && isTableRule(line(m_at + 1)))
            return table();
        if (trimmed(text).starts_with('>'))
            return quote();
        if (const Item item = itemOf(text); item.isItem)
            return listItem(item);
        paragraph();
    }

    void code()
    {
        const std::string_view fence = trimmed(m_lines[m_at]);
        begin("code");
        m_facts.member("language", trimmed(fence.substr(3)), 40).writer().key("lines").beginArray();
        std::size_t count = 0;
        for (++m_at; m_at < m_lines.size() && !trimmed(m_lines[m_at]).starts_with(fence.substr(0, 3)); ++m_at)
            if (++count <= codeLinesMax && !m_facts.isFull())
                m_facts.writer().string(m_facts.text(m_lines[m_at], 1000));
        ++m_at;
        if (count > codeLinesMax)
            m_facts.setTruncated();
        m_facts.writer().endArray().endObject();
    }

    void heading(int level)
    {
        std::string_view text = trimmed(trimmed(m_lines[m_at++]).substr(std::size_t(level)));
        const auto end = text.find_last_not_of('#');
        text = end == std::string_view::npos ? std::string_view() : text.substr(0, end + 1);
        begin("heading").member("level", level);
        endWithSpans(trimmed(text));
    }

    void table()
    {
        begin("table").key("header").beginArray();
        row(m_lines[m_at]);
        m_facts.writer().endArray().key("rows").beginArray();
        std::size_t count = 0;
        for (m_at += 2; line(m_at).find('|') != std::string_view::npos; ++m_at) {
            if (++count > tableRowsMax || m_facts.isFull()) {
                m_facts.setTruncated();
                continue;
            }
            m_facts.writer().beginArray();
            row(m_lines[m_at]);
            m_facts.writer().endArray();
        }
        m_facts.writer().endArray().endObject();
    }

    void row(std::string_view text)
    {
        for (const std::string_view cell : cellsOf(text)) {
            m_facts.writer().beginArray();
            writeSpans(cell, m_facts);
            m_facts.writer().endArray();
        }
    }

    void quote()
    {
        std::string text;
        for (; trimmed(line(m_at)).starts_with('>'); ++m_at)
            text += (text.empty() ? "" : " ") + std::string(trimmed(trimmed(m_lines[m_at]).substr(1)));
        begin("quote");
        endWithSpans(text);
    }

    /// True if a line starts something of its own, so that a paragraph or item before it ends.
    bool startsBlock(std::size_t i) const
    {
        const std::string_view text = line(i);
        return trimmed(text).empty() || isFence(text) || headingLevel(text) > 0 || isRule(text)
            || trimmed(text).starts_with('>') || itemOf(text).isItem;
    }

    void listItem(const Item& item)
    {
        std::string text(item.text);
        for (++m_at; !startsBlock(m_at); ++m_at)
            text += " " + std::string(trimmed(m_lines[m_at]));
        begin("item");
        m_facts.flag("ordered", item.ordered).member("level", std::int64_t(item.level)).member("number", item.number);
        endWithSpans(text);
    }

    void paragraph()
    {
        std::string text(trimmed(m_lines[m_at]));
        for (++m_at; m_at < m_lines.size(); ++m_at) {
            const std::string_view next = trimmed(m_lines[m_at]);
            if (!next.empty() && (next[0] == '=' || next[0] == '-')
                && next.find_first_not_of(next[0]) == std::string_view::npos) {
                ++m_at; // an underlined heading
                begin("heading").member("level", next[0] == '=' ? 1 : 2);
                endWithSpans(text);
                return;
            }
            if (startsBlock(m_at))
                break;
            text += " " + std::string(next);
        }
        begin("paragraph");
        endWithSpans(text);
    }

    std::vector<std::string_view> m_lines;
    Facts& m_facts;
    std::size_t m_at = 0;
};

} // namespace

Result<Preview> readMarkdown(const ReaderRequest& request, std::string_view bytes)
{
    Facts facts("markdown", request, bytes.size());
    CS_TRY(const SourceText source, sourceText(bytes, request, facts));
    facts.writer().key("blocks").beginArray();
    Blocks(linesOf(source.utf8), facts).run();
    facts.writer().endArray();
    return Preview{facts.take(), std::nullopt};
}

} // namespace cs
