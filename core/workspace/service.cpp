// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/service_p.h"

#include "core/audit/verify.h"
#include "core/domain/printed_name.h"
#include "core/evidence/evidence_limits.h"
#include "core/evidence/media.h"
#include "core/evidence/reader_driver.h"
#include "core/ledger/checkpoint.h"
#include "core/workspace/team.h"

#include <QElapsedTimer>
#include <QFile>

namespace cs {
namespace {

/// A look that finds nothing costs one statement of SQLite, or on a server no word at all: what comes in there is
/// heard.
constexpr int pollMs = 150;
constexpr qint64 progressEveryMs = 100;
constexpr std::size_t evidenceShownMax = 512U << 20U;

Result<Bytes> readResource(const QString& path)
{
    if (path.isEmpty())
        return Bytes();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(couldNot("CS-WORKSPACE-POLICY", "The policy %1 cannot be read: %2.", {path, file.errorString()}));
    return file.read(static_cast<qint64>(json::policyLimits.bytesMax)).toStdString();
}

} // namespace

WorkspaceService::~WorkspaceService() = default;

std::unique_ptr<WorkspaceService> WorkspaceService::create(const Environment& environment)
{
    return std::make_unique<WorkspaceWorker>(environment);
}

WorkspaceWorker::WorkspaceWorker(const Environment& environment)
    : m_environment(environment)
{
    qRegisterMetaType<cs::query::HeadView>();
    qRegisterMetaType<cs::IdentityView>();
    qRegisterMetaType<cs::query::VerifyReport>();
    qRegisterMetaType<cs::query::SyncProgress>();
    qRegisterMetaType<cs::RegistryId>();
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
    m_verifyPool.setMaxThreadCount(1);
    m_readerPool.setMaxThreadCount(1);
    m_registryPool.setMaxThreadCount(1);
    if (environment.keychain != nullptr)
        m_ring = std::make_unique<KeyRing>(*environment.keychain, *environment.clock);
    m_policies = makePolicies();
    m_pollTimer.setInterval(pollMs);
    connect(&m_pollTimer, &QTimer::timeout, this, [this] {
        // One question at a time: a slow disk must not fill the queue.
        if (!m_pollQueued.exchange(true))
            m_pool.start([this] { poll(); });
    });
}

/// An accepted command is finished; what only shows something is given up.
WorkspaceWorker::~WorkspaceWorker()
{
    m_pollTimer.stop();
    WorkspaceWorker::cancelOpen();
    WorkspaceWorker::cancelVerify();
    WorkspaceWorker::cancelSync();
    WorkspaceWorker::cancelRefill();
    m_policies->cancelSimulation();
    m_registryPool.waitForDone(); // while the worker still answers it
    m_readerStop.request_stop();
    m_verifyPool.waitForDone();
    m_readerPool.waitForDone();
    m_pool.start([this] { m_session.reset(); });
    m_pool.waitForDone();
}

Result<query::HeadView> WorkspaceWorker::take(std::unique_ptr<Session> session)
{
    m_session = std::move(session);
    m_place = m_session->store().location();
    m_me = ActorId();
    m_lastSyncs.clear();
    m_headsTrouble.clear();
    m_headsExchanged = UtcTime();
    m_syncLooked = UtcTime();
    const query::HeadView view = m_session->headView();
    m_shownHead = view;
    Q_EMIT opened(view);
    if (const ActorId me = defaultIdentity(); me.isValid()) {
        m_me = me;
        Q_EMIT identityChanged(identityOf(m_me));
    }
    QMetaObject::invokeMethod(&m_pollTimer, qOverload<>(&QTimer::start), Qt::QueuedConnection);
    return view;
}

WorkspaceService::Answer<query::HeadView> WorkspaceWorker::open(
    const QString& location, bool readOnly, bool firstContact)
{
    const auto stop = newStop(m_openStop);
    return post([this, location, readOnly, firstContact, stop]() -> Result<query::HeadView> {
        askForTheKeychain();
        const Trust trust = firstContact ? Trust::FirstContact : Trust::Ask;
        CS_TRY(auto session, Session::open(utf8(location), m_environment, openOptions(readOnly, trust, stop)));
        auto view = take(std::move(session));
        m_place = utf8(location);
        return view;
    });
}

QFuture<Status> WorkspaceWorker::keepPassword(const QString& address, const QString& password)
{
    return post([this, address = utf8(address), password = utf8(password)]() -> Status {
        if (m_environment.keychain == nullptr)
            return fail(couldNot("CS-KEYCHAIN-NO-SERVICE", "There is no keychain to keep the password in."));
        CS_TRY(const PgPlace place, PgPlace::parse(address));
        PgConnection::Options options;
        options.password = password;
        CS_CHECK(PgLog::open(place, options));
        return m_environment.keychain->write(team::passwordKey(place), password);
    });
}

OpenOptions WorkspaceWorker::openOptions(bool readOnly, Trust trust, std::stop_token stop)
{
    OpenOptions options;
    options.readOnly = readOnly;
    options.trust = trust;
    options.stop = std::move(stop);
    auto said = std::make_shared<QElapsedTimer>();
    said->start();
    options.progress = [this, said](std::int64_t done, std::int64_t total) {
        if (said->elapsed() < progressEveryMs)
            return;
        said->restart();
        Q_EMIT openProgress(done, total);
    };
    return options;
}

/// A fresh one for the work that begins now, so that an old Cancel does not stop it.
std::stop_token WorkspaceWorker::newStop(std::stop_source& source)
{
    const std::lock_guard lock(m_stopMutex);
    source = std::stop_source();
    return source.get_token();
}

void WorkspaceWorker::cancelOpen()
{
    const std::lock_guard lock(m_stopMutex);
    m_openStop.request_stop();
}

WorkspaceService::Answer<query::HeadView> WorkspaceWorker::found(const Founding& founding)
{
    return post([this, founding]() -> Result<query::HeadView> {
        if (!m_ring)
            return fail(couldNot("CS-KEYCHAIN-NO-SERVICE", "There is no keychain, so no key can be made for you."));
        askForTheKeychain();
        for (const QString& name : {founding.name, founding.founderName})
            CS_CHECK(checkPrintedName(utf8(name)));
        CS_TRY(Bytes policy, readResource(founding.policyResource));
        const bool demo = founding.mode == u"demo";
        const auto passphrase = demo ? std::nullopt : std::optional(utf8(founding.passphrase));
        CS_TRY(const PublicKey key, m_ring->createPersonKey(utf8(founding.founderName), passphrase));
        CS_TRY(auto secret, m_ring->unlock(key, passphrase.value_or("")));
        CS_TRY(const PublicKey logKey, m_ring->createPersonKey(utf8(founding.name) + " (checkpoints)", std::nullopt));
        const FoundingSpec spec{
            utf8(founding.name), utf8(founding.mode), utf8(founding.founderName), std::move(policy)};
        CS_TRY(auto session, Session::found(utf8(founding.path), spec, std::move(secret), logKey, m_environment));
        auto view = take(std::move(session));
        m_place = utf8(founding.path);
        return view;
    });
}

void WorkspaceWorker::close()
{
    m_pollTimer.stop();
    cancelSync();
    m_pool.start([this] {
        m_session.reset();
        m_me = ActorId();
        if (m_ring)
            m_ring->lockAll();
        Q_EMIT closed();
    });
}

void WorkspaceWorker::announce(std::int64_t from)
{
    if (m_session && m_session->head().size > from)
        Q_EMIT changed(from, m_session->head().size);
}

/// A connection that came or went, an alarm that was raised or is over.
void WorkspaceWorker::announceHead()
{
    const query::HeadView head = m_session->headView();
    const bool same = head.link == m_shownHead.link && head.alarm == m_shownHead.alarm
        && (head.serverSize > head.size) == (m_shownHead.serverSize > m_shownHead.size);
    m_shownHead = head;
    if (!same)
        Q_EMIT headChanged(head);
}

/// While much came in at once, it is said how much is still to be verified.
void WorkspaceWorker::announceCatchingUp(std::int64_t done, std::int64_t total)
{
    query::HeadView head = m_session->headView();
    head.size = done;
    head.serverSize = total;
    m_shownHead = head;
    Q_EMIT headChanged(head);
}

/// What other processes have appended, and whether the ten idle minutes are over.
void WorkspaceWorker::poll()
{
    m_pollQueued = false;
    forgetIdleKeys();
    if (!m_session)
        return;
    const std::int64_t before = m_session->head().size;
    QElapsedTimer said;
    said.start();
    try {
        const auto came = m_session->catchUp([this, &said](std::int64_t done, std::int64_t total) {
            if (done < total && said.elapsed() >= progressEveryMs) {
                said.restart();
                announceCatchingUp(done, total);
            }
        });
        announceHead();
        if (came && *came > 0) {
            announce(before);
            noticeEnrolment();
        }
        syncWhatIsDue();
        exchangeWhatIsDue();
    } catch (const CacheDamaged&) {
        reopen();
    }
}

/// Whose key was enrolled just now need not open the workspace anew.
void WorkspaceWorker::noticeEnrolment()
{
    if (m_me.isValid() || !keychainIsOpen())
        return;
    m_me = defaultIdentity();
    if (m_me.isValid())
        Q_EMIT identityChanged(identityOf(m_me));
}

void WorkspaceWorker::reopen()
{
    OpenOptions options;
    options.readOnly = m_session->store().isReadOnly();
    m_session.reset();
    if (auto session = Session::open(m_place, m_environment, options))
        m_session = *std::move(session);
}

WorkspaceService::Answer<query::HeadView> WorkspaceWorker::head()
{
    return withSession<query::HeadView>([](Session& session) -> Result<query::HeadView> { return session.headView(); });
}

WorkspaceService::Answer<query::InboxView> WorkspaceWorker::inbox()
{
    return withState<query::InboxView>(
        [this](Session& session) -> Result<query::InboxView> { return views::inbox(session, m_me, now()); });
}

WorkspaceService::Answer<std::vector<views::PromotionRow>> WorkspaceWorker::promotions(bool openOnly)
{
    using Rows = std::vector<views::PromotionRow>;
    return withState<Rows>(
        [this, openOnly](Session& session) -> Result<Rows> { return views::promotions(session, openOnly, now()); });
}

WorkspaceService::Answer<query::PromotionView> WorkspaceWorker::promotion(PromotionId id)
{
    return withState<query::PromotionView>(
        [this, id](Session& session) { return views::promotion(session, id, m_me, now()); });
}

WorkspaceService::Answer<std::vector<EntryIndex>> WorkspaceWorker::findEntries(const QString& filter)
{
    return withSession<std::vector<EntryIndex>>(
        [text = utf8(filter)](Session& session) { return views::findEntries(session, text); });
}

WorkspaceService::Answer<std::vector<query::EntryRow>> WorkspaceWorker::entryRows(std::vector<EntryIndex> indices)
{
    return withSession<std::vector<query::EntryRow>>(
        [indices = std::move(indices)](Session& session) { return views::entryRows(session, indices); });
}

WorkspaceService::Answer<query::EntryDetail> WorkspaceWorker::entryDetail(EntryIndex index)
{
    return withSession<query::EntryDetail>([index](Session& session) { return views::entryDetail(session, index); });
}

WorkspaceService::Answer<Bytes> WorkspaceWorker::evidenceBytes(Digest digest)
{
    return withSession<Bytes>([digest](Session& session) { return session.store().getBlob(digest, evidenceShownMax); });
}

namespace {

/// The first bytes of a blob; a whole one is verified on the way, a head is shown for what it is: a preview.
Result<Bytes> headOf(const LogStore& store, const Digest& digest, std::int64_t wanted, std::int64_t total)
{
    if (wanted >= total)
        return store.getBlob(digest, static_cast<std::size_t>(previewBytesMax));
    Bytes bytes;
    for (std::int64_t n = 0; static_cast<std::int64_t>(bytes.size()) < wanted; ++n) {
        CS_TRY(const Bytes chunk, store.getChunk(digest, n));
        bytes += chunk;
    }
    bytes.resize(static_cast<std::size_t>(wanted));
    return bytes;
}

} // namespace

/// The reader may take ten seconds over a hostile file; nothing else waits for it.
WorkspaceService::Answer<query::PreviewResult> WorkspaceWorker::preview(
    Digest digest, QString media, query::PreviewRequest request)
{
    ReaderRequest question;
    question.media = utf8(media);
    question.page = request.page;
    question.maxWidthPx = request.maxWidthPx;
    question.scale = request.scale;
    auto content = withSession<std::pair<Bytes, std::int64_t>>(
        [digest, type = question.media](Session& session) -> Result<std::pair<Bytes, std::int64_t>> {
            CS_TRY(const BlobInfo info, session.store().blobInfo(digest));
            CS_TRY(Bytes bytes, headOf(session.store(), digest, previewBytes(type, info.bytes), info.bytes));
            return std::pair(std::move(bytes), info.bytes);
        });
    return QtConcurrent::run(&m_readerPool, [this, question, content]() mutable -> Result<query::PreviewResult> {
        const auto read = content.result();
        CS_CHECK(read);
        const auto& [bytes, total] = *read;
        if (static_cast<std::int64_t>(bytes.size()) < total)
            question.totalBytes = total;
        CS_TRY(const Preview made, ReaderDriver().preview(bytes, question, m_readerStop.get_token()));
        query::PreviewResult result;
        result.facts = made.facts;
        if (made.pixels) {
            result.width = made.pixels->width;
            result.height = made.pixels->height;
            result.rgba = made.pixels->rgba;
        }
        return result;
    });
}

WorkspaceService::Answer<query::VerifyReport> WorkspaceWorker::verify()
{
    const auto stop = newStop(m_verifyStop);
    using Place =
        std::pair<std::string, std::string>; // and the alarm: laws that are kept do not make it the right ledger
    auto location = withSession<Place>(
        [this](Session& session) -> Result<Place> { return Place(m_place, session.headView().alarm); });
    return QtConcurrent::run(&m_verifyPool, [this, stop, location]() -> Result<query::VerifyReport> {
        const Result<Place> place = location.result();
        CS_CHECK(place);
        std::string alarm; // the session tells the same
        CS_TRY(const auto store, team::openToVerify(place->first, m_environment, alarm));
        audit::VerifyOptions options;
        options.stop = stop;
        options.now = now();
        options.progress = [this](std::int64_t done, std::int64_t total) { Q_EMIT verifyProgress(done, total); };
        CS_TRY(query::VerifyReport report, audit::verifyLedger(*store, options));
        if (!place->second.empty())
            report.warnings.push_back(place->second);
        Q_EMIT verified(report);
        return report;
    });
}

void WorkspaceWorker::cancelVerify()
{
    const std::lock_guard lock(m_stopMutex);
    m_verifyStop.request_stop();
}

WorkspaceService::Answer<Bytes> WorkspaceWorker::checkpoint()
{
    return withSession<Bytes>([this](Session& session) -> Result<Bytes> {
        if (!session.state().logKey || !m_ring)
            return fail(refused(
                "CS-WORKSPACE-NO-LOG-KEY", "The workspace has no checkpoint key, so its head can only be copied."));
        CS_TRY(const auto key, m_ring->unlock(*session.state().logKey));
        return signCheckpoint(session.state().workspaceId, session.head(), *key);
    });
}

WorkspaceService::Answer<Bytes> WorkspaceWorker::promotionRecord(PromotionId promotion, QString format)
{
    return withState<Bytes>([this, promotion, format = utf8(format)](Session& session) {
        return exports::promotionRecord(session, promotion, format, now());
    });
}

WorkspaceService::Answer<Bytes> WorkspaceWorker::proofFile(EntryIndex index)
{
    return withSession<Bytes>([index](Session& session) { return exports::proofFile(session, index); });
}

} // namespace cs
