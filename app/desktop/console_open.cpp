// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/console.h"
#include "app/desktop/passphrase_sheet.h"
#include "ui/widgets/face.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/signing/several_keys.h"
#include "ui/widgets/words.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QStackedWidget>
#include <QStandardPaths>

#include <algorithm>

namespace cs::app {

using ui::Button;
using ui::Role;

namespace {

/// Trying again opens the same wrong file; only another one helps.
bool isWrongFile(const Error& error)
{
    const QStringList codes{QStringLiteral("CS-STORE-NOT-LEDGER"), QStringLiteral("CS-STORE-FOREIGN"),
        QStringLiteral("CS-STORE-DIRECTORY"), QStringLiteral("CS-STORE-MISSING"), QStringLiteral("CS-STORE-NEWER"),
        QStringLiteral("CS-STORE-SCHEMA"), QStringLiteral("CS-STORE-DAMAGED")};
    return codes.contains(error.code());
}

} // namespace

QString Console::examplePath()
{
    const QString state = qEnvironmentVariable("XDG_STATE_HOME", QDir::homePath() + QStringLiteral("/.local/state"));
    return state + QStringLiteral("/countersign/example/Mortgage models.countersign");
}

void Console::open(const QString& path, bool readOnly, bool firstContact)
{
    const bool server = path.startsWith(QLatin1String("postgres"));
    m_opening = server ? tr("Fetching and verifying") : tr("Opening %1").arg(ui::ltr(QFileInfo(path).fileName()));
    m_face->showLoading(0, 0, server ? tr("Connecting") : m_opening);
    m_startStack->setCurrentWidget(m_face);
    m_window->showStart();
    m_service->open(path, readOnly, firstContact)
        .then(qApp, ui::guarded(this, [this, path](const Result<query::HeadView>& head) { takeOpened(path, head); }));
}

/// The password first, so that a wrong one is told before anything is kept.
void Console::join(const QString& address, const QString& password)
{
    if (password.isEmpty()) {
        open(address, false, false);
        return;
    }
    m_opening = tr("Signing in");
    m_face->showLoading(0, 0, m_opening);
    m_startStack->setCurrentWidget(m_face);
    m_window->showStart();
    m_service->keepPassword(address, password).then(qApp, ui::guarded(this, [this, address](const Status& kept) {
        if (kept) {
            open(address, false, false);
        } else {
            showOpenError(address, kept.error());
        }
    }));
}

void Console::openExample()
{
    const QString path = examplePath();
    m_face->showLoading(0, 0, tr("Making the example workspace: its people, keys and history"));
    m_startStack->setCurrentWidget(m_face);
    m_window->showStart();
    m_service->openExample(path).then(
        qApp, ui::guarded(this, [this, path](const Result<query::HeadView>& head) { takeOpened(path, head); }));
}

void Console::found(const ui::FoundingChoice& choice)
{
    WorkspaceService::Founding founding;
    founding.path = choice.path;
    founding.name = choice.name;
    founding.mode = choice.mode == ui::Mode::Demo ? QStringLiteral("demo")
        : choice.mode == ui::Mode::Single         ? QStringLiteral("single")
                                                  : QStringLiteral("team");
    founding.founderName = choice.administrators.value(0);
    founding.policyResource = QStringLiteral(":/policies/%1.json").arg(choice.policyId);
    if (choice.mode == ui::Mode::Demo) { // demo keys have no passphrase
        foundNow(founding);
        return;
    }
    auto* sheet = new PassphraseSheet(m_window.get());
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &PassphraseSheet::chosen, this, [this, founding](const QString& passphrase) {
        WorkspaceService::Founding complete = founding;
        complete.passphrase = passphrase;
        foundNow(complete);
    });
    sheet->open();
}

void Console::foundNow(const WorkspaceService::Founding& founding)
{
    m_service->found(founding).then(qApp,
        ui::guarded(
            this, [this, path = founding.path](const Result<query::HeadView>& head) { takeOpened(path, head); }));
}

