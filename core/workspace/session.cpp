// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/session.h"

#include "core/ledger/store/sqlite_log_store.h"
#include "core/ledger/store/store_files.h"
#include "core/workspace/session_p.h"
#include "core/workspace/team.h"

#include <QDir>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace cs {

Session::Session(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

Session::~Session()
{
    if (d->pinned && !d->readOnly)
        d->advancePin(true);
    d->keep(Private::Keep::Closing);
}

Result<std::unique_ptr<Session>> Session::open(
    const std::string& location, const Environment& environment, const OpenOptions& options)
{
    CS_TRY(auto store, team::openStore(location, environment, options.readOnly, options.asStored));
    auto d = std::make_unique<Private>(environment, std::move(store));
    d->readOnly = options.readOnly;
    d->asStored = options.asStored;
    d->restore();
    const Status read = d->replay(options.progress, options.stop);
    if (!read && !(d->keepsOwnCopy(read.error()) && d->wasSeenBefore()))
        return fail(read.error());
    if (d->tree.size() == 0)
        return fail(refused("CS-WORKSPACE-EMPTY", "%1 holds no entry: it was never founded.", {qs(location)}));
    if (d->asStored) {
        CS_CHECK(d->compareWithVerified());
        return std::unique_ptr<Session>(new Session(std::move(d)));
    }
    CS_CHECK(d->checkPin(d->store->location(), options));
    d->takeStoreAlarm(read);
    d->dropUnfitCache();
    CS_CHECK(d->compareSeenHeads());
    return std::unique_ptr<Session>(new Session(std::move(d)));
}

namespace {

/// The finished file appears under its name in one step, and never over another file.
Status moveInto(const std::string& from, const std::string& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return {};
    if (errno == EEXIST)
        return fail(
            refused("CS-STORE-EXISTS", "%1 exists already and is left as it is. Choose another name.", {qs(to)}));
    // Some file systems do not know that flag; a link does not replace either.
    if (::link(from.c_str(), to.c_str()) == 0) {
        (void)::unlink(from.c_str());
        return {};
    }
    return fail(
        couldNot("CS-STORE-IO", "%1 cannot be made: %2.", {qs(to), QString::fromLocal8Bit(std::strerror(errno))}));
}

struct TemporaryWorkspace {
    std::string path;
    ~TemporaryWorkspace() { removeStoreFiles(path); }
};

} // namespace

Result<std::unique_ptr<Session>> Session::found(const std::string& path, const FoundingSpec& spec,
    std::shared_ptr<const SecretKey> founder, std::optional<PublicKey> logKey, const Environment& environment)
{
    if (isPgUrl(path))
        return foundOnServer(path, spec, std::move(founder), logKey, environment);
    if (QFileInfo::exists(qs(path)))
        return fail(
            refused("CS-STORE-EXISTS", "%1 exists already and is left as it is. Choose another name.", {qs(path)}));
    const TemporaryWorkspace temporary{path + ".new-" + toHex(environment.random(6))};
    CS_TRY(auto store, SqliteLogStore::create(temporary.path));
    auto d = std::make_unique<Private>(environment, std::move(store));
    std::unique_ptr<Session> session(new Session(std::move(d)));
    CS_CHECK(session->foundHere(spec, Signer{ActorId(0), std::move(founder)}, logKey));
    session.reset();
    CS_CHECK(moveInto(temporary.path, path));
    OpenOptions options;
    options.trust = Trust::FirstContact;
    return open(path, environment, options);
}

/// Founded in a file of its own, and brought to the server as a whole.
Result<std::unique_ptr<Session>> Session::foundOnServer(const std::string& url, const FoundingSpec& spec,
    std::shared_ptr<const SecretKey> founder, std::optional<PublicKey> logKey, const Environment& environment)
{
    CS_TRY(const PgPlace place, PgPlace::parse(url));
    CS_CHECK(team::prepare(place, environment));
    CS_TRY(const auto remote, PgLog::open(place, team::connectOptions(place, environment)));
    CS_TRY(const std::int64_t there, remote->size());
    if (there > 0)
        return fail(refused("CS-STORE-EXISTS",
            "%1 holds a workspace already, of %2 entries. It is left as it is. Take another database.",
            {qs(place.location), QString::number(there)}));
    const std::string replica = TeamStore::replicaPath(team::cacheFolder(environment), place.location);
    // An empty server may be a lost one, and this its last copy.
    if (QFileInfo::exists(qs(replica)))
        return fail(refused("CS-STORE-EXISTS",
            "%1 is empty, but this desk holds a copy of the workspace that was there. Give it back with "
            "\"countersignctl workspace refill\", or take another database.",
            {qs(place.location)}));
    if (!QDir().mkpath(QFileInfo(qs(replica)).path()))
        return fail(couldNot("CS-STORE-IO", "The folder %1 cannot be made.", {QFileInfo(qs(replica)).path()}));
    const TemporaryWorkspace temporary{replica + ".new-" + toHex(environment.random(6))};
    CS_TRY(auto store, SqliteLogStore::create(temporary.path));
    auto d = std::make_unique<Private>(environment, std::move(store));
    const std::unique_ptr<Session> session(new Session(std::move(d)));
    CS_CHECK(session->foundHere(spec, Signer{ActorId(0), std::move(founder)}, logKey));
    CS_CHECK(team::fill(*remote, session->store()));
    OpenOptions options;
    options.trust = Trust::FirstContact;
    return open(url, environment, options);
}

/// Entry 0 and, if a document was given, its adoption.
Status Session::foundHere(const FoundingSpec& spec, const Signer& founder, std::optional<PublicKey> logKey)
{
    const Erasable card = erasable(spec.founderName);
    events::WorkspaceCreated created;
    created.name = spec.name;
    created.mode = spec.mode;
    created.key = founder.key->publicKey();
    created.card = card.commitment;
    created.logKey = logKey;
    CS_CHECK(submit(created, founder, {card}));
    if (spec.policy.empty())
        return {};
    CS_TRY(const Digest digest, putPolicy(spec.policy));
    const Erasable note = erasable("The policy that the workspace was founded with.");
    events::PolicyProposed proposed;
    proposed.policy = digest;
    proposed.note = note.commitment;
    proposed.weakens = false;
    CS_TRY(const Appended proposal, submit(proposed, founder, {note}));
    events::PolicyAdopted adopted;
    adopted.proposal = proposal.index;
    CS_CHECK(submit(adopted, founder));
    return {};
}

const engine::LedgerState& Session::state() const
{
    return d->state;
}
engine::PolicySource& Session::policies()
{
    return d->policies;
}
LogStore& Session::store()
{
    return *d->store;
}
const LogStore& Session::store() const
{
    return *d->store;
}
const Environment& Session::environment() const
{
    return d->environment;
}
TreeHead Session::head() const
{
    return d->tree.head();
}
const HeadCheck& Session::pin() const
{
    return d->check;
}

const std::optional<Loss>& Session::loss() const
{
    return d->loss;
}

query::HeadView Session::headView() const
{
    const engine::LedgerState& state = d->state;
    query::HeadView view;
    const TreeHead head = d->tree.head();
    view.workspaceId = state.workspaceId;
    view.size = head.size;
    view.root = head.root;
    view.location = d->store->location();
    view.readOnly = d->readOnly;
    view.alarm = d->alarmText();
    view.newerLedger = d->newer;
    const LogStore::Link link = d->store->link();
    view.link = static_cast<query::HeadView::Link>(link.state);
    view.serverSize = link.remoteSize;
    if (link.why)
        view.offlineWhy = utf8(link.why->message());
    view.name = state.name;
    view.mode = state.mode == engine::Mode::Team ? "team" : state.mode == engine::Mode::Single ? "single" : "demo";
    if (!d->newer.empty())
        return view;
    view.time = state.time;
    view.opened = state.opened;
    if (const engine::PolicyInForce* policy = state.policyInForce(); policy != nullptr && policy->document != nullptr) {
        view.policyRevision = policy->document->revision;
        view.policyTitle = policy->document->title;
    }
    return view;
}

Result<std::int64_t> Session::catchUp(const std::function<void(std::int64_t, std::int64_t)>& progress)
{
    CS_TRY(const std::int64_t version, d->store->dataVersion());
    if (version == d->storeVersion)
        return 0;
    const std::int64_t before = d->tree.size();
    const Status read = d->replay(progress, {});
    d->takeStoreAlarm(read);
    CS_CHECK(read);
    CS_TRY(const TreeHead claimed, d->store->head());
    if (claimed.size < d->tree.size())
        return fail(lawError(1, "The store lost entries while it was open: it stood at %1 and stands at %2 now.",
            {qs(d->tree.head().text()), qs(claimed.text())}));
    if (d->tree.size() > before)
        d->advancePin(false);
    const std::int64_t came = d->tree.size() - before;
    if (d->waitsForNewer || d->quarrel)
        CS_CHECK(d->compareSeenHeads());
    d->keep(Private::Keep::Live);
    return came;
}

Result<std::string> Session::line(EntryIndex index) const
{
    if (index < 0 || index >= d->tree.size())
        return fail(usageError("CS-STORE-ENTRY", "There is no entry %1; the last one is %2.",
            {QString::number(index), QString::number(d->tree.size() - 1)}));
    CS_TRY(const std::string line, d->store->readLine(index));
    CS_TRY(const Proof proof, inclusionProof(index, d->tree.size(), *d->store));
    if (!verifyInclusion(leafHash(line), index, d->tree.head(), proof))
        return fail(lawError(1, "Entry %1 reads otherwise now than when it was verified.", {QString::number(index)})
                        .withEntry(index));
    return line;
}

Result<Session::Decoded> Session::decoded(EntryIndex index) const
{
    CS_TRY(std::string text, line(index));
    ParsedEntry entry;
    CS_CHECK(entry.parse(text));
    std::optional<events::Event> event;
    if (index < d->state.size) {
        CS_TRY(event, events::decode(entry.header().type, entry.header().v, entry.body()));
    }
    return Decoded{
        entry.header(), std::move(text), entry.payload(), entry.keyid(), entry.signature(), std::move(event)};
}

} // namespace cs
