// SPDX-License-Identifier: GPL-3.0-or-later
// What is due by T alone: checks to repeat, and answers that are waited for.
#include "core/engine/obligations.h"
#include "tests/core/engine/gate_scene.h"

#include <gmock/gmock.h>

namespace cs::test {
namespace {

constexpr std::int64_t day = 86'400;

/// A version in production under the small team's policy: its contracts and its safety sweep again every 90 days.
struct Served {
    Served()
        : builder(*policy::parse(smallTeamText()))
        , engineer(builder.addActor({"ml_engineer"}))
        , ci(builder.addService({"automation"}))
        , model(builder.addModel({{"risk_tier", "low"}, {"regulated", "false"}}))
        , version(builder.addVersion(model, {engineer}, "production"))
    {
        builder.state.models.at(model).described["data_contracts"] = "loans";
    }
    void sweep(bool met = true)
    {
        builder.report(version, ci, {"automation"}, {flag("safety_sweep.criteria_met", met)});
    }
    void contracts(double violations = 0)
    {
        auto item = number("contract/loans", violations, "count");
        item.slice = "error";
        item.n = 1000;
        builder.report(version, ci, {"automation"}, {item});
    }
    std::vector<engine::Reevaluated> duties()
    {
        builder.settle();
        return engine::reevaluations(
            builder.state, *builder.state.policies.back().document, builder.state.models.at(model), builder.state.time);
    }
    std::size_t standing()
    {
        builder.settle();
        return engine::standingFindings(
            builder.state, *builder.state.policies.back().document, builder.state.models.at(model), builder.state.time)
            .size();
    }

    StateBuilder builder;
    ActorId engineer, ci;
    ModelId model;
    engine::Version& version;
};

TEST(Reevaluation, IsDueAPeriodAfterTheStageAndOverdueCountsAsAFinding)
{
    Served served;
    ASSERT_EQ(served.duties().size(), 1U);
    EXPECT_EQ(served.duties()[0].rule->id, "re.production");
    EXPECT_FALSE(served.duties()[0].overdue(served.builder.state.time));
    served.builder.pass(82 * day);
    EXPECT_TRUE(served.duties()[0].soon(served.builder.state.time));
    EXPECT_EQ(served.standing(), 0U);
    served.builder.pass(9 * day);
    EXPECT_TRUE(served.duties()[0].overdue(served.builder.state.time));
    EXPECT_EQ(served.standing(), 1U);
}

TEST(Reevaluation, EveryOneOfItsChecksIsRepeatedAndPasses)
{
    Served served;
    served.builder.pass(91 * day);
    served.sweep();
    EXPECT_EQ(served.standing(), 1U) << "the contracts are older still";
    EXPECT_THAT(served.duties()[0].checks, testing::ElementsAre("ds.contracts"));
    served.contracts();
    EXPECT_EQ(served.standing(), 0U);
    served.builder.pass(60 * day);
    EXPECT_EQ(served.standing(), 0U) << "for another 90 days, whatever age the gate would ask for";
    served.sweep(false);
    EXPECT_EQ(served.standing(), 1U) << "a repetition that fails fulfils nothing";
    served.sweep(true);
    EXPECT_EQ(served.standing(), 0U);
}

TEST(Reevaluation, EndsWithTheStage)
{
    Served served;
    served.builder.pass(91 * day);
    EXPECT_EQ(served.standing(), 1U);
    served.version.stages.push_back(
        {"archived", served.builder.next(), "promotion", {}, *served.version.description.artifact.sha});
    served.builder.state.versions.edit(served.version.id.index());
    EXPECT_EQ(served.standing(), 0U);
}

TEST(Waiting, RemindsAndEscalatesAndApprovesNothing)
{
    Scene scene(approval("ok", R"("tech_lead")"));
    policy::Gate gate;
    EXPECT_FALSE(engine::waiting(gate, scene.promotion, scene.builder.state.time));
    gate.sla = {2 * day, day, {{3 * day, {"tech_lead"}}, {5 * day, {"product_owner", "tech_lead"}}}, false};
    const UtcTime proposed = scene.promotion.proposed.time;
    const auto after = [&](std::int64_t seconds) {
        return *engine::waiting(gate, scene.promotion, proposed.plusSeconds(seconds));
    };
    EXPECT_EQ(after(day - 1).reminders, 0);
    EXPECT_EQ(after(2 * day).reminders, 2);
    EXPECT_FALSE(after(2 * day).overdue);
    EXPECT_TRUE(after(2 * day + 1).overdue);
    EXPECT_TRUE(after(2 * day).escalatedTo.empty());
    EXPECT_THAT(after(3 * day).escalatedTo, testing::ElementsAre("tech_lead"));
    EXPECT_THAT(after(5 * day).escalatedTo, testing::ElementsAre("tech_lead", "product_owner"));
    scene.builder.pass(10 * day);
    EXPECT_EQ(scene.verdict(), engine::Truth::Pending);
}

} // namespace
} // namespace cs::test
