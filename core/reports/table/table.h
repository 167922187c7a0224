// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/digest.h"
#include "core/base/result.h"
#include "core/base/utc_time.h"

#include <functional>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

/// A list as a file: rows and columns as plain values, and one writer a format.
namespace cs::reports {

/// One cell. A text is a text in every format: nothing that somebody wrote is ever read as a formula.
using Cell = std::variant<std::monostate, std::string, double, bool, UtcTime>;

struct TableColumn {
    std::string id, title;
    double width = 16; ///< characters, for spreadsheets
};

struct Table {
    std::string title, workspace;
    std::vector<TableColumn> columns;
    std::vector<std::vector<Cell>> rows;
};

struct WriteOptions {
    std::function<void(std::int64_t done, std::int64_t total)> progress;
    std::stop_token stop;
};

/// RFC 4180 in UTF-8. A text that a spreadsheet would take for a formula gets an apostrophe before it.
Result<Bytes> csv(const Table& table, const WriteOptions& options = {});
/// {schema: "countersign.table/1", title, workspace, rows: [{id: value}]}; an empty cell is null.
Result<Bytes> json(const Table& table, const WriteOptions& options = {});
/// Office Open XML with a frozen head and filters. Texts are written as strings. @returns CS-REPORTS-XLSX.
Result<Bytes> xlsx(const Table& table, const WriteOptions& options = {});
/// By the name of the format: csv, json or xlsx. @returns CS-REPORTS-FORMAT, CS-REPORTS-STOPPED.
Result<Bytes> write(const Table& table, const std::string& format, const WriteOptions& options = {});

} // namespace cs::reports
