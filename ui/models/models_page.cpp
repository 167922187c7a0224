// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/models_page.h"

#include "ui/models/version_list.h"
#include "ui/models/version_view.h"
#include "ui/widgets/page_state.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/words.h"

#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace cs::ui {

ModelsPage::ModelsPage(WorkspaceService& service, const Clock& clock, Prompter& prompter, QWidget* parent)
    : Page(parent)
    , m_service(service)
    , m_list(new VersionList(service, clock, prompter, this))
    , m_version(new VersionView(service, clock, prompter, this))
    , m_stack(new QStackedWidget(this))
    , m_later(new QTimer(this))
{
    setObjectName(QStringLiteral("modelsPage"));
    m_list->setObjectName(QStringLiteral("versionList"));
    m_version->setObjectName(QStringLiteral("versionView"));
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_version);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    m_later->setSingleShot(true);
    m_later->setInterval(50);
    connectParts();
}

ModelsPage::~ModelsPage()
{
    m_list->disconnect(this);
    m_version->disconnect(this);
}

void ModelsPage::connectParts()
{
    connect(m_later, &QTimer::timeout, this, [this] {
        readHead();
        m_list->refresh();
        if (m_stack->currentWidget() == m_version) {
            m_version->refresh();
        }
    });
    connect(&m_service, &WorkspaceService::changed, m_later, qOverload<>(&QTimer::start));
    connect(&m_service, &WorkspaceService::identityChanged, m_later, qOverload<>(&QTimer::start));
    connect(&m_service, &WorkspaceService::opened, this, [this] {
        showList(); // the version that was shown belongs to another workspace
        m_list->setFilter({});
        m_later->start();
    });
    const auto notice = [this](const QString& icon, const QString& text) { Q_EMIT noticed({icon, text, {}, {}}); };
    connect(m_list, &VersionList::noticed, this, notice);
    connect(m_list, &VersionList::stateChanged, this, &ModelsPage::updateCommands);
    connect(m_list, &VersionList::proposeAsked, this,
        [this](qint64 id) { Q_EMIT goTo("flow", QStringLiteral("propose:") + qs(VersionId(id).text())); });
    connect(
        m_list, &VersionList::flowAsked, this, [this](qint64 id) { Q_EMIT goTo("flow", qs(VersionId(id).text())); });
    connect(m_list, &VersionList::linkAsked, this, [this](qint64 id) { Q_EMIT linkAsked(qs(VersionId(id).text())); });
    connect(m_list, &VersionList::compareAsked, this, [this](qint64 id) {
        Q_EMIT goTo("models", qs(VersionId(id).text()));
        m_version->setTab(VersionView::Compare);
    });
    connect(m_version, &VersionView::linkAsked, this, [this] { Q_EMIT linkAsked(qs(m_version->version().text())); });
    connect(m_list, &VersionList::versionAsked, this, [this](qint64 id) {
        if (id < 0) {
            Q_EMIT goTo("connections", {});
        } else {
            Q_EMIT goTo("models", qs(VersionId(id).text())); // so that the way back leads to the list
        }
    });
    connect(m_list, &VersionList::loaded, this, [this] {
        if (m_stack->currentWidget() == m_list) {
            Q_EMIT loaded();
        }
    });
    connect(m_version, &VersionView::noticed, this, notice);
    connect(m_version, &VersionView::goTo, this, &ModelsPage::goTo);
    connect(m_version, &VersionView::backAsked, this, [this] { Q_EMIT goTo("models", {}); });
    connect(m_version, &VersionView::versionAsked, this,
        [this](qint64 id) { Q_EMIT goTo("models", qs(VersionId(id).text())); });
    connect(m_version, &VersionView::loaded, this, [this] {
        if (m_stack->currentWidget() == m_version) {
            Q_EMIT loaded();
        }
    });
}

void ModelsPage::readHead()
{
    m_service.head().then(qApp, guarded(this, [this](const Result<query::HeadView>& head) {
        if (head) {
            m_list->setWorkspace(qs(head->workspaceId), cleanName(qs(head->name), 60));
        }
    }));
}

void ModelsPage::showVersion(qint64 id)
{
    m_stack->setCurrentWidget(m_version);
    m_version->showVersion(VersionId(id));
    m_version->focusTabs();
    updateCommands();
}

void ModelsPage::setGuardMs(int ms)
{
    m_version->setGuardMs(ms);
}

void ModelsPage::showList()
{
    m_stack->setCurrentWidget(m_list);
    updateCommands();
}

