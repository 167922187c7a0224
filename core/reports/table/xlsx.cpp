// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/table/table.h"

#include <QFile>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <memory>

namespace cs::reports {
namespace {

Error cannot(const QString& why)
{
    return couldNot("CS-REPORTS-XLSX", "The spreadsheet cannot be written: %1.", {why});
}

/// Excel's own limits.
constexpr std::size_t cellBytesMax = 32'000, rowsMax = 1'000'000;

class Sheet final {
public:
    Sheet(lxw_workbook* book, const Table& table)
        : m_table(table)
        , m_sheet(workbook_add_worksheet(book, "Versions"))
        , m_head(workbook_add_format(book))
        , m_time(workbook_add_format(book))
    {
        format_set_bold(m_head);
        format_set_bottom(m_head, LXW_BORDER_THIN);
        format_set_num_format(m_time, "yyyy-mm-dd hh:mm:ss");
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            worksheet_write_string(m_sheet, 0, column, table.columns[i].title.c_str(), m_head);
            worksheet_set_column(m_sheet, column, column, table.columns[i].width, nullptr);
        }
        worksheet_freeze_panes(m_sheet, 1, 0);
        if (!table.columns.empty())
            worksheet_autofilter(m_sheet, 0, 0, static_cast<lxw_row_t>(table.rows.size()),
                static_cast<lxw_col_t>(table.columns.size() - 1));
    }

    void write(std::size_t row)
    {
        for (std::size_t i = 0; i < m_table.rows[row].size(); ++i)
            writeCell(static_cast<lxw_row_t>(row + 1), static_cast<lxw_col_t>(i), m_table.rows[row][i]);
    }

private:
    void writeCell(lxw_row_t row, lxw_col_t column, const Cell& cell)
    {
        // Never worksheet_write_formula or _url: a string stays a string, whatever it begins with.
        if (const auto* text = std::get_if<std::string>(&cell))
            worksheet_write_string(m_sheet, row, column, text->substr(0, cellBytesMax).c_str(), nullptr);
        else if (const auto* number = std::get_if<double>(&cell))
            worksheet_write_number(m_sheet, row, column, *number, nullptr);
        else if (const auto* flag = std::get_if<bool>(&cell))
            worksheet_write_string(m_sheet, row, column, *flag ? "yes" : "no", nullptr);
        else if (const auto* time = std::get_if<UtcTime>(&cell))
            worksheet_write_number(m_sheet, row, column, serial(*time), m_time);
    }

    /// Days since 1899-12-30, as spreadsheets count.
    static double serial(UtcTime time)
    {
        constexpr double dayMs = 86'400'000, epoch = 25'569;
        return static_cast<double>(time.ms()) / dayMs + epoch;
    }

    const Table& m_table;
    lxw_worksheet* m_sheet;
    lxw_format *m_head, *m_time;
};

/// The library writes files only: a private folder that goes with the answer.
Result<Bytes> readBack(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(cannot(file.errorString()));
    return file.readAll().toStdString();
}

} // namespace

Result<Bytes> xlsx(const Table& table, const WriteOptions& options)
{
    if (table.rows.size() > rowsMax)
        return fail(cannot(QStringLiteral("it has more rows than a spreadsheet can hold")));
    QTemporaryDir folder;
    if (!folder.isValid())
        return fail(cannot(folder.errorString()));
    const QString path = folder.filePath(QStringLiteral("table.xlsx"));
    std::string temporary = utf8(folder.path());
    lxw_workbook_options settings{};
    settings.tmpdir = temporary.data();
    lxw_workbook* book = workbook_new_opt(utf8(path).c_str(), &settings);
    if (book == nullptr)
        return fail(cannot(QStringLiteral("there is not enough memory")));
    Sheet sheet(book, table);
    constexpr std::size_t every = 256;
    bool stopped = false;
    for (std::size_t row = 0; row < table.rows.size() && !stopped; ++row) {
        sheet.write(row);
        if (row % every == 0 && options.progress)
            options.progress(static_cast<std::int64_t>(row), static_cast<std::int64_t>(table.rows.size()));
        stopped = options.stop.stop_requested();
    }
    const lxw_error written = workbook_close(book);
    if (stopped)
        return fail(couldNot("CS-REPORTS-STOPPED", "The export was stopped; no file was written."));
    if (written != LXW_NO_ERROR)
        return fail(cannot(QString::fromUtf8(lxw_strerror(written))));
    return readBack(path);
}

} // namespace cs::reports
