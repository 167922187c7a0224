// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/flow_views.h"
#include "ui/widgets/table/page_source.h"

#include <QCoreApplication>

namespace cs::ui {

/// The picture as a table: the same facts in the order in which the picture is read.
class FlowList final : public PageSource {
    Q_DECLARE_TR_FUNCTIONS(cs::ui::FlowList)
public:
    static std::vector<Column> columns();
    void setView(const query::FlowView& view, UtcTime now);
    /// "card:v14", "gate:…", "stage:…" or empty of a row.
    QString station(qint64 row) const;
    qint64 rowOf(const QString& station) const;
    std::size_t size() const { return m_rows.size(); }

    void fetchIds(const RowQuery& query, std::function<void(Result<std::vector<qint64>>)> done) override;
    void fetchRows(const std::vector<qint64>& ids, std::function<void(Result<std::vector<Row>>)> done) override;

private:
    struct Entry {
        QString station, what, name, where, says, more, icon;
        Role role = Role::Muted;
    };
    void addStage(const query::FlowView& view, const query::FlowStage& stage, UtcTime now);
    void addGate(const query::FlowGate& gate);
    void addWays(const query::FlowView& view, UtcTime now);

    std::vector<Entry> m_rows;
};

} // namespace cs::ui
