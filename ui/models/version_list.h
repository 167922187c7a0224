// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/models/saved_filters.h"
#include "ui/widgets/table/page_source.h"

#include <QWidget>

class QMenu;
class QStackedWidget;

namespace cs::ui {

class Button;
class Face;
class HeaderBar;
class Label;
class ListExport;
class ModelsSource;
class PagedModel;
class Panel;
class Prompter;
class TableView;
class TokenField;

/// The list of all versions: filter, table, saved filters, columns, bulk actions and export.
class VersionList final : public QWidget {
    Q_OBJECT
public:
    /// All three must outlive the list.
    VersionList(WorkspaceService& service, const Clock& clock, Prompter& prompter, QWidget* parent = nullptr);
    ~VersionList() override;

    void setWorkspace(const QString& id, const QString& name);
    /// Asks again, with the same filter.
    void refresh();
    void setFilter(const QString& text);
    QString filter() const;
    void focusFilter();
    void focusTable();
    void exportList();
    void saveFilter();
    void showSavedMenu();
    /// Proposes the current version.
    void propose();
    QString proposeOff() const;
    qint64 currentId() const;
    void selectId(qint64 id);
    /// Names of versions that are in memory, for the palette.
    std::vector<std::pair<qint64, QString>> known(const QString& typed) const;
    QByteArray saveState() const;
    void restoreState(const QByteArray& state);

Q_SIGNALS:
    void versionAsked(qint64 id);
    void proposeAsked(qint64 id);
    void flowAsked(qint64 id);
    void compareAsked(qint64 id);
    void linkAsked(qint64 id);
    void loaded();
    void noticed(const QString& icon, const QString& text);
    void stateChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    QWidget* buildBar();
    QWidget* buildBulk();
    void connectAll();
    void retranslate();
    void query();
    void onReady(qint64 rows);
    void onFailed(const Error& error);
    void settle();
    void showHead();
    void showBulk(qint64 rows);
    void showEmpty();
    void showFault(const QString& sentence);
    void showSavedName();
    void fillSavedMenu(QMenu* menu, const std::vector<std::int64_t>& counts);
    void showRowMenu(const QPoint& at);
    void addSortMenu(QMenu* menu);
    void copySelection();
    std::vector<std::string> columnIds() const;

    WorkspaceService& m_service;
    ModelsSource* m_source;
    PagedModel* m_model;
    HeaderBar* m_header;
    TokenField* m_filter;
    Label *m_fault, *m_selected;
    Button *m_propose, *m_saved, *m_columns, *m_export, *m_copy, *m_exportSelected, *m_open;
    TableView* m_table;
    Face* m_face;
    QStackedWidget* m_stack;
    Panel* m_bulk;
    ListExport* m_exporter;
    SavedFilters m_filters;
    QString m_workspaceName;
    quint64 m_completion = 0;
    bool m_queried = false;
};

} // namespace cs::ui
