// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/tree_head.h"

#include <map>
#include <span>
#include <utility>
#include <vector>

namespace cs {

/// Merkle tree of RFC 6962 section 2.1 (same hashes as RFC 9162), SHA-256. Sizes up to 2^63 - 1.
Digest leafHash(std::string_view line);
Digest nodeHash(const Digest& left, const Digest& right);
/// Size 0 and SHA-256("").
TreeHead emptyTreeHead();
/// First 32 hexadecimal digits of entry 0's leaf hash. @source ledger-events.md section 1
std::string workspaceIdOf(std::string_view line0);

/// Roots of perfect subtrees: level 0 are leaf hashes, node (level, pos) covers leaves [pos·2^level, (pos+1)·2^level).
class NodeReader {
public:
    virtual ~NodeReader() = default;
    /// @returns CS-LEDGER-NODE when there is none.
    virtual Result<Digest> node(int level, std::int64_t pos) const = 0;
    /// Neighbours of one level from a position on; fewer than `count` where one is missing.
    virtual Result<std::vector<Digest>> nodes(int level, std::int64_t from, std::int64_t count) const;
};

struct Node {
    int level = 0;
    std::int64_t pos = 0;
    Digest hash;
};

/// The growing edge of a tree: the roots of its maximal perfect subtrees, left to right; at most 63 hashes.
class Tree final {
public:
    Tree() = default;
    /// The edge at that size, from stored nodes. @returns the reader's error.
    static Result<Tree> restore(std::int64_t size, const NodeReader& reader);

    /// @param made receives each perfect node that this leaf completes, the leaf first (nothing if null).
    void append(const Digest& leaf, std::vector<Node>* made = nullptr);
    std::int64_t size() const { return m_size; }
    Digest root() const;
    TreeHead head() const { return {m_size, root()}; }

private:
    std::int64_t m_size = 0;
    std::vector<Digest> m_frontier;
};

/// Nodes in memory, for tests and small exported ledgers.
class MemoryNodes final : public NodeReader {
public:
    Result<Digest> node(int level, std::int64_t pos) const override;
    void put(const Node& node) { m_nodes[{level(node), node.pos}] = node.hash; }
    void put(std::span<const Node> nodes);

private:
    static int level(const Node& node) { return node.level; }
    std::map<std::pair<int, std::int64_t>, Digest> m_nodes;
};

using Proof = std::vector<Digest>;

/// Root of the first `size` leaves.
Result<Digest> rootAt(std::int64_t size, const NodeReader& reader);
/// @returns CS-LEDGER-PROOF unless 0 <= index < size; else the reader's error.
Result<Proof> inclusionProof(std::int64_t index, std::int64_t size, const NodeReader& reader);
/// @returns CS-LEDGER-PROOF unless 0 <= older <= newer.
Result<Proof> consistencyProof(std::int64_t older, std::int64_t newer, const NodeReader& reader);
/// A proof longer or shorter than needed fails.
bool verifyInclusion(const Digest& leaf, std::int64_t index, const TreeHead& head, std::span<const Digest> proof);
/// Old size 0 needs an empty proof and the empty tree's root. @source trust.md section 3
bool verifyConsistency(const TreeHead& older, const TreeHead& newer, std::span<const Digest> proof);
/// Does the tree behind `reader` with head `newer` continue `older`? Makes the proof and verifies it, so that wrong
/// stored nodes give "no" and never a wrong "yes".
Result<bool> continues(const TreeHead& older, const TreeHead& newer, const NodeReader& reader);

/// The largest tree that both hold: the entries below it are the same ones, the next one is not.
Result<TreeHead> commonHead(
    const NodeReader& one, std::int64_t sizeOfOne, const NodeReader& other, std::int64_t sizeOfOther);

} // namespace cs
