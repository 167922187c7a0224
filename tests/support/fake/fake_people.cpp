// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/fake_service.h"

#include <algorithm>

namespace cs::fake {

namespace {

template <class T> QFuture<Result<T>> ready(Result<T> value)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

template <class T> QFuture<Result<T>> respond(const FakeService& service, const char* method, T value)
{
    const auto failure = service.failures.find(QString::fromLatin1(method));
    return failure != service.failures.end() ? ready<T>(fail(failure->second)) : ready<T>(std::move(value));
}

} // namespace

query::RaciView raci(bool regulated)
{
    query::RaciView view;
    view.present = true;
    view.policyTitle = "Lending models";
    view.revision = 7;
    view.overlays = {{"regulated", "Regulated system", "regulated = true", regulated},
        {"high-risk", "High risk tier", "risk_tier ≥ high", false}};
    query::RaciRole owner{"product_owner", "Product owner", "product_owner", {"Product owner"}, {}, "Tech lead"};
    owner.holders.push_back({person("product_owner", "Product owner"), "Product owner", "lending", fakeNow(), {}});
    query::RaciRole audit{"auditor", "Audit", "auditor", {"Audit"}, {}, "Compliance officer"};
    view.roles = {owner, audit};
    view.transitions = {{"canary-to-production", "Canary → Production", "Canary", "Production", "canary_to_production",
                            "The owner decides.", 1},
        {"production-to-archived", "Production → Archived", "Production", "Archived", "production_to_archived", "", 1}};
    query::RaciCell accountable{'A', 'A', {}, {{"po", "The owner agrees", "1 signature of Product owner", false}}, {}};
    query::RaciCell informed{'I', 'I', {}, {}, {}};
    query::RaciCell raised{'C', 'C', {}, {}, {}};
    if (regulated) {
        const std::string sentence = "Audit signs Production → Archived in this case, and nobody holds that role";
        raised = {'R', 'C', {"Regulated system"}, {{"au", "Audit agrees", "1 signature of Audit", true}}, {sentence}};
        view.problems.push_back({sentence, "Such a version cannot pass this gate.", "auditor", "production-to-archived",
            "production_to_archived", true});
    }
    view.cells = {{accountable, accountable}, {informed, raised}};
    view.missing = {"Canary → Restricted"};
    return view;
}

query::PeopleView people()
{
    query::PeopleView view;
    view.workspaceId = std::string(32, 'a');
    view.workspaceName = "Lending models";
    view.mode = "team";
    view.threshold = 2;
    view.meAdmin = true;
    view.domains = {"lending", "pricing"};
    const auto add = [&](const char* role, const char* title, std::int64_t id, bool admin) {
        query::PersonLine line;
        line.person = person(role, title, std::string_view(role) == "automation", id == 3);
        line.person.id = ActorId(id);
        line.admin = admin;
        line.enrolledAt = id;
        line.roles.push_back({id + 100, role, title, "all domains", fakeNow(), std::nullopt, false});
        line.keys.push_back({"SHA256:key" + std::to_string(id) + std::string(38, 'x'), query::KeyLife::InForce, "", id,
            std::nullopt, std::nullopt});
        line.lastEntry = 1200 + id;
        line.lastUse = fakeNow();
        line.state = "in_force";
        line.stateText = "in force";
        if (admin)
            view.admins.push_back(line.person);
        view.people.push_back(line);
    };
    add("tech_lead", "Tech lead", 1, true);
    add("product_owner", "Product owner", 2, false);
    add("model_risk_manager", "Model-risk manager", 3, true);
    add("ml_engineer", "ML engineer", 4, false);
    add("automation", "CI pipeline", 5, false);
    query::PersonLine& left = view.people.at(3);
    left.roles.clear();
    left.keys.front().life = query::KeyLife::Revoked;
    left.keys.front().revokedAt = 812;
    left.keys.front().why = "left";
    left.state = "revoked";
    left.stateText = "revoked";
    for (const char* id : {"auditor", "product_owner", "tech_lead"})
        view.roles.push_back({id, id == std::string_view("auditor") ? "Audit" : id, true, 1, {}, {"Tech lead"}, ""});
    view.roles.at(1).holders.push_back(view.people.at(1).person);
    view.delegations.push_back(
        {900, view.people.at(1).person, view.people.at(0).person, {"Product owner"}, fakeNow(), false});
    query::CaseLine open;
    open.index = 1270;
    open.kind = "enrol";
    open.sentence = "Enrol Auditor (example), a person";
    open.reason = "Joins the audit team.";
    open.facts = {{"Name", "Auditor (example)"}, {"Kind", "person"}, {"Key", "SHA256:newkey"},
        {"Proof", "The new key has signed its own enrolment."}};
    open.proposer = view.people.at(0).person;
    open.administratorsSigned = 1;
    open.threshold = 2;
    view.cases.push_back(open);
    return view;
}

WorkspaceService::Answer<query::PeopleView> FakeService::people()
{
    return respond(*this, "people", peopleView);
}

WorkspaceService::Answer<query::KeyTaint> FakeService::keyTaint(QString fingerprint, EntryIndex since)
{
    taintAsked.push_back(since);
    query::KeyTaint taint;
    taint.fingerprint = utf8(fingerprint);
    taint.owner = peopleView.people.at(1).person;
    taint.since = since;
    taint.entries = 12;
    taint.promotions.push_back({1250, "Proposed #41, mortgage-approval v14", "p1244", true});
    taint.decisions.push_back({1260, "Approved #41, mortgage-approval v14 as Product owner", "p1244", true});
    taint.results.push_back({1210, "Result about mortgage-approval v14", "v1201", true});
    taint.evidence.push_back({1211, "Evidence (model_card) of mortgage-approval v14", "v1201", false});
    return respond(*this, "keyTaint", taint);
}

WorkspaceService::Answer<query::ProofView> FakeService::createKey(NewKey wanted)
{
    createdKeys.push_back(wanted);
    return respond(
        *this, "createKey", query::ProofView{utf8(wanted.name), proofView.fingerprint, false, "{\"proof\":1}"});
}

WorkspaceService::Answer<query::ProofView> FakeService::readProof(QString)
{
    return respond(*this, "readProof", proofView);
}

WorkspaceService::Answer<Appended> FakeService::changePeople(PeopleChange change, QString, QString)
{
    peopleChanges.push_back(std::move(change));
    return respond(*this, "changePeople", Appended{ledgerSize, {}, {}});
}

WorkspaceService::Answer<Appended> FakeService::endorse(EntryIndex proposal, bool object, QString)
{
    endorsed.emplace_back(proposal, object);
    return respond(*this, "endorse", Appended{ledgerSize, {}, {}});
}

WorkspaceService::Answer<Appended> FakeService::withdrawCase(EntryIndex proposal, QString)
{
    withdrawnCases.push_back(proposal);
    return respond(*this, "withdrawCase", Appended{ledgerSize, {}, {}});
}

WorkspaceService::Answer<query::RaciView> FakeService::raci(std::optional<std::vector<std::string>> overlays)
{
    if (overlays) {
        raciOverlays = *overlays;
    }
    const bool regulated = !overlays || std::ranges::find(*overlays, "regulated") != overlays->end();
    return respond(*this, "raci", fake::raci(regulated));
}

} // namespace cs::fake
