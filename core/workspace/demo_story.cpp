// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/demo_story.h"

#include "core/crypto/keys.h"
#include "core/identity/enrolment.h"

#include <algorithm>
#include <array>

#include <QFile>

namespace cs::demo {
namespace {

struct Person {
    const char* name;
    std::vector<std::string> roles;
};

/// Named by role; nobody in the example is a person.
const std::vector<Person>& persons()
{
    static const std::vector<Person> list{{"Tech lead", {"tech_lead"}}, {"ML engineer", {"ml_engineer"}},
        {"ML engineer 2", {"ml_engineer"}}, {"Tech lead 2", {"tech_lead"}}, {"Platform engineer", {"platform_team"}},
        {"Platform engineer 2", {"platform_team"}}, {"Product owner", {"product_owner"}},
        {"Business owner", {"business_owner"}}, {"Security officer", {"security"}},
        {"Compliance officer", {"compliance_officer"}}, {"Model-risk manager", {"model_risk_manager"}},
        {"Committee member 1", {"model_risk_committee"}}, {"Committee member 2", {"model_risk_committee"}},
        {"Committee member 3", {"model_risk_committee"}}, {"Auditor", {"auditor"}}};
    return list;
}

/// Who posts a file: what the pipeline made comes from CI, what the platform saw from the platform.
std::string authorOf(const Evidence& evidence)
{
    constexpr std::array<std::string_view, 3> platform{"readiness_checklist", "drill_report", "archive_manifest"};
    constexpr std::array<std::string_view, 2> agent{"canary_report", "rollback_record"};
    if (std::find(platform.begin(), platform.end(), evidence.kind) != platform.end())
        return "Platform engineer";
    if (std::find(agent.begin(), agent.end(), evidence.kind) != agent.end())
        return "Watch agent";
    return "Automated tests";
}

std::string producer(const std::string& role)
{
    return role == "platform_team" ? "Platform engineer" : role == "watch_agent" ? "Watch agent" : "Automated tests";
}

} // namespace

Story::Story(std::string path, Environment environment, KeyRing& keys, UtcTime now, Progress progress)
    : m_path(std::move(path))
    , m_environment(std::move(environment))
    , m_keys(keys)
    , m_now(now)
    , m_progress(std::move(progress))
    , m_clock(now)
{
    m_environment.clock = &m_clock;
}

Signer Story::signer(const std::string& who) const
{
    return m_signers.at(who);
}

void Story::forgetKeys()
{
    for (const PublicKey& key : m_made)
        (void)m_keys.forget(key);
    m_made.clear();
}

Result<Appended> Story::submit(const events::Event& event, const std::string& who, std::vector<Erasable> blobs)
{
    if (m_stop && m_stop())
        return fail(couldNot("CS-DEMO-STOPPED", "Stopped. The example was not made."));
    m_clock.advanceSeconds(7);
    auto done = m_session->submit(event, signer(who), std::move(blobs));
    if (!done && m_progress)
        m_progress(
            "refused: " + std::string(events::typeOf(event)) + " by " + who + ": " + utf8(done.error().message()));
    return done;
}

Result<Appended> Story::submit(const commands::Draft& draft, const std::string& who)
{
    return submit(draft.event, who, draft.erasables);
}

Result<Digest> Story::blob(const std::string& file)
{
    CS_TRY(const Bytes bytes, factFile(file));
    return m_session->store().putBlob(BlobClass::Evidence, bytes);
}

void Story::notBefore(UtcTime time)
{
    if (m_clock.now() < time)
        m_clock.set(time);
}

Status Story::enrol(const std::string& who, const std::vector<std::string>& roles, bool service)
{
    SecretKey key = SecretKey::generate();
    CS_TRY(const PublicKey publicKey, m_keys.importKey(key, who, std::nullopt));
    m_made.push_back(publicKey);
    const Erasable card = m_session->erasable(who);
    const Erasable reason = m_session->erasable("Founding of the example");
    const std::string proof = makeEnrolmentProof(key, m_session->state().workspaceId, randomHex(32));
    CS_TRY(const Appended enrolled,
        submit(events::AuthorityProposed{events::change::Enrol{
                                             service ? "service" : "person", publicKey, proof, card.commitment},
                   reason.commitment},
            "Tech lead", {card, reason}));
    m_signers[who] = {ActorId(enrolled.index), std::make_shared<const SecretKey>(std::move(key))};
    for (const auto& role : roles) {
        const Erasable why = m_session->erasable("Role of the example");
        CS_CHECK(submit(
            events::AuthorityProposed{
                events::change::Grant{m_signers[who].actor, role, std::nullopt, std::nullopt}, why.commitment},
            "Tech lead", {why}));
    }
    return {};
}

Status Story::makePeople()
{
    auto founder = std::make_shared<const SecretKey>(SecretKey::generate());
    CS_TRY(const PublicKey founderKey, m_keys.importKey(*founder, "Tech lead", std::nullopt));
    m_made.push_back(founderKey);
    CS_TRY(const PublicKey logKey, m_keys.createPersonKey("Checkpoint key of the example", std::nullopt));
    m_made.push_back(logKey);
    QFile policy(QStringLiteral(":/policies/default-policy.json"));
    if (!policy.open(QIODevice::ReadOnly))
        return fail(couldNot("CS-DEMO-FACTS", "The default policy is not part of this program."));
    const FoundingSpec spec{"Lending models (example)", "demo", "Tech lead", policy.readAll().toStdString()};
    CS_TRY(m_session, Session::found(m_path, spec, founder, logKey, m_environment));
    m_signers["Tech lead"] = {m_session->state().founder, founder};
    const Erasable why = m_session->erasable("Role of the example");
    CS_CHECK(submit(
        events::AuthorityProposed{
            events::change::Grant{m_session->state().founder, "tech_lead", std::nullopt, std::nullopt}, why.commitment},
        "Tech lead", {why}));
    for (const Person& person : persons())
        if (std::string_view(person.name) != "Tech lead")
            CS_CHECK(enrol(person.name, person.roles, false));
    CS_CHECK(enrol("Automated tests", {"automation"}, true));
    CS_CHECK(enrol("Watch agent", {"watch_agent"}, true));
    CS_CHECK(enrol("Registry sync", {"registry_sync"}, true));
    CS_TRY(const auto trusted, loadSigners());
    for (const TrustedSigner& builder : trusted) {
        const Erasable reason = m_session->erasable("Signs the model files of the example");
        CS_CHECK(submit(events::AuthorityProposed{events::change::Trust{builder.purpose, builder.key, builder.name},
                            reason.commitment},
            "Tech lead", {reason}));
    }
    return {};
}

Status Story::openWorkspace()
{
    events::WorkspaceOpened opened;
    for (const char* admin : {"Tech lead", "Compliance officer", "Platform engineer"}) {
        opened.admins.push_back(signer(admin).actor);
        if (std::string_view(admin) != "Tech lead")
            CS_CHECK(submit(events::FoundingAccepted{}, admin));
    }
    std::sort(opened.admins.begin(), opened.admins.end());
    opened.threshold = 2;
    CS_CHECK(submit(opened, "Tech lead"));
    return {};
}

Status Story::setTags(const ModelFacts& model, ModelId id)
{
    // Each tag by its owner: lowering one is theirs alone (law 7).
    const auto policy = m_session->state().policyInForce()->document;
    std::map<std::string, std::map<std::string, std::string>> byOwner;
    for (const auto& [tag, value] : model.tags)
        byOwner[policy->tags.at(tag).ownerRole][tag] = value;
    for (const auto& [role, tags] : byOwner)
        for (const Person& person : persons())
            if (person.roles.front() == role) {
                const Erasable reason = m_session->erasable("Classification of " + model.name);
                CS_CHECK(submit(events::ModelTagsSet{id, tags, reason.commitment}, person.name, {reason}));
                break;
            }
    return {};
}

Status Story::registerModel(const ModelFacts& model)
{
    CS_TRY(const Appended registered,
        submit(events::ModelRegistered{model.name, model.ownerRole, model.source}, "ML engineer"));
    const ModelId id(registered.index);
    m_models[model.name] = id;
    events::ModelDescribed described{id, {}};
    std::vector<Erasable> blobs;
    for (const auto& [key, value] : model.described) {
        if (key == "retention_policy") {
            described.set[key] = value;
            continue;
        }
        blobs.push_back(m_session->erasable(value));
        described.set[key] = blobs.back().commitment.digest.text();
    }
    CS_CHECK(submit(described, "ML engineer", blobs));
    CS_CHECK(setTags(model, id));
    CS_CHECK(submit(events::ModelDescribed{id, model.budget}, "Product owner"));
    events::ModelServingSet serving{id, model.endpoint, model.region, model.capacity,
        model.fallback.empty() ? std::nullopt : std::optional(model.fallback), model.config, model.actuator};
    CS_CHECK(submit(serving, "Platform engineer"));
    return {};
}

Result<Story::Track> Story::registerVersion(const ModelFacts& model, const VersionFacts& facts)
{
    events::VersionRegistered event{m_models.at(model.name), facts.description};
    event.description.contributors = {signer("ML engineer").actor};
    CS_TRY(const Appended registered, submit(event, "Automated tests"));
    const Track track{&model, &facts, VersionId(registered.index)};
    m_versions[{model.name, facts.label}] = track.id;
    return track;
}

Status Story::attach(const Track& track, const std::string& phase)
{
    for (const Evidence& evidence : track.facts->evidence) {
        if (evidence.phase != phase || m_attached.contains({track.id, evidence.file}))
            continue;
        CS_TRY(const Bytes bytes, factFile(evidence.file));
        CS_TRY(const Digest digest, m_session->store().putBlob(BlobClass::Evidence, bytes));
        const Erasable title = m_session->erasable(evidence.title);
        const events::EvidenceAttached event{track.id, evidence.kind, evidence.media, digest,
            static_cast<std::int64_t>(bytes.size()), title.commitment, "countersign-reader/1"};
        CS_TRY(const Appended attached, submit(event, authorOf(evidence), {title}));
        m_attached[{track.id, evidence.file}] = EvidenceId(attached.index);
    }
    return {};
}

Status Story::report(const Track& track, const std::string& phase)
{
    for (const Report& fact : track.facts->reports) {
        if (fact.phase != phase)
            continue;
        events::ResultReported event = fact.event;
        event.version = track.id;
        event.artifact = *track.facts->description.artifact.sha;
        event.measuredAt = m_clock.now();
        if (const auto found = m_attached.find({track.id, fact.evidence}); found != m_attached.end())
            event.evidence = found->second;
        CS_CHECK(submit(event, producer(fact.producer)));
    }
    return {};
}

Status Story::drill(const Track& track, const std::string& route)
{
    for (const DrillFact& fact : track.facts->drills) {
        if (fact.route != route)
            continue;
        events::DrillRecorded event;
        event.endpoint = track.model->endpoint;
        event.route = fact.route;
        const auto restored = m_versions.find({track.model->name, fact.restored});
        event.restored = restored == m_versions.end() ? "fallback" : restored->second.text();
        event.restoredAt = m_clock.now();
        event.startedAt = event.restoredAt.plusMs(-fact.durationMs);
        event.durationMs = fact.durationMs;
        event.probes = fact.probes;
        event.config = fact.config;
        event.actuator = fact.actuator;
        event.runtime = fact.runtime;
        event.passed = fact.passed;
        CS_CHECK(submit(event, "Platform engineer"));
    }
    return {};
}

Status Story::facts(const Track& track, const std::string& phase, const std::string& route)
{
    CS_CHECK(attach(track, phase));
    CS_CHECK(report(track, phase));
    return route.empty() ? Status() : drill(track, route);
}

Result<PromotionId> Story::propose(
    const Track& track, const std::string& transition, const std::string& who, const std::string& text)
{
    CS_TRY(const auto draft,
        commands::propose(*m_session, signer(who).actor, {track.id, transition, track.model->endpoint, text, {}}));
    CS_TRY(const Appended appended, submit(draft, who));
    return PromotionId(appended.index);
}

Status Story::approve(PromotionId promotion, const std::string& who, const std::string& role, const std::string& words)
{
    minutes(11);
    commands::DecisionRequest request;
    request.promotion = promotion;
    request.role = role;
    request.comment = words;
    const auto* row = m_session->state().promotions.find(promotion.index());
    for (const auto& item : m_session->state().versions.find(row->version.index())->evidence)
        if (!item.withdrawn)
            request.viewed.push_back(item.sha);
    std::sort(request.viewed.begin(), request.viewed.end());
    request.viewed.erase(std::unique(request.viewed.begin(), request.viewed.end()), request.viewed.end());
    m_clock.advanceSeconds(7);
    CS_TRY(const auto draft, commands::decision(*m_session, signer(who).actor, request, m_clock.now()));
    m_clock.advanceSeconds(-7);
    CS_CHECK(submit(draft, who));
    return {};
}

Status Story::execute(PromotionId promotion, const std::string& who)
{
    minutes(5);
    const auto* row = m_session->state().promotions.find(promotion.index());
    CS_TRY(const auto gate, engine::evaluateGate(m_session->state(), *row, m_clock.now()));
    for (const auto& freeze : gate.freezes)
        notBefore(freeze.opensAt.plusSeconds(600));
    m_clock.advanceSeconds(7);
    CS_TRY(const auto draft, commands::execute(*m_session, promotion, m_clock.now()));
    m_clock.advanceSeconds(-7);
    CS_CHECK(submit(draft, who));
    if (m_session->state().promotions.find(promotion.index())->effect != engine::Promotion::Effect::AwaitingAnchor)
        return {};
    // The regulated policy counts an exposure from its time anchor on.
    const TreeHead head = m_session->head();
    const events::TimeAnchored anchor{head.size, head.root.hex(), "agent", m_clock.now().plusSeconds(7), std::nullopt};
    CS_CHECK(submit(anchor, "Watch agent"));
    return {};
}

Status Story::toStaging(const Track& track)
{
    CS_CHECK(facts(track, "dev", {}));
    CS_TRY(const PromotionId promotion,
        propose(track, "dev-to-staging", "ML engineer",
            "New version, trained and checked by the pipeline; ready for shadow traffic."));
    hours(2);
    CS_CHECK(approve(
        promotion, "ML engineer 2", "ml_engineer", "Read the change and the evaluation on the regression set."));
    return execute(promotion, "ML engineer");
}

Status Story::approveStaging(const Track& track, PromotionId promotion)
{
    CS_CHECK(approve(promotion, "Tech lead", "tech_lead", "Evaluation artifacts are complete."));
    if (isHigh(*track.model))
        CS_CHECK(approve(promotion, "Model-risk manager", "model_risk_manager",
            "Fairness analysis read: every group stays inside the limit of 0.05."));
    if (track.model->tags.at("security_review") == "true")
        CS_CHECK(approve(
            promotion, "Security officer", "security", "Scan without findings; the image's provenance was checked."));
    return {};
}

Result<PromotionId> Story::toCanary(const Track& track)
{
    hours(26);
    CS_CHECK(facts(track, "staging", "canary"));
    CS_TRY(const PromotionId promotion,
        propose(track, "staging-to-canary", "ML engineer",
            "Start with 1 % of live traffic. Predicted: no guardrail moves, quality at least as good as production."));
    hours(1);
    CS_CHECK(approveStaging(track, promotion));
    CS_CHECK(execute(promotion, "ML engineer"));
    return promotion;
}

Status Story::runCanary(const Track& track, PromotionId promotion)
{
    const auto policy = m_session->state().policyInForce()->document;
    const auto& ramp = policy->guardrailSets.at("default-canary").ramp;
    CS_CHECK(submit(events::LeaseTaken{promotion, 1, m_clock.now().plusSeconds(40LL * 86'400)}, "Watch agent"));
    for (std::size_t i = 0; i < track.facts->steps.size(); ++i) {
        CS_TRY(const Decimal percent, Decimal::fromText(track.facts->steps[i]));
        CS_CHECK(submit(events::StepSet{promotion, percent, "advance", 1}, "Watch agent"));
        const bool broken = track.facts->breach.has_value();
        const bool last = i + 1 == track.facts->steps.size();
        // The soak that the policy asks for is served on the last step.
        std::int64_t seconds = broken ? 1'800 : (i < ramp.size() ? ramp[i].minDurationSeconds : 3'600) + 60;
        if (last && !broken && isHigh(*track.model))
            seconds += 2LL * 86'400;
        const auto count = std::count_if(track.facts->windows.begin(), track.facts->windows.end(),
            [&](const WindowFact& window) { return window.percent == track.facts->steps[i]; });
        for (const WindowFact& window : track.facts->windows) {
            if (window.percent != track.facts->steps[i])
                continue;
            const UtcTime from = m_clock.now();
            m_clock.advanceSeconds(seconds / std::max<std::int64_t>(1, count));
            CS_TRY(const Digest samples, blob(window.samples));
            const events::CanaryWindow event{
                promotion, from, m_clock.now(), 1, window.predictions, window.guardrails, samples};
            CS_CHECK(submit(event, "Watch agent"));
        }
    }
    return {};
}

Status Story::rollBack(const Track& track, PromotionId promotion)
{
    const BreachFact& fact = *track.facts->breach;
    const UtcTime at = m_clock.now();
    std::map<std::string, UtcTime> times;
    std::map<std::string, std::int64_t> instants;
    for (const auto& [name, ms] : fact.times) {
        times[name] = at.plusMs(ms);
        instants[name] = at.plusMs(ms).ms();
    }
    CS_TRY(const Digest samples, blob(track.facts->windows.back().samples));
    CS_CHECK(submit(events::CanaryBreached{promotion, fact.guardrail, fact.rule, fact.test, fact.statistic,
                        fact.threshold, samples, times},
        "Watch agent"));
    const VersionId serving = m_versions.at({track.model->name, fact.servedLabel});
    events::RollbackPlan plan{"canary-rollback", track.id, serving.text(), track.model->endpoint,
        {"breach", fact.guardrail, std::nullopt}, 1};
    CS_TRY(const Appended intent, submit(events::RollbackIntended{plan}, "Watch agent"));
    CS_CHECK(attach(track, "canary"));
    events::RollbackExecuted executed{
        intent.index, plan, instants, fact.values, {"probe", serving.text(), fact.probes}, std::nullopt};
    for (const auto& item : m_session->state().versions.find(track.id.index())->evidence)
        if (item.kind == "rollback_record")
            executed.record = item.sha;
    CS_TRY(const Appended done, submit(executed, "Watch agent"));
    hours(5);
    const Erasable remedy = m_session->erasable("New builds have age 0: keep them in training with a flag, and let the "
                                                "safety sweep ask for them. Repaired in the next version.");
    CS_CHECK(submit(events::RollbackRemedied{done.index, remedy.commitment, m_clock.now().plusSeconds(7LL * 86'400)},
        "ML engineer", {remedy}));
    return {};
}

Result<PromotionId> Story::proposeProduction(const Track& track)
{
    CS_CHECK(facts(track, "canary", "full"));
    if (isRegulated(*track.model)) {
        const Erasable document =
            m_session->erasable("Planned change within the limits that were assessed with the first version.");
        CS_CHECK(submit(events::RecordFiled{"modification_assessment", track.id.text(), document.commitment, "planned",
                            "review", std::nullopt},
            "Compliance officer", {document}));
        const Erasable risk = m_session->erasable("Sound applications may still be turned down; a person decides on "
                                                  "every refusal. Accepted with the limits of "
                                                  "the fairness report and the guardrails of the canary.");
        CS_CHECK(submit(events::RecordFiled{"residual_risk", track.id.text(), risk.commitment, "accepted",
                            "responsibility", std::nullopt},
            "Model-risk manager", {risk}));
    }
    return propose(track, "canary-to-production", "ML engineer",
        "The canary kept every guardrail over the whole ramp; quality is as predicted. Take over full traffic.");
}

Status Story::approveProduction(const Track& track, PromotionId promotion)
{
    if (isRegulated(*track.model))
        CS_CHECK(approve(promotion, "Compliance officer", "compliance_officer",
            "Technical documentation and the record of this lifecycle are complete for Annex IV."));
    if (isHigh(*track.model) && track.model->tags.at("committee_review") == "true")
        for (const char* member : {"Committee member 1", "Committee member 2"})
            CS_CHECK(approve(promotion, member, "model_risk_committee", "Agreed in session."));
    return {};
}

Status Story::toProduction(const Track& track)
{
    CS_TRY(const PromotionId promotion, proposeProduction(track));
    // Signatures for production live three days: sign after a freeze, not before it.
    const auto* row = m_session->state().promotions.find(promotion.index());
    CS_TRY(const auto gate, engine::evaluateGate(m_session->state(), *row, m_clock.now()));
    for (const auto& freeze : gate.freezes)
        notBefore(freeze.opensAt.plusSeconds(60));
    CS_CHECK(report(track, "canary"));
    CS_CHECK(approveProduction(track, promotion));
    CS_CHECK(approve(promotion, "Product owner", "product_owner",
        "The outcome in the canary is as predicted; I accept full traffic."));
    return execute(promotion, "ML engineer");
}

Status Story::archive(const ModelFacts& model, const std::string& label)
{
    const auto facts =
        std::find_if(model.versions.begin(), model.versions.end(), [&](const auto& v) { return v.label == label; });
    const Track track{&model, &*facts, m_versions.at({model.name, label})};
    hours(3);
    CS_CHECK(this->facts(track, "archive", {}));
    CS_TRY(const PromotionId promotion,
        propose(track, "retired-to-archived", "Product owner", "Superseded for good; nothing depends on it any more."));
    CS_CHECK(approve(promotion, "Platform engineer 2", "platform_team", "The archive was read back."));
    CS_CHECK(approve(promotion, "Business owner", "business_owner", "Withdrawn from service."));
    if (isRegulated(model))
        CS_CHECK(
            approve(promotion, "Auditor", "auditor", "Artifacts, metadata and approvals are complete and readable."));
    return execute(promotion, "Product owner");
}

/// One version as far as its story goes, open proposals aside.
Status Story::advance(const ModelFacts& model, const VersionFacts& facts)
{
    hours(4);
    if (m_progress)
        m_progress(model.name + " " + facts.label + " → " + facts.stage);
    CS_TRY(const Track track, registerVersion(model, facts));
    if (facts.stage == "dev")
        return this->facts(track, "dev", {});
    CS_CHECK(toStaging(track));
    if (facts.stage == "staging" && !facts.breach)
        return {};
    CS_TRY(const PromotionId promotion, toCanary(track));
    CS_CHECK(runCanary(track, promotion));
    if (facts.breach)
        return rollBack(track, promotion);
    return facts.stage == "canary" ? Status() : toProduction(track);
}

Result<UtcTime> Story::play(const std::vector<ModelFacts>& models, std::int64_t startDaysAgo)
{
    m_clock.set(m_now.plusSeconds(-startDaysAgo * 86'400));
    CS_CHECK(makePeople());
    CS_CHECK(openWorkspace());
    for (const ModelFacts& model : models)
        CS_CHECK(registerModel(model));
    std::size_t rounds = 0;
    for (const ModelFacts& model : models)
        rounds = std::max(rounds, model.versions.size());
    for (std::size_t i = 0; i < rounds; ++i)
        for (const ModelFacts& model : models) {
            if (i >= model.versions.size())
                continue;
            CS_CHECK(advance(model, model.versions[i]));
            // What the newest version in production replaced for good goes to the archive.
            for (const VersionFacts& older : model.versions)
                if (model.versions[i].stage == "production" && older.stage == "archived")
                    CS_CHECK(archive(model, older.label));
        }
    if (m_clock.now() > m_now.plusSeconds(-unansweredSeconds))
        return m_clock.now().plusSeconds(unansweredSeconds); // no room left for what is open today
    CS_CHECK(openWork(models));
    return m_clock.now();
}

} // namespace cs::demo
