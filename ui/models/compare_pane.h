// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/models_views.h"
#include "ui/widgets/table/memory_source.h"

#include <QWidget>

class QStackedWidget;

namespace cs::ui {

class Button;
class Face;
class Label;
class PagedModel;
class TableView;

/// A version beside the one that serves production: metrics with what the gates ask, lineage, digests.
class ComparePane final : public QWidget {
    Q_OBJECT
public:
    explicit ComparePane(QWidget* parent = nullptr);
    ~ComparePane() override;
    void setPage(const query::VersionPageView& page);
    bool hasComparison() const { return m_page.comparison.has_value(); }
    QByteArray csv() const;
    void focusTable();

Q_SIGNALS:
    void versionAsked(qint64 id);
    void exportAsked();
    void copied(int rows);

protected:
    void changeEvent(QEvent* event) override;

private:
    std::vector<Column> columns() const;
    std::vector<Row> rows() const;
    void refresh();

    query::VersionPageView m_page;
    Label *m_title, *m_second;
    Button *m_other, *m_export;
    MemorySource m_source;
    PagedModel* m_model;
    TableView* m_table;
    Face* m_face;
    QStackedWidget* m_stack;
};

} // namespace cs::ui
