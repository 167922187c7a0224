// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/readers/markdown_inline.h"

#include <cctype>
#include <optional>

namespace cs {

namespace {

struct Link {
    std::string_view text, url;
    std::size_t end = 0;
};

class Inline {
public:
    Inline(std::string_view text, Facts& facts)
        : m_text(text)
        , m_facts(facts)
    {
    }

    void run()
    {
        while (m_at < m_text.size() && !m_facts.isFull())
            step();
        flush();
    }

private:
    char at(std::size_t i) const { return i < m_text.size() ? m_text[i] : '\0'; }

    void step()
    {
        const char c = m_text[m_at];
        if (c == '\\' && std::ispunct(static_cast<unsigned char>(at(m_at + 1))) != 0) {
            m_run += m_text[m_at + 1];
            m_at += 2;
        } else if (c == '`' && code()) {
        } else if ((c == '*' || c == '_') && emphasis(c)) {
        } else if (c == '[' && link(m_at)) {
        } else if (c == '!' && at(m_at + 1) == '[' && image()) {
        } else if (c == '<' && autolink()) {
        } else {
            if (c == '<'
                && (std::isalpha(static_cast<unsigned char>(at(m_at + 1))) != 0 || at(m_at + 1) == '/'
                    || at(m_at + 1) == '!'))
                m_facts.note("raw_html", "HTML in the text is shown as it is written, not carried out.");
            m_run += c;
            ++m_at;
        }
    }

    /// Ends the current run of equally styled text.
    void flush(bool isCode = false, std::string_view url = {})
    {
        if (m_run.empty())
            return;
        m_facts.writer().beginObject();
        m_facts.member("text", m_run, 4000);
        if (m_bold)
            m_facts.flag("bold", true);
        if (m_italic)
            m_facts.flag("italic", true);
        if (isCode)
            m_facts.flag("code", true);
        if (!url.empty())
            m_facts.member("url", url, 500);
        m_facts.writer().endObject();
        m_run.clear();
    }

    bool code()
    {
        const std::size_t ticks = m_text.find_first_not_of('`', m_at) == std::string_view::npos
            ? m_text.size() - m_at
            : m_text.find_first_not_of('`', m_at) - m_at;
        const std::size_t begin = m_at + ticks;
        const std::size_t end = m_text.find(m_text.substr(m_at, ticks), begin);
        if (end == std::string_view::npos)
            return plain(ticks);
        flush();
        std::string_view inside = m_text.substr(begin, end - begin);
        if (inside.size() > 2 && inside.front() == ' ' && inside.back() == ' ')
            inside = inside.substr(1, inside.size() - 2);
        m_run = inside;
        flush(true);
        m_at = end + ticks;
        return true;
    }

    /// Takes @p count characters as they are.
    bool plain(std::size_t count)
    {
        m_run += m_text.substr(m_at, count);
        m_at += count;
        return true;
    }

    bool emphasis(char c)
    {
        const bool twice = at(m_at + 1) == c;
        bool& style = twice ? m_bold : m_italic;
        const std::size_t length = twice ? 2 : 1;
        const char before = m_at == 0 ? ' ' : m_text[m_at - 1];
        const char after = at(m_at + length);
        const auto isWord = [](char x) { return std::isalnum(static_cast<unsigned char>(x)) != 0; };
        if (c == '_' && isWord(before) && isWord(after)) // snake_case is a name, not emphasis
            return plain(length);
        const bool opens = !style && after != '\0' && std::isspace(static_cast<unsigned char>(after)) == 0
            && m_text.find(m_text.substr(m_at, length), m_at + length) != std::string_view::npos;
        const bool closes = style && std::isspace(static_cast<unsigned char>(before)) == 0;
        if (!opens && !closes)
            return plain(length);
        flush();
        style = opens;
        m_at += length;
        return true;
    }

    /// [text](url "title") at @p from, without nesting.
    std::optional<Link> linkAt(std::size_t from) const
    {
        const std::size_t close = m_text.find(']', from);
        if (close == std::string_view::npos || at(close + 1) != '(')
            return std::nullopt;
        const std::size_t end = m_text.find(')', close);
        if (end == std::string_view::npos)
            return std::nullopt;
        std::string_view url = m_text.substr(close + 2, end - close - 2);
        url = url.substr(0, url.find(' '));
        return Link{m_text.substr(from + 1, close - from - 1), url, end + 1};
    }

    bool link(std::size_t from)
    {
        const auto found = linkAt(from);
        if (!found)
            return false;
        flush();
        m_run = found->text.empty() ? found->url : found->text;
        flush(false, found->url);
        m_at = found->end;
        return true;
    }

    bool image()
    {
        const auto found = linkAt(m_at + 1);
        if (!found)
            return false;
        m_facts.note("images_left_out", "Pictures are not loaded; their descriptions are shown in their place.");
        flush();
        m_run = found->text.empty() ? std::string_view("picture") : found->text;
        flush(false, found->url);
        m_at = found->end;
        return true;
    }

    bool autolink()
    {
        const std::size_t end = m_text.find('>', m_at);
        const std::string_view inside = m_text.substr(m_at + 1, end == std::string_view::npos ? 0 : end - m_at - 1);
        if (!inside.starts_with("https://") && !inside.starts_with("http://") && !inside.starts_with("mailto:"))
            return false;
        flush();
        m_run = inside;
        flush(false, inside);
        m_at = end + 1;
        return true;
    }

    std::string_view m_text;
    Facts& m_facts;
    std::string m_run;
    std::size_t m_at = 0;
    bool m_bold = false, m_italic = false;
};

} // namespace

void writeSpans(std::string_view text, Facts& facts)
{
    // A search for a missing partner reads to the end each time: long paragraphs are cut so that this stays
    // small.
    constexpr std::size_t bytesMax = 16'384;
    if (text.size() > bytesMax) {
        facts.setTruncated();
        facts.note("cut", "Long texts are cut; a cut one ends with \u2026.");
    }
    Inline(text.substr(0, bytesMax), facts).run();
}

} // namespace cs
