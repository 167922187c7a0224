// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/filter/complete.h"
#include "core/query/flow_views.h"
#include "core/query/models_views.h"
#include "core/query/people_views.h"
#include "core/query/raci_views.h"
#include "core/query/registry_views.h"
#include "core/query/store_views.h"
#include "core/workspace/commands.h"
#include "core/workspace/views.h"

#include <QFuture>
#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

namespace cs {

class PolicyService;

/// Who is signed in on this console, and what their key is doing.
struct IdentityView {
    query::PersonView person; // invalid id: nobody is signed in, reading only
    std::string fingerprint;
    enum class Key { None, Open, NeedsPassphrase, KeychainLocked, KeychainMissing, Swapped } key = Key::None;
    std::string sentence; // English: what and the way out
};

/// The console's way to a workspace: everything runs on one worker thread, answers are futures, changes are signals.
/// Use `.then(this, …)` once per future (style.md section 6). No method blocks.
class WorkspaceService : public QObject {
    Q_OBJECT
public:
    template <class T> using Answer = QFuture<Result<T>>;

    ~WorkspaceService() override;
    /// The real one. @param environment must outlive it.
    static std::unique_ptr<WorkspaceService> create(const Environment& environment);

    virtual Answer<query::HeadView> open(const QString& location, bool readOnly, bool firstContact) = 0;
    /// Tries the password of a server's user, and keeps it in the keychain.
    virtual QFuture<Status> keepPassword(const QString& address, const QString& password) = 0;
    /// Connection, rights, clock, keychain and disk of the open workspace; does not hold up anything else.
    virtual Answer<std::vector<query::StoreCheck>> examineStore() = 0;
    /// What others have seen of this ledger, as far as it came here.
    virtual Answer<query::HeadsView> headsSeen() = 0;
    /// Compares a checkpoint that came by another way. @returns CS-HEADS-FILE, CS-HEADS-NOTE.
    virtual Answer<query::HeadsView> compareHead(QString path) = 0;
    /// Removes what came from a source.
    virtual Answer<query::HeadsView> forgetHead(QString source) = 0;
    /// From now on once a minute with the desks that share this folder; empty: no more.
    virtual Answer<query::HeadsView> exchangeHeads(QString folder) = 0;
    /// This desk's verified head, cosigned, for a colleague.
    virtual Answer<Bytes> ownHead() = 0;
    /// What the store has lost, and who has signed to give it up. Progress by openProgress().
    virtual Answer<query::LossCase> lossCase() = 0;
    /// Signs, in the history that the store shows, to give up what is lost. Where that completes the quorum, it is
    /// taken over at once.
    virtual Answer<Appended> acceptLoss(QString reason, QString passphrase) = 0;
    /// Takes over what the store shows, where the quorum has accepted the loss: the workspace is opened again.
    /// @returns CS-LOSS-OPEN where it has not.
    virtual Answer<query::HeadView> takeOverLoss() = 0;
    /// Who is connected, sizes, what this desk's copy lacks: asked once, on demand; does not hold up anything else.
    virtual Answer<query::StoreOverview> storeOverview() = 0;
    /// What the standing alarm is about; Kind::None while there is none.
    virtual Answer<query::AlarmView> alarmView() = 0;
    /// Verifies this desk's copy from the first entry and appends to the server what it lost. Progress by
    /// refillProgress(). @returns CS-TEAM-OTHER where the server holds another history, CS-WORKSPACE-STOPPED.
    virtual Answer<query::Refilled> refill() = 0;
    virtual void cancelRefill() = 0;
    virtual Answer<query::HeadView> openExample(const QString& path) = 0; // makes the demo workspace if it is not there
    struct Founding {
        QString path, name, mode, founderName, passphrase, policyResource; // policyResource: ":/policies/…json"
    };
    virtual Answer<query::HeadView> found(const Founding& founding) = 0;
    virtual void close() = 0;
    /// Stops an open() that is still reading: it answers CS-WORKSPACE-STOPPED. Progress by openProgress().
    virtual void cancelOpen() = 0;

