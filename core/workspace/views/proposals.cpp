// SPDX-License-Identifier: GPL-3.0-or-later
// What a version could be proposed for: the engine is asked about every transition, nothing is guessed here.
#include "core/engine/freeze.h"
#include "core/workspace/commands.h"
#include "core/workspace/views/flow_p.h"

#include <algorithm>

namespace cs::views {
namespace {

using query::ProposalOption;

/// Who asks, about which version, when.
struct Asking {
    const Session& session;
    const policy::Policy& policy;
    const engine::Version& version;
    ActorId me;
    std::optional<PublicKey> key;
    std::string closed; // why nobody can sign anything here
    UtcTime at;
};

/// Everything that could be gone back to, the likeliest first.
std::vector<std::pair<std::string, std::string>> targetsOf(const Asking& asking)
{
    std::vector<std::pair<std::string, std::string>> targets;
    const auto add = [&](const std::string& value, const std::string& label) {
        if (std::ranges::none_of(targets, [&](const auto& known) { return known.first == value; }))
            targets.emplace_back(value, label);
    };
    const auto& state = asking.session.state();
    const engine::Model* model = state.model(asking.version.model);
    if (const auto serving = engine::productionVersion(state, asking.policy, asking.version.model);
        serving && *serving != asking.version.id)
        add(serving->text(), versionLabel(asking.session, *serving) + ", in production");
    if (model != nullptr && model->serving && model->serving->fallback)
        add("fallback", "The declared fallback");
    add("none", "No traffic");
    if (model != nullptr)
        for (auto past = model->productionHistory.rbegin(); past != model->productionHistory.rend(); ++past)
            if (*past != asking.version.id)
                add(past->text(), versionLabel(asking.session, *past));
    return targets;
}

Status judged(const Asking& asking, const std::string& transition, const std::string& target)
{
    commands::ProposeRequest request;
    request.version = asking.version.id;
    request.transition = transition;
    request.rollbackTarget = target;
    const engine::Model* model = asking.session.state().model(asking.version.model);
    if (model == nullptr || !model->serving || model->serving->endpoint.empty())
        request.endpoint = "endpoint"; // the sheet asks for it
    CS_TRY(const commands::Draft draft, commands::propose(asking.session, asking.me, request));
    return asking.session.wouldAccept(draft.event, asking.me, *asking.key);
}

/// The first target that the engine takes becomes the default; those that it refuses are left out.
void ask(const Asking& asking, ProposalOption& option)
{
    if (!asking.closed.empty() || !asking.key) {
        option.state.offReason = asking.closed.empty() ? "None of your keys may sign any more." : asking.closed;
        return;
    }
    std::optional<Error> refusal;
    for (const auto& target : targetsOf(asking)) {
        const Status accepted = judged(asking, option.transition, target.first);
        if (accepted)
            option.targets.push_back(target);
        else if (!refusal)
            refusal = accepted.error();
        if (!accepted && !option.here)
            break; // it does not begin here, whatever it rolls back to
    }
    if (!option.targets.empty())
        return;
    option.state.offReason = option.here || !refusal ? (refusal ? utf8(refusal->message()) : std::string())
                                                     : versionName(asking.session, asking.version.id) + " is in "
            + stateLabel(asking.session, asking.version.stage()) + "; this gate begins in " + option.fromLabel
            + " (law 4).";
}

void addConditions(const Asking& asking, ProposalOption& option, const std::string& endpoint)
{
    const auto gate = engine::previewGate(
        asking.session.state(), asking.version.id, option.transition, endpoint, asking.me, asking.at);
    if (!gate)
        return;
    engine::Promotion imagined;
    imagined.version = asking.version.id;
    imagined.model = asking.version.model;
    imagined.transition = option.transition;
    imagined.proposer = asking.me;
    option.tree = gateNode(asking.session, imagined, asking.version, *gate, asking.at);
    option.passed = gate->passedLeaves;
    option.total = gate->applicableLeaves;
    for (const engine::LeftItem& item : gate->left) {
        std::vector<std::string> who;
        for (const std::string& role : item.roles)
            who.push_back(roleTitle(asking.session, role));
        const std::string title = item.title.empty() ? item.leaf : item.title;
        const std::string of = joined(who, " or ");
        if (item.approval)
            option.asked.push_back(title + ": " + std::to_string(item.missing)
                + (item.missing == 1 ? " signature" : " signatures") + (of.empty() ? "" : " by " + of));
        else
            option.missing.push_back(title + (of.empty() ? "" : ": a result from " + of));
    }
    for (const std::string& leaf : gate->deadlocked)
        option.warnings.push_back(deadlockSentence(asking.session, *gate, leaf, asking.me));
    if (gate->blocked)
        option.warnings.push_back(blockedSentence(asking.session, *gate->blocked));
}

void addWarnings(const Asking& asking, ProposalOption& option)
{
    const auto& state = asking.session.state();
    const policy::Gate* gate = asking.policy.gateOf(option.transition);
    for (const query::FlowFreeze& freeze : flowFreezes(asking.policy, asking.at)) {
        const bool named = std::ranges::find(freeze.transitions, option.transition) != freeze.transitions.end();
        if (named && freeze.closed && gate != nullptr && gate->respectsFreezes)
            option.warnings.push_back("The freeze \"" + freeze.title + "\" is closed until " + freeze.until.text()
                + ". It can be proposed and signed meanwhile, not executed.");
    }
    for (const PromotionId id : asking.version.promotions) {
        const auto brief = state.promotionBriefs.find(id);
        if (brief != state.promotionBriefs.end() && brief->second.status == engine::PromotionStatus::Open
            && brief->second.transition == option.transition)
            option.replaces = brief->second.number;
    }
}

ProposalOption optionOf(const Asking& asking, const policy::Transition& transition)
{
    ProposalOption option;
    option.transition = transition.id;
    option.label = transition.label;
    option.title = wayTitle(asking.policy, transition.from, transition.to);
    option.from = transition.from;
    option.to = transition.to;
    option.fromLabel = stateLabel(asking.session, transition.from);
    option.toLabel = stateLabel(asking.session, transition.to);
    option.gate = transition.gate;
    option.here = transition.from == asking.version.stage();
    ask(asking, option);
    if (!option.here)
        return option;
    const engine::Model* model = asking.session.state().model(asking.version.model);
    addConditions(asking, option, model != nullptr && model->serving ? model->serving->endpoint : std::string());
    addWarnings(asking, option);
    return option;
}

} // namespace

Result<query::ProposalView> proposals(
    const Session& session, VersionId id, ActorId me, std::optional<PublicKey> key, UtcTime now)
{
    const engine::Version* version = session.state().versions.find(id.index());
    if (version == nullptr || version->stages.empty())
        return fail(usageError("CS-WORKSPACE-NO-VERSION", "There is no version %1.", {qs(id.text())}));
    const auto policy = policyOf(session);
    if (policy == nullptr)
        return fail(refused(
            "CS-WORKSPACE-NO-POLICY", "No policy is in force, so there is no gate to go through. Adopt one first."));
    const Asking asking{session, *policy, *version, me, key ? key : liveKey(session, me), closedBecause(session, me),
        engine::timeOfNext(session.state(), now)};
    query::ProposalView view;
    view.version = id;
    view.model = version->model;
    view.modelName = modelName(session, version->model);
    view.versionLabel = version->description.label;
    view.stage = version->stage();
    view.stageLabel = stateLabel(session, version->stage());
    if (const engine::Model* model = session.state().model(version->model); model != nullptr && model->serving)
        view.endpoint = model->serving->endpoint;
    for (const policy::Transition& transition : policy->transitions)
        if (!transition.isRollback() && transition.kind != "supersession" && policy->gateOf(transition.id) != nullptr)
            view.options.push_back(optionOf(asking, transition));
    std::ranges::stable_partition(view.options, [](const ProposalOption& option) { return option.here; });
    return view;
}

} // namespace cs::views
