// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connections_page.h"

#include "ui/connections/registry_form.h"
#include "ui/connections/registry_pane.h"
#include "ui/connections/registry_source.h"
#include "ui/connections/store_page.h"
#include "ui/connections/store_panel.h"
#include "ui/connections/sync_step.h"
#include "ui/widgets/button.h"
#include "ui/widgets/face.h"
#include "ui/widgets/header_bar.h"
#include "ui/widgets/page_state.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/error_face.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/signing/action_sheet.h"
#include "ui/widgets/table/paged_model.h"
#include "ui/widgets/table/table_view.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>
#include <QEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace cs::ui {

ConnectionsPage::ConnectionsPage(WorkspaceService& service, const Clock& clock, Prompter& prompter, QWidget* parent)
    : Page(parent)
    , m_service(service)
    , m_source(new RegistrySource(this))
    , m_model(new PagedModel(RegistrySource::columns(), *m_source, this))
    , m_header(new HeaderBar(this))
    , m_syncAll(new Button(Button::Kind::Outlined, {}, this))
    , m_add(new Button(Button::Kind::Primary, {}, this))
    , m_table(new TableView(this))
    , m_pane(new RegistryPane(clock, this))
    , m_store(new StorePanel(service, this))
    , m_server(new StorePage(service, clock, prompter, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_face(new Face(this))
    , m_stack(new QStackedWidget(this))
    , m_parts(new QStackedWidget(this))
    , m_later(new QTimer(this))
{
    setObjectName(QStringLiteral("connectionsPage"));
    build();
    retranslate();
    m_later->setSingleShot(true);
    m_later->setInterval(100);
    connect(m_later, &QTimer::timeout, this, &ConnectionsPage::read);
    connect(&m_service, &WorkspaceService::synced, m_later, qOverload<>(&QTimer::start));
    connect(&m_service, &WorkspaceService::changed, m_later, qOverload<>(&QTimer::start));
    connect(&m_service, &WorkspaceService::opened, this, [this](const query::HeadView& head) {
        m_workspace = cleanName(qs(head.name), 60);
        retranslate();
        m_later->start();
    });
    connect(&m_service, &WorkspaceService::identityChanged, this, [this](const IdentityView& identity) {
        m_identity = identity;
        m_later->start();
    });
    connect(&m_service, &WorkspaceService::syncProgress, this, [this](const query::SyncProgress& progress) {
        if (progress.registry == m_pane->registry()) {
            m_pane->setProgress(progress);
        }
    });
    connect(m_model, &PagedModel::ready, this, [this] {
        const qint64 wanted = std::exchange(m_wanted, -1);
        if (wanted < 0 || !m_table->selectId(wanted)) {
            if (m_table->currentId() < 0 && m_model->rowCount() > 0) {
                m_table->selectId(m_model->idForRow(0));
            }
        }
        showCurrent();
    });
    connect(m_table, &TableView::currentIdChanged, this, &ConnectionsPage::showCurrent);
    connect(m_pane, &RegistryPane::syncAsked, this, [this](bool repair) { sync(m_pane->registry(), repair); });
    connect(m_pane, &RegistryPane::cancelAsked, this, [this] { m_service.cancelSync(); });
    connect(m_pane, &RegistryPane::removeAsked, this, &ConnectionsPage::remove);
    connect(m_pane, &RegistryPane::changeAsked, this, [this] {
        if (const query::RegistryRow* row = m_source->find(m_pane->registry().index())) {
            edit(row->form);
        }
    });
    connect(m_pane, &RegistryPane::entryAsked, this,
        [this](qint64 entry) { Q_EMIT goTo("ledger", QString::number(entry)); });
    connect(m_pane, &RegistryPane::setUpAsked, this, [this](const QString& target) { Q_EMIT goTo("people", target); });
    connect(&m_service, &WorkspaceService::headChanged, this, &ConnectionsPage::takeHead);
    connect(&m_service, &WorkspaceService::opened, this, &ConnectionsPage::takeHead);
    connect(m_store, &StorePanel::serverAsked, this, &ConnectionsPage::showServer);
    connect(m_server, &StorePage::examineAsked, m_store, &StorePanel::examine);
    connect(m_server, &StorePage::handbookAsked, this, [this] { Q_EMIT handbookAsked(QStringLiteral("teams")); });
    connect(m_server, &StorePage::noticed, this, [this](const QString& words) { notice("copy", words); });
    connect(m_add, &Button::triggered, this, [this] { edit(m_source->view().fresh); });
    connect(m_syncAll, &Button::triggered, this, &ConnectionsPage::syncAll);
}

ConnectionsPage::~ConnectionsPage()
{
    m_table->disconnect(this);
    m_model->disconnect(this);
}

void ConnectionsPage::build()
{
    m_add->setObjectName(QStringLiteral("addRegistry"));
    m_add->setIconName(QStringLiteral("add"));
    m_syncAll->setObjectName(QStringLiteral("syncAll"));
    m_syncAll->setIconName(QStringLiteral("refresh"));
    m_header->addAction(m_syncAll);
    m_header->addAction(m_add);
    m_table->setObjectName(QStringLiteral("registryTable"));
    m_table->setPagedModel(m_model);
    m_splitter->setObjectName(QStringLiteral("connectionsSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({scaled(640), scaled(440)});
    m_pane->setMinimumWidth(scaled(360));
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_face);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_store);
    m_parts->addWidget(m_stack);
    m_parts->addWidget(m_server);
    column->addWidget(m_parts, 1);
}

void ConnectionsPage::takeHead(const query::HeadView& head)
{
    m_store->setHead(head);
    m_server->setHead(head);
    if (!m_store->isServer()) {
        showServer(false);
    } else if (std::exchange(m_serverWanted, false)) {
        showServer(true);
    }
}

void ConnectionsPage::showServer(bool server)
{
    const bool shown = server && m_store->isServer();
    m_store->setServerShown(shown);
    m_add->setVisible(!shown);
    m_syncAll->setVisible(!shown);
    if (shown && m_parts->currentWidget() != m_server) {
        m_server->look();
    }
    m_parts->setCurrentWidget(shown ? static_cast<QWidget*>(m_server) : m_stack);
}

void ConnectionsPage::retranslate()
{
    m_header->setTitle(tr("Connections"));
    m_header->setCrumbs(
        {{QString(), m_workspace.isEmpty() ? tr("Workspace") : m_workspace}, {QString(), tr("Connections")}});
    m_add->setText(tr("Add registry…"));
    m_syncAll->setText(tr("Sync all"));
    m_table->setAccessibleName(tr("Model registries"));
    m_model->setColumns(RegistrySource::columns());
}

void ConnectionsPage::read()
{
    const quint64 generation = ++m_generation;
    if (m_store->isServer()) { // how many entries there are, which the signals of the connection do not tell
        m_service.head().then(qApp, guarded(this, [this](const Result<query::HeadView>& head) {
            if (head) {
                takeHead(*head);
            }
        }));
    }
    m_service.connections().then(qApp, guarded(this, [this, generation](const Result<query::ConnectionsView>& view) {
        if (generation == m_generation) {
            take(view);
        }
    }));
}

void ConnectionsPage::take(const Result<query::ConnectionsView>& view)
{
    if (!view) {
        showError(*m_face, tr("The registries could not be read"), view.error(), [this] { read(); });
        m_stack->setCurrentWidget(m_face);
        Q_EMIT loaded();
        return;
    }
    m_source->setView(*view);
    m_add->setOffReason(coreWords(qs(view->cannotEdit)));
    m_syncAll->setOffReason(
        view->registries.empty() ? tr("There is no registry yet.") : coreWords(qs(view->cannotSync)));
    Q_EMIT commandState("connections.add", m_add->offReason());
    Q_EMIT commandState("connections.syncAll", m_syncAll->offReason());
    const SyncStep step = syncStep(view->setup);
    Q_EMIT commandState("connections.letSync",
        !step.verb.isEmpty()           ? QString()
            : view->cannotSync.empty() ? tr("This console synchronises already.")
            : step.sentence.isEmpty()  ? coreWords(qs(view->cannotSync))
                                       : step.sentence);
    countFindings();
    const auto count = static_cast<int>(view->registries.size());
    m_header->setFacts(count == 0 ? QString() : tr("%n registries", nullptr, count));
    if (view->registries.empty()) {
        showEmpty();
        return;
    }
    m_stack->setCurrentWidget(m_splitter);
    m_model->refresh();
    for (const auto& row : view->registries) {
        m_model->invalidateRow(row.form.id.index());
    }
}

void ConnectionsPage::countFindings()
{
    int findings = 0;
    for (const auto& row : m_source->view().registries) {
        findings += static_cast<int>(row.findings.size());
    }
    Q_EMIT counterChanged(findings, false);
}

void ConnectionsPage::showEmpty()
{
    m_face->clearSteps();
    m_face->setFace(QStringLiteral("connections"), Role::Muted, tr("No registry is connected yet"),
        tr("Connect the MLflow registry that holds your models: its models and versions appear here, and what it "
           "serves "
           "is compared with what the ledger says."));
    Button* add = m_face->addStep(Button::Kind::Outlined, tr("Add registry…"), QStringLiteral("add"));
    add->setObjectName(QStringLiteral("addFirstRegistry"));
    add->setOffReason(m_add->offReason());
    m_face->setOffReason(m_add->offReason());
    connect(add, &Button::triggered, this, [this] { edit(m_source->view().fresh); });
    m_stack->setCurrentWidget(m_face);
    Q_EMIT loaded();
}

void ConnectionsPage::showCurrent()
{
    const query::RegistryRow* row = m_source->find(m_table->currentId());
    if (row == nullptr) {
        return;
    }
    m_pane->setRegistry(*row, m_source->view());
    Q_EMIT loaded();
}

void ConnectionsPage::notice(const char* icon, const QString& text)
{
    Q_EMIT noticed({QString::fromLatin1(icon), text, {}, {}});
}

void ConnectionsPage::sync(RegistryId registry, bool repair)
{
    m_service.syncRegistry(registry, repair).then(qApp, guarded(this, [this](const Result<query::SyncResult>& result) {
        result ? notice("passed", cleanName(qs(result->sentence), 300)) : notice("failed", errorWords(result.error()));
    }));
    m_later->start();
}

void ConnectionsPage::syncAll()
{
    // One after the other: they share the network's thread, and each shows its own end.
    for (const auto& row : m_source->view().registries) {
        sync(row.form.id, false);
    }
}

void ConnectionsPage::edit(const query::RegistryForm& form)
{
    const bool fresh = !form.id.isValid();
    auto* fields = new RegistryFormWidget(m_service, m_source->view(), form);
    ActionSheet::Setup setup;
    setup.title = fresh ? tr("Add a registry") : tr("Change %1").arg(cleanName(qs(form.name), 60));
    setup.subtitle = tr("MLflow");
    setup.consequence = fresh
        ? tr("Its models and versions are registered as they come. Nothing that it says satisfies a gate.")
        : tr("What it has brought stays. Another address asks for a new sign-in.");
    setup.verb = fresh ? tr("Add registry") : tr("Save changes");
    setup.icon = QStringLiteral("sign");
    setup.done = fresh ? tr("Added the registry, entry %1.") : tr("Changed the registry, entry %1.");
    setup.content = fields;
    setup.missing = [fields] { return fields->missing(); };
    setup.identity = m_identity;
    setup.run = [this, fields](const QString&, const QString& passphrase) {
        const query::RegistryForm value = fields->value();
        const QString secret = fields->secret();
        WorkspaceService* service = &m_service;
        return m_service.saveRegistry(value, passphrase).then([service, value, secret](const Result<Appended>& saved) {
            if (saved && !secret.isEmpty()) {
                const RegistryId id = value.id.isValid() ? value.id : RegistryId(saved->index);
                (void)service->signInRegistry(id, secret); // the row says whether it is kept
            }
            return saved;
        });
    };
    auto* sheet = new ActionSheet(m_service, std::move(setup), window());
    connect(fields, &RegistryFormWidget::changed, sheet, &ActionSheet::refresh);
    connect(sheet, &ActionSheet::done, this, [this](const QString& words) {
        notice("passed", words);
        m_later->start();
    });
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void ConnectionsPage::remove()
{
    const query::RegistryRow* row = m_source->find(m_pane->registry().index());
    if (row == nullptr) {
        return;
    }
    ActionSheet::Setup setup;
    setup.title = tr("Remove %1?").arg(cleanName(qs(row->form.name), 60));
    setup.consequence =
        tr("It is not synchronised any more and its sign-in is forgotten. Models, versions and findings "
           "that it brought stay in the ledger.");
    setup.verb = tr("Remove registry");
    setup.icon = QStringLiteral("delete");
    setup.done = tr("Removed the registry, entry %1.");
    setup.destructive = true;
    setup.identity = m_identity;
    setup.run = [this, id = row->form.id](
                    const QString&, const QString& passphrase) { return m_service.removeRegistry(id, passphrase); };
    auto* sheet = new ActionSheet(m_service, std::move(setup), window());
    connect(sheet, &ActionSheet::done, this, [this](const QString& words) { notice("passed", words); });
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

std::vector<Command> ConnectionsPage::commands()
{
    return {
        {"connections.add", tr("Add registry…"), tr("Connects a model registry."), QStringLiteral("add"),
            {QKeySequence(QKeySequence::New)}, MenuPlace::Tools, [this] { m_add->click(); }},
        {"connections.syncAll", tr("Synchronise all registries"), tr("Reads them and brings them in step."),
            QStringLiteral("refresh"), {QKeySequence(QKeySequence::Refresh)}, MenuPlace::Tools,
            [this] { m_syncAll->click(); }},
        {"connections.letSync", tr("Let this console synchronise…"),
            tr("Makes a key for a service of this console, or shows what that still waits for."), QStringLiteral("key"),
            {}, MenuPlace::Tools, [this] { Q_EMIT goTo("people", syncStep(m_source->view().setup).target); }},
        {"connections.examine", tr("Examine this desk and its server…"),
            tr("Looks at connection, rights, clock, keychain and disk."), QStringLiteral("verify"), {},
            MenuPlace::Tools, [this] { m_store->examine(); }},
        {"connections.server", tr("Show the server of the ledger"),
            tr("Who is connected, how large it is, and what this desk's copy could give back."),
            QStringLiteral("connections"), {}, MenuPlace::Tools, [this] { showServer(true); }},
        {"connections.cancel", tr("Cancel the synchronisation"), tr("Stops it; what was recorded stays."),
            QStringLiteral("stop"), {}, MenuPlace::Tools, [this] { m_service.cancelSync(); }},
    };
}

void ConnectionsPage::open(const QString& target)
{
    if (const auto id = RegistryId::fromText(utf8(target))) {
        m_wanted = id->index();
        showServer(false);
    }
    if (target == QLatin1String("server")) {
        m_serverWanted = !m_store->isServer();
        showServer(true);
    }
    read();
    m_table->setFocus(Qt::OtherFocusReason);
}

std::vector<Destination> ConnectionsPage::destinations(const QString& typed) const
{
    std::vector<Destination> found;
    if (m_store->isServer() && tr("Server of the ledger").contains(typed, Qt::CaseInsensitive)) {
        found.push_back({iconName(), tr("Server of the ledger"), tr("connection, users, sizes"), navigationId(),
            QStringLiteral("server")});
    }
    for (const auto& row : m_source->view().registries) {
        const QString name = cleanName(qs(row.form.name), 80);
        if (name.contains(typed, Qt::CaseInsensitive)) {
            found.push_back({iconName(), name, tr("registry"), navigationId(), qs(row.form.id.text())});
        }
    }
    return found;
}

QByteArray ConnectionsPage::saveState() const
{
    return packState({m_table->saveColumns(), m_splitter->saveState()});
}

void ConnectionsPage::restoreState(const QByteArray& state)
{
    if (const auto parts = unpackState(state, 2); !parts.isEmpty()) {
        m_table->restoreColumns(parts.at(0));
        m_splitter->restoreState(parts.at(1));
    }
}

void ConnectionsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (m_stack->currentWidget() == m_face && m_source->view().registries.empty()) {
            showEmpty();
        }
        showCurrent();
    }
    Page::changeEvent(event);
}

} // namespace cs::ui
