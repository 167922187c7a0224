// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/table/table.h"

#include "core/base/json.h"
#include "core/domain/decimal.h"

namespace cs::reports {
namespace {

/// Says how far it is, and whether to go on.
Status step(const WriteOptions& options, std::size_t done, std::size_t total)
{
    constexpr std::size_t every = 256;
    if (done % every != 0 && done != total)
        return {};
    if (options.stop.stop_requested())
        return fail(couldNot("CS-REPORTS-STOPPED", "The export was stopped; no file was written."));
    if (options.progress)
        options.progress(static_cast<std::int64_t>(done), static_cast<std::int64_t>(total));
    return {};
}

std::string csvText(std::string text)
{
    // OWASP's list of what starts a formula; a line feed because a spreadsheet may drop it.
    if (!text.empty() && std::string_view("=+-@\t\r\n|").find(text[0]) != std::string_view::npos)
        text.insert(text.begin(), '\'');
    if (text.find_first_of("\",\r\n") == std::string::npos)
        return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    return out + "\"";
}

std::string csvCell(const Cell& cell)
{
    if (const auto* text = std::get_if<std::string>(&cell))
        return csvText(*text);
    if (const auto* number = std::get_if<double>(&cell))
        return Decimal::fromDouble(*number).text();
    if (const auto* flag = std::get_if<bool>(&cell))
        return *flag ? "yes" : "no";
    if (const auto* time = std::get_if<UtcTime>(&cell))
        return time->text();
    return {};
}

void jsonCell(json::Writer& out, const Cell& cell)
{
    if (const auto* text = std::get_if<std::string>(&cell))
        out.string(*text);
    else if (const auto* number = std::get_if<double>(&cell))
        out.raw(Decimal::fromDouble(*number).text());
    else if (const auto* flag = std::get_if<bool>(&cell))
        out.boolean(*flag);
    else if (const auto* time = std::get_if<UtcTime>(&cell))
        out.string(time->text());
    else
        out.null();
}

} // namespace

Result<Bytes> csv(const Table& table, const WriteOptions& options)
{
    Bytes out;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        out += (i == 0 ? "" : ",") + csvText(table.columns[i].title);
    out += "\r\n";
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        for (std::size_t i = 0; i < table.rows[row].size(); ++i)
            out += (i == 0 ? "" : ",") + csvCell(table.rows[row][i]);
        out += "\r\n";
        CS_CHECK(step(options, row + 1, table.rows.size()));
    }
    return out;
}

Result<Bytes> json(const Table& table, const WriteOptions& options)
{
    json::Writer out;
    out.beginObject().member("schema", std::string_view("countersign.table/1"));
    out.member("title", std::string_view(table.title)).member("workspace", std::string_view(table.workspace));
    out.key("rows").beginArray();
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        out.beginObject();
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            out.key(table.columns[i].id);
            jsonCell(out, table.rows[row][i]);
        }
        out.endObject();
        CS_CHECK(step(options, row + 1, table.rows.size()));
    }
    out.endArray().endObject();
    return out.take() + "\n";
}

Result<Bytes> write(const Table& table, const std::string& format, const WriteOptions& options)
{
    if (format == "csv")
        return csv(table, options);
    if (format == "json")
        return json(table, options);
    if (format == "xlsx")
        return xlsx(table, options);
    return fail(usageError("CS-REPORTS-FORMAT", "There is no format \"%1\". Formats are csv, json and xlsx.",
        {qs(std::string_view(format).substr(0, 20))}));
}

} // namespace cs::reports
