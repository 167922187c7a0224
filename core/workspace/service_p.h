// SPDX-License-Identifier: GPL-3.0-or-later
// Shared by the service_*.cpp files only.
#pragma once

#include "core/workspace/exports.h"
#include "core/workspace/policy_service.h"
#include "core/workspace/registries/sync.h"
#include "core/workspace/service.h"
#include "core/workspace/views/models.h"

#include <QThreadPool>
#include <QTimer>
#include <QtConcurrent/QtConcurrentRun>

#include <atomic>
#include <mutex>

namespace cs {

/// One pool with one thread that never ends before the service does: the session and everything in it belong to that
/// thread. The verification has a thread and a store of its own, so that screens stay quick meanwhile.
class WorkspaceWorker final : public WorkspaceService {
public:
    explicit WorkspaceWorker(const Environment& environment);
    ~WorkspaceWorker() override;

    Answer<query::HeadView> open(const QString& location, bool readOnly, bool firstContact) override;
    QFuture<Status> keepPassword(const QString& address, const QString& password) override;
    Answer<std::vector<query::StoreCheck>> examineStore() override;
    Answer<query::HeadsView> headsSeen() override;
    Answer<query::HeadsView> compareHead(QString path) override;
    Answer<query::HeadsView> forgetHead(QString source) override;
    Answer<query::HeadsView> exchangeHeads(QString folder) override;
    Answer<Bytes> ownHead() override;
    Answer<query::LossCase> lossCase() override;
    Answer<Appended> acceptLoss(QString reason, QString passphrase) override;
    Answer<query::HeadView> takeOverLoss() override;
    Answer<query::StoreOverview> storeOverview() override;
    Answer<query::AlarmView> alarmView() override;
    Answer<query::Refilled> refill() override;
    void cancelRefill() override;
    Answer<query::HeadView> openExample(const QString& path) override;
    Answer<query::HeadView> found(const Founding& founding) override;
    void close() override;
    void cancelOpen() override;
    Answer<query::HeadView> head() override;
    Answer<query::InboxView> inbox() override;
    Answer<std::vector<views::PromotionRow>> promotions(bool openOnly) override;
    Answer<query::PromotionView> promotion(PromotionId id) override;
    Answer<std::vector<EntryIndex>> findEntries(const QString& filter) override;
    Answer<std::vector<query::EntryRow>> entryRows(std::vector<EntryIndex> indices) override;
    Answer<query::EntryDetail> entryDetail(EntryIndex index) override;
    Answer<Bytes> evidenceBytes(Digest digest) override;
    Answer<query::PreviewResult> preview(Digest digest, QString media, query::PreviewRequest request) override;
    Answer<std::vector<IdentityView>> identities() override;
    Answer<IdentityView> signIn(ActorId person) override;
    Answer<IdentityView> unlock(const QString& passphrase) override;
    void lock() override;
    Answer<KeychainDiagnosis> keychain() override;
    Answer<SignOffPage> prepareDecision(commands::DecisionRequest request) override;
    Answer<Appended> sign(SignOffPage page, QString passphrase) override;
    Answer<SignOffPage> prepareBreakGlass(commands::BreakGlassRequest request) override;
    Answer<Appended> executeBreakGlass(PromotionId promotion, QString passphrase) override;
    Answer<Appended> execute(PromotionId promotion, QString passphrase) override;
    Answer<Appended> withdraw(PromotionId promotion, QString reason, QString passphrase) override;
    Answer<Appended> withdrawDecision(EntryIndex decision, QString reason, QString passphrase) override;
    Answer<Appended> comment(PromotionId promotion, QString text, QString passphrase) override;
    Answer<Appended> rollBack(PromotionId promotion, QString reason, QString passphrase) override;
    Answer<query::FlowView> flow(query::FlowFilter filter) override;
    Answer<query::FlowPace> flowPace(query::FlowFilter filter) override;
    Answer<query::ProposalView> proposals(VersionId version) override;
    Answer<Appended> propose(commands::ProposeRequest request, QString passphrase) override;
    Answer<Appended> revise(PromotionId promotion, QString text, QString passphrase) override;
    Answer<query::VerifyReport> verify() override;
    void cancelVerify() override;
    Answer<Bytes> checkpoint() override;
    Answer<Bytes> promotionRecord(PromotionId promotion, QString format) override;
    Answer<Bytes> proofFile(EntryIndex index) override;
    Answer<query::ConnectionsView> connections() override;
    Answer<Appended> saveRegistry(query::RegistryForm form, QString passphrase) override;
    Answer<Appended> removeRegistry(RegistryId registry, QString passphrase) override;
    Answer<bool> signInRegistry(RegistryId registry, QString secret) override;
    Answer<QString> testRegistry(query::RegistryForm form, QString secret) override;
    Answer<query::SyncResult> syncRegistry(RegistryId registry, bool repair) override;
    void cancelSync() override;
    PolicyService& policies() override { return *m_policies; }
    Answer<query::RaciView> raci(std::optional<std::vector<std::string>> overlays) override;
    Answer<query::PeopleView> people() override;
    Answer<query::KeyTaint> keyTaint(QString fingerprint, EntryIndex since) override;
    Answer<query::ProofView> createKey(NewKey wanted) override;
    Answer<query::ProofView> readProof(QString path) override;
    Answer<query::ProofView> readProofText(QString text) override;
    Answer<Appended> changePeople(PeopleChange change, QString reason, QString passphrase) override;
    Answer<Appended> endorse(EntryIndex proposal, bool object, QString passphrase) override;
    Answer<Appended> withdrawCase(EntryIndex proposal, QString passphrase) override;
    Answer<query::VersionsFound> findVersions(const QString& filter, query::filter::Order order) override;
    Answer<std::vector<query::VersionListRow>> versionRows(std::vector<VersionId> ids) override;
    Answer<query::VersionPageView> versionPage(VersionId id) override;
    Answer<std::vector<query::filter::Completion>> completions(const QString& text, int cursor) override;
    Answer<std::vector<std::int64_t>> filterCounts(QStringList filters) override;
    Answer<Bytes> exportVersions(std::vector<VersionId> ids, query::TableExport what) override;
    void cancelExport() override;
    Answer<Appended> attachEvidence(Attachment attachment, QString passphrase) override;

private:
    friend class PolicyWorker;
    template <class F> auto post(F&& work) { return QtConcurrent::run(&m_pool, std::forward<F>(work)); }
    /// Runs on the worker with the session, or answers that none is open.
    template <class T, class F> Answer<T> withSession(F&& work)
    {
        return post([this, work = std::forward<F>(work)]() mutable -> Result<T> {
            if (!m_session)
                return fail(usageError("CS-WORKSPACE-CLOSED", "No workspace is open."));
            try {
                return work(*m_session);
            } catch (const CacheDamaged& damaged) {
                reopen();
                return fail(damaged.error());
            }
        });
    }
    /// The same for what shows state, which a program older than the ledger does not know (law 14).
    template <class T, class F> Answer<T> withState(F&& work)
    {
        return withSession<T>([work = std::forward<F>(work)](Session& session) mutable -> Result<T> {
            if (const std::string newer = session.headView().newerLedger; !newer.empty())
                return fail(refused("CS-WORKSPACE-NEWER",
                    "%1 Its state is not known to this program; the ledger lists its entries.", {qs(newer)})
                                .withLaw(14));
            return work(session);
        });
    }
    // The rest runs on the worker thread only.
    void reopen(); // without the cache file that was damaged; the caller's next try finds everything
    OpenOptions openOptions(bool readOnly, Trust trust, std::stop_token stop);
    std::stop_token newStop(std::stop_source& source);
    Result<query::HeadView> take(std::unique_ptr<Session> session);
    void poll();
    void announceHead();
    void announceCatchingUp(std::int64_t done, std::int64_t total);
    void announce(std::int64_t from);
    void askForTheKeychain();
    Result<IdentityView> unlockHere(const QString& passphrase);
    Result<Signer> signer(const QString& passphrase);
    Result<Appended> rotateKey(
        Session& session, const PeopleChange& change, const std::string& reason, const Signer& who);
    Result<Appended> enrolHolder(
        Session& session, const PeopleChange& change, const std::string& reason, const Signer& who);
    Result<Appended> enrolSync(
        Session& session, const PeopleChange& change, const std::string& reason, const Signer& who);
    Result<std::optional<PublicKey>> keptSyncKey(const Session& session);
    Result<std::shared_ptr<const SecretKey>> syncKey(const Session& session, const std::string& name);
    Result<Appended> submitted(Result<Appended> appended);
    Result<Appended> signDraft(Result<commands::Draft> draft, const QString& passphrase);
    Result<std::vector<query::PersonView>> ownIdentities();
    ActorId defaultIdentity();
    void noticeEnrolment();
    Answer<Appended> executeOn(const char* basis, PromotionId promotion, const QString& passphrase);
    void anchorIfDemo(Session& session, PromotionId promotion);
    IdentityView identityOf(ActorId person);
    Result<PublicKey> ownKey(ActorId person);
    void forgetIdleKeys();
    // service_heads.cpp
    Result<query::HeadView> settle(std::unique_ptr<Session> shown);
    Result<query::HeadsView> headsView(Session& session);
    Result<query::HeadsView> takeHeads(Session& session, const std::vector<heads::Seen>& seen);
    void exchangeNow(Session& session, const std::string& folder);
    void exchangeWhatIsDue();
    std::unique_ptr<PolicyService> makePolicies(); // service_policy.cpp
    // service_registries.cpp
    bool keychainIsOpen() const;
    std::optional<Signer> syncSigner(const Session& session);
    query::RegistryRow::SignIn keptSignIn(const Session& session, const query::RegistryRow& row) const;
    sync::OnSession onWorker(const std::string& workspace);
    void syncWhatIsDue();
    UtcTime now() const { return m_environment.clock->now(); }

    const Environment& m_environment;
    QThreadPool m_pool, m_verifyPool, m_readerPool, m_registryPool;
    std::stop_source m_readerStop;
    QTimer m_pollTimer;
    std::string m_place; // as it was asked for: a server's address with all its options
    query::HeadView m_shownHead;
    std::atomic<bool> m_pollQueued{false};
    std::mutex m_stopMutex; // guards the six below
    std::stop_source m_verifyStop, m_openStop, m_syncStop, m_exportStop, m_refillStop, m_simulationStop;
    views::ModelsIndex m_models; // of m_session
    std::unique_ptr<PolicyService> m_policies;
    std::unique_ptr<KeyRing> m_ring;
    std::unique_ptr<Session> m_session;
    ActorId m_me;
    UtcTime m_lastKeyUse;
    bool m_keyOpen = false;
    UtcTime m_headsExchanged; // when heads were exchanged last
    TreeHead m_headsWritten; // what this desk said then
    bool m_exchanging = false;
    std::string m_headsTrouble;
    UtcTime m_syncLooked; // when it was looked last whether one is due
    RegistryId m_syncing; // the one that is being synchronised
    std::map<RegistryId, query::SyncResult> m_lastSyncs; // by this console, of this workspace
};

} // namespace cs
