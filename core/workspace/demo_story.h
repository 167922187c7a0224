// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/commands.h"
#include "core/workspace/demo_facts.h"

#include <map>

namespace cs::demo {

/// Plays the example's history through the ordinary commands, on a clock that it moves itself.
class Story final {
public:
    /// How long ago the oldest work that is still open was begun: a day more than a proposal lives.
    static constexpr std::int64_t unansweredSeconds = 15LL * 86'400;
    using Progress = std::function<void(const std::string&)>;
    Story(std::string path, Environment environment, KeyRing& keys, UtcTime now, Progress progress);

    /// @param startDaysAgo when the history begins. @returns the clock at its end: later than now means that freezes
    /// took more days than there were, and the story must begin earlier.
    Result<UtcTime> play(const std::vector<ModelFacts>& models, std::int64_t startDaysAgo);
    /// Asked before each entry; true ends the story with CS-DEMO-STOPPED.
    void setStop(std::function<bool()> stop) { m_stop = std::move(stop); }
    /// Takes the keys that were made for this story out of the keychain again.
    void forgetKeys();

private:
    struct Track { // one version on its way
        const ModelFacts* model = nullptr;
        const VersionFacts* facts = nullptr;
        VersionId id;
    };

    Status makePeople();
    Status enrol(const std::string& who, const std::vector<std::string>& roles, bool service);
    Status openWorkspace();
    Status registerModel(const ModelFacts& model);
    Status setTags(const ModelFacts& model, ModelId id);
    Result<Track> registerVersion(const ModelFacts& model, const VersionFacts& facts);
    Status attach(const Track& track, const std::string& phase);
    Status report(const Track& track, const std::string& phase);
    Status drill(const Track& track, const std::string& route);
    Status facts(const Track& track, const std::string& phase, const std::string& route);
    Result<PromotionId> propose(
        const Track& track, const std::string& transition, const std::string& who, const std::string& text);
    Status approve(PromotionId promotion, const std::string& who, const std::string& role, const std::string& comment);
    Status approveStaging(const Track& track, PromotionId promotion);
    Status execute(PromotionId promotion, const std::string& who);
    Status runCanary(const Track& track, PromotionId promotion);
    Status rollBack(const Track& track, PromotionId promotion);
    Status toStaging(const Track& track);
    Result<PromotionId> toCanary(const Track& track);
    Result<PromotionId> proposeProduction(const Track& track);
    Status approveProduction(const Track& track, PromotionId promotion);
    Status toProduction(const Track& track);
    Status archive(const ModelFacts& model, const std::string& label);
    Status advance(const ModelFacts& model, const VersionFacts& facts);
    Status openWork(const std::vector<ModelFacts>& models);
    Status unanswered(const std::vector<ModelFacts>& models);
    Status waitingMortgage(const Track& track);
    Status staleValuation(const Track& track);
    Status refusals(const std::vector<ModelFacts>& models);

    Result<Appended> submit(const events::Event& event, const std::string& who, std::vector<Erasable> blobs = {});
    Result<Appended> submit(const commands::Draft& draft, const std::string& who);
    Result<Digest> blob(const std::string& file);
    Signer signer(const std::string& who) const;
    bool isHigh(const ModelFacts& model) const { return model.tags.at("risk_tier") == "high"; }
    bool isRegulated(const ModelFacts& model) const { return model.tags.at("regulated") == "true"; }
    void hours(std::int64_t count) { m_clock.advanceSeconds(count * 3600); }
    void minutes(std::int64_t count) { m_clock.advanceSeconds(count * 60); }
    void notBefore(UtcTime time);

    std::string m_path;
    Environment m_environment;
    KeyRing& m_keys;
    UtcTime m_now;
    Progress m_progress;
    std::function<bool()> m_stop;
    std::vector<PublicKey> m_made; // keys in the keychain
    ManualClock m_clock;
    std::unique_ptr<Session> m_session;
    std::map<std::string, Signer> m_signers;
    std::map<std::pair<std::string, std::string>, VersionId> m_versions; // model, label
    std::map<std::string, ModelId> m_models;
    std::map<std::pair<VersionId, std::string>, EvidenceId> m_attached; // by file
};

} // namespace cs::demo
