// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/readers/facts.h"
#include "core/evidence/readers/readers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace cs {

namespace {

constexpr std::size_t rowsMax = 500;
constexpr std::size_t columnsMax = 200;
constexpr std::size_t cellCharactersMax = 500;

using Row = std::vector<std::string>;

/// Rows of RFC 4180 text: quoted cells may hold separators, quotes (doubled) and line breaks.
class CsvScanner {
public:
    CsvScanner(std::string_view text, char delimiter)
        : m_text(text)
        , m_delimiter(delimiter)
    {
    }
    /// False at the end. Cells beyond the column limit are counted and not kept.
    bool next(Row& row, std::size_t& width)
    {
        row.clear();
        width = 0;
        if (m_at >= m_text.size())
            return false;
        do {
            std::string value = cell();
            if (++width <= columnsMax)
                row.push_back(std::move(value));
        } while (separator());
        return true;
    }

private:
    std::string cell()
    {
        std::string out;
        if (m_at < m_text.size() && m_text[m_at] == '"') {
            ++m_at;
            while (m_at < m_text.size()) {
                const char c = m_text[m_at++];
                if (c != '"') {
                    out += c;
                } else if (m_at < m_text.size() && m_text[m_at] == '"') {
                    out += '"';
                    ++m_at;
                } else {
                    break;
                }
            }
        }
        // Also what stands, against the rules, between a closing quote and the separator.
        while (m_at < m_text.size() && m_text[m_at] != m_delimiter && m_text[m_at] != '\n' && m_text[m_at] != '\r')
            out += m_text[m_at++];
        return out;
    }
    /// Steps over a separator (true) or the end of the row.
    bool separator()
    {
        if (m_at < m_text.size() && m_text[m_at] == m_delimiter) {
            ++m_at;
            return true;
        }
        if (m_at < m_text.size() && m_text[m_at] == '\r')
            ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == '\n')
            ++m_at;
        return false;
    }

    std::string_view m_text;
    char m_delimiter;
    std::size_t m_at = 0;
};

/// The separator that divides the first lines most evenly; ties go to the comma.
char delimiterOf(std::string_view text, const ReaderRequest& request)
{
    if (request.media.starts_with("text/tab-separated-values"))
        return '\t';
    const std::string_view line = text.substr(0, text.find('\n'));
    char best = ',';
    auto most = std::ranges::count(line, ',');
    for (const char candidate : {';', '\t', '|'})
        if (const auto count = std::ranges::count(line, candidate); count > most) {
            best = candidate;
            most = count;
        }
    return best;
}

enum class CellType { Empty, Boolean, Integer, Number, Text };

CellType typeOf(std::string_view cell)
{
    if (cell.empty())
        return CellType::Empty;
    constexpr std::array<std::string_view, 4> booleans{"true", "false", "True", "False"};
    if (std::ranges::find(booleans, cell) != booleans.end())
        return CellType::Boolean;
    std::int64_t integer = 0;
    const char* end = cell.data() + cell.size();
    if (const auto r = std::from_chars(cell.data(), end, integer); r.ec == std::errc() && r.ptr == end)
        return CellType::Integer;
    double real = 0;
    if (const auto r = std::from_chars(cell.data(), end, real); r.ec == std::errc() && r.ptr == end)
        return CellType::Number;
    return CellType::Text;
}

CellType merged(CellType a, CellType b)
{
    if (a == CellType::Empty || a == b)
        return b;
    if (b == CellType::Empty)
        return a;
    const bool numeric =
        (a == CellType::Integer || a == CellType::Number) && (b == CellType::Integer || b == CellType::Number);
    return numeric ? CellType::Number : CellType::Text;
}

std::string_view typeName(CellType type)
{
    constexpr std::array<std::string_view, 5> names{"empty", "boolean", "integer", "number", "text"};
    return names[static_cast<std::size_t>(type)];
}

struct Table {
    Row header;
    std::vector<Row> rows;
    std::vector<CellType> types;
    std::size_t width = 0;
    std::int64_t rowCount = 0;
    bool ragged = false;
};

Table scan(std::string_view text, char delimiter)
{
    Table table;
    CsvScanner scanner(text, delimiter);
    std::size_t headerWidth = 0, width = 0;
    scanner.next(table.header, headerWidth);
    table.width = headerWidth;
    table.types.assign(table.header.size(), CellType::Empty);
    Row row;
    while (scanner.next(row, width)) {
        if (width == 1 && row[0].empty())
            continue; // an empty line
        ++table.rowCount;
        table.ragged = table.ragged || width != headerWidth;
        table.width = std::max(table.width, width);
        table.types.resize(std::max(table.types.size(), row.size()), CellType::Empty);
        for (std::size_t i = 0; i < row.size(); ++i)
            table.types[i] = merged(table.types[i], typeOf(row[i]));
        if (table.rows.size() < rowsMax)
            table.rows.push_back(row);
    }
    return table;
}

void noteOddities(const Table& table, std::size_t shown, Facts& facts)
{
    if (std::int64_t(shown) < table.rowCount) {
        facts.setTruncated();
        facts.note("rows_cut", "The first " + std::to_string(shown) + " rows are shown.");
    }
    if (table.width > columnsMax) {
        facts.setTruncated();
        facts.note("columns_cut", "The first " + std::to_string(columnsMax) + " columns are shown.");
    }
    if (table.ragged)
        facts.note("ragged_rows", "Some rows have more or fewer cells than the header.");
    if (std::set<std::string>(table.header.begin(), table.header.end()).size() != table.header.size())
        facts.note("duplicate_columns", "Two columns have the same name.");
}

} // namespace

Result<Preview> readCsv(const ReaderRequest& request, std::string_view bytes)
{
    Facts facts("csv", request, bytes.size());
    CS_TRY(const SourceText source, sourceText(bytes, request, facts));
    const char delimiter = delimiterOf(source.utf8, request);
    const Table table = scan(source.utf8, delimiter);
    facts.writer().member("delimiter", std::string_view(&delimiter, 1));
    facts.member("columnCount", std::int64_t(table.width));
    facts.member("rowCount", isHead(request, bytes.size()) ? -1 : table.rowCount);
    facts.writer().key("columns").beginArray();
    for (std::size_t i = 0; i < table.types.size(); ++i) {
        facts.writer().beginObject();
        facts.member("name", i < table.header.size() ? std::string_view(table.header[i]) : std::string_view(), 100);
        facts.writer().member("type", typeName(table.types[i])).endObject();
    }
    facts.writer().endArray().key("rows").beginArray();
    std::size_t shown = 0;
    for (; shown < table.rows.size() && !facts.isFull(); ++shown) {
        facts.writer().beginArray();
        for (const std::string& cell : table.rows[shown])
            facts.writer().string(facts.isFull() ? std::string() : facts.text(cell, cellCharactersMax));
        facts.writer().endArray();
    }
    facts.writer().endArray();
    noteOddities(table, shown, facts);
    return Preview{facts.take(), std::nullopt};
}

} // namespace cs
