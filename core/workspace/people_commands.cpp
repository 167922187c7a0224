// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/people_commands.h"

#include "core/base/json.h"
#include "core/crypto/enrolment.h"
#include "core/domain/printed_name.h"

#include <algorithm>

namespace cs::people {
namespace {

constexpr std::string_view proofSchema = "countersign.enrolment/1";

Error badProof(const std::string& file, const char* field, const QString& what)
{
    return usageError("CS-PEOPLE-PROOF",
        "%1: the field \"%2\" %3. Ask for a new file made by \"Create my key\" or by \"countersignctl people "
        "new-key\".",
        {qs(file), QString::fromLatin1(field), what});
}

} // namespace

std::string proofFile(const SecretKey& key, const std::string& workspaceId, const std::string& name, bool service,
    const std::string& nonce)
{
    json::Writer out;
    out.beginObject().member("schema", proofSchema);
    out.member("kind", std::string_view(service ? "service" : "person")).member("name", std::string_view(name));
    out.member("key", std::string_view(key.publicKey().base64()));
    out.member("fingerprint", std::string_view(fingerprint(key.publicKey())));
    out.member("proof", std::string_view(makeEnrolmentProof(key, workspaceId, nonce)));
    out.endObject();
    return out.take() + "\n";
}

Result<ProofFile> readProof(const std::string& file, std::string_view bytes, const std::string& workspaceId)
{
    if (bytes.size() > proofBytesMax)
        return fail(usageError("CS-PEOPLE-PROOF", "%1 has more than %2 bytes and is no proof file.",
            {qs(file), QString::number(proofBytesMax)}));
    const auto document = json::parse(bytes);
    if (!document)
        return fail(usageError("CS-PEOPLE-PROOF",
            "%1 is no proof file: %2 Choose the file made by \"Create my key\" or by \"countersignctl people "
            "new-key\".",
            {qs(file), document.error().message()}));
    const json::Value root = (*document)->root();
    if (root.find("schema").string() != proofSchema)
        return fail(badProof(file, "schema", QStringLiteral("is not countersign.enrolment/1")));
    ProofFile read;
    read.kind = std::string(root.find("kind").string());
    if (read.kind != "person" && read.kind != "service")
        return fail(badProof(file, "kind", QStringLiteral("is neither \"person\" nor \"service\"")));
    read.name = std::string(root.find("name").string());
    if (const Status named = checkPrintedName(read.name); !named) {
        QString why = named.error().message();
        why.chop(why.endsWith(QLatin1Char('.')) ? 1 : 0); // the sentence goes on
        return fail(badProof(file, "name", QStringLiteral("is no printed name: ") + why));
    }
    read.proof = std::string(root.find("proof").string());
    const auto checked = verifyEnrolmentProof(read.proof, workspaceId);
    if (!checked)
        return fail(badProof(file, "proof", QStringLiteral("does not hold: ") + checked.error().message()));
    read.key = checked->key;
    // What somebody compares by eye must be what is enrolled.
    if (const auto shown = root.find("fingerprint").string(); !shown.empty() && shown != fingerprint(read.key))
        return fail(badProof(file, "fingerprint", QStringLiteral("belongs to another key than the one that signed")));
    return read;
}

commands::Draft proposal(
    const Session& session, events::Change change, const std::string& reason, std::vector<Erasable> blobs)
{
    blobs.push_back(session.erasable(reason));
    events::AuthorityProposed event{std::move(change), blobs.back().commitment};
    return {std::move(event), std::move(blobs)};
}

Result<commands::Draft> enrol(
    const Session& session, const ProofFile& proof, std::optional<ActorId> addTo, const std::string& reason)
{
    if (addTo)
        return proposal(session, events::change::AddKey{*addTo, proof.key, proof.proof, std::nullopt}, reason);
    std::vector<Erasable> blobs{session.erasable(proof.name)};
    const events::change::Enrol change{proof.kind, proof.key, proof.proof, blobs.front().commitment};
    return proposal(session, change, reason, std::move(blobs));
}

Result<commands::Draft> grant(const Session& session, ActorId actor, const std::string& role,
    std::vector<std::string> domains, std::optional<UtcTime> until, const std::string& reason)
{
    events::change::Grant change;
    change.actor = actor;
    change.role = role;
    if (!domains.empty()) {
        std::ranges::sort(domains);
        const auto twice = std::ranges::unique(domains);
        domains.erase(twice.begin(), twice.end());
        change.domains = std::move(domains);
    }
    change.until = until;
    return proposal(session, change, reason);
}

commands::Draft revoke(const Session& session, const PublicKey& key, const std::string& why,
    std::optional<EntryIndex> since, const std::string& reason)
{
    return proposal(session, events::change::RevokeKey{key, why, since}, reason);
}

commands::Draft endRole(const Session& session, EntryIndex grant, const std::string& reason)
{
    return proposal(session, events::change::EndRole{grant}, reason);
}

commands::Draft setAdmins(
    const Session& session, std::vector<ActorId> admins, std::int64_t threshold, const std::string& reason)
{
    std::ranges::sort(admins);
    return proposal(session, events::change::SetAdmins{std::move(admins), threshold}, reason);
}

commands::Draft rotate(const Session& session, const Signer& signer, const SecretKey& made, const std::string& nonce,
    const std::string& reason)
{
    const std::string& workspace = session.state().workspaceId;
    const PublicKey key = made.publicKey();
    return proposal(session,
        events::change::AddKey{signer.actor, key, makeEnrolmentProof(made, workspace, nonce),
            makeRotationProof(*signer.key, key, workspace, nonce)},
        reason);
}

Result<PublicKey> findKey(const Session& session, const std::string& text)
{
    for (const auto& [key, owner] : session.state().keyOwner)
        if (fingerprint(key) == text || key.base64() == text)
            return key;
    return fail(usageError("CS-PEOPLE-NO-KEY", "No enrolled key has the fingerprint %1.", {qs(text)}));
}

} // namespace cs::people
