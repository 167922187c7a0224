// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/state_dump.h"

#include <sstream>

namespace cs::test {
namespace {

using namespace engine;

std::string at(const Stamp& stamp)
{
    return "@" + std::to_string(stamp.index) + "/" + std::to_string(stamp.time.ms());
}

std::string at(const std::optional<Stamp>& stamp)
{
    return stamp ? at(*stamp) : "-";
}

void dumpPeople(std::ostream& out, const LedgerState& state)
{
    for (const auto& [id, actor] : state.actors) {
        out << id.text() << ' ' << (actor.kind == ActorKind::Person) << ' ' << actor.card.digest.hex() << '\n';
        for (const auto& key : actor.keys)
            out << "  key " << key.key.base64() << ' ' << key.liveFrom << ' ' << key.revokedAt.value_or(-1) << ' '
                << key.since.value_or(-1) << '\n';
        for (const auto& role : actor.assignments)
            out << "  role " << role.role << ' ' << role.grant << ' ' << at(role.effect) << ' ' << at(role.ended)
                << '\n';
    }
    out << "admins " << state.threshold;
    for (const ActorId admin : state.admins)
        out << ' ' << admin.text();
    out << '\n';
    for (const auto& [index, row] : state.authorityCases) {
        out << "authority " << index << ' ' << row.effectiveAt.value_or(-1) << ' ' << row.withdrawnAt.value_or(-1);
        for (const ActorId endorser : row.endorsers)
            out << ' ' << endorser.text();
        out << '\n';
    }
    for (const auto& [index, row] : state.policyCases) {
        out << "policy " << index << ' ' << row.policy.hex() << ' ' << row.adoptedAt.value_or(-1);
        for (const auto& signOff : row.signOffs)
            out << ' ' << signOff.actor.text() << ':' << signOff.leaf << ':' << signOff.role << at(signOff.stamp);
        out << '\n';
    }
    for (const auto& [day, count] : state.quota)
        out << "quota " << day.first << ' ' << day.second.text() << ' ' << count << '\n';
}

void dumpPromotion(std::ostream& out, const Promotion& row)
{
    out << row.id.text() << " #" << row.number << ' ' << row.transition << ' ' << static_cast<int>(row.status) << ' '
        << static_cast<int>(row.effect) << ' ' << at(row.proposed) << ' ' << at(row.ended) << ' ' << row.round << '\n';
    for (const auto& decision : row.decisions)
        out << "  decision " << decision.person.text() << ' ' << static_cast<int>(decision.kind) << at(decision.stamp)
            << ' ' << decision.decision.snapshot.hex() << ' ' << at(decision.withdrawn) << '\n';
    for (const auto& [leaf, status] : row.leafStatus)
        out << "  leaf " << leaf << status << '\n';
    for (const auto& regression : row.regressions)
        out << "  regression " << regression.leaf << at(regression.stamp) << '\n';
    for (const auto& step : row.canary.steps)
        out << "  step " << step.percent << at(step.stamp) << '\n';
    for (const auto& window : row.canary.windows)
        out << "  window " << window.event.predictions << at(window.stamp) << '\n';
}

void dumpVersion(std::ostream& out, const LedgerState& state, const Version& row)
{
    out << row.id.text() << ' ' << row.description.label << ' ' << row.held() << '\n';
    for (const auto& stage : row.stages)
        out << "  stage " << stage.state << ' ' << stage.cause << ' ' << stage.promotion.text() << at(stage.stamp)
            << ' ' << stage.artifact.hex() << '\n';
    for (const auto& item : row.evidence)
        out << "  evidence " << item.id.text() << at(item.attached) << at(item.withdrawn) << '\n';
    for (const auto& result : row.results)
        out << "  result " << result.signer.text() << at(result.stamp) << ' ' << result.report.results.size() << '\n';
    for (const auto& rollback : row.rollbacks)
        out << "  rollback " << rollback.event.plan.to << at(rollback.stamp) << rollback.holdLifted
            << at(rollback.remedied) << '\n';
    for (const PromotionId id : row.promotions)
        if (const Promotion* promotion = state.promotions.find(id.index()))
            dumpPromotion(out, *promotion);
}

} // namespace

std::string dump(const LedgerState& state)
{
    std::ostringstream out;
    out << state.workspaceId << ' ' << state.name << ' ' << state.size << ' ' << state.time.ms() << ' ' << state.rules
        << ' ' << state.opened << state.closed << ' ' << state.promotionCount << '\n';
    dumpPeople(out, state);
    for (const auto& revision : state.policies)
        out << "in force " << revision.from << ' ' << revision.digest.hex() << '\n';
    for (const auto& [id, model] : state.models) {
        out << id.text() << ' ' << model.name << '\n';
        for (const auto& [tag, value] : model.tags)
            out << "  tag " << tag << '=' << value << '\n';
        for (const VersionId version : model.productionHistory)
            out << "  served " << version.text() << '\n';
        for (const PromotionId open : model.openPromotions)
            out << "  open " << open.text() << '\n';
        for (const VersionId versionId : model.versions)
            if (const Version* version = state.versions.find(versionId.index()))
                dumpVersion(out, state, *version);
    }
    for (const auto& [id, finding] : state.findings)
        out << id.text() << ' ' << finding.kind << at(finding.opened) << at(finding.closed) << '\n';
    for (const auto& [endpoint, drills] : state.drills)
        for (const auto& drill : drills)
            out << "drill " << endpoint << ' ' << drill.event.route << at(drill.stamp) << '\n';
    return out.str();
}

} // namespace cs::test
