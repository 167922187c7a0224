// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/widgets/table/memory_source.h"

#include <QObject>
#include <QWidget>

class QStackedWidget;

namespace cs::ui {

class Face;
class PagedModel;
class TableView;

/// The entries about one version, by the page, as the ledger screen says them.
class AboutSource final : public QObject, public PageSource {
    Q_OBJECT
public:
    AboutSource(WorkspaceService& service, const Clock& clock, QObject* parent);
    void setEntries(std::vector<EntryIndex> entries) { m_entries = std::move(entries); }
    void fetchIds(const RowQuery& query, std::function<void(Result<std::vector<qint64>>)> done) override;
    void fetchRows(const std::vector<qint64>& ids, std::function<void(Result<std::vector<Row>>)> done) override;

private:
    WorkspaceService& m_service;
    const Clock& m_clock;
    std::vector<EntryIndex> m_entries;
};

/// A tab that is one table: rows, or a face that says why there are none.
class TablePane final : public QWidget {
    Q_OBJECT
public:
    TablePane(const QString& name, std::vector<Column> columns, PageSource& source, QWidget* parent = nullptr);
    ~TablePane() override;
    /// @param heading, sentence what stands there without rows
    void setEmpty(const QString& icon, const QString& heading, const QString& sentence);
    void setTitles(const QString& accessible, std::vector<Column> columns);
    void refresh();
    TableView* table() { return m_table; }

Q_SIGNALS:
    void opened(qint64 id);
    void copied(int rows);

private:
    PagedModel* m_model;
    TableView* m_table;
    Face* m_face;
    QStackedWidget* m_stack;
};

std::vector<Column> evidenceColumns();
std::vector<Row> evidenceRows(const query::VersionPageView& page, UtcTime now);
std::vector<Column> promotionColumns();
std::vector<Row> promotionRows(const query::VersionPageView& page, UtcTime now);
std::vector<Column> aboutColumns();

} // namespace cs::ui
