// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/hash.h"
#include "core/ledger/merkle.h"

#include <gtest/gtest.h>

namespace cs {
namespace {

/// The definition of RFC 6962, word for word, as the yardstick.
Digest slowRoot(std::span<const Digest> leaves)
{
    if (leaves.empty())
        return sha256("");
    if (leaves.size() == 1)
        return leaves[0];
    std::size_t split = 1;
    while (split * 2 < leaves.size())
        split *= 2;
    return nodeHash(slowRoot(leaves.first(split)), slowRoot(leaves.subspan(split)));
}

struct Forest {
    std::vector<Digest> leaves;
    std::vector<TreeHead> heads{emptyTreeHead()};
    MemoryNodes nodes;
    Tree tree;

    explicit Forest(int size, const std::string& salt = {})
    {
        std::vector<Node> made;
        for (int i = 0; i < size; ++i) {
            made.clear();
            leaves.push_back(leafHash(salt + std::to_string(i)));
            tree.append(leaves.back(), &made);
            nodes.put(made);
            heads.push_back(tree.head());
        }
    }
    const TreeHead& at(std::int64_t size) const { return heads[static_cast<std::size_t>(size)]; }
};

constexpr int big = 40;

TEST(MerkleTest, CheckValues)
{
    using namespace std::string_view_literals;
    EXPECT_EQ(emptyTreeHead().root.hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(leafHash("").hex(), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    EXPECT_EQ(leafHash("L123456").hex(), "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
    EXPECT_EQ(
        sha256("\1"sv, "N123"sv, "N456"sv).hex(), "aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb");
    Tree tree;
    for (const char* hex :
        {"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"})
        tree.append(leafHash(*fromHex(hex)));
    EXPECT_EQ(tree.root().hex(), "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
}

TEST(MerkleTest, GrowingTreeIsTheDefinition)
{
    const Forest forest(big);
    for (std::size_t size = 0; size <= big; ++size) {
        EXPECT_EQ(forest.heads[size].root, slowRoot(std::span(forest.leaves).first(size))) << size;
        const auto restored = Tree::restore(static_cast<std::int64_t>(size), forest.nodes);
        ASSERT_TRUE(restored);
        EXPECT_EQ(restored->head(), forest.heads[size]);
        EXPECT_EQ(*rootAt(static_cast<std::int64_t>(size), forest.nodes), forest.heads[size].root);
    }
}

TEST(MerkleTest, EveryInclusionProofVerifiesAndNoOther)
{
    const Forest forest(big);
    for (std::int64_t size = 1; size <= big; ++size)
        for (std::int64_t index = 0; index < size; ++index) {
            Proof proof = *inclusionProof(index, size, forest.nodes);
            const Digest leaf = forest.leaves[static_cast<std::size_t>(index)];
            ASSERT_TRUE(verifyInclusion(leaf, index, forest.at(size), proof)) << index << " of " << size;
            EXPECT_FALSE(verifyInclusion(leafHash("other"), index, forest.at(size), proof));
            EXPECT_FALSE(verifyInclusion(leaf, size, forest.at(size), proof));
            EXPECT_FALSE(verifyInclusion(leaf, -1, forest.at(size), proof));
            for (std::int64_t other = 0; other < size; ++other)
                if (other != index) {
                    EXPECT_FALSE(verifyInclusion(leaf, other, forest.at(size), proof)) << other;
                }
            for (Digest& step : proof) {
                step.array()[0] ^= 1;
                EXPECT_FALSE(verifyInclusion(leaf, index, forest.at(size), proof));
                step.array()[0] ^= 1;
            }
            proof.push_back(leaf);
            EXPECT_FALSE(verifyInclusion(leaf, index, forest.at(size), proof)) << "longer than needed";
            proof.pop_back();
            if (!proof.empty()) {
                proof.pop_back();
                EXPECT_FALSE(verifyInclusion(leaf, index, forest.at(size), proof)) << "shorter than needed";
            }
        }
}

TEST(MerkleTest, EveryConsistencyProofVerifiesAndNoOther)
{
    const Forest forest(big);
    const Forest other(big, "fork");
    for (std::int64_t newer = 0; newer <= big; ++newer)
        for (std::int64_t older = 0; older <= newer; ++older) {
            Proof proof = *consistencyProof(older, newer, forest.nodes);
            ASSERT_TRUE(verifyConsistency(forest.at(older), forest.at(newer), proof)) << older << " to " << newer;
            EXPECT_TRUE(*continues(forest.at(older), forest.at(newer), forest.nodes));
            if (older > 0) {
                EXPECT_FALSE(verifyConsistency(other.at(older), forest.at(newer), proof));
                EXPECT_FALSE(verifyConsistency(forest.at(older), other.at(newer), proof));
                EXPECT_FALSE(*continues(other.at(older), forest.at(newer), forest.nodes));
            }
            for (Digest& step : proof) {
                step.array()[31] ^= 128;
                EXPECT_FALSE(verifyConsistency(forest.at(older), forest.at(newer), proof));
                step.array()[31] ^= 128;
            }
            proof.push_back(Digest());
            EXPECT_FALSE(verifyConsistency(forest.at(older), forest.at(newer), proof)) << older << " to " << newer;
        }
    EXPECT_FALSE(verifyConsistency(forest.at(3), forest.at(2), {}));
    EXPECT_FALSE(*continues(forest.at(3), forest.at(2), forest.nodes));
    EXPECT_FALSE(verifyConsistency({0, Digest()}, forest.at(2), {})) << "size 0 with a root that is not the empty one";
}

TEST(MerkleTest, AForkAfterACommonBeginIsSeen)
{
    // Both share five leaves, then part.
    const Forest first(5);
    MemoryNodes nodes = first.nodes;
    Tree branch = first.tree;
    std::vector<Node> made;
    branch.append(leafHash("mine"), &made);
    branch.append(leafHash("mine too"), &made);
    nodes.put(made);
    Tree honest = first.tree;
    honest.append(leafHash("theirs"));
    EXPECT_TRUE(*continues(first.tree.head(), branch.head(), nodes));
    EXPECT_FALSE(*continues(honest.head(), branch.head(), nodes));
}

TEST(MerkleTest, WrongStoredNodesGiveNoWrongYes)
{
    const Forest forest(big);
    MemoryNodes nodes = forest.nodes;
    nodes.put({3, 1, leafHash("planted")});
    EXPECT_FALSE(*continues(forest.at(8), forest.at(big), nodes));
}

TEST(MerkleTest, RangesAreChecked)
{
    const Forest forest(3);
    EXPECT_FALSE(inclusionProof(3, 3, forest.nodes));
    EXPECT_FALSE(inclusionProof(-1, 3, forest.nodes));
    EXPECT_FALSE(inclusionProof(0, 4, forest.nodes)) << "nodes that are not there";
    EXPECT_FALSE(consistencyProof(4, 3, forest.nodes));
    EXPECT_FALSE(consistencyProof(-1, 3, forest.nodes));
    EXPECT_FALSE(Tree::restore(-1, forest.nodes));
    EXPECT_FALSE(Tree::restore(4, forest.nodes));
    EXPECT_FALSE(rootAt(-1, forest.nodes));
}

TEST(MerkleTest, WorkspaceIdIsTheBeginOfTheFirstLeafHash)
{
    EXPECT_EQ(workspaceIdOf("L123456"), "395aa064aa4c29f7010acfe3f25db948");
}

} // namespace
} // namespace cs
