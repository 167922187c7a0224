// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/table/page_source.h"

namespace cs::ui {

/// Rows that are all there already: the short tables of a page, with the same view as the long ones.
class MemorySource final : public PageSource {
public:
    void setRows(std::vector<Row> rows) { m_rows = std::move(rows); }
    const std::vector<Row>& rows() const { return m_rows; }
    void fetchIds(const RowQuery& query, std::function<void(Result<std::vector<qint64>>)> done) override;
    void fetchRows(const std::vector<qint64>& ids, std::function<void(Result<std::vector<Row>>)> done) override;

private:
    std::vector<Row> m_rows;
};

} // namespace cs::ui
