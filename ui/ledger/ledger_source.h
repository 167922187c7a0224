// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/widgets/table/page_source.h"

#include <QObject>

namespace cs::ui {

/// The entries of the ledger for the paged table: the workspace filters, rows come by the page.
class LedgerSource final : public QObject, public PageSource {
    Q_OBJECT
public:
    LedgerSource(WorkspaceService& service, const Clock& clock, QObject* parent = nullptr);
    static std::vector<Column> columns();

    void fetchIds(const RowQuery& query, std::function<void(Result<std::vector<qint64>>)> done) override;
    void fetchRows(const std::vector<qint64>& ids, std::function<void(Result<std::vector<Row>>)> done) override;

private:
    Row makeRow(const query::EntryRow& entry) const;

    WorkspaceService& m_service;
    const Clock& m_clock;
};

} // namespace cs::ui