void Console::takeOpened(const QString& path, const Result<query::HeadView>& head)
{
    if (!head) {
        showOpenError(path, head.error());
        return;
    }
    m_head = *head;
    m_isOpen = true;
    noteOpened(path);
    refreshStatus();
    if (!m_head.newerLedger.empty()) {
        m_window->post({QStringLiteral("info"), qs(m_head.newerLedger), {}, {}});
    }
    signInAsLast();
}

void Console::showOpenError(const QString& path, const Error& error)
{
    if (error.code() == QLatin1String("CS-WORKSPACE-STOPPED")) {
        showStart();
        return;
    }
    const QString file = ui::ltr(QFileInfo(path).fileName());
    const bool contact = error.code() == QLatin1String("CS-PIN-FIRST-CONTACT");
    const bool alarm = !contact && error.code().startsWith(QLatin1String("CS-PIN-"));
    m_face->clearSteps();
    const QString words = ui::errorWords(error);
    if (contact) {
        m_face->setFace(
            QStringLiteral("verify"), Role::Accent, tr("Compare before you open %1").arg(file), words, error.code());
        Button* trust = m_face->addStep(Button::Kind::Primary, tr("They are the same, open"));
        trust->setObjectName(QStringLiteral("trustWorkspace"));
        connect(trust, &Button::triggered, this, [this, path] { open(path, false, true); });
    } else if (alarm) {
        m_face->setFace(QStringLiteral("vetoed"), Role::Vetoed, tr("%1 is not what this console saw last").arg(file),
            tr("%1 Nothing was changed. Ask who keeps the ledger, or restore it from a backup.").arg(words),
            error.code());
        Button* read = m_face->addStep(Button::Kind::Outlined, tr("Open to read"));
        read->setObjectName(QStringLiteral("openToRead"));
        connect(read, &Button::triggered, this, [this, path] { open(path, true, false); });
    } else {
        m_face->setFace(QStringLiteral("failed"), Role::Failed, tr("%1 could not be opened").arg(file),
            tr("%1 Nothing was changed.").arg(words), error.code());
        if (error.code() == QLatin1String("CS-STORE-AUTH")) {
            Button* sign = m_face->addStep(Button::Kind::Primary, tr("Give the password…"), QStringLiteral("key"));
            sign->setObjectName(QStringLiteral("givePassword"));
            connect(sign, &Button::triggered, this, [this, path] {
                showStart();
                m_start->startJoining(path);
            });
        } else if (!isWrongFile(error)) {
            addTryAgain(path);
        }
    }
    Button* other = m_face->addStep(isWrongFile(error) ? Button::Kind::Primary : Button::Kind::Outlined,
        tr("Open another…"), QStringLiteral("folder"));
    other->setObjectName(QStringLiteral("openOther"));
    connect(other, &Button::triggered, this, [this] {
        showStart();
        m_start->startOpening();
    });
    Button* copy = m_face->addStep(Button::Kind::Plain, tr("Copy details"), QStringLiteral("copy"));
    copy->setObjectName(QStringLiteral("copyDetails"));
    const QString details = QString(path % QLatin1Char('\n') % error.code() % QStringLiteral(": ") % error.message());
    connect(copy, &Button::triggered, this, [details] { QGuiApplication::clipboard()->setText(details); });
    m_startStack->setCurrentWidget(m_face);
    m_window->showStart();
    finishLater();
}

void Console::addTryAgain(const QString& path)
{
    Button* again = m_face->addStep(Button::Kind::Primary, tr("Try again"), QStringLiteral("refresh"));
    again->setObjectName(QStringLiteral("openAgain"));
    connect(again, &Button::triggered, this,
        [this, path] { path == examplePath() ? openExample() : open(path, m_options.readOnly, false); });
}

void Console::checkKeychain()
{
    m_service->keychain().then(qApp, ui::guarded(this, [this](const Result<KeychainDiagnosis>& diagnosis) {
        using Kind = ui::KeychainState::Kind;
        ui::KeychainState shown;
        if (!diagnosis) {
            shown = {Kind::Refusing, {}, ui::errorWords(diagnosis.error())};
        } else {
            const bool ready = diagnosis->state == KeychainState::Ready;
            shown.kind = ready                                    ? Kind::Ready
                : diagnosis->state == KeychainState::Locked       ? Kind::Locked
                : diagnosis->state == KeychainState::NoCollection ? Kind::Refusing
                                                                  : Kind::Missing;
            shown.backend = qs(diagnosis->backend);
            shown.detail = ready ? QString() : ui::errorWords(diagnosis->error());
        }
        m_start->setKeychain(shown);
    }));
}

