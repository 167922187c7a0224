// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/keychain.h"

#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QEventLoop>
#include <QFile>
#include <QPointer>
#include <QThread>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

namespace cs {
namespace {

constexpr int busTimeoutMs = 5'000;

/// What a job ended with. Shared: after a timeout the job lives on, and its late answer must find a place.
struct Outcome {
    std::mutex mutex;
    std::condition_variable changed;
    bool done = false;
    bool asked = false; ///< The keychain put a question to the user for it.
    QKeychain::Error error = QKeychain::NoError;
    QString errorText;
    QByteArray data;
};

using JobMaker = std::function<QKeychain::Job*()>;

std::atomic<bool> mainLoopEnded = false;
constexpr int closingPollMs = 50;

/// Main thread. QtKeychain's jobs need its event loop: the Secret Service backend answers through the main context.
void startJob(const JobMaker& make, const std::shared_ptr<Outcome>& outcome, const std::function<void()>& whenDone)
{
    QKeychain::Job* const job = make();
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job, [outcome, whenDone](QKeychain::Job* finished) {
        {
            const std::lock_guard lock(outcome->mutex);
            outcome->error = finished->error();
            outcome->errorText = finished->errorString();
            if (const auto* read = qobject_cast<QKeychain::ReadPasswordJob*>(finished))
                outcome->data = read->binaryData();
            outcome->done = true;
        }
        outcome->changed.notify_all();
        whenDone();
    });
    job->start();
}

bool runHere(const JobMaker& make, const std::shared_ptr<Outcome>& outcome, int patienceMs)
{
    QEventLoop loop;
    QTimer deadline;
    deadline.setSingleShot(true);
    QObject::connect(&deadline, &QTimer::timeout, &loop, &QEventLoop::quit);
    deadline.start(patienceMs);
    // The loop is told through a posted event, which dies with the loop if the answer comes too late.
    auto* const anchor = new QObject(&loop);
    const QPointer<QObject> guard(anchor);
    startJob(make, outcome, [guard] {
        if (guard)
            QMetaObject::invokeMethod(guard->parent(), "quit", Qt::QueuedConnection);
    });
    loop.exec();
    const std::lock_guard lock(outcome->mutex);
    return outcome->done;
}

bool runOnMain(const JobMaker& make, const std::shared_ptr<Outcome>& outcome, int patienceMs)
{
    QMetaObject::invokeMethod(
        QCoreApplication::instance(), [make, outcome] { startJob(make, outcome, [] {}); }, Qt::QueuedConnection);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(patienceMs);
    std::unique_lock lock(outcome->mutex);
    // The main thread may be waiting for this very worker to end: then nobody runs jobs any more.
    while (!outcome->done && !mainLoopEnded && std::chrono::steady_clock::now() < deadline)
        outcome->changed.wait_for(lock, std::chrono::milliseconds(closingPollMs));
    return outcome->done;
}

void watchForTheEnd()
{
    static std::once_flag once;
    if (QCoreApplication::instance() != nullptr)
        std::call_once(once, [] {
            QObject::connect(
                QCoreApplication::instance(), &QCoreApplication::aboutToQuit, [] { mainLoopEnded = true; });
        });
}

std::optional<QDBusMessage> call(const QDBusConnection& bus, const QString& service, const QString& path,
    const QString& interface, const QString& method, const QVariantList& arguments = {})
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, method);
    message.setArguments(arguments);
    QDBusMessage reply = bus.call(message, QDBus::Block, busTimeoutMs);
    if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty())
        return std::nullopt;
    return reply;
}

const QString busName = QStringLiteral("org.freedesktop.DBus");
const QString secretsName = QStringLiteral("org.freedesktop.secrets");

bool canBeReached(const QDBusConnection& bus, const QString& name)
{
    const QString path = QStringLiteral("/org/freedesktop/DBus");
    const auto owned = call(bus, busName, path, busName, QStringLiteral("NameHasOwner"), {name});
    if (owned && owned->arguments().constFirst().toBool())
        return true;
    const auto names = call(bus, busName, path, busName, QStringLiteral("ListActivatableNames"));
    return names && names->arguments().constFirst().toStringList().contains(name);
}

