// SPDX-License-Identifier: GPL-3.0-or-later
// Many entries of a service in one durable step: what a synchronisation of thousands of versions needs.
#include "core/workspace/session_p.h"

namespace cs {

/// As tryAppend() does it, but the line is not in the store yet when it is applied.
Result<std::string> Session::Private::judgeAndSign(const BatchItem& item, const Signer& signer)
{
    const EntryHeader header = headerNow(toHex(environment.random(16)), events::typeOf(item.event), signer.actor);
    const engine::EntryContext context = contextOf(header, signer.actor, signer.key->publicKey());
    CS_CHECK(checkShape(header, item.event));
    CS_CHECK(engine::judge(state, context, item.event, policies));
    CS_CHECK(textsOf(item.erasables));
    CS_TRY(std::string line, signEntry(encodePayload(header, events::encodeBody(item.event)), *signer.key));
    CS_CHECK(takeAppended(line, context, item.event));
    return line;
}

/// Forgets what was applied and is not in the store after all. @param seen the head that was verified before: what the
/// store shows now has to continue it, or the store lost or rewrote what this session had read (law 1).
Status Session::Private::startAnew(const TreeHead& seen)
{
    state = engine::LedgerState(); // before the cache file that its rows are loaded from
    cache.reset();
    tree = Tree();
    fresh.clear();
    correctedTimes.reset();
    corrections = 0;
    restore();
    CS_CHECK(replay({}, {}));
    CS_TRY(const bool continued, continuesHead(seen));
    if (continued)
        return {};
    check.verdict = tree.size() < seen.size ? HeadVerdict::RollbackAlarm : HeadVerdict::ForkAlarm;
    check.known = seen;
    check.found = tree.head();
    return maySign();
}

Result<Session::BatchResult> Session::submitBatch(const std::vector<BatchItem>& items, const Signer& signer)
{
    CS_CHECK(d->maySign());
    const engine::Actor* actor = d->state.actor(signer.actor);
    if (actor == nullptr || actor->kind != engine::ActorKind::Service)
        return fail(usageError("CS-WORKSPACE-PERSON", "Only a service signs several entries in one step."));
    BatchResult result;
    if (items.empty())
        return result;
    CS_CHECK(d->onlyTheLoss(items.front().event));
    CS_CHECK(d->notMoved(items.front().event));
    const UtcTime now = d->environment.clock->now();
    CS_CHECK(engine::checkLiveClock(d->state, items.front().event, now, now));
    const TreeHead before = d->tree.head();
    std::vector<std::string> lines;
    std::vector<LogStore::Text> texts;
    for (const BatchItem& item : items) {
        auto line = d->judgeAndSign(item, signer);
        if (!line) {
            result.refusal = line.error();
            break;
        }
        lines.push_back(*std::move(line));
        for (const Erasable& erasable : item.erasables)
            texts.push_back({erasable.text, erasable.salt});
    }
    result.taken = lines.size();
    if (lines.empty())
        return result;
    if (auto appended = d->store->append(before.size, lines, texts); !appended) {
        CS_CHECK(d->startAnew(before));
        return fail(appended.error());
    }
    d->advancePin(false);
    d->keep(Private::Keep::Live);
    return result;
}

} // namespace cs
