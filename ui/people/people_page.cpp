// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/people_page.h"

#include "ui/people/keychain_panel.h"
#include "ui/people/person_panel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/face.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/header_bar.h"
#include "ui/widgets/page_state.h"
#include "ui/widgets/prompter.h"
#include "ui/widgets/review/error_face.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/promotion_facts.h"
#include "ui/widgets/review/save_file.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/table/paged_model.h"
#include "ui/widgets/table/table_view.h"
#include "ui/widgets/words.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

namespace cs::ui {

namespace {

constexpr const char* listIds[] = {"people", "roles", "delegations", "administrators"};

} // namespace

PeoplePage::PeoplePage(WorkspaceService& service, const Clock& clock, Prompter& prompter, QWidget* parent)
    : Page(parent)
    , m_service(service)
    , m_clock(clock)
    , m_prompter(prompter)
    , m_source(new PeopleSource(this))
    , m_model(new PagedModel(m_source->columns(), *m_source, this))
    , m_header(new HeaderBar(this))
    , m_segments(new Segments(this))
    , m_filter(new FilterField(this))
    , m_enrol(new Button(Button::Kind::Primary, {}, this))
    , m_paste(new Button(Button::Kind::Outlined, {}, this))
    , m_rotate(new Button(Button::Kind::Outlined, {}, this))
    , m_create(new Button(Button::Kind::Outlined, {}, this))
    , m_export(new Button(Button::Kind::Plain, {}, this))
    , m_banner(new Banner(this))
    , m_table(new TableView(this))
    , m_face(new Face(this))
    , m_listStack(new QStackedWidget(this))
    , m_sideChoice(new Segments(this))
    , m_sideStack(new QStackedWidget(this))
    , m_person(new PersonPanel(this))
    , m_keychain(new KeychainPanel(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_later(new QTimer(this))
{
    setObjectName(QStringLiteral("peoplePage"));
    build();
    retranslate();
    m_later->setSingleShot(true);
    m_later->setInterval(50);
    connectParts();
    connectPanels();
}

PeoplePage::~PeoplePage()
{
    // The table loses its model while the page goes; nothing is to be asked then.
    m_table->disconnect(this);
    m_model->disconnect(this);
}

void PeoplePage::connectParts()
{
    connect(m_later, &QTimer::timeout, this, &PeoplePage::read);
    connect(&m_service, &WorkspaceService::changed, m_later, qOverload<>(&QTimer::start));
    connect(&m_service, &WorkspaceService::opened, m_later, qOverload<>(&QTimer::start));
    connect(&m_service, &WorkspaceService::identityChanged, this, [this](const IdentityView& identity) {
        m_identity = identity;
        m_keychain->setIdentity(identity);
        updateOff();
        m_later->start();
    });
    connect(m_segments, &Segments::currentChanged, this, [this](const QString& id) {
        for (std::size_t i = 0; i < std::size(listIds); ++i) {
            if (id == QLatin1String(listIds[i])) {
                showList(static_cast<PeopleList>(i));
            }
        }
    });
    connect(m_filter, &FilterField::filterChanged, this, &PeoplePage::query);
    connect(m_model, &PagedModel::ready, this, &PeoplePage::onReady);
    connect(m_table, &TableView::currentIdChanged, this, &PeoplePage::showCurrent);
    connect(m_table, &TableView::opened, this, [this] { showSide(false); });
    connect(m_table, &TableView::copied, this,
        [this](int rows) { notice("copy", tr("Copied %n row(s).", nullptr, rows)); });
    connect(m_enrol, &Button::triggered, this, &PeoplePage::enrol);
    connect(m_paste, &Button::triggered, this, &PeoplePage::pasteProof);
    connect(m_rotate, &Button::triggered, this, &PeoplePage::rotate);
    connect(m_create, &Button::triggered, this, &PeoplePage::createKey);
    connect(m_export, &Button::triggered, this, &PeoplePage::exportList);
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        const auto& cases = m_source->view().cases;
        const auto mineToSign = std::ranges::find_if(cases, [](const auto& open) { return open.endorseOff.empty(); });
        if (!cases.empty()) {
            openCase(mineToSign == cases.end() ? cases.front().index : mineToSign->index);
        }
    });
}

void PeoplePage::connectPanels()
{
    connect(m_sideChoice, &Segments::currentChanged, this, [this](const QString& id) {
        m_sideChosen = true;
        showSide(id == QLatin1String("keychain"));
    });
    connect(m_keychain, &KeychainPanel::checkAsked, this, &PeoplePage::checkKeychain);
    connect(m_keychain, &KeychainPanel::identityAsked, this, &PeoplePage::identityAsked);
    connect(m_keychain, &KeychainPanel::lockAsked, &m_service, &WorkspaceService::lock);
    connect(m_keychain, &KeychainPanel::unlockAsked, this, [this] {
        m_service.unlock({}).then(qApp, guarded(this, [this](const Result<IdentityView>& identity) {
            // A key that asks for its passphrase shows that the keychain itself is open.
            if (!identity && identity.error().code() != QLatin1String("CS-IDENTITY-PASSPHRASE-NEEDED")) {
                notice("failed", errorWords(identity.error()));
            }
            checkKeychain();
        }));
    });
    connect(m_person, &PersonPanel::grantAsked, this, &PeoplePage::grant);
    connect(m_person, &PersonPanel::endRoleAsked, this, &PeoplePage::endRole);
    connect(m_person, &PersonPanel::reportAsked, this, &PeoplePage::revoke);
    connect(m_person, &PersonPanel::compromiseAsked, this, &PeoplePage::compromise);
    connect(m_person, &PersonPanel::caseAsked, this, &PeoplePage::openCase);
    connect(m_person, &PersonPanel::entryAsked, this,
        [this](qint64 entry) { Q_EMIT goTo("ledger", QString::number(entry)); });
}

QWidget* PeoplePage::makeSide()
{
    auto* side = new Panel(Role::Surface, this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new Panel(Role::Surface, side);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 6, 12, 6);
    m_sideChoice->setObjectName(QStringLiteral("peopleSideChoice"));
    m_sideChoice->addSegment(QStringLiteral("details"), tr("Details"));
    m_sideChoice->addSegment(QStringLiteral("keychain"), tr("Keychain"));
    row->addWidget(m_sideChoice);
    row->addStretch(1);
    m_sideStack->addWidget(m_person);
    m_sideStack->addWidget(m_keychain);
    column->addWidget(head);
    column->addWidget(new Line);
    column->addWidget(m_sideStack, 1);
    return side;
}

void PeoplePage::build()
{
    m_enrol->setObjectName(QStringLiteral("enrol"));
    m_enrol->setIconName(QStringLiteral("add"));
    m_paste->setObjectName(QStringLiteral("pasteProof"));
    m_paste->setIconName(QStringLiteral("import"));
    m_rotate->setObjectName(QStringLiteral("rotateKey"));
    m_rotate->setIconName(QStringLiteral("refresh"));
    m_create->setObjectName(QStringLiteral("createKey"));
    m_create->setIconName(QStringLiteral("key"));
    m_export->setObjectName(QStringLiteral("peopleExport"));
    m_export->setIconName(QStringLiteral("export"));
    m_header->addAction(m_create);
    m_header->addAction(m_rotate);
    m_header->addAction(m_paste);
    m_header->addAction(m_enrol);
    m_segments->setObjectName(QStringLiteral("peopleSegments"));
    for (const char* id : listIds) {
        m_segments->addSegment(QString::fromLatin1(id), QString::fromLatin1(id));
    }
    m_filter->setObjectName(QStringLiteral("peopleFilter"));
    m_filter->setMaximumWidth(scaled(220));
    auto* bar = new Panel(Role::Surface, this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 7, 16, 7);
    row->setSpacing(8);
    row->addWidget(m_segments);
    row->addStretch(1);
    row->addWidget(m_filter, 1);
    row->addWidget(m_export);
    auto* list = new Panel(Role::Surface, this);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_banner->setObjectName(QStringLiteral("peopleBanner"));
    m_banner->hide();
    column->addWidget(m_banner);
    m_table->setObjectName(QStringLiteral("peopleTable"));
    m_table->setPagedModel(m_model);
    m_listStack->addWidget(m_table);
    m_listStack->addWidget(m_face);
    column->addWidget(m_listStack, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(list);
    m_splitter->addWidget(makeSide());
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({scaled(796), scaled(300)});
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_header);
    all->addWidget(bar);
    all->addWidget(new Line);
    all->addWidget(m_splitter, 1);
}

void PeoplePage::retranslate()
{
    const query::PeopleView& view = m_source->view();
    const QString workspace = cleanName(qs(view.workspaceName), 60);
    m_header->setTitle(tr("People and keys"));
    m_header->setCrumbs(
        {{QString(), workspace.isEmpty() ? tr("Workspace") : workspace}, {QString(), tr("People and keys")}});
    m_enrol->setText(tr("Enrol…"));
    m_enrol->setToolTip(tr("Opens the proof file of somebody who is to be enrolled"));
    m_paste->setText(tr("Paste…"));
    m_paste->setToolTip(tr("Enrols somebody whose proof came as text in a message"));
    m_rotate->setText(tr("Rotate my key…"));
    m_create->setText(tr("Create my key…"));
    m_create->setToolTip(tr("Makes a key and a proof file for who is to be enrolled"));
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("Saves the rows of the list as CSV"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the list"));
    m_table->setAccessibleName(tr("People, roles, delegations or administrators"));
    m_segments->setText(
        QStringLiteral("people"), tr("People and services %1").arg(countText(qint64(view.people.size()))));
    m_segments->setText(QStringLiteral("roles"), tr("Roles %1").arg(countText(qint64(view.roles.size()))));
    m_segments->setText(
        QStringLiteral("delegations"), tr("Delegations %1").arg(countText(qint64(view.delegations.size()))));
    m_segments->setText(QStringLiteral("administrators"),
        tr("Administrators %1 of %2").arg(countText(view.threshold), countText(qint64(view.admins.size()))));
    m_model->setColumns(m_source->columns());
    updateOff();
}

void PeoplePage::updateOff()
{
    const QString propose = cleanName(qs(m_source->view().proposeOff), 300);
    m_enrol->setOffReason(propose);
    m_paste->setOffReason(propose);
    const QString rotate =
        m_identity.person.id.isValid() ? QString() : tr("Nobody is signed in. Choose who you are first.");
    m_rotate->setOffReason(rotate);
    Q_EMIT commandState("people.enrol", propose);
    Q_EMIT commandState("people.paste", propose);
    Q_EMIT commandState("people.rotate", rotate);
    Q_EMIT commandState(
        "people.review", m_source->view().cases.empty() ? tr("No change waits for signatures.") : QString());
}

void PeoplePage::read()
{
    const quint64 generation = ++m_generation;
    m_service.head().then(
        qApp, guarded(this, [this](const Result<query::HeadView>& head) { m_ledgerSize = head ? head->size : 0; }));
    m_service.people().then(qApp, guarded(this, [this, generation](const Result<query::PeopleView>& view) {
        if (generation == m_generation) {
            take(view);
        }
    }));
}

void PeoplePage::take(const Result<query::PeopleView>& view)
{
    if (!view) {
        showError(*m_face, tr("The people could not be read"), view.error(), [this] { read(); });
        m_listStack->setCurrentWidget(m_face);
        Q_EMIT loaded();
        return;
    }
    m_source->setView(*view, m_clock.now());
    retranslate();
    showBanner();
    lookForSeveral();
    const auto waiting = std::ranges::count_if(view->cases, [](const auto& open) { return open.endorseOff.empty(); });
    Q_EMIT counterChanged(static_cast<int>(view->cases.size()), waiting > 0);
    if (m_model->query().sortColumn.isEmpty()) {
        query();
    } else {
        m_model->refresh();
    }
    if (std::exchange(m_syncWanted, false)) {
        letSync();
    }
}

void PeoplePage::showBanner()
{
    const auto& cases = m_source->view().cases;
    m_banner->setVisible(!cases.empty());
    if (cases.empty()) {
        return;
    }
    const query::CaseLine& open = cases.front();
    const QString signedBy = tr("%1 of %2 signed").arg(countText(open.administratorsSigned), countText(open.threshold));
    m_banner->setLook(QStringLiteral("people"), Role::Accent, Role::AccentTint);
    m_banner->setText(open.kind == "enrol" ? tr("An enrolment waits for the administrators: %1").arg(signedBy)
                                           : tr("A change waits for the administrators: %1").arg(signedBy),
        cases.size() == 1 ? cleanName(qs(open.sentence), 200)
                          : tr("%1. %n more change(s) wait.", nullptr, static_cast<int>(cases.size()) - 1)
                                .arg(cleanName(qs(open.sentence), 200)));
    m_banner->setAction(tr("Review…"));
}

void PeoplePage::query()
{
    RowQuery query = m_model->query();
    query.filter = m_filter->text();
    const auto columns = m_source->columns();
    const bool known = std::ranges::any_of(columns, [&](const Column& c) { return c.id == query.sortColumn; });
    if (!known) {
        query.sortColumn = columns.front().id;
        query.order = Qt::AscendingOrder;
    }
    m_model->setQuery(query);
}

void PeoplePage::showList(PeopleList list)
{
    m_source->setList(list);
    m_model->setColumns(m_source->columns());
    query();
    m_model->refresh();
}

void PeoplePage::onReady(qint64 rows)
{
    const bool filtered = !m_filter->text().isEmpty();
    m_filter->setResultText(filtered ? countText(rows) : QString());
    if (rows > 0) {
        m_listStack->setCurrentWidget(m_table);
        goToWanted();
        if (m_model->rowForId(m_table->currentId()) < 0) {
            m_table->selectId(m_model->idForRow(0));
        }
    } else {
        m_face->clearSteps();
        m_face->setFace(filtered ? QStringLiteral("filter") : QStringLiteral("people"), Role::Muted,
            filtered ? tr("Nothing matches the filter") : tr("Nothing here yet"),
            filtered ? tr("Names, roles, domains and fingerprints narrow the list.")
                     : tr("A delegation appears here when somebody lends a role for a time."));
        if (filtered) {
            Button* all = m_face->addStep(Button::Kind::Outlined, tr("Remove the filter"));
            all->setObjectName(QStringLiteral("removeFilter"));
            connect(all, &Button::triggered, this, [this] {
                m_filter->clear();
                query();
            });
        }
        m_listStack->setCurrentWidget(m_face);
    }
    showCurrent();
    Q_EMIT loaded();
}

void PeoplePage::goToWanted()
{
    const QString wanted = std::exchange(m_wanted, {});
    if (wanted.startsWith(QLatin1String("role:"))) {
        const std::string role = utf8(wanted.mid(5));
        const auto& roles = m_source->view().roles;
        for (std::size_t i = 0; i < roles.size(); ++i) {
            if (roles.at(i).id == role) {
                m_table->selectId(static_cast<qint64>(i));
            }
        }
    } else if (const auto id = ActorId::fromText(wanted.toStdString()); id && !m_table->selectId(id->index())) {
        notice("info", tr("%1 is not enrolled here.").arg(wanted));
    }
}

const query::PersonLine* PeoplePage::current() const
{
    const bool people = m_source->list() == PeopleList::People || m_source->list() == PeopleList::Administrators;
    return people && m_listStack->currentWidget() == m_table ? m_source->personOf(m_table->currentId()) : nullptr;
}

void PeoplePage::showCurrent()
{
    if (m_source->list() == PeopleList::Roles && m_table->currentId() >= 0
        && m_table->currentId() < static_cast<qint64>(m_source->view().roles.size())) {
        m_person->setRole(m_source->view().roles.at(static_cast<std::size_t>(m_table->currentId())));
        return;
    }
    m_person->setPerson(current(), cleanName(qs(m_source->view().proposeOff), 300));
}

void PeoplePage::showSide(bool keychain)
{
    const QSignalBlocker quiet(m_sideChoice);
    m_sideChoice->setCurrent(keychain ? QStringLiteral("keychain") : QStringLiteral("details"));
    m_sideStack->setCurrentIndex(keychain ? 1 : 0);
}

void PeoplePage::checkKeychain()
{
    m_service.keychain().then(qApp, guarded(this, [this](const Result<KeychainDiagnosis>& diagnosis) {
        m_keychain->setDiagnosis(diagnosis);
        if (!m_keychain->isReady() && !m_sideChosen) {
            showSide(true);
        }
    }));
}

void PeoplePage::notice(const char* icon, const QString& text)
{
    Q_EMIT noticed({QString::fromLatin1(icon), text, {}, {}});
}

void PeoplePage::exportList()
{
    m_prompter.chooseSaveFile(this, tr("Export the list"), QStringLiteral("people.csv"), {tr("CSV file (*.csv)")},
        [this](const QString& path) {
            if (path.isEmpty()) {
                return;
            }
            const std::vector<qint64> ids(m_model->ids().begin(), m_model->ids().end());
            saveFile(path, m_source->csv(ids).toUtf8(), this, [this, path](const Status& status) {
                status ? notice("export", tr("Saved %1.").arg(ltr(path)))
                       : notice("failed", errorWords(status.error()));
            });
        });
}

std::vector<Command> PeoplePage::commands()
{
    return {
        {"people.enrol", tr("Enrol…"), tr("Opens the proof file of somebody who is to be enrolled."),
            QStringLiteral("add"), {}, MenuPlace::Tools, [this] { enrol(); }},
        {"people.paste", tr("Paste proof…"), tr("Enrols somebody whose proof came as text in a message."),
            QStringLiteral("import"), {}, MenuPlace::Tools, [this] { pasteProof(); }},
        {"people.create", tr("Create my key…"), tr("Makes a key and a proof file for who is to be enrolled."),
            QStringLiteral("key"), {}, MenuPlace::Tools, [this] { createKey(); }},
        {"people.rotate", tr("Rotate my key…"), tr("Asks for a further key of yours, signed with the one you have."),
            QStringLiteral("refresh"), {}, MenuPlace::Tools, [this] { rotate(); }},
        {"people.review", tr("Review the change that waits…"), tr("Shows what is to be endorsed."),
            QStringLiteral("sign"), {}, MenuPlace::Tools, [this] { Q_EMIT m_banner->actionTriggered(); }},
        {"people.keychain", tr("Check the keychain"), tr("Shows what stands between this computer and a signature."),
            QStringLiteral("key"), {}, MenuPlace::Tools,
            [this] {
                showSide(true);
                checkKeychain();
            }},
        {"people.filter", tr("Filter people"), tr("Moves to the filter field."), QStringLiteral("filter"),
            {QKeySequence(QKeySequence::Find)}, MenuPlace::Edit,
            [this] { m_filter->setFocus(Qt::ShortcutFocusReason); }},
        {"people.export", tr("Export people…"), tr("Saves the rows of the list as CSV."), QStringLiteral("export"), {},
            MenuPlace::File, [this] { exportList(); }},
    };
}

void PeoplePage::open(const QString& target)
{
    m_syncWanted = target == QLatin1String("sync-key");
    m_wanted = m_syncWanted ? QString() : target;
    if (!m_wanted.isEmpty()) {
        m_filter->clear();
        const bool role = target.startsWith(QLatin1String("role:"));
        m_segments->setCurrent(role ? QStringLiteral("roles") : QStringLiteral("people"));
        m_source->setList(role ? PeopleList::Roles : PeopleList::People);
        m_model->setColumns(m_source->columns());
        query();
    }
    read();
    checkKeychain();
    m_table->setFocus(Qt::OtherFocusReason);
}

std::vector<Destination> PeoplePage::destinations(const QString& typed) const
{
    std::vector<Destination> found;
    for (const query::PersonLine& line : m_source->view().people) {
        const QString name = cleanName(qs(line.person.name), 80);
        if (!typed.isEmpty() && found.size() < 20 && name.contains(typed, Qt::CaseInsensitive)) {
            found.push_back({QStringLiteral("person"), name, line.person.service ? tr("service") : tr("person"),
                "people", qs(line.person.id.text())});
        }
    }
    return found;
}

QByteArray PeoplePage::saveState() const
{
    return packState({m_splitter->saveState()});
}

void PeoplePage::restoreState(const QByteArray& state)
{
    if (const auto parts = unpackState(state, 1); !parts.isEmpty()) {
        m_splitter->restoreState(parts.at(0));
    }
}

void PeoplePage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showBanner();
        showCurrent();
    }
    Page::changeEvent(event);
}

} // namespace cs::ui