    virtual Answer<query::HeadView> head() = 0;
    virtual Answer<query::InboxView> inbox() = 0;
    virtual Answer<std::vector<views::PromotionRow>> promotions(bool openOnly) = 0;
    virtual Answer<query::PromotionView> promotion(PromotionId id) = 0;
    virtual Answer<std::vector<EntryIndex>> findEntries(const QString& filter) = 0;
    virtual Answer<std::vector<query::EntryRow>> entryRows(std::vector<EntryIndex> indices) = 0;
    virtual Answer<query::EntryDetail> entryDetail(EntryIndex index) = 0;
    virtual Answer<Bytes> evidenceBytes(Digest digest) = 0;
    /// Parsed and rasterised by countersign-reader, never in this process. @returns CS-READER-…, CS-EVIDENCE-….
    virtual Answer<query::PreviewResult> preview(Digest digest, QString media, query::PreviewRequest request) = 0;

    /// Persons of this workspace whose keys are in this keychain.
    virtual Answer<std::vector<IdentityView>> identities() = 0;
    virtual Answer<IdentityView> signIn(ActorId person) = 0;
    virtual Answer<IdentityView> unlock(const QString& passphrase) = 0;
    virtual void lock() = 0;
    virtual Answer<KeychainDiagnosis> keychain() = 0;

    /// Freezes a decision: what the sign-off page shows. `payload` are the exact bytes.
    struct SignOffPage {
        commands::DecisionRequest request;
        query::PromotionView promotion; // as frozen
        Session::Prepared prepared;
        std::string fingerprint;
        std::vector<query::FillableLeafView> leaves; // which it fills
        Digest snapshot;
    };
    virtual Answer<SignOffPage> prepareDecision(commands::DecisionRequest request) = 0;
    virtual Answer<Appended> sign(SignOffPage page, QString passphrase) = 0;
    /// The same for an emergency: an authorisation or a review, signed by sign().
    virtual Answer<SignOffPage> prepareBreakGlass(commands::BreakGlassRequest request) = 0;

    virtual Answer<Appended> execute(PromotionId promotion, QString passphrase) = 0;
    virtual Answer<Appended> executeBreakGlass(PromotionId promotion, QString passphrase) = 0;
    virtual Answer<Appended> withdraw(PromotionId promotion, QString reason, QString passphrase) = 0;
    /// Takes back the signed-in person's own approval, rejection or request for changes.
    virtual Answer<Appended> withdrawDecision(EntryIndex decision, QString reason, QString passphrase) = 0;
    virtual Answer<Appended> comment(PromotionId promotion, QString text, QString passphrase) = 0;
    virtual Answer<Appended> rollBack(PromotionId promotion, QString reason, QString passphrase) = 0;

    // Flow: the stage-gate picture, proposing, revising. An appended proposal's index is its promotion's id.
    virtual Answer<query::FlowView> flow(query::FlowFilter filter) = 0;
    virtual Answer<query::FlowPace> flowPace(query::FlowFilter filter) = 0;
    virtual Answer<query::ProposalView> proposals(VersionId version) = 0;
    virtual Answer<Appended> propose(commands::ProposeRequest request, QString passphrase) = 0;
    /// Opens the next round: requests for changes fall. By the proposer alone.
    virtual Answer<Appended> revise(PromotionId promotion, QString text, QString passphrase) = 0;

    /// Full verification from entry 0 with public keys only. Progress by verifyProgress(); cancel by the future.
    virtual Answer<query::VerifyReport> verify() = 0;
    virtual void cancelVerify() = 0;
    virtual Answer<Bytes> checkpoint() = 0; // signed note, if the log key is here
    virtual Answer<Bytes> promotionRecord(PromotionId promotion, QString format) = 0; // html or json
    virtual Answer<Bytes> proofFile(EntryIndex index) = 0;

    // Registries (ui/connections). Network on a thread of its own.
    virtual Answer<query::ConnectionsView> connections() = 0;
    virtual Answer<Appended> saveRegistry(query::RegistryForm form, QString passphrase) = 0;
    virtual Answer<Appended> removeRegistry(RegistryId registry, QString passphrase) = 0;
    /// Keeps the secret in the keychain, for this registry and its origin alone.
    virtual Answer<bool> signInRegistry(RegistryId registry, QString secret) = 0;
    /// Does it answer? What the form says need not be saved. @param secret empty: the one that is kept.
    virtual Answer<QString> testRegistry(query::RegistryForm form, QString secret) = 0;
    /// Progress by syncProgress(); synced() at its end, whoever started it.
    virtual Answer<query::SyncResult> syncRegistry(RegistryId registry, bool repair) = 0;
    virtual void cancelSync() = 0;

