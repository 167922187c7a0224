// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/filter/complete.h"

#include "core/query/filter/lexer.h"

#include <algorithm>

namespace cs::query::filter {
namespace {

constexpr std::size_t linesMax = 12, hintWords = 4, valuesOfKey = 4;

/// The filter without the token that is being typed; parts that mean nothing are left out too.
Filter restOf(std::string_view text, Span without)
{
    Filter rest;
    for (const Token& token : tokens(text)) {
        if (token.at.offset >= without.offset && token.at.end() <= without.end())
            continue;
        if (auto term = parse(text.substr(token.at.offset, token.at.length)))
            rest.terms.insert(rest.terms.end(), term->terms.begin(), term->terms.end());
    }
    return rest;
}

/// Words with blanks or special characters have to be put in quotes.
std::string written(const std::string& value)
{
    const bool plain = value.find_first_of(" \t\n\r\v\f,\"*") == std::string::npos && !value.empty() && value[0] != '<'
        && value[0] != '>';
    return plain ? value : describe(Term{false, Key::Text, {{value, true}}, {}});
}

class Completer final {
public:
    Completer(const VersionTable& table, const Asker& asker, std::string_view text, std::size_t cursor)
        : m_table(table)
        , m_asker(asker)
        , m_at{cursor, 0}
    {
        for (const Token& token : tokens(text))
            if (token.at.offset < cursor && cursor <= token.at.end()) {
                m_token = token;
                m_at = token.at;
            }
        m_rows = table.find(restOf(text, m_at), asker);
        m_cursor = cursor;
    }

    std::vector<Completion> all()
    {
        if (!m_token.hasKey)
            offerKeys();
        else if (const KeyInfo* info = keyOf(m_token.key))
            offerValues(*info);
        if (m_lines.size() > linesMax)
            m_lines.resize(linesMax);
        return std::move(m_lines);
    }

private:
    std::string minus() const { return m_token.negated ? "-" : ""; }

    void offerKeys()
    {
        const std::string typed = m_token.parts.empty() ? "" : folded(m_token.parts.back().text);
        if (m_token.parts.size() > 1 || (!m_token.parts.empty() && m_token.parts.back().quoted))
            return;
        std::vector<Completion> values;
        for (const KeyInfo& info : keys()) {
            if (!info.word.starts_with(typed))
                continue;
            const auto counted = m_table.values(info.key, m_rows, m_asker);
            std::string hint;
            for (std::size_t i = 0; i < counted.size() && i < hintWords; ++i)
                hint += (hint.empty() ? "" : ", ") + counted[i].value;
            if (counted.size() > hintWords)
                hint += " …";
            m_lines.push_back({minus() + std::string(info.word) + ":",
                counted.empty() ? std::string(info.example) : hint, std::nullopt, m_at});
            if (!typed.empty() && m_lines.size() == 1)
                addValues(info, counted, "", valuesOfKey, values);
        }
        m_lines.insert(m_lines.end(), values.begin(), values.end());
        if (typed.size() >= 2)
            addModels(typed);
    }

    /// Names of models that hold what was typed.
    void addModels(const std::string& typed)
    {
        auto models = m_table.values(Key::Model, m_rows, m_asker);
        std::erase_if(models, [&](const auto& model) { return folded(model.value).find(typed) == std::string::npos; });
        for (std::size_t i = 0; i < models.size() && i < valuesOfKey; ++i)
            m_lines.push_back({minus() + "model:" + written(models[i].value), {}, models[i].count, m_at});
    }

    /// Values of the key; after a comma further ones.
    void offerValues(const KeyInfo& info)
    {
        std::string before;
        std::string typed;
        for (const Token::Part& part : m_token.parts) {
            if (part.at.offset <= m_cursor)
                typed = folded(part.text);
            if (part.at.end() < m_cursor && !part.text.empty())
                before += (part.quoted ? written(part.text) : part.text) + ",";
        }
        if (info.kind == ValueKind::Age || info.kind == ValueKind::Number) {
            if (typed.empty())
                m_lines.push_back({minus() + std::string(info.example), {}, std::nullopt, m_at});
            return;
        }
        auto counted = m_table.values(info.key, m_rows, m_asker);
        std::erase_if(counted, [&](const auto& value) {
            return folded(value.value).find(typed) == std::string::npos
                && folded(value.title).find(typed) == std::string::npos;
        });
        if (info.key != Key::Stage && info.key != Key::Risk)
            std::ranges::stable_sort(counted, std::ranges::greater(), &VersionTable::Counted::count);
        std::ranges::stable_partition(counted, [&](const auto& value) {
            return folded(value.value).starts_with(typed) || folded(value.title).starts_with(typed);
        });
        addValues(info, counted, before, linesMax, m_lines);
    }

    void addValues(const KeyInfo& info, const std::vector<VersionTable::Counted>& counted, const std::string& before,
        std::size_t most, std::vector<Completion>& lines) const
    {
        for (std::size_t i = 0; i < counted.size() && i < most; ++i) {
            const auto& value = counted[i];
            const bool titled = folded(value.title) != folded(value.value);
            lines.push_back({minus() + std::string(info.word) + ":" + before + written(value.value),
                titled ? value.title : std::string(), value.count, m_at});
        }
    }

    const VersionTable& m_table;
    const Asker& m_asker;
    Token m_token;
    Span m_at;
    std::size_t m_cursor = 0;
    std::vector<std::uint32_t> m_rows;
    std::vector<Completion> m_lines;
};

} // namespace

std::vector<Completion> complete(
    const VersionTable& table, const Asker& asker, std::string_view text, std::size_t cursor)
{
    return Completer(table, asker, text, std::min(cursor, text.size())).all();
}

} // namespace cs::query::filter
