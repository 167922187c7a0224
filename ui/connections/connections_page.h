// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"
#include "ui/widgets/page.h"

class QSplitter;
class QStackedWidget;
class QTimer;

namespace cs::ui {

class Button;
class Face;
class HeaderBar;
class PagedModel;
class RegistryPane;
class RegistrySource;
class Prompter;
class StorePage;
class StorePanel;
class TableView;

/// The registries of the workspace, and the server that keeps its ledger where one does. open("r12") goes to a
/// registry, open("server") to the server.
class ConnectionsPage final : public Page {
    Q_OBJECT
public:
    /// Both must outlive the page.
    ConnectionsPage(WorkspaceService& service, const Clock& clock, Prompter& prompter, QWidget* parent = nullptr);
    ~ConnectionsPage() override;

    QByteArray navigationId() const override { return "connections"; }
    QString title() const override { return tr("Connections"); }
    QString iconName() const override { return QStringLiteral("connections"); }
    std::vector<Command> commands() override;
    void open(const QString& target) override;
    std::vector<Destination> destinations(const QString& typed) const override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray& state) override;

Q_SIGNALS:
    /// A page of the handbook by its id; the composition that has one listens.
    void handbookAsked(const QString& page);
    /// List and detail show what the workspace says.
    void loaded();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void read();
    void take(const Result<query::ConnectionsView>& view);
    void showCurrent();
    void showEmpty();
    void sync(RegistryId registry, bool repair);
    void syncAll();
    void edit(const query::RegistryForm& form);
    void remove();
    void notice(const char* icon, const QString& text);
    void countFindings();
    void showServer(bool server);
    void takeHead(const query::HeadView& head);

    WorkspaceService& m_service;
    RegistrySource* m_source;
    PagedModel* m_model;
    HeaderBar* m_header;
    Button *m_syncAll, *m_add;
    TableView* m_table;
    RegistryPane* m_pane;
    StorePanel* m_store;
    StorePage* m_server;
    QSplitter* m_splitter;
    Face* m_face;
    QStackedWidget *m_stack, *m_parts;
    QTimer* m_later;
    IdentityView m_identity;
    qint64 m_wanted = -1;
    bool m_serverWanted = false; ///< before it was known whether there is one
    QString m_workspace;
    quint64 m_generation = 0;
};

} // namespace cs::ui
