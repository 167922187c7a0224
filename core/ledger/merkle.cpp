// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/merkle.h"

#include "core/crypto/hash.h"

#include <array>
#include <bit>
#include <cstring>

namespace cs {
namespace {

using namespace std::string_view_literals;

tl::unexpected<Error> badRange(std::int64_t a, std::int64_t b)
{
    return fail(usageError("CS-LEDGER-PROOF", "There is no proof from %1 in a ledger of %2 entries.",
        {QString::number(a), QString::number(b)}));
}

/// Largest power of two below n, for n > 1.
std::int64_t splitOf(std::int64_t n)
{
    return static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(n - 1)));
}

int levelOf(std::int64_t width)
{
    return std::countr_zero(static_cast<std::uint64_t>(width));
}

/// Root over leaves [begin, begin + count), begin a multiple of the next power of two of count.
Result<Digest> rangeRoot(std::int64_t begin, std::int64_t count, const NodeReader& reader)
{
    if (std::has_single_bit(static_cast<std::uint64_t>(count)))
        return reader.node(levelOf(count), begin / count);
    const std::int64_t split = splitOf(count);
    CS_TRY(const Digest left, rangeRoot(begin, split, reader));
    CS_TRY(const Digest right, rangeRoot(begin + split, count - split, reader));
    return nodeHash(left, right);
}

Status inclusionPath(std::int64_t index, std::int64_t begin, std::int64_t count, const NodeReader& reader, Proof& proof)
{
    if (count == 1)
        return {};
    const std::int64_t split = splitOf(count);
    const bool left = index < split;
    CS_CHECK(left ? inclusionPath(index, begin, split, reader, proof)
                  : inclusionPath(index - split, begin + split, count - split, reader, proof));
    CS_TRY(
        const Digest other, left ? rangeRoot(begin + split, count - split, reader) : rangeRoot(begin, split, reader));
    proof.push_back(other);
    return {};
}

Status consistencyPath(
    std::int64_t older, std::int64_t begin, std::int64_t count, bool whole, const NodeReader& reader, Proof& proof)
{
    if (older == count) {
        if (!whole) {
            CS_TRY(const Digest root, rangeRoot(begin, count, reader));
            proof.push_back(root);
        }
        return {};
    }
    const std::int64_t split = splitOf(count);
    const bool left = older <= split;
    CS_CHECK(left ? consistencyPath(older, begin, split, whole, reader, proof)
                  : consistencyPath(older - split, begin + split, count - split, false, reader, proof));
    CS_TRY(
        const Digest other, left ? rangeRoot(begin + split, count - split, reader) : rangeRoot(begin, split, reader));
    proof.push_back(other);
    return {};
}

/// Position in both trees while a proof is walked from the leaves up.
struct Walk {
    std::int64_t a = 0, b = 0;
    bool fromLeft() const { return (a & 1) != 0 || a == b; }
    void skipRightEdge()
    {
        while ((a & 1) == 0 && a != 0) {
            a >>= 1;
            b >>= 1;
        }
    }
    void up()
    {
        a >>= 1;
        b >>= 1;
    }
};

} // namespace

Digest leafHash(std::string_view line)
{
    return sha256("\0"sv, line);
}

Digest nodeHash(const Digest& left, const Digest& right)
{
    // In one piece: about ten of these stand behind every entry, and three short updates cost more than a copy.
    std::array<char, 65> bytes;
    bytes[0] = '\1';
    std::memcpy(bytes.data() + 1, left.bytes().data(), 32);
    std::memcpy(bytes.data() + 33, right.bytes().data(), 32);
    return sha256({bytes.data(), bytes.size()});
}

TreeHead emptyTreeHead()
{
    return {0, sha256({})};
}

std::string workspaceIdOf(std::string_view line0)
{
    return leafHash(line0).hex().substr(0, 32);
}

Result<std::vector<Digest>> NodeReader::nodes(int level, std::int64_t from, std::int64_t count) const
{
    std::vector<Digest> hashes;
    for (std::int64_t pos = from; pos < from + count; ++pos) {
        const auto hash = node(level, pos);
        if (!hash)
            break;
        hashes.push_back(*hash);
    }
    return hashes;
}

Result<Tree> Tree::restore(std::int64_t size, const NodeReader& reader)
{
    if (size < 0)
        return badRange(size, size);
    Tree tree;
    std::int64_t begin = 0;
    for (std::int64_t rest = size; rest > 0;) {
        const auto width = static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(rest)));
        CS_TRY(const Digest hash, reader.node(levelOf(width), begin / width));
        tree.m_frontier.push_back(hash);
        begin += width;
        rest -= width;
    }
    tree.m_size = size;
    return tree;
}

