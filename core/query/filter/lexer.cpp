// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/filter/lexer.h"

namespace cs::query::filter {
namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
}

class Lexer final {
public:
    explicit Lexer(std::string_view text)
        : m_text(text)
    {
    }

    std::vector<Token> all()
    {
        std::vector<Token> out;
        while (skipSpace())
            out.push_back(next());
        return out;
    }

private:
    bool more() const { return m_at < m_text.size(); }
    char here() const { return m_text[m_at]; }

    bool skipSpace()
    {
        while (more() && isSpace(here()))
            ++m_at;
        return more();
    }

    Token next()
    {
        Token token;
        token.at.offset = m_at;
        if (here() == '-') {
            token.negated = true;
            ++m_at;
        }
        takeKey(token);
        do
            token.parts.push_back(more() && here() == '"' ? quoted() : plain());
        while (takeComma());
        token.at.length = m_at - token.at.offset;
        return token;
    }

    /// "stage:" or, before a comparison, "waiting" of "waiting>2d".
    void takeKey(Token& token)
    {
        std::size_t end = m_at;
        const auto inWord = [](char c) {
            return !isSpace(c) && c != ':' && c != ',' && c != '"' && c != '<' && c != '>';
        };
        while (end < m_text.size() && inWord(m_text[end]))
            ++end;
        if (end == m_at || end == m_text.size())
            return;
        const std::string_view word = m_text.substr(m_at, end - m_at);
        const bool colon = m_text[end] == ':';
        const bool compares = (m_text[end] == '<' || m_text[end] == '>') && keyOf(word) != nullptr;
        if (!colon && !compares)
            return;
        token.hasKey = true;
        token.key = std::string(word);
        token.keyAt = {m_at, word.size()};
        m_at = colon ? end + 1 : end;
    }

    bool takeComma()
    {
        if (!more() || here() != ',')
            return false;
        ++m_at;
        return true;
    }

    Token::Part plain()
    {
        Token::Part part;
        part.at.offset = m_at;
        while (more() && !isSpace(here()) && here() != ',' && here() != '"')
            part.text += m_text[m_at++];
        part.at.length = m_at - part.at.offset;
        return part;
    }

    Token::Part quoted()
    {
        Token::Part part;
        part.at.offset = m_at++;
        part.quoted = true;
        part.closed = false;
        while (more() && !part.closed) {
            const char c = m_text[m_at++];
            part.closed = c == '"';
            if (c == '\\' && more())
                part.text += m_text[m_at++];
            else if (!part.closed)
                part.text += c;
        }
        part.at.length = m_at - part.at.offset;
        return part;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

std::vector<Token> tokens(std::string_view text)
{
    return Lexer(text).all();
}

} // namespace cs::query::filter
