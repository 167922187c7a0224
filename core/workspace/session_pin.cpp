// SPDX-License-Identifier: GPL-3.0-or-later
// What this user saw last, against what the store shows now.
#include "core/workspace/session_p.h"

namespace cs {
namespace {

/// How often entries that nobody signs in person are pinned. @source ledger-events.md section 8
constexpr std::int64_t pinEveryMs = 30'000;

Error firstContact(const HeadCheck& check)
{
    return refused("CS-PIN-FIRST-CONTACT",
        "%1 was never opened here. Compare workspace %2 and tree head %3 with somebody who knows them, then trust it.",
        {qs(check.place), qs(check.workspace), qs(check.found.text())});
}

} // namespace

/// Does the verified tree continue that older head? The store's nodes give a quick proof; where they do not, the lines
/// themselves decide, so that damaged nodes are not taken for a fork.
Result<bool> Session::Private::continuesHead(const TreeHead& older) const
{
    if (older.size > tree.size())
        return false;
    if (const auto quick = continues(older, tree.head(), *store); quick && *quick)
        return true;
    Tree again;
    while (again.size() < older.size) {
        CS_TRY(const auto lines, store->read(again.size(), 1U << 20U));
        if (lines.empty())
            return false;
        for (const std::string& line : lines)
            if (again.size() < older.size)
                again.append(leafHash(line));
    }
    return again.head() == older;
}

Status Session::Private::checkPin(const std::string& place, const OpenOptions& options)
{
    if (environment.keychain != nullptr)
        secretPin = std::make_unique<KeychainPin>(*environment.keychain);
    pins = std::make_unique<PinStore>(environment.stateDir, secretPin.get());
    const auto consistent = [this](const TreeHead& older) { return continuesHead(older); };
    const auto reread = [this]() -> Result<TreeHead> {
        CS_CHECK(replay({}, {}));
        return tree.head();
    };
    CS_TRY(check, pins->checkHead(place, state.workspaceId, tree.head(), consistent, reread));
    pinned = true;
    if (check.verdict != HeadVerdict::FirstContact) {
        if (check.verdict == HeadVerdict::PinMissing && options.trust == Trust::FirstContact)
            return pins->accept(place, state.workspaceId, tree.head());
        advancePin(false);
        return {};
    }
    if (options.trusted) {
        const std::string& text = *options.trusted;
        const auto at = text.find('@');
        if (at == std::string::npos)
            return fail(usageError(
                "CS-PIN-TRUST", "COUNTERSIGN_TRUST has the form ID@SIZE:ROOT, but it is \"%1\".", {qs(text)}));
        CS_TRY(const TreeHead head, TreeHead::fromText(std::string_view(text).substr(at + 1)));
        CS_TRY(const bool same, continuesHead(head));
        if (text.substr(0, at) != state.workspaceId || !same)
            return fail(
                refused("CS-PIN-TRUST", "This is workspace %1 at %2. It is not the trusted %3, nor continues it.",
                    {qs(state.workspaceId), qs(tree.head().text()), qs(text)}));
    } else if (options.trust != Trust::FirstContact) {
        return fail(firstContact(check));
    }
    return pins->accept(place, state.workspaceId, tree.head());
}

/// A server shows something after what was verified here that no law lets stand: that is an alarm, and no reason to
/// keep this desk from its own copy. In a file there is no copy beside it.
bool Session::Private::keepsOwnCopy(const Error& error) const
{
    return store->link().state != LogStore::Link::State::Local && tree.size() > 0 && error.law() > 0
        && error.law() != 14;
}

/// Has this user seen this workspace, and no more of it than is here? A desk that is new there has no copy of its own
/// to go on with, and is told which entry it is.
bool Session::Private::wasSeenBefore() const
{
    const auto marker = PinStore(environment.stateDir, nullptr).marker(state.workspaceId);
    return marker && *marker && (*marker)->size <= tree.size();
}

/// A store that does not hold any more what was verified here, or whose next entry is none: nothing is signed until it
/// is in order again. @param read how reading what is new went
void Session::Private::takeStoreAlarm(const Status& read)
{
    const bool alarmed = storeAlarm || !badNewEntry.empty();
    storeAlarm = store->alarm();
    badNewEntry = !read && keepsOwnCopy(read.error()) ? utf8(read.error().message()) : "";
    if (storeAlarm) {
        check.verdict =
            storeAlarm->kind == StoreAlarm::Kind::Truncated ? HeadVerdict::RollbackAlarm : HeadVerdict::ForkAlarm;
        check.known = storeAlarm->known;
        check.found = storeAlarm->found;
    } else if (!badNewEntry.empty()) {
        check.verdict = HeadVerdict::ForkAlarm;
        check.known = tree.head();
        check.found = tree.head();
    } else if (alarmed) {
        check.verdict = HeadVerdict::Ok;
    }
    check.place = store->location();
}

/// Written after every entry that a person signs, else at most every 30 seconds: each writing of the marker waits for
/// the disk once more, which would halve what a service can append. A pin that cannot be written now is written later.
void Session::Private::advancePin(bool person)
{
    if (!pinned || !check.maySign())
        return;
    const std::int64_t now = environment.clock->now().ms();
    if (!person && now >= lastPinMs && now - lastPinMs < pinEveryMs)
        return;
    lastPinMs = now;
    if (!pins->advance(state.workspaceId, tree.head(), true))
        (void)pins->advance(state.workspaceId, tree.head(), false);
}

std::string Session::Private::alarmText() const
{
    if (check.maySign())
        return quarrel ? heads::alarmText(*quarrel, tree.head()) : std::string();
    const std::string found = check.found.text();
    const std::string known = check.known ? check.known->text() : std::string("nothing");
    if (storeAlarm)
        return "The server " + check.place + " stands at " + found + " and does not hold what you have verified at "
            + known + ": entry " + std::to_string(storeAlarm->entry)
            + (storeAlarm->kind == StoreAlarm::Kind::Truncated ? " and what follows is gone."
                                                               : " is another one there.")
            + (storeAlarm->evidence.empty() ? std::string() : " Both sides are kept in " + storeAlarm->evidence + ".")
            + " Nothing can be signed here. What you see is your own copy; \"countersignctl workspace refill\" gives "
              "it back to an empty server.";
    if (!badNewEntry.empty())
        return "What " + check.place + " holds after your verified copy at " + known + " is no entry of this ledger. "
            + badNewEntry + " Nothing can be signed here until it is gone.";
    switch (check.verdict) {
    case HeadVerdict::RollbackAlarm:
        if (check.sticky && check.known && tree.size() >= check.known->size)
            return "The ledger at " + check.place + " was found at " + found + " after you had seen it at " + known
                + ": newer entries were gone. It stands at " + tree.head().text()
                + " again. Nothing can be signed here until \"countersignctl workspace restore\" has put the newest "
                  "copy in "
                  "place.";
        return "The ledger at " + check.place + " stands at " + found + ", but you have seen it at " + known
            + ". Newer entries are gone. Nothing can be signed here until it is restored from a backup.";
    case HeadVerdict::OtherWorkspaceAlarm:
        return "Workspace " + check.workspace + " at " + found + " stands at " + check.place
            + ", where you had workspace " + check.placeHeld.value_or("unknown") + " at " + known
            + ". The file was swapped. Nothing can be signed here.";
    default:
        return "The ledger at " + check.place + " stands at " + found + " and does not continue " + known
            + ", which you have seen. History was rewritten. Nothing can be signed here.";
    }
}

Status Session::Private::maySign() const
{
    if (readOnly)
        return fail(usageError("CS-WORKSPACE-READONLY", "The workspace is open for reading only."));
    if (!newer.empty())
        return fail(
            refused("CS-WORKSPACE-NEWER", "%1 Nothing can be signed with this program.", {qs(newer)}).withLaw(14));
    if (!check.maySign() && !asStored) {
        const char* code = check.verdict == HeadVerdict::RollbackAlarm ? "CS-PIN-ROLLBACK"
            : check.verdict == HeadVerdict::OtherWorkspaceAlarm        ? "CS-PIN-OTHER-WORKSPACE"
                                                                       : "CS-PIN-FORK";
        return fail(refused(code, "%1", {qs(alarmText())}).withLaw(1));
    }
    if (quarrel && !asStored) {
        const char* code = quarrel->relation == heads::Relation::Newer ? "CS-HEADS-NEWER" : "CS-HEADS-OTHER";
        return fail(refused(code, "%1", {qs(alarmText())}).withLaw(1));
    }
    return {};
}

/// What the store shows now beside what was verified here: this user's own copy of a server, and the pin.
Status Session::Private::compareWithVerified()
{
    std::unique_ptr<SecretPin> secret;
    if (environment.keychain != nullptr)
        secret = std::make_unique<KeychainPin>(*environment.keychain);
    CS_TRY(const auto pin, PinStore(environment.stateDir, secret.get()).known(state.workspaceId));
    std::optional<TreeHead> had, common;
    const auto miss = [&](const TreeHead& known) -> Status {
        CS_TRY(const bool holds, continuesHead(known));
        if (!holds && (!had || known.size > had->size))
            had = known;
        return {};
    };
    if (pin)
        CS_CHECK(miss(*pin));
    if (const LogStore* own = store->verified()) {
        CS_TRY(const TreeHead head, own->head());
        CS_TRY(common, commonHead(*own, head.size, *store, tree.size()));
        CS_CHECK(miss(head));
    }
    check.place = store->location();
    check.workspace = state.workspaceId;
    check.found = tree.head();
    if (!had)
        return {};
    check.known = had;
    check.verdict = tree.size() < had->size ? HeadVerdict::RollbackAlarm : HeadVerdict::ForkAlarm;
    // Without the lines that are gone it can only be believed that what stands there is the older part of them.
    const TreeHead guessed = tree.size() < had->size ? tree.head() : emptyTreeHead();
    loss = Loss{*had, common.value_or(guessed), common.has_value()};
    return {};
}

/// In a history that is not the one that was verified here, the administrators may accept that, and nothing else.
Status Session::Private::onlyTheLoss(const events::Event& event) const
{
    if (!asStored)
        return {};
    const auto isLoss = [](const events::Change& change) {
        return std::holds_alternative<events::change::AcceptLoss>(change);
    };
    if (const auto* proposed = std::get_if<events::AuthorityProposed>(&event); proposed && isLoss(proposed->change))
        return {};
    if (const auto* endorsed = std::get_if<events::AuthorityEndorsed>(&event))
        if (const auto item = state.authorityCases.find(endorsed->proposal);
            item != state.authorityCases.end() && isLoss(item->second.change))
            return {};
    return fail(
        refused("CS-LOSS-ONLY", "Nothing but the acceptance of a loss can be signed in this history.").withLaw(1));
}

/// The ledger was moved away: what is signed at the old place would be another history. The quorum alone may still
/// change its mind. @source ledger-events.md section 8, "Moving"
Status Session::Private::notMoved(const events::Event& event) const
{
    const auto isMove = [](const events::Change& change) {
        return std::holds_alternative<events::change::MoveStore>(change);
    };
    if (const auto* proposed = std::get_if<events::AuthorityProposed>(&event);
        proposed != nullptr && isMove(proposed->change))
        return {};
    if (const auto* endorsed = std::get_if<events::AuthorityEndorsed>(&event))
        if (const auto item = state.authorityCases.find(endorsed->proposal);
            item != state.authorityCases.end() && isMove(item->second.change))
            return {};
    const events::change::MoveStore* move = nullptr;
    EntryIndex since = -1;
    for (const auto& [index, item] : state.authorityCases)
        if (const auto* found = std::get_if<events::change::MoveStore>(&item.change);
            found != nullptr && item.effectiveAt && *item.effectiveAt > since) {
            move = found;
            since = *item.effectiveAt;
        }
    const char* kind = store->link().state == LogStore::Link::State::Local ? "file" : "postgres";
    if (move == nullptr || move->to == kind)
        return {};
    return fail(refused("CS-WORKSPACE-MOVED",
        "Entry %1 moved this ledger to a %2. Open it there; whatever is signed here would be another history.",
        {QString::number(since), move->to == "postgres" ? QStringLiteral("server") : QStringLiteral("file")}));
}

} // namespace cs