void Tree::append(const Digest& leaf, std::vector<Node>* made)
{
    Digest hash = leaf;
    int level = 0;
    if (made != nullptr)
        made->push_back({0, m_size, leaf});
    for (std::int64_t t = m_size; (t & 1) != 0; t >>= 1) {
        hash = nodeHash(m_frontier.back(), hash);
        m_frontier.pop_back();
        ++level;
        if (made != nullptr)
            made->push_back({level, t >> 1, hash});
    }
    m_frontier.push_back(hash);
    ++m_size;
}

Digest Tree::root() const
{
    if (m_frontier.empty())
        return emptyTreeHead().root;
    Digest root = m_frontier.back();
    for (auto it = m_frontier.rbegin() + 1; it != m_frontier.rend(); ++it)
        root = nodeHash(*it, root);
    return root;
}

Result<Digest> MemoryNodes::node(int level, std::int64_t pos) const
{
    const auto it = m_nodes.find({level, pos});
    if (it == m_nodes.end())
        return fail(couldNot(
            "CS-LEDGER-NODE", "Node %2 of level %1 is not there.", {QString::number(level), QString::number(pos)}));
    return it->second;
}

void MemoryNodes::put(std::span<const Node> nodes)
{
    for (const Node& node : nodes)
        put(node);
}

Result<Digest> rootAt(std::int64_t size, const NodeReader& reader)
{
    if (size < 0)
        return badRange(size, size);
    if (size == 0)
        return emptyTreeHead().root;
    return rangeRoot(0, size, reader);
}

Result<Proof> inclusionProof(std::int64_t index, std::int64_t size, const NodeReader& reader)
{
    if (index < 0 || index >= size)
        return badRange(index, size);
    Proof proof;
    CS_CHECK(inclusionPath(index, 0, size, reader, proof));
    return proof;
}

Result<Proof> consistencyProof(std::int64_t older, std::int64_t newer, const NodeReader& reader)
{
    if (older < 0 || older > newer)
        return badRange(older, newer);
    Proof proof;
    if (older > 0)
        CS_CHECK(consistencyPath(older, 0, newer, true, reader, proof));
    return proof;
}

bool verifyInclusion(const Digest& leaf, std::int64_t index, const TreeHead& head, std::span<const Digest> proof)
{
    if (index < 0 || index >= head.size)
        return false;
    Walk walk{index, head.size - 1};
    Digest hash = leaf;
    for (const Digest& step : proof) {
        if (walk.b == 0)
            return false;
        if (walk.fromLeft()) {
            hash = nodeHash(step, hash);
            walk.skipRightEdge();
        } else {
            hash = nodeHash(hash, step);
        }
        walk.up();
    }
    return walk.b == 0 && hash == head.root;
}

bool verifyConsistency(const TreeHead& older, const TreeHead& newer, std::span<const Digest> proof)
{
    if (older.size < 0 || older.size > newer.size)
        return false;
    if (older.size == newer.size)
        return proof.empty() && older.root == newer.root;
    if (older.size == 0)
        return proof.empty() && older == emptyTreeHead();
    if (proof.empty())
        return false;
    const bool perfect = std::has_single_bit(static_cast<std::uint64_t>(older.size));
    Digest x = perfect ? older.root : proof.front();
    Digest y = x;
    Walk walk{older.size - 1, newer.size - 1};
    while ((walk.a & 1) != 0)
        walk.up();
    for (const Digest& step : proof.subspan(perfect ? 0 : 1)) {
        if (walk.b == 0)
            return false;
        if (walk.fromLeft()) {
            x = nodeHash(step, x);
            y = nodeHash(step, y);
            walk.skipRightEdge();
        } else {
            y = nodeHash(y, step);
        }
        walk.up();
    }
    return walk.b == 0 && x == older.root && y == newer.root;
}

Result<bool> continues(const TreeHead& older, const TreeHead& newer, const NodeReader& reader)
{
    if (older.size < 0 || older.size > newer.size)
        return false;
    if (older.size == newer.size)
        return older.root == newer.root;
    CS_TRY(const Proof proof, consistencyProof(older.size, newer.size, reader));
    return verifyConsistency(older, newer, proof);
}

Result<TreeHead> commonHead(
    const NodeReader& one, std::int64_t sizeOfOne, const NodeReader& other, std::int64_t sizeOfOther)
{
    TreeHead common = emptyTreeHead();
    std::int64_t tooLarge = std::min(sizeOfOne, sizeOfOther) + 1;
    while (common.size + 1 < tooLarge) {
        const std::int64_t size = common.size + (tooLarge - common.size) / 2;
        CS_TRY(const Digest mine, rootAt(size, one));
        CS_TRY(const Digest theirs, rootAt(size, other));
        if (mine == theirs)
            common = {size, mine};
        else
            tooLarge = size;
    }
    return common;
}

} // namespace cs
