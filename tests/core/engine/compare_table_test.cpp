// SPDX-License-Identifier: GPL-3.0-or-later
// The table of vectors in gates.md section 2.8, row by row, and which test stands for each: a vector that is renamed or
// taken out is missed here.
#include <gtest/gtest.h>

#include <array>
#include <set>
#include <string>

namespace cs::test {
namespace {

struct Row {
    const char* edit;
    const char* test;
};
/// The 31 of the page: 27 edits of the table and the four that rewrite nothing but words and order; then the two of its
/// last row, which were tried in addition.
constexpr std::array rows{
    Row{"nothing", "Equal/CompareVectors.verdictAndSigners/Identical"},
    Row{"other titles and requirements", "Equal/CompareVectors.verdictAndSigners/TitlesAndRequirements"},
    Row{"a transition removed", "Equal/CompareVectors.verdictAndSigners/TransitionRemoved"},
    Row{"a statement reworded", "Checks/CompareVectors.verdictAndSigners/StatementChanged"},
    Row{"reorder", "Equal/CompareVectors.verdictAndSigners/Reordered"},
    Row{"a AND b as at least 2 of 2", "Equal/CompareVectors.verdictAndSigners/AndAsTwoOfTwo"},
    Row{"a redundant any-branch", "Equal/CompareVectors.verdictAndSigners/RedundantBranch"},
    Row{"the regulated sign-off removed", "Signers/CompareVectors.verdictAndSigners/RegulatedRemoved"},
    Row{"only its approval removed", "Signers/CompareVectors.verdictAndSigners/RegulatedApprovalRemoved"},
    Row{"MRM or compliance -> MRM only", "Signers/CompareVectors.verdictAndSigners/OneRoleOnly"},
    Row{"MRM or compliance -> both", "Signers/CompareVectors.verdictAndSigners/BothRoles"},
    Row{"tech lead as alternative signer", "Signers/CompareVectors.verdictAndSigners/AlternativeSigner"},
    Row{"the role replaced by a new one", "Signers/CompareVectors.verdictAndSigners/RoleReplaced"},
    Row{"tech lead instead of product owner", "Signers/CompareVectors.verdictAndSigners/AnotherOwnerOffered"},
    Row{"regulated sign-off only for high risk", "Signers/CompareVectors.verdictAndSigners/OnlyForHighRisk"},
    Row{"regulated sign-off also from medium risk", "Signers/CompareVectors.verdictAndSigners/AlsoFromMediumRisk"},
    Row{"missing tag read as false", "Checks/CompareVectors.verdictAndSigners/MissingTagReadAsFalse"},
    Row{"fairness gap 0.03", "Checks/CompareVectors.verdictAndSigners/FairnessTighter"},
    Row{"fairness gap 0.08", "Checks/CompareVectors.verdictAndSigners/FairnessLaxer"},
    Row{"every slice dropped", "Checks/CompareVectors.verdictAndSigners/EverySliceDropped"},
    Row{"ML Test Score 2.0", "Checks/CompareVectors.verdictAndSigners/TestScoreHigher"},
    Row{"ML Test Score 1.0", "Checks/CompareVectors.verdictAndSigners/TestScoreLower"},
    Row{"drill 600 s", "Checks/CompareVectors.verdictAndSigners/DrillFaster"},
    Row{"drill 90 d", "Checks/CompareVectors.verdictAndSigners/DrillOlder"},
    Row{"findings or not findings", "Checks/CompareVectors.verdictAndSigners/FindingsOrNot"},
    Row{"approval expiry 14 d", "Checks/CompareVectors.verdictAndSigners/LongerLife"},
    Row{"proposer may approve", "Checks/CompareVectors.verdictAndSigners/ProposerMayApprove"},
    Row{"distinct persons per requirement", "Checks/CompareVectors.verdictAndSigners/DistinctPerRequirement"},
    Row{"new path dev -> production", "Compare.aNewPathAsksEverybodyItPasses"},
    Row{"CI result also by ML engineers", "Checks/CompareVectors.verdictAndSigners/MoreProducers"},
    Row{"baseline pinned", "Checks/CompareVectors.verdictAndSigners/BaselinePinned"},
    Row{"two leaves merged, count 1", "Checks/CompareVectors.verdictAndSigners/TwoMergedIntoOne"},
    Row{"two leaves merged, count 2", "Checks/CompareVectors.verdictAndSigners/TwoMergedIntoOneOfTwo"},
};
static_assert(rows.size() == 31 + 2);

TEST(CompareTable, EveryRowHasItsTest)
{
    std::set<std::string> known;
    const auto* all = testing::UnitTest::GetInstance();
    for (int i = 0; i < all->total_test_suite_count(); ++i) {
        const auto* suite = all->GetTestSuite(i);
        for (int k = 0; k < suite->total_test_count(); ++k)
            known.insert(std::string(suite->name()) + "." + suite->GetTestInfo(k)->name());
    }
    std::set<std::string> named;
    for (const Row& row : rows) {
        EXPECT_TRUE(known.contains(row.test)) << row.edit << ": " << row.test;
        EXPECT_TRUE(named.insert(row.test).second) << row.test << " stands for two rows";
    }
}

} // namespace
} // namespace cs::test