    // Rules and people.
    /// Gate policies; lives as long as this.
    virtual PolicyService& policies() = 0;
    /// The RACI matrix of the policy in force. @param overlays ids that are on; nothing: all that can hold together.
    virtual Answer<query::RaciView> raci(std::optional<std::vector<std::string>> overlays) = 0;
    virtual Answer<query::PeopleView> people() = 0;
    /// What rests on a key from an entry on. @returns CS-PEOPLE-NO-KEY.
    virtual Answer<query::KeyTaint> keyTaint(QString fingerprint, EntryIndex since) = 0;
    /// Makes a key here and the proof that an administrator enrols; nothing is signed in the ledger.
    struct NewKey {
        QString name, passphrase, path; // no passphrase in demo workspaces; no path: the proof is only answered
        bool forSync = false; // of the service that synchronises from here; without a passphrase
    };
    virtual Answer<query::ProofView> createKey(NewKey wanted) = 0;
    /// @returns CS-PEOPLE-PROOF naming the file, the field and the remedy.
    virtual Answer<query::ProofView> readProof(QString path) = 0;
    /// The same of a proof that came as text.
    virtual Answer<query::ProofView> readProofText(QString text) = 0;
    /// A change that an administrator proposes, or one's own further key.
    struct PeopleChange {
        enum class Kind { Enrol, Grant, EndRole, Revoke, Rotate, EnrolSync } kind = Kind::Enrol;
        QString proofPath, fingerprint; // Enrol: what was compared; Revoke: which key
        QString proofText; // Enrol: instead of a path
        ActorId actor; // Grant
        QString role; // Grant; Enrol: granted with it where the enrolment is in force at once
        std::vector<std::string> domains;
        std::optional<UtcTime> until;
        EntryIndex grant = -1; // EndRole
        QString why; // Revoke: rotated, lost, left, compromised
        std::optional<EntryIndex> since; // Revoke as compromised
        QString newPassphrase; // Rotate; empty in demo workspaces
        QString name; // EnrolSync: of the service that synchronises from here; its key is made here
    };
    virtual Answer<Appended> changePeople(PeopleChange change, QString reason, QString passphrase) = 0;
    virtual Answer<Appended> endorse(EntryIndex proposal, bool object, QString passphrase) = 0;
    virtual Answer<Appended> withdrawCase(EntryIndex proposal, QString passphrase) = 0;
    // Models: the list of versions in the filter language, the page of one version. A wrong filter is part of the
    // answer (VersionsFound::fault), with its place.
    virtual Answer<query::VersionsFound> findVersions(const QString& filter, query::filter::Order order) = 0;
    virtual Answer<std::vector<query::VersionListRow>> versionRows(std::vector<VersionId> ids) = 0;
    virtual Answer<query::VersionPageView> versionPage(VersionId id) = 0;
    /// @param cursor in UTF-16 units of @p text; the spans of the answer are in its UTF-8 bytes.
    virtual Answer<std::vector<query::filter::Completion>> completions(const QString& text, int cursor) = 0;
    /// How many versions each filter leaves; -1 where it cannot be read.
    virtual Answer<std::vector<std::int64_t>> filterCounts(QStringList filters) = 0;
    /// The rows as a file, in this order. Progress by exportProgress(); a later export or cancelExport() stops it.
    virtual Answer<Bytes> exportVersions(std::vector<VersionId> ids, query::TableExport what) = 0;
    virtual void cancelExport() = 0;
    /// A file, and what it is for a version.
    struct Attachment {
        VersionId version;
        QString path, kind, title; // the kind as gates name it: "fairness_report"
    };
    virtual Answer<Appended> attachEvidence(Attachment attachment, QString passphrase) = 0;

Q_SIGNALS:
    void syncProgress(const cs::query::SyncProgress& progress);
    void synced(cs::RegistryId registry);
    void opened(const cs::query::HeadView& head);
    /// Entries that an open() has replayed; only while there are many, at most ten times a second.
    void openProgress(qint64 done, qint64 total);
    /// Entries that a refill() has verified or written; @p writing tells which.
    void refillProgress(qint64 done, qint64 total, bool writing);
    void closed();
    /// Entries [from, to) came in, by this console or another process.
    void changed(qint64 from, qint64 to);
    /// Something came from another desk, or an exchange failed.
    void headsChanged();
    /// The connection to a server came or went, or an alarm was raised or is over.
    void headChanged(const cs::query::HeadView& head);
    void identityChanged(const cs::IdentityView& identity);
    void verifyProgress(qint64 done, qint64 total);
    void exportProgress(qint64 done, qint64 total);
    void verified(const cs::query::VerifyReport& report);

protected:
    WorkspaceService() = default;
};

} // namespace cs
