// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/models_views.h"
#include "ui/widgets/table/memory_source.h"

#include <QWidget>

class QListWidget;
class QStackedWidget;
class QVBoxLayout;

namespace cs::ui {

class Face;
class HistoryChart;
class Label;
class PagedModel;
class Segments;
class TableView;

/// The metrics of a version: a list of their names, and each one's history as a chart or as its table twin.
class MetricsPane final : public QWidget {
    Q_OBJECT
public:
    explicit MetricsPane(QWidget* parent = nullptr);
    void setPage(const query::VersionPageView& page);

Q_SIGNALS:
    void entryAsked(qint64 entry);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showMetric(int row);
    void addName(const query::MetricHistory& metric);
    void showBounds(const query::MetricHistory& metric);
    void retranslate();
    static std::vector<Column> columns();

    query::VersionPageView m_page;
    std::vector<qint64> m_entries; // of the rows
    QListWidget* m_names;
    Label *m_title, *m_second;
    QVBoxLayout* m_bounds;
    Segments* m_views;
    HistoryChart* m_chart;
    MemorySource m_source;
    PagedModel* m_model;
    TableView* m_table;
    QStackedWidget *m_stack, *m_outer;
    Face* m_face;
};

} // namespace cs::ui