void ModelsPage::open(const QString& target)
{
    readHead();
    if (const auto version = VersionId::fromText(utf8(target))) {
        m_list->refresh();
        m_list->selectId(version->index());
        showVersion(version->index());
        return;
    }
    showList();
    if (target.startsWith(QLatin1String("filter:"))) {
        m_list->setFilter(target.mid(7));
    } else if (ModelId::fromText(utf8(target))) {
        m_list->setFilter(QStringLiteral("model:") + target);
    } else {
        m_list->refresh();
    }
    m_list->focusTable();
}

void ModelsPage::propose()
{
    if (m_stack->currentWidget() == m_version) {
        m_version->act();
    } else {
        m_list->propose();
    }
}

void ModelsPage::showInFlow()
{
    if (m_stack->currentWidget() == m_version) {
        m_version->showInFlow();
    } else if (m_list->currentId() >= 0) {
        Q_EMIT goTo("flow", qs(VersionId(m_list->currentId()).text()));
    }
}

void ModelsPage::updateCommands()
{
    const bool page = m_stack->currentWidget() == m_version;
    Q_EMIT commandState("models.propose", page ? QString() : m_list->proposeOff());
    const QString listOnly = page ? tr("Go back to the list of versions first.") : QString();
    for (const char* id : {"models.filter", "models.saveFilter", "models.savedFilters", "models.export"}) {
        Q_EMIT commandState(id, listOnly);
    }
    for (const char* id : {"models.copyJson", "models.compare", "models.attach"}) {
        Q_EMIT commandState(id, page ? QString() : tr("Open a version first."));
    }
    Q_EMIT commandState(
        "models.showInFlow", page || m_list->currentId() >= 0 ? QString() : tr("Choose a version first."));
    Q_EMIT commandState("models.back", page ? QString() : tr("This is the list already."));
}

std::vector<Command> ModelsPage::commands()
{
    return {
        {"models.propose", tr("Propose promotion…"), tr("Proposes the current version for its next stage."),
            QStringLiteral("promotion"), {QKeySequence(Qt::CTRL | Qt::Key_P)}, MenuPlace::Promotion,
            [this] { propose(); }},
        {"models.filter", tr("Filter versions"), tr("Moves to the filter field."), QStringLiteral("filter"),
            {QKeySequence(QKeySequence::Find), QKeySequence(Qt::CTRL | Qt::Key_L)}, MenuPlace::Edit,
            [this] { m_list->focusFilter(); }},
        {"models.saveFilter", tr("Save this filter…"), tr("Keeps the filter under a name, for this workspace."),
            QStringLiteral("tag"), {QKeySequence(Qt::CTRL | Qt::Key_S)}, MenuPlace::Edit,
            [this] { m_list->saveFilter(); }},
        {"models.savedFilters", tr("Saved filters"), tr("Shows the filters that you have saved, each with its count."),
            QStringLiteral("filter"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)}, MenuPlace::Edit,
            [this] { m_list->showSavedMenu(); }},
        {"models.showInFlow", tr("Show in Flow"), tr("Shows the current version among stages and gates."),
            QStringLiteral("flow"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)}, MenuPlace::Go,
            [this] { showInFlow(); }},
        {"models.compare", tr("Compare with production"),
            tr("Shows the version beside the one that serves production."), QStringLiteral("compare"),
            {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)}, MenuPlace::View, [this] { m_version->compare(); }},
        {"models.attach", tr("Attach evidence…"), tr("Attaches a file to the version, under your signature."),
            QStringLiteral("attach"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)}, MenuPlace::Promotion,
            [this] { m_version->attach(); }},
        {"models.export", tr("Export versions…"), tr("Saves the list as CSV, JSON or a spreadsheet."),
            QStringLiteral("export"), {}, MenuPlace::File, [this] { m_list->exportList(); }},
        {"models.copyJson", tr("Copy version as JSON"), tr("Puts what this page says on the clipboard."),
            QStringLiteral("copy"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J)}, MenuPlace::Edit,
            [this] { m_version->copyJson(); }},
        {"models.back", tr("Back to the list of versions"), tr("Leaves the page of the version."),
            QStringLiteral("models"), {}, MenuPlace::Go, [this] { Q_EMIT goTo("models", {}); }},
    };
}

std::vector<Destination> ModelsPage::destinations(const QString& typed) const
{
    std::vector<Destination> found;
    for (const auto& [id, name] : m_list->known(typed)) {
        found.push_back({QStringLiteral("models"), name, tr("version"), "models", qs(VersionId(id).text())});
    }
    return found;
}

QByteArray ModelsPage::saveState() const
{
    return packState({m_list->saveState(), m_version->saveState()});
}

void ModelsPage::restoreState(const QByteArray& state)
{
    if (const auto parts = unpackState(state, 2); !parts.isEmpty()) {
        m_list->restoreState(parts.at(0));
        m_version->restoreState(parts.at(1));
    }
}

} // namespace cs::ui
