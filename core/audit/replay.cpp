// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/replay.h"

#include "core/engine/freeze.h"

#include <algorithm>

namespace cs::audit {
namespace {

constexpr std::size_t problemsMax = 100;
constexpr std::size_t namesMax = 50;
/// Entries between two packings: what a row weighs as values counts only for so many.
constexpr std::int64_t packEvery = 5'000;

std::string say(const char* key, const QStringList& args)
{
    return utf8(refused("CS-AUDIT", key, args).message());
}

} // namespace

void Replay::problem(EntryIndex entry, int law, std::string message)
{
    if (m_report.problems.size() < problemsMax)
        m_report.problems.push_back({entry, law, std::move(message)});
    else
        ++m_unreported;
}

/// Every entry after a displaced one is displaced too: only the first is worth a line.
bool Replay::checkPlace(const CheckedLine& line, EntryIndex index)
{
    const TreeHead& after = line.entry.header().after;
    const TreeHead head = m_tree.head();
    if (after == head)
        return true;
    if (!m_placeBroken)
        problem(index, 1,
            say("The entry was signed to follow the ledger at %1, but here it follows %2: an entry is missing, added, "
                "moved "
                "or altered.",
                {qs(after.text()), qs(head.text())}));
    m_placeBroken = true;
    return false;
}

/// The hint has failed where nothing stands: then any live or former key of the actor may still be the one.
std::optional<PublicKey> Replay::keyOf(const CheckedLine& line, ActorId actor) const
{
    if (line.key)
        return line.key;
    if (const engine::Actor* known = m_state.actor(actor))
        for (const engine::KeyRecord& record : known->keys)
            if (line.entry.verifies(record.key))
                return record.key;
    return std::nullopt;
}

void Replay::stopJudging(EntryIndex index, const Error& error)
{
    m_judging = false;
    if (hasCode(error, blobMissingCode)) {
        m_incomplete = true;
        m_report.problems.push_back({index, error.law(), utf8(error.message())});
        return;
    }
    // A newer ledger, not a broken one: a type or laws that this program does not know. Lowering the laws breaks
    // law 14.
    if (error.law() == 14 && (hasCode(error, "CS-DOMAIN-NEWER") || m_state.rules > 1)) {
        m_incomplete = true;
        m_report.problems.push_back({index, 14, utf8(error.message())});
        return;
    }
    problem(index, error.law() == 0 ? 2 : error.law(), utf8(error.message()));
}

void Replay::judgeEvent(const CheckedLine& line, EntryIndex index, const PublicKey& key)
{
    const EntryHeader& header = line.entry.header();
    auto event = events::decode(header.type, header.v, line.entry.body());
    if (!event)
        return stopJudging(index, event.error());
    const auto actor = ActorId::fromText(header.actor);
    if (!actor)
        return stopJudging(index, actor.error());
    if (index == 0)
        m_state.workspaceId = m_report.workspaceId;
    const engine::EntryContext context{index, header.id, header.at, header.station, *actor, key};
    if (auto status = engine::apply(m_state, context, *event, *m_source); !status)
        return stopJudging(index, status.error());
    if (const auto* executed = std::get_if<events::PromotionExecuted>(&*event))
        compareOffsets(*executed, index);
}

/// The recorded offset decides, here as everywhere; that this computer's tz data differs is worth a word.
void Replay::compareOffsets(const events::PromotionExecuted& event, EntryIndex index)
{
    const auto* promotion = m_state.promotions.find(event.promotion.index());
    if (event.freeze.empty() || promotion == nullptr)
        return;
    for (const auto& own : engine::freezeOffsets(m_state, *promotion, promotion->ended->time))
        for (const auto& recorded : event.freeze)
            if (own.id == recorded.id && own.offsetSeconds != recorded.offsetSeconds)
                m_report.warnings.push_back(say(
                    "Entry %1 was judged by an offset of %2 s for the freeze %3; this computer's time zones say %4.",
                    {QString::number(index), QString::number(recorded.offsetSeconds), qs(own.id),
                        QString::number(own.offsetSeconds)}));
}

void Replay::judge(const CheckedLine& line, EntryIndex index)
{
    const auto actor = ActorId::fromText(line.entry.header().actor);
    const auto key = keyOf(line, actor.value_or(ActorId()));
    if (key) {
        ++m_report.signatures;
    } else {
        problem(index, 2, say("The signature does not verify under any key of %1.", {qs(line.entry.header().actor)}));
        m_judging = false;
    }
    if (m_judging)
        judgeEvent(line, index, *key);
    else if (m_incomplete && line.entry.header().type == "promotion.executed" && m_unjudged.size() < namesMax)
        m_unjudged.emplace_back(line.entry.body().find("promotion").string().substr(0, 24));
}

/// Files that entries name are looked for at the end; the same file is looked for once.
void Replay::collect(const CheckedLine& line, EntryIndex index)
{
    if (line.entry.header().type != "evidence.attached")
        return;
    const auto digest = Digest::fromText(line.entry.body().find("sha").string());
    if (digest && m_seenEvidence.emplace(*digest, true).second)
        m_evidence.push_back({index, *digest});
}

void Replay::expect(std::size_t count)
{
    m_stored.clear();
    if (m_nodes == nullptr || m_nodesBroken)
        return;
    const std::int64_t begin = m_tree.size();
    const std::int64_t end = begin + static_cast<std::int64_t>(count);
    for (int level = 0; (begin >> level) < (end >> level); ++level) {
        const std::int64_t from = begin >> level;
        // A level that cannot be read has no nodes: the first that is missed is the problem.
        m_stored.push_back({from, m_nodes->nodes(level, from, (end >> level) - from).value_or(std::vector<Digest>())});
    }
}

bool Replay::isStored(const Node& node) const
{
    if (static_cast<std::size_t>(node.level) >= m_stored.size())
        return false;
    const StoredLevel& stored = m_stored[static_cast<std::size_t>(node.level)];
    const auto at = static_cast<std::size_t>(node.pos - stored.from);
    return at < stored.hashes.size() && stored.hashes[at] == node.hash;
}

void Replay::appendLeaf(const CheckedLine& line, EntryIndex index)
{
    m_made.clear();
    m_tree.append(line.leaf, &m_made);
    if (m_tree.size() == m_watched)
        m_watchedRoot = m_tree.root();
    if (m_nodes == nullptr || m_nodesBroken)
        return;
    for (const Node& node : m_made) {
        if (isStored(node))
            continue;
        m_nodesBroken = true;
        problem(index, 1,
            say("The stored tree node %1/%2 is not the hash of the entries below it.",
                {QString::number(node.level), QString::number(node.pos)}));
        return;
    }
}

void Replay::take(CheckedLine& line)
{
    const EntryIndex index = m_tree.size();
    if (index == 0)
        m_report.workspaceId = workspaceIdOf(line.line);
    if (line.malformed) {
        problem(index, 1, utf8(line.malformed->message()));
        m_judging = false;
    } else {
        if (!checkPlace(line, index))
            m_judging = false;
        judge(line, index);
        collect(line, index);
    }
    appendLeaf(line, index);
    if (m_tree.size() - m_packedAt < packEvery)
        return;
    m_packedAt = m_tree.size();
    m_rows.pack();
}

void Replay::finish(const VerifyOptions& options)
{
    m_report.entries = m_tree.size();
    m_report.root = m_tree.root();
    m_report.checkedAt = options.now;
    m_report.name = m_state.name;
    m_report.mode = m_state.mode == engine::Mode::Team ? "team"
        : m_state.mode == engine::Mode::Single         ? "single"
                                                       : "demo";
    m_report.keys = static_cast<std::int64_t>(m_state.keyOwner.size());
    if (m_tree.size() == 0)
        problem(0, 1, "There is no entry: a ledger begins with workspace.created.");
    if (options.now.ms() > 0 && m_state.time.msSince(options.now) > 300'000)
        m_report.warnings.push_back(say(
            "The ledger's time %1 lies after this computer's %2.", {qs(m_state.time.text()), qs(options.now.text())}));
    if (m_unreported > 0)
        m_report.notes.push_back(say("%1 further problems are not listed.", {QString::number(m_unreported)}));
    if (!m_unjudged.empty()) {
        QStringList names;
        for (const std::string& name : m_unjudged)
            names.append(qs(name));
        m_report.notes.push_back(
            say("Promotions executed since then and not judged: %1.", {names.join(QStringLiteral(", "))}));
    }
    m_report.notes.emplace_back(
        "Whether newer entries exist cannot be known from this copy; compare its head with one that "
        "you or a witness have seen.");
    const bool broken = std::ranges::any_of(
        m_report.problems, [&](const VerifyProblem& p) { return !(m_incomplete && (p.law == 14 || p.law == 0)); });
    m_report.verdict = broken ? "broken" : m_incomplete ? "incomplete" : "intact";
}

} // namespace cs::audit