/// libdbus would start a bus of its own through X11; a keychain on a private bus helps nobody.
bool sessionBusIsNamed()
{
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFile::exists(runtime + QStringLiteral("/bus"));
}

KeychainDiagnosis diagnoseSecretService(const QDBusConnection& bus)
{
    const std::string backend = "Secret Service";
    if (!canBeReached(bus, secretsName))
        return {KeychainState::NoService, backend};
    const auto alias = call(bus, secretsName, QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("ReadAlias"), {QStringLiteral("default")});
    if (!alias)
        return {KeychainState::NoService, backend};
    const QString collection = qvariant_cast<QDBusObjectPath>(alias->arguments().constFirst()).path();
    if (collection.isEmpty() || collection == QStringLiteral("/"))
        return {KeychainState::NoCollection, backend};
    const auto locked = call(bus, secretsName, collection, QStringLiteral("org.freedesktop.DBus.Properties"),
        QStringLiteral("Get"), {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")});
    if (!locked)
        return {KeychainState::NoCollection, backend};
    const bool isLocked = qvariant_cast<QDBusVariant>(locked->arguments().constFirst()).variant().toBool();
    return {isLocked ? KeychainState::Locked : KeychainState::Ready, backend};
}

enum class Needs { Nothing, Unlocking, ItIsNotThere };

/// What a locked keychain needs for an item. Looking is possible in a locked one and asks nobody.
Needs needsFor(const QString& service, const QString& key)
{
    using Attributes = QMap<QString, QString>;
    qDBusRegisterMetaType<Attributes>();
    const Attributes attributes{{QStringLiteral("server"), service}, {QStringLiteral("user"), key}};
    const auto found = call(QDBusConnection::sessionBus(), secretsName, QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("SearchItems"),
        {QVariant::fromValue(attributes)});
    if (!found || found->arguments().size() != 2)
        return Needs::Unlocking;
    const auto count = [&](int at) { return qdbus_cast<QList<QDBusObjectPath>>(found->arguments().at(at)).size(); };
    return count(0) > 0 ? Needs::Nothing : count(1) > 0 ? Needs::Unlocking : Needs::ItIsNotThere;
}

KeychainDiagnosis diagnoseSession()
{
    if (!sessionBusIsNamed())
        return {KeychainState::NoBus, "none"};
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return {KeychainState::NoBus, "none"};
    // The same choice that QtKeychain makes. KWallet does not tell "locked" without asking the user.
    if (qEnvironmentVariable("XDG_CURRENT_DESKTOP") == QStringLiteral("KDE")
        && canBeReached(bus, QStringLiteral("org.kde.kwalletd5")))
        return {KeychainState::Ready, "KWallet"};
    return diagnoseSecretService(bus);
}

class OsKeychain final : public Keychain {
public:
    OsKeychain(const std::string& service, int patienceMs)
        : m_service(qs(service))
        , m_patienceMs(patienceMs)
    {
    }

    Result<std::optional<Bytes>> read(const std::string& key) override
    {
        const auto needs = [&] { return needsFor(m_service, qs(key)); };
        CS_TRY(const auto outcome, run(needs, [service = m_service, name = qs(key)] {
            auto* const job = new QKeychain::ReadPasswordJob(service);
            job->setKey(name);
            return static_cast<QKeychain::Job*>(job);
        }));
        if (outcome->error == QKeychain::NoError)
            return std::optional(Bytes(outcome->data.constData(), static_cast<std::size_t>(outcome->data.size())));
        // A locked keyring answers "entry not found" too (trust.md section 8): only a ready one says "no key".
        const KeychainDiagnosis now = diagnose();
        if (now.state != KeychainState::Ready)
            return fail(unanswered(*outcome, now.error()));
        if (outcome->error == QKeychain::EntryNotFound)
            return std::optional<Bytes>();
        return fail(refusal(*outcome, now));
    }

    Status write(const std::string& key, const Bytes& value) override
    {
        const QByteArray data(value.data(), static_cast<qsizetype>(value.size()));
        const auto needs = [] { return Needs::Unlocking; };
        CS_TRY(const auto outcome, run(needs, [service = m_service, name = qs(key), data] {
            auto* const job = new QKeychain::WritePasswordJob(service);
            job->setKey(name);
            // Binary always: text and binary under one name would become two items.
            job->setBinaryData(data);
            return static_cast<QKeychain::Job*>(job);
        }));
        return judge(*outcome);
    }

    Status remove(const std::string& key) override
    {
        const auto needs = [&] { return needsFor(m_service, qs(key)); };
        CS_TRY(const auto outcome, run(needs, [service = m_service, name = qs(key)] {
            auto* const job = new QKeychain::DeletePasswordJob(service);
            job->setKey(name);
            return static_cast<QKeychain::Job*>(job);
        }));
        if (outcome->error == QKeychain::EntryNotFound && diagnose().state == KeychainState::Ready)
            return {};
        return judge(*outcome);
    }

    KeychainDiagnosis diagnose() override { return diagnoseSession(); }

    void askAgain() override
    {
        const std::lock_guard lock(m_mutex);
        m_unanswered.reset();
    }

private:
    using Finished = std::shared_ptr<Outcome>;

    /// @param needs asked where the keychain is locked.
    Result<Finished> run(const std::function<Needs()>& needs, const JobMaker& make)
    {
        const KeychainDiagnosis before = diagnose();
        // Without a service QtKeychain reports "other error" in words of its own; this says what to do.
        if (before.state == KeychainState::NoBus || before.state == KeychainState::NoService)
            return fail(before.error());
        auto outcome = std::make_shared<Outcome>();
        const auto error = stillUnanswered(before.state);
        if (before.state == KeychainState::Locked) {
            const Needs need = needs();
            outcome->asked = need == Needs::Unlocking;
            if (outcome->asked && error)
                return fail(*error);
            if (need == Needs::ItIsNotThere) // and nobody is asked for what is not there
                return fail(before.error());
        }
        const QCoreApplication* const app = QCoreApplication::instance();
        if (app == nullptr)
            return fail(couldNot("CS-KEYCHAIN-REFUSED", "The keychain needs a running application.", {}));
        const bool onMain = QThread::currentThread() == app->thread();
        if (!(onMain ? runHere(make, outcome, m_patienceMs) : runOnMain(make, outcome, m_patienceMs)))
            return fail(unanswered(*outcome,
                couldNot("CS-KEYCHAIN-TIMEOUT",
                    "The keychain (%1) did not answer within %2 seconds. If it asks for a password, answer it and try "
                    "again.",
                    {qs(before.backend), QString::number(m_patienceMs / 1000)})));
        return outcome;
    }

    /// Remembers a question that was put to the user in vain; the keychain's state tells when it was answered after
    /// all.
    Error unanswered(const Outcome& outcome, Error error)
    {
        const std::lock_guard lock(m_mutex);
        if (outcome.asked && !mainLoopEnded)
            m_unanswered = error;
        return error;
    }
    std::optional<Error> stillUnanswered(KeychainState now)
    {
        const std::lock_guard lock(m_mutex);
        if (now != KeychainState::Locked)
            m_unanswered.reset();
        return m_unanswered;
    }

    static Error refusal(const Outcome& outcome, const KeychainDiagnosis& now)
    {
        return couldNot("CS-KEYCHAIN-REFUSED", "The keychain (%1) refused: %2.", {qs(now.backend), outcome.errorText});
    }

    Status judge(const Outcome& outcome)
    {
        if (outcome.error == QKeychain::NoError)
            return {};
        const KeychainDiagnosis now = diagnose();
        return fail(now.state != KeychainState::Ready ? unanswered(outcome, now.error()) : refusal(outcome, now));
    }

    QString m_service;
    int m_patienceMs;
    std::mutex m_mutex;
    std::optional<Error> m_unanswered; ///< what the last prompt ended with
};

} // namespace

std::unique_ptr<Keychain> makeOsKeychain(const std::string& service, int patienceMs)
{
    watchForTheEnd();
    return std::make_unique<OsKeychain>(service, patienceMs);
}

} // namespace cs
