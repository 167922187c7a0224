// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/fake_service.h"

namespace cs::fake {

namespace {

template <class T> QFuture<Result<T>> finished(Result<T> value)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

query::RegistryRow registry(std::int64_t id, const char* name, const char* url)
{
    query::RegistryRow row;
    row.form.id = RegistryId(id);
    row.form.name = name;
    row.form.url = url;
    row.form.aliases = {{"staging", "staging"}, {"canary", "canary"}, {"production", "production"}};
    row.form.watched = {"champion"};
    row.form.ownerRole = "ml_engineer";
    row.kindTitle = "MLflow";
    row.origin = url;
    row.models = 7;
    row.versions = 55;
    row.lastEntry = fakeNow().plusSeconds(-300);
    return row;
}

} // namespace

query::ConnectionsView connections()
{
    query::ConnectionsView view;
    view.kinds = {{"mlflow", "MLflow"}};
    view.ownerRoles = {{"ml_engineer", "ML engineer"}, {"tech_lead", "Tech lead"}};
    view.stages = {
        {"staging", "Staging"}, {"canary", "Canary"}, {"production", "Production"}, {"archived", "Archived"}};
    view.signsAs = "Registry sync (example)";
    view.fresh.aliases = {{"staging", "staging"}, {"canary", "canary"}, {"production", "production"}};
    view.fresh.watched = {"champion"};
    view.fresh.ownerRole = "ml_engineer";
    query::RegistryRow good = registry(50, "mlflow-dev", "http://127.0.0.1:5000");
    good.last = query::SyncResult{
        fakeNow().plusSeconds(-300), true, "7 models, 55 versions read, 2 new. In step with the ledger.", {}, {}};
    query::RegistryRow bad = registry(51, "mlflow-prod", "https://mlflow.bank.example");
    bad.form.auth = "basic";
    bad.form.user = "svc-countersign";
    bad.signIn = query::RegistryRow::SignIn::Kept;
    bad.findings = {{FindingId(1280), "critical",
        "fraud-screen version 3 in mlflow-prod holds the alias \"production\", which stands for production here; the "
        "ledger has it in dev.",
        fakeNow().plusSeconds(-7200), 1280}};
    view.registries = {good, bad};
    return view;
}

WorkspaceService::Answer<query::ConnectionsView> FakeService::connections()
{
    if (const auto failure = failures.find(QStringLiteral("connections")); failure != failures.end()) {
        return finished<query::ConnectionsView>(fail(failure->second));
    }
    return finished<query::ConnectionsView>(connectionsView);
}

WorkspaceService::Answer<Appended> FakeService::saveRegistry(query::RegistryForm form, QString)
{
    if (const auto failure = failures.find(QStringLiteral("saveRegistry")); failure != failures.end()) {
        return finished<Appended>(fail(failure->second));
    }
    savedRegistries.push_back(std::move(form));
    return finished<Appended>(Appended{ledgerSize++, {}, {}});
}

WorkspaceService::Answer<Appended> FakeService::removeRegistry(RegistryId registry, QString)
{
    removedRegistries.push_back(registry);
    return finished<Appended>(Appended{ledgerSize++, {}, {}});
}

WorkspaceService::Answer<bool> FakeService::signInRegistry(RegistryId registry, QString secret)
{
    registrySecrets.emplace_back(registry, secret);
    return finished<bool>(true);
}

WorkspaceService::Answer<QString> FakeService::testRegistry(query::RegistryForm form, QString)
{
    testedRegistries.push_back(std::move(form));
    if (const auto failure = failures.find(QStringLiteral("testRegistry")); failure != failures.end()) {
        return finished<QString>(fail(failure->second));
    }
    return finished<QString>(QStringLiteral("MLflow 3.1.0, 7 models"));
}

WorkspaceService::Answer<query::SyncResult> FakeService::syncRegistry(RegistryId registry, bool repair)
{
    syncs.emplace_back(registry, repair);
    return finished<query::SyncResult>(query::SyncResult{fakeNow(), true, "In step with the ledger.", {}, {}});
}

} // namespace cs::fake
