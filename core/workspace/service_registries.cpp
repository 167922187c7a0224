// SPDX-License-Identifier: GPL-3.0-or-later
// Registries for the console: the network has a thread of its own, and hops to the session's for what it records.
#include "core/workspace/registries/connections.h"
#include "core/workspace/service_p.h"

namespace cs {
namespace {

/// How often it is looked whether a synchronisation is due: the shortest schedule.
constexpr std::int64_t syncLookMs = 10'000;

Error closedError()
{
    return usageError("CS-WORKSPACE-CLOSED", "No workspace is open.");
}

} // namespace

/// Reading a locked keychain asks the person to unlock it: nothing that only looks, or that a schedule began, does so.
bool WorkspaceWorker::keychainIsOpen() const
{
    return m_environment.keychain != nullptr && m_environment.keychain->diagnose().state == KeychainState::Ready;
}

/// The service in the role registry_sync whose key this keychain holds.
std::optional<Signer> WorkspaceWorker::syncSigner(const Session& session)
{
    if (!m_ring || !keychainIsOpen())
        return std::nullopt;
    const auto listed = m_ring->listKeys();
    if (!listed)
        return std::nullopt;
    for (const auto& [id, actor] : session.state().actors) {
        if (actor.kind != engine::ActorKind::Service || !engine::holdsRole(session.state(), id, "registry_sync"))
            continue;
        for (const engine::KeyRecord& record : actor.keys) {
            const bool here = std::ranges::any_of(*listed, [&](const auto& own) { return own.key == record.key; });
            if (record.revokedAt || !here)
                continue;
            if (auto key = m_ring->unlock(record.key))
                return Signer{id, *std::move(key)};
        }
    }
    return std::nullopt;
}

query::RegistryRow::SignIn WorkspaceWorker::keptSignIn(const Session& session, const query::RegistryRow& row) const
{
    using SignIn = query::RegistryRow::SignIn;
    const auto kept =
        sync::storedCredential(*m_environment.keychain, session.state().workspaceId, row.form.id, row.origin);
    return !kept ? SignIn::Unknown : *kept ? SignIn::Kept : SignIn::Missing;
}

WorkspaceService::Answer<query::ConnectionsView> WorkspaceWorker::connections()
{
    using query::RegistryRow;
    return withState<query::ConnectionsView>([this](Session& session) -> Result<query::ConnectionsView> {
        query::ConnectionsView view = sync::connections(session, m_me);
        const bool open = keychainIsOpen();
        for (RegistryRow& row : view.registries) {
            row.running = m_syncing == row.form.id;
            if (const auto last = m_lastSyncs.find(row.form.id);
                last != m_lastSyncs.end() && !last->second.sentence.empty())
                row.last = last->second;
            if (row.form.auth != "none")
                row.signIn = open ? keptSignIn(session, row) : RegistryRow::SignIn::Unknown;
        }
        if (const auto signer = syncSigner(session)) {
            view.signsAs = views::person(session, signer->actor).name;
            view.setup.step = query::SyncSetup::Step::Ready;
        } else if (!open) {
            view.cannotSync = "The keychain is locked or missing. See People and keys.";
        } else {
            view.cannotSync = "No key of a service in the role Registry sync is in this keychain. Enrol one, or let a "
                              "server run \"countersignctl registry sync\".";
            if (const auto key = keptSyncKey(session))
                view.setup = sync::syncSetup(session, *key, m_me);
        }
        if (session.headView().readOnly)
            view.cannotEdit = view.cannotSync = "The workspace is open for reading only.";
        return view;
    });
}

WorkspaceService::Answer<Appended> WorkspaceWorker::saveRegistry(query::RegistryForm form, QString passphrase)
{
    return withSession<Appended>([this, form = std::move(form), passphrase](Session& session) -> Result<Appended> {
        CS_TRY(events::Event event, sync::registryEvent(session, form));
        return signDraft(commands::Draft{std::move(event), {}}, passphrase);
    });
}

WorkspaceService::Answer<Appended> WorkspaceWorker::removeRegistry(RegistryId registry, QString passphrase)
{
    return withSession<Appended>([this, registry, passphrase](Session& session) -> Result<Appended> {
        CS_TRY(const Appended removed, signDraft(commands::Draft{events::RegistryRemoved{registry}, {}}, passphrase));
        const auto url = parseRegistryUrl(session.state().registries.at(registry).url);
        if (url && m_environment.keychain != nullptr)
            (void)sync::forgetCredential(*m_environment.keychain, session.state().workspaceId, registry, url->origin());
        return removed;
    });
}

WorkspaceService::Answer<bool> WorkspaceWorker::signInRegistry(RegistryId registry, QString secret)
{
    return withSession<bool>([this, registry, secret](Session& session) -> Result<bool> {
        const auto found = session.state().registries.find(registry);
        if (found == session.state().registries.end() || m_environment.keychain == nullptr)
            return fail(couldNot("CS-KEYCHAIN-NO-SERVICE", "There is no keychain to keep the sign-in in."));
        askForTheKeychain();
        CS_TRY(const RegistryUrl url, parseRegistryUrl(found->second.url));
        const auto credential = sync::credentialFor(sync::optionsOf(session, found->second), utf8(secret), url);
        CS_CHECK(registries::makeHttp(url, credential));
        CS_CHECK(sync::storeCredential(*m_environment.keychain, session.state().workspaceId, registry, credential));
        return true;
    });
}

/// What is typed in the form, before anything is saved. An empty secret: the one that is kept.
WorkspaceService::Answer<QString> WorkspaceWorker::testRegistry(query::RegistryForm form, QString secret)
{
    using Connection = std::shared_ptr<registries::Connector>;
    auto made = withSession<Connection>([this, form, secret](Session& session) -> Result<Connection> {
        CS_TRY(const RegistryUrl url, parseRegistryUrl(form.url));
        registries::Credential credential = sync::credentialFor(form, utf8(secret), url);
        if (credential.kind != registries::Credential::Kind::None && secret.isEmpty()) {
            if (!form.id.isValid() || m_environment.keychain == nullptr)
                return fail(usageError("CS-REGISTRY-SECRET", "Give the secret to test the sign-in."));
            CS_TRY(const auto kept,
                sync::storedCredential(*m_environment.keychain, session.state().workspaceId, form.id, url.origin()));
            if (!kept)
                return fail(usageError("CS-REGISTRY-SECRET", "No secret is kept for %1. Give it to test the sign-in.",
                    {qs(url.origin())}));
            credential.secret = kept->secret;
        }
        CS_TRY(auto http, registries::makeHttp(url, credential, {std::size_t{64} << 20U, 5, 10}));
        CS_TRY(auto connector, registries::makeConnector(form.kind, std::move(http)));
        return Connection(std::move(connector));
    });
    const auto stop = newStop(m_syncStop);
    return QtConcurrent::run(&m_registryPool, [made, stop]() -> Result<QString> {
        const auto connection = made.result();
        CS_CHECK(connection);
        CS_TRY(const registries::Probe probe, (*connection)->probe(stop));
        return qs(sync::probeText(probe));
    });
}

/// Runs on the network's thread: what touches the session is done on the worker, and waited for.
/// @param workspace that the run began with: another one may have been opened meanwhile.
sync::OnSession WorkspaceWorker::onWorker(const std::string& workspace)
{
    return [this, workspace](const std::function<Status(Session&)>& work) -> Status {
        return post([this, &work, &workspace]() -> Status {
            if (!m_session || m_session->state().workspaceId != workspace)
                return fail(closedError());
            const std::int64_t before = m_session->head().size;
            try {
                const Status done = work(*m_session);
                announce(before);
                return done;
            } catch (const CacheDamaged& damaged) {
                reopen();
                return fail(damaged.error());
            }
        }).result();
    };
}

WorkspaceService::Answer<query::SyncResult> WorkspaceWorker::syncRegistry(RegistryId registry, bool repair)
{
    struct Start {
        std::shared_ptr<registries::Connector> connector;
        Signer signer;
        std::string workspace;
    };
    auto started = withState<Start>([this, registry](Session& session) -> Result<Start> {
        if (m_syncing.isValid())
            return fail(usageError("CS-REGISTRY-RUNNING", "A synchronisation is running already. Wait or cancel it."));
        const auto found = session.state().registries.find(registry);
        if (found == session.state().registries.end() || found->second.removed)
            return fail(usageError("CS-REGISTRY-UNKNOWN", "There is no registry %1.", {qs(registry.text())}));
        auto signer = syncSigner(session);
        if (!signer)
            return fail(refused("CS-REGISTRY-SIGNER",
                "No key of a service in the role Registry sync is in this keychain, so nothing can be recorded."));
        CS_TRY(auto connector, sync::connect(session, found->second, m_environment.keychain));
        m_syncing = registry;
        return Start{std::move(connector), *std::move(signer), session.state().workspaceId};
    });
    const auto stop = newStop(m_syncStop);
    return QtConcurrent::run(&m_registryPool, [this, registry, repair, started, stop]() -> Result<query::SyncResult> {
        const auto start = started.result();
        const auto told = [this, registry](const sync::Progress& at) {
            Q_EMIT syncProgress({registry, static_cast<int>(at.phase), static_cast<std::int64_t>(at.done),
                static_cast<std::int64_t>(at.total)});
        };
        Result<sync::Report> report = start ? sync::run({registry, true, repair}, *start->connector,
                                          onWorker(start->workspace), start->signer, told, stop)
                                            : Result<sync::Report>(fail(start.error()));
        query::SyncResult result;
        result.at = now();
        result.ok = report.has_value();
        result.sentence = report ? sync::summary(*report) : utf8(report.error().message());
        if (report)
            result.skipped = report->whySkipped;
        else
            result.code = utf8(report.error().code());
        const bool ran = start.has_value();
        post([this, registry, result, ran, &start] {
            if (ran)
                m_syncing = RegistryId();
            const bool same = !start || (m_session && m_session->state().workspaceId == start->workspace);
            if (same && result.code != "CS-REGISTRY-RUNNING")
                m_lastSyncs[registry] = result;
            Q_EMIT synced(registry);
        }).waitForFinished();
        CS_CHECK(report);
        return result;
    });
}

void WorkspaceWorker::cancelSync()
{
    const std::lock_guard lock(m_stopMutex);
    m_syncStop.request_stop();
}

/// On the worker, with every poll: what is due by its own schedule.
void WorkspaceWorker::syncWhatIsDue()
{
    if (m_syncing.isValid() || !m_session || now().msSince(m_syncLooked) < syncLookMs)
        return;
    m_syncLooked = now();
    const query::HeadView head = m_session->headView();
    if (head.readOnly || !head.newerLedger.empty() || !head.alarm.empty())
        return;
    for (const auto& [id, registry] : m_session->state().registries) {
        const std::int64_t every = registry.removed ? 0 : sync::optionsOf(*m_session, registry).everySeconds;
        const auto last = m_lastSyncs.find(id);
        if (every == 0 || (last != m_lastSyncs.end() && now().msSince(last->second.at) < every * 1000))
            continue;
        if (!syncSigner(*m_session))
            return;
        m_lastSyncs[id].at = now(); // not again while it is being queued
        QMetaObject::invokeMethod(
            this, [this, registryId = id] { (void)syncRegistry(registryId, false); }, Qt::QueuedConnection);
        return;
    }
}

} // namespace cs
