// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/widgets/table/page_source.h"

#include <QObject>

namespace cs::ui {

/// All promotions of the workspace for the paged table: few enough to be kept whole, filtered and sorted here.
class PromotionSource final : public QObject, public PageSource {
    Q_OBJECT
public:
    PromotionSource(WorkspaceService& service, const Clock& clock, QObject* parent = nullptr);
    void setOpenOnly(bool openOnly) { m_openOnly = openOnly; }
    static std::vector<Column> columns();

    void fetchIds(const RowQuery& query, std::function<void(Result<std::vector<qint64>>)> done) override;
    void fetchRows(const std::vector<qint64>& ids, std::function<void(Result<std::vector<Row>>)> done) override;
    const views::PromotionRow* rowOf(qint64 id) const;
    const std::vector<views::PromotionRow>& rows() const { return m_rows; }

Q_SIGNALS:
    /// How many are open, of all that were listed.
    void counted(int open);

private:
    Row makeRow(const views::PromotionRow& row) const;

    WorkspaceService& m_service;
    const Clock& m_clock;
    bool m_openOnly = true;
    std::vector<views::PromotionRow> m_rows;
};

} // namespace cs::ui
