// SPDX-License-Identifier: GPL-3.0-or-later
// The rules' RACI matrix, people, roles and keys.
#include "core/domain/printed_name.h"
#include "core/workspace/people_commands.h"
#include "core/workspace/registries/connections.h"
#include "core/workspace/service_p.h"
#include "core/workspace/views/people.h"
#include "core/workspace/views/raci.h"

#include <algorithm>

#include <QFile>
#include <QSaveFile>

namespace cs {
namespace {

constexpr std::size_t nonceDigits = 32;

Result<Bytes> readSmall(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(couldNot("CS-PEOPLE-FILE", "%1 cannot be read: %2.", {path, file.errorString()}));
    return file.read(static_cast<qint64>(people::proofBytesMax) + 1).toStdString();
}

Result<people::ProofFile> proofAt(const Session& session, const QString& path)
{
    CS_TRY(const Bytes bytes, readSmall(path));
    return people::readProof(utf8(path), bytes, session.state().workspaceId);
}

/// The same bytes as a file's, as they came through a message: only what stands around them is left out.
Result<people::ProofFile> proofIn(const Session& session, const QString& text)
{
    const std::string bytes = utf8(text.trimmed());
    if (bytes.size() > people::proofBytesMax)
        return fail(refused("CS-PEOPLE-PROOF",
            "The pasted text is longer than any proof. Paste what \"Copy as text\" gave, and nothing else."));
    return people::readProof("the pasted text", bytes, session.state().workspaceId);
}

Result<people::ProofFile> proofOf(const Session& session, const WorkspaceService::PeopleChange& change)
{
    return change.proofPath.isEmpty() ? proofIn(session, change.proofText) : proofAt(session, change.proofPath);
}

query::ProofView shown(const std::string& name, const PublicKey& key, bool service, const std::string& text = {})
{
    return {name, fingerprint(key), service, text};
}

Status writeProof(const QString& path, const std::string& text)
{
    QSaveFile file(path);
    const QByteArray bytes = QByteArray::fromStdString(text);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return fail(couldNot(
        "CS-PEOPLE-FILE", "The proof could not be written to %1: %2. No key was kept.", {path, file.errorString()}));
}

/// Names the public key; the secret one lies with the others.
std::string syncKeyItem(const Session& session)
{
    return "countersign/sync-key/" + session.state().workspaceId;
}

Error noKeychain()
{
    return couldNot("CS-KEYCHAIN-NO-SERVICE", "There is no keychain on this computer, so no key can be kept.");
}

} // namespace

WorkspaceService::Answer<query::RaciView> WorkspaceWorker::raci(std::optional<std::vector<std::string>> overlays)
{
    return withState<query::RaciView>([overlays = std::move(overlays)](Session& session) -> Result<query::RaciView> {
        return views::raci(session, overlays);
    });
}

WorkspaceService::Answer<query::PeopleView> WorkspaceWorker::people()
{
    return withState<query::PeopleView>([this](Session& session) -> Result<query::PeopleView> {
        std::optional<PublicKey> key;
        if (m_me.isValid())
            if (const auto own = ownKey(m_me))
                key = *own;
        return views::peopleAndKeys(session, m_me, key);
    });
}

WorkspaceService::Answer<query::KeyTaint> WorkspaceWorker::keyTaint(QString fingerprint, EntryIndex since)
{
    return withState<query::KeyTaint>([print = utf8(fingerprint), since](Session& session) -> Result<query::KeyTaint> {
        CS_TRY(const PublicKey key, people::findKey(session, print));
        return views::keyTaint(session, key, since);
    });
}

WorkspaceService::Answer<query::ProofView> WorkspaceWorker::createKey(NewKey wanted)
{
    return withSession<query::ProofView>([this, wanted](Session& session) -> Result<query::ProofView> {
        const std::string name = utf8(wanted.name);
        CS_CHECK(checkPrintedName(name));
        if (!m_ring)
            return fail(noKeychain());
        askForTheKeychain();
        std::shared_ptr<const SecretKey> key;
        if (wanted.forSync) {
            CS_TRY(key, syncKey(session, name));
        } else {
            key = std::make_shared<const SecretKey>(SecretKey::generate());
            const bool demo = session.state().mode == engine::Mode::Demo;
            CS_CHECK(m_ring->importKey(*key, name, demo ? std::nullopt : std::optional(utf8(wanted.passphrase))));
        }
        const std::string text =
            people::proofFile(*key, session.state().workspaceId, name, wanted.forSync, randomHex(nonceDigits));
        const Status written = wanted.path.isEmpty() ? Status() : writeProof(wanted.path, text);
        if (!written) {
            CS_CHECK(m_ring->forget(key->publicKey())); // a key that nobody can enrol would only puzzle
            return fail(written.error());
        }
        return shown(name, key->publicKey(), wanted.forSync, text);
    });
}

/// The key that was made here for the synchronisation of this workspace, if the keychain still has it.
Result<std::optional<PublicKey>> WorkspaceWorker::keptSyncKey(const Session& session)
{
    if (!m_ring)
        return std::optional<PublicKey>();
    CS_TRY(const auto text, m_environment.keychain->read(syncKeyItem(session)));
    if (!text)
        return std::optional<PublicKey>();
    const auto key = PublicKey::fromBase64(*text);
    if (!key)
        return std::optional<PublicKey>();
    CS_TRY(const auto listed, m_ring->listKeys());
    const bool here = std::ranges::any_of(listed, [&](const KeyRecord& record) { return record.key == *key; });
    return here ? std::optional(*key) : std::nullopt;
}

/// One a console: a key that nobody has asked for yet is used again, so that a lost proof file costs nothing. It has no
/// passphrase, because it signs while nobody is here; what it may sign is the role's.
Result<std::shared_ptr<const SecretKey>> WorkspaceWorker::syncKey(const Session& session, const std::string& name)
{
    using Step = query::SyncSetup::Step;
    CS_TRY(const auto kept, keptSyncKey(session));
    const Step step = sync::syncSetup(session, kept, m_me).step;
    if (step == Step::Enrolment)
        return m_ring->unlock(*kept);
    if (step != Step::Key)
        return fail(refused("CS-IDENTITY-SYNC-KEY",
            "This console has a key for synchronising already. Connections says what it still waits for."));
    auto key = std::make_shared<const SecretKey>(SecretKey::generate());
    CS_CHECK(m_ring->importKey(*key, name, std::nullopt));
    if (const Status noted = m_environment.keychain->write(syncKeyItem(session), key->publicKey().base64()); !noted) {
        (void)m_ring->forget(key->publicKey());
        return fail(noted.error());
    }
    return key;
}

/// By an administrator at this console: the key is made and its enrolment asked for in one step; the role follows at
/// once where the enrolment is in force at once.
Result<Appended> WorkspaceWorker::enrolSync(
    Session& session, const PeopleChange& change, const std::string& reason, const Signer& who)
{
    const std::string name = utf8(change.name);
    CS_CHECK(checkPrintedName(name));
    CS_TRY(const auto before, keptSyncKey(session));
    CS_TRY(const auto key, syncKey(session, name));
    const std::string& workspace = session.state().workspaceId;
    CS_TRY(const people::ProofFile proof,
        people::readProof(name, people::proofFile(*key, workspace, name, true, randomHex(nonceDigits)), workspace));
    CS_TRY(const commands::Draft draft, people::enrol(session, proof, std::nullopt, reason));
    const auto appended = submitted(commands::submit(session, draft, who));
    if (!appended && (!before || *before != key->publicKey())) {
        (void)m_environment.keychain->remove(syncKeyItem(session));
        (void)m_ring->forget(key->publicKey());
    }
    CS_CHECK(appended);
    if (!session.state().authorityCases.at(appended->index).effectiveAt)
        return appended;
    CS_TRY(const commands::Draft grant,
        people::grant(session, ActorId(appended->index), std::string(sync::syncRole), {}, std::nullopt, reason));
    return submitted(commands::submit(session, grant, who));
}

WorkspaceService::Answer<query::ProofView> WorkspaceWorker::readProof(QString path)
{
    return withState<query::ProofView>([path](Session& session) -> Result<query::ProofView> {
        CS_TRY(const people::ProofFile proof, proofAt(session, path));
        return shown(proof.name, proof.key, proof.kind == "service");
    });
}

WorkspaceService::Answer<query::ProofView> WorkspaceWorker::readProofText(QString text)
{
    return withState<query::ProofView>([text](Session& session) -> Result<query::ProofView> {
        CS_TRY(const people::ProofFile proof, proofIn(session, text));
        return shown(proof.name, proof.key, proof.kind == "service");
    });
}

/// The key is kept first: a key that the ledger knows and nobody has would be worse than one that nobody knows.
Result<Appended> WorkspaceWorker::rotateKey(
    Session& session, const PeopleChange& change, const std::string& reason, const Signer& who)
{
    const SecretKey made = SecretKey::generate();
    const bool demo = session.state().mode == engine::Mode::Demo;
    const auto passphrase = demo ? std::nullopt : std::optional(utf8(change.newPassphrase));
    CS_CHECK(m_ring->importKey(made, views::person(session, who.actor).name, passphrase));
    auto appended = commands::submit(session, people::rotate(session, who, made, randomHex(nonceDigits), reason), who);
    if (!appended)
        (void)m_ring->forget(made.publicKey());
    return submitted(std::move(appended));
}

/// The role follows at once where the enrolment is in force at once; else it is asked for when that is.
Result<Appended> WorkspaceWorker::enrolHolder(
    Session& session, const PeopleChange& change, const std::string& reason, const Signer& who)
{
    CS_TRY(const people::ProofFile proof, proofOf(session, change));
    if (fingerprint(proof.key) != utf8(change.fingerprint))
        return fail(refused("CS-PEOPLE-PROOF",
            "%1 holds another key than the one that was compared. Look at the file again.", {change.proofPath}));
    CS_TRY(const commands::Draft draft, people::enrol(session, proof, std::nullopt, reason));
    CS_TRY(const Appended appended, submitted(commands::submit(session, draft, who)));
    const bool inForce = session.state().authorityCases.at(appended.index).effectiveAt.has_value();
    if (!inForce || change.role.isEmpty())
        return appended;
    CS_TRY(const commands::Draft grant,
        people::grant(session, ActorId(appended.index), utf8(change.role), change.domains, change.until, reason));
    return submitted(commands::submit(session, grant, who));
}

WorkspaceService::Answer<Appended> WorkspaceWorker::changePeople(
    PeopleChange change, QString reason, QString passphrase)
{
    return withState<Appended>(
        [this, change = std::move(change), reason = utf8(reason), passphrase](Session& session) -> Result<Appended> {
            using Kind = PeopleChange::Kind;
            CS_TRY(const Signer who, signer(passphrase));
            switch (change.kind) {
            case Kind::Enrol:
                return enrolHolder(session, change, reason, who);
            case Kind::Rotate:
                return rotateKey(session, change, reason, who);
            case Kind::Grant: {
                CS_TRY(const commands::Draft draft,
                    people::grant(session, change.actor, utf8(change.role), change.domains, change.until, reason));
                return submitted(commands::submit(session, draft, who));
            }
            case Kind::EnrolSync:
                return enrolSync(session, change, reason, who);
            case Kind::EndRole:
                return submitted(commands::submit(session, people::endRole(session, change.grant, reason), who));
            case Kind::Revoke:
                break;
            }
            CS_TRY(const PublicKey key, people::findKey(session, utf8(change.fingerprint)));
            return submitted(
                commands::submit(session, people::revoke(session, key, utf8(change.why), change.since, reason), who));
        });
}

WorkspaceService::Answer<Appended> WorkspaceWorker::endorse(EntryIndex proposal, bool object, QString passphrase)
{
    return withState<Appended>([this, proposal, object, passphrase](Session& session) -> Result<Appended> {
        CS_TRY(const Signer who, signer(passphrase));
        return submitted(session.submit(events::AuthorityEndorsed{proposal, object ? "object" : "endorse"}, who));
    });
}

WorkspaceService::Answer<Appended> WorkspaceWorker::withdrawCase(EntryIndex proposal, QString passphrase)
{
    return withState<Appended>([this, proposal, passphrase](Session& session) -> Result<Appended> {
        CS_TRY(const Signer who, signer(passphrase));
        return submitted(session.submit(events::AuthorityWithdrawn{proposal}, who));
    });
}

} // namespace cs
