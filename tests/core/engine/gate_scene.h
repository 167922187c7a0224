// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/state_builder.h"

#include <QFile>

#include <gtest/gtest.h>

/// One version under one gate: what the tests of the evaluation start from.
namespace cs::test {

inline std::string smallTeamText()
{
    QFile file(QStringLiteral(CS_POLICY_DIR "/small-team-policy.json"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll().toStdString();
}

/// The small team's document with another condition as the gate of dev-to-staging.
inline std::shared_ptr<const policy::Policy> withGate(const std::string& require)
{
    std::string text = smallTeamText();
    const auto gate = text.find("\"g.dev-to-staging\": {");
    const auto at = text.find("\"require\": ", gate) + 11;
    std::size_t end = at;
    int depth = 0;
    bool quoted = false;
    do {
        if (text[end] == '"' && text[end - 1] != '\\')
            quoted = !quoted;
        depth += quoted ? 0 : text[end] == '{' ? 1 : text[end] == '}' ? -1 : 0;
        ++end;
    } while (depth > 0);
    const auto policy = policy::parse(text.replace(at, end - at, require));
    EXPECT_TRUE(policy) << utf8(policy.error().message());
    return policy ? *policy : nullptr;
}

inline std::string approval(
    const std::string& id, const std::string& roles, int count = 1, const std::string& more = "")
{
    return R"({"id":")" + id + R"(","approval":{"roles":[)" + roles + R"(],"count":)" + std::to_string(count)
        + R"(,"distinctFromProposer":true,"expiresAfterSeconds":1000,"statement":{"text":"I agree with )" + id
        + R"(."},"onReject":"veto")" + more + "}}";
}
inline std::string check(const std::string& id, const std::string& body, const std::string& more = "")
{
    return R"({"id":")" + id + R"(","producers":["automation"])" + more + R"(,"check":)" + body + "}";
}

struct Scene {
    explicit Scene(const std::string& require,
        std::map<std::string, std::string> tags = {{"risk_tier", "low"}, {"regulated", "false"}})
        : builder(withGate(require))
        , proposer(builder.addActor({"ml_engineer"}))
        , ci(builder.addService({"automation"}))
        , model(builder.addModel(std::move(tags)))
        , version(builder.addVersion(model, {proposer}, "dev"))
        , promotion(builder.addPromotion(version, "dev-to-staging", proposer))
    {
    }
    engine::GateResult result()
    {
        builder.settle();
        auto result = engine::evaluateGate(builder.state, promotion, builder.state.time);
        EXPECT_TRUE(result) << utf8(result.error().message());
        return *std::move(result);
    }
    engine::Truth verdict() { return result().verdict; }
    std::string reason() { return result().pinned.reason.code; }
    void report(events::ResultItem item) { builder.report(version, ci, {"automation"}, {std::move(item)}); }

    StateBuilder builder;
    ActorId proposer, ci;
    ModelId model;
    engine::Version& version;
    engine::Promotion& promotion;
};

} // namespace cs::test
