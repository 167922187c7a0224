// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/table/page_source.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <list>
#include <memory>

namespace cs::ui {

/// A table of any length: a vector of row ids in the source's order, and the latest pages of 256 rows in
/// memory. data() reads memory alone; a row that is not there yet is a placeholder and its page is asked for
/// once.
/// @thread UI
class PagedModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr int pageRows = 256;
    static constexpr int pagesMax = 32;

    /// @param source must outlive the model.
    PagedModel(std::vector<Column> columns, PageSource& source, QObject* parent = nullptr);
    ~PagedModel() override;

    /// Asks for the rows of @p query. Until they come the old rows stay; a later call makes earlier answers
    /// void.
    void setQuery(const RowQuery& query);
    const RowQuery& query() const { return m_query; }
    /// The same query again, because the ledger has grown.
    void refresh();
    /// Puts a page that changed out of memory.
    void invalidateRow(qint64 id);

    bool isLoading() const { return m_loading; }
    /// The last answer if it was an error.
    const std::optional<Error>& error() const { return m_error; }

    /// -1 if the row is not in the list.
    int rowForId(qint64 id) const;
    qint64 idForRow(int row) const { return m_ids.at(static_cast<std::size_t>(row)); }
    /// Every row of the list in its order, whether in memory or not.
    const std::vector<qint64>& ids() const { return m_ids; }
    /// The row if it is in memory.
    const Row* cachedRow(int row) const;

    const std::vector<Column>& columns() const { return m_columns; }
    /// New titles after a change of language; ids and order must be the same.
    void setColumns(std::vector<Column> columns);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void loadingChanged(bool loading);
    /// The ids of the current query are there: rowCount() is final until the next query.
    void ready(qint64 rows);
    void failed(const cs::Error& error);

private:
    struct Page {
        std::vector<Row> rows; ///< in the order of the ids; id -1 if the row is gone
        std::list<int>::iterator use;
    };
    void requestIds();
    void takeIds(Result<std::vector<qint64>> ids);
    void requestPage(int page) const;
    void takePage(int page, const std::vector<qint64>& wanted, Result<std::vector<Row>> rows);
    void dropPages();
    QVariant cellData(const Row& row, int column, int role) const;

    std::vector<Column> m_columns;
    PageSource& m_source;
    RowQuery m_query;
    std::vector<qint64> m_ids;
    mutable QHash<qint64, int> m_rowOfId;
    mutable bool m_rowOfIdBuilt = false;
    mutable QHash<int, Page> m_pages;
    mutable std::list<int> m_used; ///< latest first
    mutable QSet<int> m_asked;
    quint64 m_generation = 0;
    bool m_loading = false;
    std::optional<Error> m_error;
    std::shared_ptr<bool> m_alive;
};

} // namespace cs::ui
