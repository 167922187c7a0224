// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/batch.h"
#include "core/audit/policy_blobs.h"
#include "core/audit/verify.h"
#include "core/engine/archive.h"

namespace cs::audit {

/// The judgement in order, one line at a time, and what it found.
class Replay final {
public:
    /// @param nodes the store's own nodes to compare with, or null. @param source answers the engine.
    Replay(VerifyReport& report, const LogStore* nodes)
        : m_report(report)
        , m_nodes(nodes)
    {
    }
    void setSource(engine::PolicySource& source) { m_source = &source; }
    /// Remembers the root at that size for a checkpoint.
    void watchSize(std::int64_t size) { m_watched = size; }
    /// The next `count` lines come now: fetches the stored nodes that they complete, level by level.
    void expect(std::size_t count);
    void take(CheckedLine& line);
    /// After the last line: what only the end can say.
    void finish(const VerifyOptions& options);

    const Tree& tree() const { return m_tree; }
    /// Perfect nodes that the last line completed.
    const std::vector<Node>& made() const { return m_made; }
    const std::optional<Digest>& watchedRoot() const { return m_watchedRoot; }
    const engine::LedgerState& state() const { return m_state; }
    /// Evidence that entries name, in order, each once.
    struct Evidence {
        EntryIndex entry = -1;
        Digest digest;
    };
    const std::vector<Evidence>& evidence() const { return m_evidence; }

private:
    void problem(EntryIndex entry, int law, std::string message);
    bool checkPlace(const CheckedLine& line, EntryIndex index);
    std::optional<PublicKey> keyOf(const CheckedLine& line, ActorId actor) const;
    void judge(const CheckedLine& line, EntryIndex index);
    void judgeEvent(const CheckedLine& line, EntryIndex index, const PublicKey& key);
    void stopJudging(EntryIndex index, const Error& error);
    void compareOffsets(const events::PromotionExecuted& event, EntryIndex index);
    void collect(const CheckedLine& line, EntryIndex index);
    void appendLeaf(const CheckedLine& line, EntryIndex index);
    bool isStored(const Node& node) const;

    VerifyReport& m_report;
    const LogStore* m_nodes;
    engine::PolicySource* m_source = nullptr;
    engine::LedgerState m_state;
    engine::PackedRows m_rows{m_state};
    std::int64_t m_packedAt = 0;
    Tree m_tree;
    std::vector<Node> m_made;
    struct StoredLevel {
        std::int64_t from = 0;
        std::vector<Digest> hashes;
    };
    std::vector<StoredLevel> m_stored; // by level
    bool m_judging = true;
    bool m_incomplete = false;
    bool m_placeBroken = false, m_nodesBroken = false;
    std::int64_t m_unreported = 0, m_watched = -1;
    std::optional<Digest> m_watchedRoot;
    std::vector<std::string> m_unjudged; // promotions that were executed after judging stopped for want of a policy
    std::vector<Evidence> m_evidence;
    std::unordered_map<Digest, bool> m_seenEvidence;
};

} // namespace cs::audit
