// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/widgets/table/column.h"

#include <functional>
#include <vector>

namespace cs::ui {

/// What to show, in which order. The source filters and sorts; the table never does.
struct RowQuery {
    QString filter;
    QByteArray sortColumn;
    Qt::SortOrder order = Qt::DescendingOrder;
    bool operator==(const RowQuery&) const = default;
};

/// Where a paged table gets its rows. Implementations work on another thread and call back on the UI thread,
/// once per request, at any time; answers to an older request are dropped by the table.
class PageSource {
public:
    virtual ~PageSource() = default;
    /// All row ids of @p query in order.
    virtual void fetchIds(const RowQuery& query, std::function<void(Result<std::vector<qint64>>)> done) = 0;
    /// The rows of @p ids, in any order; a row that is gone is left out.
    virtual void fetchRows(const std::vector<qint64>& ids, std::function<void(Result<std::vector<Row>>)> done) = 0;
};

} // namespace cs::ui
