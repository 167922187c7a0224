// SPDX-License-Identifier: GPL-3.0-or-later
// What is open in the example on the day it is made: one waits for the approver, one is stale, two are refused, one
// was left unanswered until it expired.
#include "core/workspace/demo_story.h"

#include <algorithm>

namespace cs::demo {
namespace {

const VersionFacts* findVersion(const ModelFacts& model, const std::string& stage, bool failing)
{
    for (const VersionFacts& version : model.versions)
        if (version.stage == stage && version.expectedFailures.empty() != failing && !version.breach)
            return &version;
    return nullptr;
}

} // namespace

/// The headline: everything is there but the product owner's signature.
Status Story::waitingMortgage(const Track& track)
{
    CS_TRY(const PromotionId promotion, proposeProduction(track));
    CS_CHECK(approveProduction(track, promotion));
    minutes(20);
    CS_TRY(const auto question,
        commands::comment(*m_session, promotion, std::nullopt,
            "How does the largest gap between groups compare with the version in production?"));
    CS_CHECK(submit(question, "Business owner"));
    minutes(15);
    CS_TRY(const auto answer,
        commands::comment(*m_session, promotion, std::nullopt,
            "Both are in the fairness report, table \"By group\"; the limit is 0.05 for each."));
    CS_CHECK(submit(answer, "ML engineer"));
    return {};
}

/// Signed, and then a newer canary report came in: the signature is of what was seen (law 5).
Status Story::staleValuation(const Track& track)
{
    CS_TRY(const PromotionId promotion, proposeProduction(track));
    CS_CHECK(approve(promotion, "Business owner", "business_owner",
        "The outcome in the canary is as predicted; I accept full traffic."));
    minutes(40);
    for (const Evidence& evidence : track.facts->evidence) {
        if (evidence.kind != "canary_report")
            continue;
        CS_TRY(Bytes bytes, factFile(evidence.file));
        bytes += "\nAddendum: the count of requests was checked against the router's log; nothing changed.\n";
        CS_TRY(const Digest digest, m_session->store().putBlob(BlobClass::Evidence, bytes));
        const Erasable title = m_session->erasable(evidence.title + ", with addendum");
        CS_CHECK(submit(events::EvidenceAttached{track.id, evidence.kind, evidence.media, digest,
                            static_cast<std::int64_t>(bytes.size()), title.commitment, "countersign-reader/1"},
            "Watch agent", {title}));
    }
    return {};
}

/// One is refused by a person, one by the gate itself.
Status Story::refusals(const std::vector<ModelFacts>& models)
{
    for (const ModelFacts& model : models) {
        if (const VersionFacts* unfair = findVersion(model, "staging", true)) {
            const Track track{&model, unfair, m_versions.at({model.name, unfair->label})};
            CS_CHECK(facts(track, "staging", "canary"));
            CS_TRY(const PromotionId promotion,
                propose(track, "staging-to-canary", "ML engineer", "A higher cut-off; accuracy hardly moves."));
            minutes(30);
            commands::DecisionRequest request;
            request.promotion = promotion;
            request.verdict = commands::Verdict::Reject;
            request.role = "model_risk_manager";
            request.comment = "The gap in approvals of sound applications is more than twice the limit for one group. "
                              "This is not a matter of tuning; withdraw it.";
            m_clock.advanceSeconds(7);
            CS_TRY(const auto draft,
                commands::decision(*m_session, signer("Model-risk manager").actor, request, m_clock.now()));
            m_clock.advanceSeconds(-7);
            CS_CHECK(submit(draft, "Model-risk manager"));
        }
        if (const VersionFacts* worse = findVersion(model, "dev", true)) {
            const Track track{&model, worse, m_versions.at({model.name, worse->label})};
            CS_CHECK(report(track, "dev"));
            CS_CHECK(propose(track, "dev-to-staging", "ML engineer", "A boosted model; better on the training set."));
        }
    }
    return {};
}

/// Nobody answered while everybody looked at the version before it: the proposal expired and is due again.
Status Story::unanswered(const std::vector<ModelFacts>& models)
{
    for (const ModelFacts& model : models) {
        const VersionFacts* left = findVersion(model, "dev", false);
        if (left == nullptr || !isHigh(model))
            continue;
        const Track track{&model, left, m_versions.at({model.name, left->label})};
        CS_CHECK(propose(track, "dev-to-staging", "ML engineer", "Trained on one more month of applications."));
    }
    return {};
}

Status Story::openWork(const std::vector<ModelFacts>& models)
{
    if (m_progress)
        m_progress("what is open today");
    notBefore(m_now.plusSeconds(-unansweredSeconds));
    CS_CHECK(unanswered(models));
    notBefore(m_now.plusSeconds(-66LL * 3600)); // what has waited for longer than two days
    CS_CHECK(refusals(models));
    notBefore(m_now.plusSeconds(-18LL * 3600));
    for (const ModelFacts& model : models) {
        const bool low = model.tags.at("risk_tier") == "low";
        if (const VersionFacts* waiting = findVersion(model, "staging", false); waiting != nullptr && low) {
            const Track track{&model, waiting, m_versions.at({model.name, waiting->label})};
            CS_CHECK(facts(track, "staging", "canary"));
            CS_CHECK(propose(track, "staging-to-canary", "ML engineer", "Start with 1 % of live traffic."));
        }
        if (const VersionFacts* fresh = findVersion(model, "dev", false); fresh != nullptr && low) {
            const Track track{&model, fresh, m_versions.at({model.name, fresh->label})};
            CS_CHECK(report(track, "dev"));
            CS_CHECK(propose(
                track, "dev-to-staging", "Automated tests", "Proposed by the pipeline: every automated check passed."));
        }
    }
    for (const ModelFacts& model : models) {
        const VersionFacts* canary = findVersion(model, "canary", false);
        if (canary == nullptr || model.tags.at("risk_tier") == "low")
            continue;
        const Track track{&model, canary, m_versions.at({model.name, canary->label})};
        CS_CHECK(isHigh(model) ? waitingMortgage(track) : staleValuation(track));
    }
    return {};
}

} // namespace cs::demo
