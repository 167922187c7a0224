// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table/memory_source.h"

#include <QSet>

namespace cs::ui {

void MemorySource::fetchIds(const RowQuery&, std::function<void(Result<std::vector<qint64>>)> done)
{
    std::vector<qint64> ids;
    for (const Row& row : m_rows) {
        ids.push_back(row.id);
    }
    done(std::move(ids));
}

void MemorySource::fetchRows(const std::vector<qint64>& ids, std::function<void(Result<std::vector<Row>>)> done)
{
    const QSet<qint64> wanted(ids.begin(), ids.end());
    std::vector<Row> rows;
    for (const Row& row : m_rows) {
        if (wanted.contains(row.id)) {
            rows.push_back(row);
        }
    }
    done(std::move(rows));
}

} // namespace cs::ui
