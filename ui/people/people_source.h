// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/people_views.h"
#include "ui/widgets/table/page_source.h"

#include <QObject>

namespace cs::ui {

enum class PeopleList { People, Roles, Delegations, Administrators };

/// The rows of one segment, filtered and sorted in memory: people are few.
class PeopleSource final : public QObject, public PageSource {
    Q_OBJECT
public:
    using QObject::QObject;
    void setView(query::PeopleView view, UtcTime now);
    void setList(PeopleList list) { m_list = list; }
    PeopleList list() const { return m_list; }
    const query::PeopleView& view() const { return m_view; }
    const query::PersonLine* personOf(qint64 id) const;
    std::vector<Column> columns() const;
    /// What is shown for these rows, with headings.
    QString csv(const std::vector<qint64>& ids) const;
    QString rowText(qint64 id) const;

    void fetchIds(const RowQuery& query, std::function<void(Result<std::vector<qint64>>)> done) override;
    void fetchRows(const std::vector<qint64>& ids, std::function<void(Result<std::vector<Row>>)> done) override;

private:
    Row makeRow(qint64 id) const;
    Row personRow(const query::PersonLine& line) const;
    Row roleRow(const query::RoleSummary& role, qint64 id) const;
    Row delegationRow(const query::DelegationLine& line) const;
    std::vector<qint64> allIds() const;

    query::PeopleView m_view;
    UtcTime m_now;
    PeopleList m_list = PeopleList::People;
};

} // namespace cs::ui
