// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/laws.h"

#include "core/engine/apply/scope.h"

#include <algorithm>

namespace cs::engine {
namespace {

constexpr std::int64_t dayMs = 86'400'000;

std::int64_t dayOf(UtcTime time)
{
    return time.ms() / dayMs;
}

/// Before opening only the streams `workspace` and `policy` exist (ledger-events.md section 4, workspace.opened).
bool allowedBeforeOpening(std::string_view type)
{
    constexpr std::string_view prefixes[] = {"workspace.", "founding.", "authority.", "policy.", "card.", "blob.",
        "hold.", "time.", "export.", "verification."};
    return std::any_of(std::begin(prefixes), std::end(prefixes), [&](auto prefix) { return type.starts_with(prefix); });
}

/// Law 2: one signature, by a key that is live at this index and belongs to the actor named.
Status checkSigner(const LedgerState& state, const EntryContext& context)
{
    const Actor* actor = state.actor(context.actor);
    if (actor == nullptr)
        return fail(lawError(2, "%1 is not enrolled in this workspace.", {text(context.actor.text())}));
    const auto owner = state.keyOwner.find(context.key);
    if (owner == state.keyOwner.end() || owner->second != context.actor)
        return fail(lawError(2, "The key that signed does not belong to %1.", {text(context.actor.text())}));
    for (const KeyRecord& key : actor->keys) {
        if (key.key != context.key)
            continue;
        if (context.index < key.liveFrom)
            return fail(lawError(2, "The key of %1 was not yet enrolled.", {text(context.actor.text())}));
        if (key.revokedAt && context.index >= *key.revokedAt)
            return fail(lawError(2, "The key of %1 was revoked at entry %2. Sign with another key of this person.",
                {text(context.actor.text()), number(*key.revokedAt)}));
        return {};
    }
    return fail(lawError(2, "The key that signed is not enrolled."));
}

/// Law 10: a rollback waits for nothing. Intents are not repeated, so that they cannot flood the ledger.
bool isRollback(const LedgerState& state, const events::Event& event)
{
    if (const auto* intended = std::get_if<events::RollbackIntended>(&event)) {
        const Version* version = state.versions.find(intended->plan.from.index());
        return version != nullptr && version->rollbackIntents.empty();
    }
    return std::holds_alternative<events::RollbackExecuted>(event);
}

Status checkQuota(const LedgerState& state, const EntryContext& context, const events::Event& event, UtcTime time)
{
    if (isRollback(state, event))
        return {};
    const Actor* actor = state.actor(context.actor);
    const auto found = state.quota.find({dayOf(time), context.actor});
    const std::int64_t used = found == state.quota.end() ? 0 : found->second;
    const std::int64_t most =
        actor != nullptr && actor->kind == ActorKind::Service ? rules::quotaService : rules::quotaPerson;
    if (used >= most)
        return fail(lawError(2, "%1 has signed %2 entries today, the most that a day allows. Go on tomorrow.",
            {text(context.actor.text()), number(used)}));
    return {};
}

Status checkEntry(const LedgerState& state, const EntryContext& context, const events::Event& event, UtcTime time)
{
    if (context.index != state.size)
        return fail(lawError(
            1, "The entry says it is number %1; number %2 is next.", {number(context.index), number(state.size)}));
    const bool first = std::holds_alternative<events::WorkspaceCreated>(event);
    if (first != (context.index == 0))
        return fail(lawError(1, "A ledger begins with workspace.created, once."));
    if (first)
        return {};
    if (state.rules > rules::supported)
        return fail(lawError(
            14, "From here on the laws have version %1, which this program does not know.", {number(state.rules)}));
    if (state.closed)
        return fail(lawError(12, "The workspace was closed. Nothing can be added."));
    if (state.entryIds.contains(context.id))
        return fail(lawError(1, "The entry id %1 stands in the ledger already.", {text(context.id)}));
    CS_CHECK(checkSigner(state, context));
    if (context.at.ms() < state.time.ms() - rules::backwardsMs && !mayLag(state, event))
        return fail(
            lawError(13, "The entry is dated %1, more than 5 minutes before the ledger's time %2. Set the clock.",
                {text(context.at.text()), text(state.time.text())}));
    if (!state.opened && !allowedBeforeOpening(events::typeOf(event)))
        return fail(lawError(12, "The workspace is not open yet: only people and policy can be entered before."));
    return checkQuota(state, context, event, time);
}

} // namespace

bool mayLag(const LedgerState& state, const events::Event& event)
{
    if (isRollback(state, event))
        return true;
    if (const auto* proposed = std::get_if<events::AuthorityProposed>(&event))
        return std::holds_alternative<events::change::CorrectClock>(proposed->change);
    const auto* endorsed = std::get_if<events::AuthorityEndorsed>(&event);
    const auto found = endorsed == nullptr ? state.authorityCases.end() : state.authorityCases.find(endorsed->proposal);
    return found != state.authorityCases.end()
        && std::holds_alternative<events::change::CorrectClock>(found->second.change);
}

namespace {

void countEntry(LedgerState& state, const EntryContext& context, UtcTime time)
{
    state.size = context.index + 1;
    state.time = time;
    state.signedTimes.add(context.at);
    state.entryIds.insert(context.id);
    const std::int64_t day = dayOf(time);
    ++state.quota[{day, context.actor}];
    // Older days can no longer be signed on.
    state.quota.erase(state.quota.begin(), state.quota.lower_bound({day - 1, ActorId()}));
}

} // namespace

QString text(std::string_view utf8)
{
    return qs(utf8);
}

QString number(std::int64_t value)
{
    return QString::number(value);
}

UtcTime timeOfNext(const LedgerState& state, UtcTime at)
{
    return state.size == 0 ? at : std::max(state.time, at);
}

Status judge(const LedgerState& state, const EntryContext& context, const events::Event& event, PolicySource& policies)
{
    const UtcTime time = timeOfNext(state, context.at);
    const auto judged = [&]() -> Status {
        CS_CHECK(checkEntry(state, context, event, time));
        const Scope scope{state, context, time, state.actor(context.actor), policies};
        return std::visit([&](const auto& e) { return judgeEvent(scope, e); }, event);
    }();
    if (!judged) {
        Error error = judged.error();
        return fail(error.withEntry(context.index));
    }
    return {};
}

Status apply(
    LedgerState& state, const EntryContext& context, const events::Event& event, PolicySource& policies, Judged judged)
{
    if (judged == Judged::No)
        CS_CHECK(judge(state, context, event, policies));
    const UtcTime time = timeOfNext(state, context.at);
    if (!std::holds_alternative<events::FoundingAccepted>(event)
        && !std::holds_alternative<events::WorkspaceOpened>(event))
        state.acceptances.clear();
    Change change{state, context, time, policies};
    countEntry(state, context, time);
    std::visit([&](const auto& e) { applyEvent(change, e); }, event);
    refreshBriefs(state);
    return {};
}

Status checkLiveClock(const LedgerState& state, const events::Event& event, UtcTime at, UtcTime now)
{
    const std::int64_t offMs = std::abs(now.msSince(at));
    if (offMs > rules::backwardsMs)
        return fail(lawError(13, "The entry is dated %1 s away from this computer's clock.", {number(offMs / 1000)}));
    if (state.size > 0 && state.time.msSince(now) > rules::backwardsMs && !mayLag(state, event))
        return fail(lawError(13,
            "The ledger's time %1 is ahead of this computer's clock (%2). Set the clock, or let the administrators "
            "correct the ledger's time (countersignctl people correct-clock).",
            {text(state.time.text()), text(now.text())}));
    return {};
}

const std::vector<Law>& allLaws()
{
    static const std::vector<Law> laws{{1, "History is one line"}, {2, "Somebody did it"}, {3, "State is derived"},
        {4, "A gate cannot be passed unsatisfied"}, {5, "An approval is of what was seen"},
        {6, "Nobody approves their own"}, {7, "Approvers cannot be silently removed"}, {8, "The floor holds"},
        {9, "A way back exists before the way forward"}, {10, "Rollback is never slower than harm"},
        {11, "Emergencies are visible"}, {12, "People come and go on the record"}, {13, "The clock is not trusted"},
        {14, "The past stays readable"}};
    return laws;
}

} // namespace cs::engine
