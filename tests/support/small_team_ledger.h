// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ledger_builder.h"

/// A workspace of three people under the small-team policy, and the honest way of a version through all its gates.
/// Every entry goes through the real engine: what this builds, the laws let through.
namespace cs::test {

class SmallTeamLedger final {
public:
    /// Founded and opened: the owner (a0, product_owner), the engineer (ml_engineer, platform_team), the lead
    /// (tech_lead, ml_engineer), all administrators, two of whom must agree; CI and the watch agent; a newcomer without
    /// any role. One low-risk model with serving metadata.
    explicit SmallTeamLedger(const std::string& policy = smallTeamPolicy());

    LedgerBuilder& builder() { return m_builder; }
    const engine::LedgerState& state() const { return m_builder.state(); }
    ManualClock& clock() { return m_builder.clock(); }
    ActorId owner() const { return ActorId(0); }
    ActorId engineer() const { return m_builder.who("engineer"); }
    ActorId lead() const { return m_builder.who("lead"); }
    ActorId newcomer() const { return m_builder.who("newcomer"); }
    ActorId ci() const { return m_builder.who("ci"); }
    ActorId agent() const { return m_builder.who("agent"); }
    ModelId model() const { return m_model; }

    // Events as they would be signed now.
    events::PromotionProposed proposal(
        VersionId version, const std::string& transition, const std::string& target = {});
    events::PromotionApproved approval(PromotionId promotion, ActorId person);
    events::Decision decision(PromotionId promotion, ActorId person);
    events::PromotionExecuted execution(PromotionId promotion) const;
    events::RollbackExecuted rollback(VersionId from, const std::string& transition, const std::string& to);
    events::VersionRegistered registration(ModelId model, const std::string& label) const;
    events::ResultReported report(VersionId version) const;
    events::EvidenceAttached evidence(VersionId version, const std::string& kind) const;
    events::DrillRecorded drill(VersionId version, const std::string& route) const;
    /// The policy with one piece of its text replaced; stored. The test fails if the piece does not stand there once.
    std::string editedPolicy(const std::string& piece, const std::string& by) const;
    events::PolicyProposed policyProposal(const std::string& document);
    Digest artifact(VersionId version) const;

    // Steps of the honest way; each appends.
    VersionId registerVersion(const std::string& label);
    void reportFlag(VersionId version, const std::string& name, ActorId by);
    void reportArtifact(VersionId version, ActorId by);
    void reportForStaging(VersionId version);
    void reportForCanary(VersionId version);
    /// Lease, four steps with a window each, 24 hours, canary report, drill.
    void runCanary(PromotionId canary);
    PromotionId propose(VersionId version, const std::string& transition, ActorId by);
    void approve(PromotionId promotion, ActorId person);
    void execute(PromotionId promotion, ActorId by);

    // Whole stages. @returns the promotion that was executed.
    PromotionId toStaging(VersionId version);
    /// Everything for the canary but approval and execution.
    PromotionId readyForCanary(VersionId version);
    PromotionId toCanary(VersionId version);
    PromotionId readyForProduction(VersionId version);
    PromotionId toProduction(VersionId version);
    /// A new version with that label, in the stage.
    VersionId versionInStaging(const std::string& label = "1");
    VersionId versionInCanary(const std::string& label = "1");
    VersionId versionInProduction(const std::string& label = "1");

    /// Proposes a change of the authority by the owner. Not in force yet.
    EntryIndex proposeChange(const events::Change& change);
    void endorse(EntryIndex proposal, ActorId by);
    /// Signed by owner, engineer and lead, as far as the engine wants them.
    void changeByAll(const events::Change& change);

    LedgerBuilder& b() { return m_builder; }

private:
    void describeModel();
    std::string rollbackTarget() const;
    LedgerBuilder m_builder;
    ModelId m_model;
    std::map<VersionId, Digest> m_images;
};

} // namespace cs::test
