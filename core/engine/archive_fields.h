// SPDX-License-Identifier: GPL-3.0-or-later
// What each row consists of, for archive.cpp only. A member that is missing here is lost with the next start: the test
// compares a restored state with a replayed one.
#pragma once

#include "core/engine/state.h"

#include <cereal/archives/binary.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/set.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/unordered_map.hpp>
#include <cereal/types/utility.hpp>
#include <cereal/types/variant.hpp>
#include <cereal/types/vector.hpp>

namespace cs {

template <class A> void save(A& archive, const Digest& value)
{
    archive(cereal::binary_data(value.array().data(), value.array().size()));
}
template <class A> void load(A& archive, Digest& value)
{
    archive(cereal::binary_data(value.array().data(), value.array().size()));
}
template <class A> void save(A& archive, const PublicKey& value)
{
    archive(cereal::binary_data(value.array().data(), value.array().size()));
}
template <class A> void load(A& archive, PublicKey& value)
{
    PublicKey::Array bytes;
    archive(cereal::binary_data(bytes.data(), bytes.size()));
    value = PublicKey(bytes);
}
template <class A, class Tag> std::int64_t save_minimal(const A&, const StrongId<Tag>& value)
{
    return value.index();
}
template <class A, class Tag> void load_minimal(const A&, StrongId<Tag>& value, const std::int64_t& index)
{
    value = StrongId<Tag>(index);
}
template <class A> std::int64_t save_minimal(const A&, const UtcTime& value)
{
    return value.ms();
}
template <class A> void load_minimal(const A&, UtcTime& value, const std::int64_t& ms)
{
    value = UtcTime(ms);
}
template <class A> std::string save_minimal(const A&, const Decimal& value)
{
    return value.text();
}
template <class A> void load_minimal(const A&, Decimal& value, const std::string& text)
{
    if (auto decimal = Decimal::fromText(text))
        value = *std::move(decimal);
}
namespace codec {
template <class A> void serialize(A& archive, Commitment& value)
{
    archive(value.digest);
}
} // namespace codec

// Events describe their members themselves, for their JSON form.
namespace engine {
struct AnyVisitor {
    template <class T, class... C> void operator()(std::string_view, T&, const C&...) { }
};
template <class T>
concept HasFields = requires(AnyVisitor& visitor, T& value)
{
    T::fields(visitor, value);
};
template <class A, class T> void archiveFields(A& archive, T& value)
{
    auto visitor = [&archive](std::string_view, auto& member, const auto&...) { archive(member); };
    T::fields(visitor, value);
}
} // namespace engine
namespace events {
template <class A, engine::HasFields T> void serialize(A& archive, T& value)
{
    engine::archiveFields(archive, value);
}
namespace change {
template <class A, engine::HasFields T> void serialize(A& archive, T& value)
{
    engine::archiveFields(archive, value);
}
} // namespace change
} // namespace events

namespace engine {

#define CS_ARCHIVE(T, ...)                                                                                             \
    template <class A> void serialize(A& archive, T& r)                                                                \
    {                                                                                                                  \
        archive(__VA_ARGS__);                                                                                          \
    }

CS_ARCHIVE(Stamp, r.index, r.time)
CS_ARCHIVE(KeyRecord, r.key, r.liveFrom, r.revokedAt, r.why, r.since)
CS_ARCHIVE(Assignment, r.grant, r.effect, r.role, r.domains, r.until, r.ended)
CS_ARCHIVE(Actor, r.id, r.kind, r.card, r.keys, r.assignments, r.enrolledAt)
CS_ARCHIVE(
    AuthorityCase, r.index, r.proposer, r.change, r.endorsers, r.endorsedAt, r.objected, r.effectiveAt, r.withdrawnAt)
CS_ARCHIVE(Delegation, r.index, r.from, r.to, r.roles, r.until, r.ended, r.given)
CS_ARCHIVE(Trusted, r.purpose, r.key, r.name)
CS_ARCHIVE(Anchor, r.stamp, r.size, r.genTime)
CS_ARCHIVE(PolicyCase::SignOff, r.stamp, r.actor, r.leaf, r.role, r.approve)
CS_ARCHIVE(PolicyCase, r.index, r.proposed, r.proposer, r.policy, r.supersedes, r.weakens, r.affected, r.signOffs,
    r.adoptedAt, r.withdrawnAt)
CS_ARCHIVE(PolicyInForce, r.from, r.digest) // its document is read again
CS_ARCHIVE(ServingMetadata, r.index, r.endpoint, r.region, r.capacity, r.fallback, r.config, r.actuator)
CS_ARCHIVE(Finding, r.id, r.kind, r.severity, r.about, r.detail, r.opened, r.opener, r.closed)
CS_ARCHIVE(Model::SetBy, r.key, r.index)
CS_ARCHIVE(Model, r.id, r.name, r.ownerRole, r.registered, r.registeredBy, r.source, r.described, r.describedBy, r.tags,
    r.tagsBy, r.serving, r.versions, r.openPromotions, r.productionHistory, r.brokenGlass)
CS_ARCHIVE(StageEntry, r.state, r.stamp, r.cause, r.promotion, r.artifact)
CS_ARCHIVE(EvidenceItem, r.id, r.kind, r.media, r.sha, r.bytes, r.title, r.attached, r.author, r.artifact, r.withdrawn)
CS_ARCHIVE(ReportedResult, r.stamp, r.signer, r.key, r.signerRoles, r.report)
CS_ARCHIVE(FiledRecord, r.stamp, r.author, r.record)
CS_ARCHIVE(RollbackIntent, r.stamp, r.plan)
CS_ARCHIVE(RollbackRecord, r.stamp, r.actor, r.event, r.holdLifted, r.remedied)
CS_ARCHIVE(Version, r.id, r.model, r.registered, r.registeredBy, r.description, r.stages, r.evidence, r.results,
    r.records, r.rollbacks, r.rollbackIntents, r.promotions, r.artifactBy)
CS_ARCHIVE(RecordedDecision, r.stamp, r.person, r.key, r.kind, r.decision, r.round, r.withdrawn)
CS_ARCHIVE(Comment, r.stamp, r.author, r.about, r.text)
CS_ARCHIVE(CanaryFacts::Step, r.stamp, r.percent, r.why)
CS_ARCHIVE(CanaryFacts::Window, r.stamp, r.signer, r.key, r.signerRoles, r.percent, r.event)
CS_ARCHIVE(CanaryFacts::Breach, r.stamp, r.event)
CS_ARCHIVE(CanaryFacts, r.epoch, r.leaseUntil, r.leaseHolder, r.steps, r.windows, r.breaches)
CS_ARCHIVE(Regression, r.leaf, r.stamp)
CS_ARCHIVE(BreakGlassUse, r.stamp, r.person, r.slot, r.incident)
CS_ARCHIVE(BreakGlassReview, r.stamp, r.person, r.leaf, r.approve)
CS_ARCHIVE(Promotion, r.id, r.number, r.version, r.model, r.transition, r.endpoint, r.policy, r.proposed, r.proposer,
    r.text, r.rollbackTarget, r.plan, r.round, r.roundStarted, r.decisions, r.comments, r.leafStatus, r.regressions,
    r.canary, r.breakGlass, r.breakGlassReviews, r.status, r.ended, r.endedBy, r.basis, r.effect, r.execution)
CS_ARCHIVE(Drill, r.stamp, r.signer, r.key, r.signerRoles, r.event)
CS_ARCHIVE(Registry::Observation, r.stamp, r.event)
CS_ARCHIVE(Registry::Write, r.stamp, r.event)
CS_ARCHIVE(Registry, r.id, r.kind, r.name, r.url, r.options, r.removed, r.latest, r.writes)
CS_ARCHIVE(HeadlineMetric, r.name, r.value)
CS_ARCHIVE(VersionBrief, r.model, r.label, r.stage, r.entered, r.rolledBack, r.held, r.artifact, r.registry, r.headline,
    r.updated)
CS_ARCHIVE(PromotionBrief, r.version, r.model, r.number, r.transition, r.policy, r.status, r.proposed, r.proposer,
    r.ended, r.endedBy, r.decisions)
#undef CS_ARCHIVE

/// The state without what Rows, EntryIds and SignedTimes keep elsewhere.
template <class State> struct RestOf {
    State& state;
    template <class A> void serialize(A& archive)
    {
        State& s = state;
        archive(s.size, s.time, s.workspaceId, s.name, s.mode, s.rules, s.opened, s.closed, s.logKey, s.founder,
            s.admins, s.threshold, s.actors, s.keyOwner, s.authorityCases, s.acceptances, s.delegations, s.trusted,
            s.anchors, s.heldSubjects, s.erased, s.quota, s.clockCorrections, s.policyCases, s.policies);
        archive(s.models, s.findings, s.drills, s.registries, s.artifactVersions, s.awaitingAnchor, s.promotionCount,
            s.versionBriefs, s.promotionBriefs);
    }
};

} // namespace engine
} // namespace cs