/// Whom the service chose stays, unless somebody else of this keychain was chosen here before.
void Console::signInAsLast()
{
    m_service->identities().then(qApp, ui::guarded(this, [this](const Result<std::vector<IdentityView>>& found) {
        const QByteArray stored = m_store.value("identity." + QByteArray::fromStdString(m_head.workspaceId));
        const ActorId last = ActorId::fromText(stored.toStdString()).value_or(ActorId());
        const std::vector<IdentityView> own = found ? *found : std::vector<IdentityView>();
        const bool isHere = last.isValid() && std::any_of(own.begin(), own.end(), [last](const IdentityView& identity) {
            return identity.person.id == last;
        });
        if (isHere && last != m_identity.person.id) {
            m_service->signIn(last).then(
                qApp, ui::guarded(this, [this](const Result<IdentityView>&) { showScreen(); }));
            return;
        }
        showScreen(); // reading needs no key
        if (!m_identity.person.id.isValid() && own.size() > 1) {
            askWho(own);
        }
    }));
}

void Console::askWho(const std::vector<IdentityView>& own)
{
    const QString words = m_head.mode == "demo" ? tr("The keys of several people are here. Choose who signs.")
                                                : tr("%1 Choose who signs.").arg(ui::severalKeysNote(own));
    m_window->post({QStringLiteral("key"), words, tr("Sign in as…"), [this] { chooseIdentity(); }});
}

void Console::signIn(ActorId who)
{
    m_store.setValue(
        "identity." + QByteArray::fromStdString(m_head.workspaceId), QByteArray::fromStdString(who.text()));
    m_service->signIn(who).then(qApp, ui::guarded(this, [this](const Result<IdentityView>& identity) {
        if (!identity) {
            m_window->post({QStringLiteral("failed"), ui::errorWords(identity.error()), {}, {}});
        }
    }));
}

void Console::chooseIdentity()
{
    m_service->identities().then(qApp, ui::guarded(this, [this](const Result<std::vector<IdentityView>>& found) {
        if (!found || found->empty()) {
            m_window->post({QStringLiteral("key"),
                found ? tr("No key of this workspace is in this keychain. Reading needs none.")
                      : ui::errorWords(found.error()),
                {}, {}});
            return;
        }
        auto* menu = new QMenu(m_window.get());
        menu->setObjectName(QStringLiteral("identityMenu"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        if (const QString note = m_head.mode == "demo" ? QString() : ui::severalKeysNote(*found); !note.isEmpty()) {
            menu->addAction(note)->setEnabled(false); // first, and no choice
            menu->addSeparator();
        }
        QAction* present = nullptr;
        for (const IdentityView& identity : *found) {
            QAction* action = menu->addAction(tr("Sign in as %1").arg(ui::cleanName(qs(identity.person.name), 60)));
            action->setCheckable(true);
            action->setChecked(identity.person.id == m_identity.person.id);
            present = present == nullptr || action->isChecked() ? action : present;
            connect(action, &QAction::triggered, this, [this, id = identity.person.id] { signIn(id); });
        }
        menu->addSeparator();
        connect(menu->addAction(tr("Lock the key")), &QAction::triggered, this, [this] { m_service->lock(); });
        // Above the status bar, where the choice will stand, however it was asked for.
        menu->popup(m_window->mapToGlobal(
                        QPoint(ui::scaled(200), m_window->height() - menu->sizeHint().height() - ui::scaled(28))),
            nullptr);
        menu->setActiveAction(present);
    }));
}

void Console::unlockKey()
{
    m_service->unlock({}).then(qApp, ui::guarded(this, [this](const Result<IdentityView>& identity) {
        if (!identity) {
            m_window->post({QStringLiteral("failed"), ui::errorWords(identity.error()), {}, {}});
        }
        checkKeychain();
    }));
}

} // namespace cs::app
