// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/heads/seen.h"

#include "core/base/json.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

#include <algorithm>

namespace cs::heads {
namespace {

constexpr std::string_view schema = "countersign.heads/1";
constexpr int lockMs = 10'000;

Error fileError(const std::string& path, const QString& why)
{
    return couldNot("CS-HEADS-FILE", "%1, which keeps the tree heads of others, cannot be used: %2.", {qs(path), why});
}

Error inSource(const Seen& seen, const Error& error)
{
    return refused("CS-HEADS-NOTE", "%1: %2", {qs(seen.source), error.message()});
}

std::vector<note::VerifierKey> witnessKeys(const engine::LedgerState& state)
{
    std::vector<note::VerifierKey> keys;
    for (const engine::Trusted& trusted : state.trusted)
        if (const auto key = note::VerifierKey::fromText(trusted.key);
            trusted.purpose == "witness" && key && key->type == note::KeyType::Cosignature)
            keys.push_back(*key);
    return keys;
}

/// What to call who signed: as the administrators named the witness.
std::string nameOf(const note::VerifierKey& key, const engine::LedgerState& state)
{
    if (key.type == note::KeyType::Ed25519)
        return "the log's own key";
    const std::string text = key.text();
    const auto trusted = std::ranges::find(state.trusted, text, &engine::Trusted::key);
    return trusted == state.trusted.end() ? key.name : trusted->name;
}

} // namespace

std::vector<note::VerifierKey> logKeys(const engine::LedgerState& state)
{
    const std::string origin = checkpointOrigin(state.workspaceId);
    std::vector<note::VerifierKey> keys;
    if (state.logKey)
        keys.push_back({origin, *state.logKey});
    for (const engine::Trusted& trusted : state.trusted)
        if (const auto key = PublicKey::fromBase64(trusted.key); trusted.purpose == "log" && key)
            keys.push_back({origin, *key});
    return keys;
}

Result<Judged> judge(const Seen& seen, const Ledger& ledger)
{
    const engine::LedgerState& state = ledger.state();
    const auto parsed = note::parse(seen.note);
    if (!parsed)
        return fail(inSource(seen, parsed.error()));
    const auto checkpoint = Checkpoint::fromText(parsed->text);
    if (!checkpoint)
        return fail(inSource(seen, checkpoint.error()));
    if (const std::string origin = checkpointOrigin(state.workspaceId); checkpoint->origin != origin)
        return fail(refused("CS-CHECKPOINT-ORIGIN", "%1 is of %2, not of this workspace (%3).",
            {qs(seen.source), qs(checkpoint->origin), qs(origin)}));
    Judged judged{seen, checkpoint->head, Relation::Part, {}, std::nullopt, false};
    std::vector<note::VerifierKey> trusted = logKeys(state);
    std::ranges::move(witnessKeys(state), std::back_inserter(trusted));
    for (const note::VerifierKey& key : trusted) {
        const auto signedBy = [&](const note::Line& line) { return line.name == key.name && line.keyId == key.id(); };
        if (std::ranges::none_of(parsed->lines, signedBy))
            continue;
        if (const auto good = note::verify(*parsed, {&key, 1}); !good)
            return fail(inSource(seen, good.error()));
        judged.vouchers.push_back(nameOf(key, state));
        if (key.type != note::KeyType::Cosignature)
            continue;
        CS_TRY(const auto seconds, note::cosignedAt(*parsed, key));
        const UtcTime time(seconds.value_or(0) * 1000);
        judged.cosignedAt = std::max(judged.cosignedAt.value_or(time), time);
    }
    if (judged.head.size > ledger.size()) {
        judged.relation = Relation::Newer;
    } else {
        CS_TRY(const bool same, ledger.continues(judged.head, !judged.vouchers.empty()));
        judged.relation = same ? Relation::Part : Relation::Other;
    }
    judged.givenUp = judged.relation != Relation::Part && ledger.gaveUp(judged.head);
    return judged;
}

std::string alarmText(const Judged& judged, const TreeHead& own)
{
    std::string who;
    for (const std::string& voucher : judged.vouchers)
        who += (who.empty() ? "" : ", ") + voucher;
    const std::string said = judged.seen.source + ", signed by " + who + ", names the head " + judged.head.text();
    if (judged.relation == Relation::Newer)
        return said + ", and the ledger here ends at " + own.text()
            + ": newer entries are kept back or lost. Nothing can be signed here until they come.";
    return said + ", and the ledger here, at " + own.text()
        + ", does not continue it: two histories are shown to different people. Nothing can be signed here. Compare "
          "with the administrators which one is right.";
}

SeenHeads::SeenHeads(std::string stateDir, std::string workspaceId)
    : m_path(std::move(stateDir) + "/seen/" + workspaceId + ".json")
    , m_workspaceId(std::move(workspaceId))
{
}

Result<SeenHeads::Contents> SeenHeads::load() const
{
    QFile file(qs(m_path));
    if (!file.exists())
        return Contents();
    if (!file.open(QIODevice::ReadOnly))
        return fail(fileError(m_path, file.errorString()));
    constexpr json::Limits limits{.bytesMax = (note::bytesMax + 4096) * seenMax, .depthMax = 4};
    const auto document = json::parse(file.readAll().toStdString(), limits);
    if (!document)
        return fail(fileError(m_path, document.error().message()));
    const json::Value root = (*document)->root();
    if (root.find("schema").string() != schema || !root.find("heads").isArray())
        return fail(fileError(m_path, QStringLiteral("its contents are damaged; move it away")));
    Contents contents{std::string(root.find("folder").string()), {}};
    for (const json::Value item : root.find("heads"))
        contents.seen.push_back({std::string(item.find("source").string()), std::string(item.find("note").string()),
            UtcTime(item.find("at").integer().value_or(0))});
    return contents;
}

Status SeenHeads::change(const std::function<void(Contents&)>& how)
{
    const QString folder = QFileInfo(qs(m_path)).path();
    if (!QDir().mkpath(folder)
        || !QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return fail(fileError(m_path, QStringLiteral("its folder cannot be made")));
    QLockFile lock(qs(m_path + ".lock"));
    if (!lock.tryLock(lockMs))
        return fail(fileError(m_path, QStringLiteral("another program holds it")));
    CS_TRY(Contents contents, load());
    how(contents);
    json::Writer out;
    out.beginObject().member("schema", schema).member("folder", std::string_view(contents.folder));
    out.key("heads").beginArray();
    for (const Seen& seen : contents.seen) {
        out.beginObject().member("source", std::string_view(seen.source)).member("at", seen.at.ms());
        out.member("note", std::string_view(seen.note)).endObject();
    }
    out.endArray().endObject();
    const std::string text = out.take() + "\n";
    QSaveFile file(qs(m_path));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0
        || !file.commit())
        return fail(fileError(m_path, file.errorString()));
    return {};
}

Result<std::vector<Seen>> SeenHeads::list() const
{
    CS_TRY(Contents contents, load());
    return std::move(contents.seen);
}

Status SeenHeads::add(const std::vector<Seen>& seen, const std::function<bool(const Seen&)>& keep)
{
    if (seen.empty())
        return {};
    return change([&](Contents& contents) {
        for (const Seen& fresh : seen) {
            std::erase_if(contents.seen, [&](const Seen& known) {
                return known.source == fresh.source && (known.note == fresh.note || !keep || !keep(known));
            });
            contents.seen.push_back(fresh);
        }
        for (auto at = contents.seen.begin(); contents.seen.size() > seenMax && at != contents.seen.end();)
            at = keep && keep(*at) ? at + 1 : contents.seen.erase(at);
        if (contents.seen.size() > seenMax)
            contents.seen.erase(contents.seen.begin(), contents.seen.end() - seenMax);
    });
}

Status SeenHeads::remove(const std::string& source)
{
    return change([&](Contents& contents) {
        std::erase_if(contents.seen, [&](const Seen& known) { return known.source == source; });
    });
}

Result<std::string> SeenHeads::folder() const
{
    CS_TRY(Contents contents, load());
    return std::move(contents.folder);
}

Status SeenHeads::setFolder(const std::string& folder)
{
    return change([&](Contents& contents) { contents.folder = folder; });
}

} // namespace cs::heads
