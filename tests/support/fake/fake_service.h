// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fake/fake_data.h"
#include "tests/support/fake/fake_models.h"
#include "tests/support/fake/fake_policies.h"

#include <QPromise>

#include <map>

namespace cs::fake {

/// A workspace of values: answers at once, counts what it is asked, and does what a test tells it.
class FakeService final : public WorkspaceService {
    Q_OBJECT
public:
    FakeService();

    // What it answers; tests change these.
    query::HeadView headView;
    query::InboxView inboxView;
    std::vector<views::PromotionRow> rows;
    std::map<std::int64_t, query::PromotionView> promotionViews;
    IdentityView identity;
    std::vector<IdentityView> others; ///< whose keys are in the keychain besides
    query::FlowView flowView;
    query::FlowPace pace;
    std::map<std::int64_t, query::ProposalView> proposalViews; ///< by version
    EntryIndex ledgerSize = 1284;
    query::VerifyReport report;
    std::vector<query::VersionListRow> versions = fake::versionRows();
    bool verifyWaits = false; ///< verify() stays open until finishVerify() or cancelVerify().
    bool previewWaits = false; ///< preview() stays open until releasePreviews().
    std::map<QString, Error> failures; ///< by method name

    FakePolicies fakePolicies;

    // What it was asked.
    struct Signed {
        SignOffPage page;
        QString passphrase;
    };
    std::vector<Signed> signedPages;
    std::vector<commands::DecisionRequest> prepared;
    std::vector<QString> executed, withdrawn, comments, rolledBack;
    std::vector<std::pair<EntryIndex, QString>> takenBack;
    std::vector<commands::ProposeRequest> proposed;
    std::vector<QString> revised;
    query::FlowFilter flowFilter; ///< of the last flow()
    int verifyCalls = 0, cancelCalls = 0, previewCalls = 0, unlockCalls = 0;
    QString lastFilter;
    std::vector<std::string> raciOverlays; ///< of the last raci() that named some
    query::PeopleView peopleView;
    query::ProofView proofView{"Nia Okafor", "SHA256:new0000000000000000000000000000000000000000", false, {}};
    KeychainDiagnosis diagnosis{KeychainState::Ready, "Secret Service"};
    std::vector<PeopleChange> peopleChanges;
    std::vector<NewKey> createdKeys;
    std::vector<std::pair<EntryIndex, bool>> endorsed; ///< proposal, objected
    std::vector<EntryIndex> withdrawnCases, taintAsked;
    std::vector<Attachment> attached;
    query::TableExport exported;
    std::vector<VersionId> exportedIds;
    int exportCancels = 0;

    void setIdentityKey(IdentityView::Key key, const QString& sentence = {});
    void progressVerify(qint64 done);
    void finishVerify();
    void releasePreviews();
    void appendEntries(qint64 count); ///< the ledger grows; emits changed()

    Answer<query::HeadView> open(const QString& location, bool readOnly, bool firstContact) override;
    QFuture<Status> keepPassword(const QString& address, const QString& password) override;
    Answer<std::vector<query::StoreCheck>> examineStore() override;
    std::vector<query::StoreCheck> storeChecks;
    Answer<query::HeadsView> headsSeen() override;
    Answer<query::HeadsView> compareHead(QString path) override;
    Answer<query::HeadsView> forgetHead(QString source) override;
    Answer<query::HeadsView> exchangeHeads(QString folder) override;
    Answer<Bytes> ownHead() override;
    Answer<query::LossCase> lossCase() override;
    Answer<Appended> acceptLoss(QString reason, QString passphrase) override;
    Answer<query::HeadView> takeOverLoss() override;
    int takeOvers = 0;
    query::HeadsView headsView;
    query::LossCase lossView;
    QStringList comparedHeads, forgottenHeads;
    std::vector<QString> lossReasons; ///< of acceptLoss()
    // fake_team.cpp
    query::StoreOverview overview; ///< its head is headView
    query::AlarmView alarm;
    query::Refilled refilled{12, 3, 1};
    bool refillWaits = false; ///< refill() stays open until finishRefill() or cancelRefill().
    int overviewCalls = 0, refillCalls = 0, refillCancels = 0;
    QStringList pastedProofs;
    void finishRefill();
    Answer<query::StoreOverview> storeOverview() override;
    Answer<query::AlarmView> alarmView() override;
    Answer<query::Refilled> refill() override;
    void cancelRefill() override;
    Answer<query::HeadView> openExample(const QString& path) override;
    Answer<query::HeadView> found(const Founding& founding) override;
    void close() override;
    void cancelOpen() override { }
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
    std::vector<commands::BreakGlassRequest> emergencies; ///< prepared ones
    std::vector<QString> brokenGlass; ///< passphrases of executeBreakGlass()
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
    PolicyService& policies() override { return fakePolicies; }
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
    Answer<Appended> attachEvidence(Attachment attachment, QString passphrase) override;
    Answer<Bytes> exportVersions(std::vector<VersionId> ids, query::TableExport what) override;
    void cancelExport() override { ++exportCancels; }

    // fake_registries.cpp
    query::ConnectionsView connectionsView; ///< empty unless a test fills it: see fake::connections()
    std::vector<query::RegistryForm> savedRegistries, testedRegistries;
    std::vector<std::pair<RegistryId, QString>> registrySecrets;
    std::vector<std::pair<RegistryId, bool>> syncs;
    std::vector<RegistryId> removedRegistries;
    int cancelledSyncs = 0;
    Answer<query::ConnectionsView> connections() override;
    Answer<Appended> saveRegistry(query::RegistryForm form, QString passphrase) override;
    Answer<Appended> removeRegistry(RegistryId registry, QString passphrase) override;
    Answer<bool> signInRegistry(RegistryId registry, QString secret) override;
    Answer<QString> testRegistry(query::RegistryForm form, QString secret) override;
    Answer<query::SyncResult> syncRegistry(RegistryId registry, bool repair) override;
    void cancelSync() override { ++cancelledSyncs; }

private:
    struct WaitingPreview {
        QPromise<Result<query::PreviewResult>> promise;
        QString media;
        query::PreviewRequest request;
    };
    template <class T> Answer<T> answer(const char* method, T value)
    {
        QPromise<Result<T>> promise;
        promise.start();
        const auto failure = failures.find(QString::fromLatin1(method));
        if (failure != failures.end()) {
            promise.addResult(Result<T>(fail(failure->second)));
        } else {
            promise.addResult(Result<T>(std::move(value)));
        }
        promise.finish();
        return promise.future();
    }
    Answer<Appended> append();

    std::unique_ptr<QPromise<Result<query::VerifyReport>>> m_verify;
    std::unique_ptr<QPromise<Result<query::Refilled>>> m_refill;
    std::vector<std::unique_ptr<WaitingPreview>> m_previews;
};

} // namespace cs::fake
