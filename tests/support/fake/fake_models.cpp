// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/fake_models.h"

#include "tests/support/fake/fake_service.h"

#include <algorithm>

namespace cs::fake {

namespace {

using query::filter::Standing;

UtcTime hoursAgo(std::int64_t hours)
{
    return fakeNow().plusSeconds(-hours * 3600);
}

struct Line {
    std::int64_t id, model;
    const char *name, *label, *stage, *stageLabel, *risk;
    bool regulated;
    double metric;
    Standing standing;
    const char* registry;
    std::int64_t hours;
};

constexpr Line lines[]{
    {14, 1, "mortgage-approval", "v14", "canary", "Canary", "high", true, 0.866, Standing::Open, "mlflow-prod", 48},
    {13, 1, "mortgage-approval", "v13", "production", "Production", "high", true, 0.861, Standing::InForce,
        "mlflow-prod", 300},
    {20, 2, "property-valuation", "v10", "staging", "Staging", "medium", false, 0.934, Standing::RolledBack,
        "mlflow-prod", 5},
    {21, 3, "loan-pricing", "v7", "staging", "Staging", "medium", false, 0.798, Standing::Held, "mlflow-prod", 90},
    {22, 4, "fraud-screen", "v22", "dev", "Development", "high", false, 0.960, Standing::Quiet, "mlflow-dev", 20},
    {23, 5, "churn-early", "v3", "staging", "Staging", "low", false, 0.741, Standing::Finding, "mlflow-prod", 70}};

} // namespace

std::vector<query::VersionListRow> versionRows()
{
    std::vector<query::VersionListRow> rows;
    for (const Line& line : lines) {
        query::VersionListRow row;
        row.id = VersionId(line.id);
        row.model = ModelId(line.model);
        row.modelName = line.name;
        row.label = line.label;
        row.stage = line.stage;
        row.stageLabel = line.stageLabel;
        row.risk = line.risk;
        row.riskLabel = line.risk;
        row.regulated = line.regulated;
        row.metric = line.metric;
        row.metricName = "eval.auc";
        row.standing = line.standing;
        row.held = line.standing == Standing::Held;
        row.finding = line.standing == Standing::Finding ? "fairness_gap" : "";
        row.registry = line.registry;
        row.artifact = line.id == 22 ? "" : digestOf(line.id).text();
        row.updated = hoursAgo(line.hours);
        if (line.standing == Standing::Open) {
            row.promotion = PromotionId(9);
            row.promotionNumber = 41;
            row.waitingSince = hoursAgo(72);
            row.promotionStatus = "open";
            row.promotionLine = "2 of 11 left";
            row.passed = 9;
            row.total = 11;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

query::filter::VersionTable versionTable(const std::vector<query::VersionListRow>& rows)
{
    std::vector<query::filter::ModelFacts> models;
    std::vector<query::filter::VersionFacts> versions;
    for (const query::VersionListRow& row : rows) {
        auto model = std::find_if(models.begin(), models.end(), [&](const auto& one) { return one.id == row.model; });
        if (model == models.end())
            model = models.insert(models.end(),
                {row.model, row.modelName, "product_owner", row.risk, "lending", row.regulated, {"lending"}});
        query::filter::VersionFacts facts;
        facts.id = row.id;
        facts.model = static_cast<std::uint32_t>(model - models.begin());
        facts.label = row.label;
        facts.stage = row.stage;
        facts.registry = row.registry;
        facts.artifact = row.artifact;
        facts.standing = row.standing;
        facts.held = row.held;
        facts.finding = !row.finding.empty();
        facts.updated = row.updated;
        facts.metric = row.metric;
        facts.waitingSince = row.waitingSince;
        versions.push_back(std::move(facts));
    }
    return {std::move(models), std::move(versions),
        {{"dev", "Development"}, {"staging", "Staging"}, {"canary", "Canary"}, {"production", "Production"}},
        {{"low", "low"}, {"medium", "medium"}, {"high", "high"}}};
}

query::filter::Asker asker()
{
    return {fakeNow(), {"model_risk_manager"}, true};
}

namespace {

void addComparison(query::VersionPageView& page)
{
    page.metrics.front().bounds = {
        {"≥ 0.84", "Canary → Production", "Quality holds", query::NodeStatus::Passed, "0.866 is at least 0.84.", true},
        {"≥ 0.9", "Production → Archived", "A stricter one", query::NodeStatus::Failed, "0.866 is less than 0.9.",
            false}};
    page.metrics.front().higherIsBetter = true;
    page.productionLabel = "v13";
    using Compare = query::CompareRow;
    Compare metric{Compare::Group::Metric, Compare::Outcome::Better, "eval.auc", "holdout", "0.866", "0.861", 0.866,
        0.861, "", "≥ 0.84", "Canary → Production", query::NodeStatus::Passed, false};
    Compare code;
    code.group = Compare::Group::Lineage;
    code.outcome = Compare::Outcome::Different;
    code.id = "code";
    code.here = page.code;
    code.there = "=1+1";
    code.digest = true;
    page.comparison = query::Comparison{VersionId(13), "v13", hoursAgo(900), {metric, code}};
    page.evidenceKinds = {"evaluation_report", "fairness_report"};
}

} // namespace

query::VersionPageView versionPage(const query::VersionListRow& row)
{
    query::VersionPageView page;
    page.row = row;
    page.artifactMethod = "oms";
    page.artifactBytes = 1'400'000;
    page.image = digestOf(70).text();
    page.code = "5d2c91e0bb5e303cb05908eb6322abc1efea3978";
    page.dataName = "hmda-boston";
    page.dataVersion = "2026.3";
    page.moreData = {{"validation", "hmda-boston-holdout 2026.3"}};
    page.pipeline = "train-mortgage 4.2.0";
    page.features = {"loan-features 11"};
    page.sourceRegistry = row.registry;
    page.sourceName = row.modelName;
    page.sourceVersion = "6";
    page.registeredBy = person("automation", "Automated tests", true);
    page.registeredAt = hoursAgo(400);
    page.entry = 1122;
    page.lifecycle = {{"dev", "Development", true, false}, {"staging", "Staging", true, false},
        {"canary", "Canary", true, true}, {"production", "Production", false, false},
        {"archived", "Archived", false, false}};
    const auto lead = person("tech_lead", "Tech lead");
    page.stages = {{"canary", "Canary", "promotion", hoursAgo(48), std::nullopt, 1201, PromotionId(8), 39, {lead}},
        {"staging", "Staging", "promotion", hoursAgo(200), hoursAgo(48), 1140, PromotionId(7), 36, {lead}},
        {"dev", "Development", "registered", hoursAgo(400), hoursAgo(200), 1122, std::nullopt, 0, {page.registeredBy}}};
    for (const char* title : {"Evaluation report", "Model card"}) {
        query::EvidenceView item;
        item.title = title;
        item.kind = "evaluation_report";
        item.digest = digestOf(500);
        item.bytes = 12'000;
        item.attachedAt = hoursAgo(100);
        item.entry = 1200 + std::ssize(page.evidence);
        item.author = lead;
        page.evidence.push_back(std::move(item));
    }
    page.promotions = {{PromotionId(9), 41, "Canary to production", "open", "2 of 11 left", lead, hoursAgo(72), 1250}};
    page.metrics = {{"eval.auc", "", "", "holdout", {{hoursAgo(300), 0.86, 1150}, {hoursAgo(60), 0.866, 1210}},
        {{hoursAgo(500), 0.861, 1000}}, {}, {}}};
    addComparison(page);
    page.tags = {{"Risk tier", "high"}, {"Regulated system", "yes"}};
    page.endpoint = "lending/decision";
    page.region = "eu-central";
    page.traffic = 50;
    page.wayBack = "v13, rehearsed in 6 minutes";
    page.findings = {{FindingId(1180), "served_elsewhere", "high", "mlflow-prod serves it as champion.", hoursAgo(30),
        std::nullopt, 1180}};
    page.production = {{VersionId(12), "v12", hoursAgo(2000), hoursAgo(900), 600},
        {VersionId(13), "v13", hoursAgo(900), std::nullopt, 900}};
    page.entries = {1250, 1210, 1201, 1140, 1122};
    return page;
}

WorkspaceService::Answer<query::VersionsFound> FakeService::findVersions(
    const QString& filter, query::filter::Order order)
{
    lastFilter = filter;
    query::VersionsFound found;
    const auto table = versionTable(versions);
    found.total = table.size();
    found.models = table.models().size();
    const std::string text = utf8(filter);
    const auto parsed = query::filter::parse(text);
    found.fault = parsed ? table.check(*parsed, text) : std::optional(parsed.error());
    if (!found.fault) {
        auto rowsFound = table.find(*parsed, asker());
        table.sort(rowsFound, order);
        for (const std::uint32_t row : rowsFound) {
            found.ids.push_back(table.version(row).id);
        }
    }
    return answer("findVersions", found);
}

WorkspaceService::Answer<std::vector<query::VersionListRow>> FakeService::versionRows(std::vector<VersionId> ids)
{
    std::vector<query::VersionListRow> found;
    for (const query::VersionListRow& row : versions) {
        if (std::find(ids.begin(), ids.end(), row.id) != ids.end()) {
            found.push_back(row);
        }
    }
    return answer("versionRows", found);
}

WorkspaceService::Answer<query::VersionPageView> FakeService::versionPage(VersionId id)
{
    const auto row =
        std::find_if(versions.begin(), versions.end(), [&](const auto& version) { return version.id == id; });
    if (row == versions.end()) {
        failures.insert_or_assign(QStringLiteral("versionPage"),
            usageError("CS-WORKSPACE-NO-VERSION", "There is no version %1.", {qs(id.text())}));
    }
    return answer("versionPage", row == versions.end() ? query::VersionPageView() : fake::versionPage(*row));
}

WorkspaceService::Answer<std::vector<query::filter::Completion>> FakeService::completions(
    const QString& text, int cursor)
{
    const auto table = versionTable(versions);
    return answer("completions", query::filter::complete(table, asker(), utf8(text), utf8(text.left(cursor)).size()));
}

WorkspaceService::Answer<std::vector<std::int64_t>> FakeService::filterCounts(QStringList filters)
{
    const auto table = versionTable(versions);
    std::vector<std::int64_t> counts;
    for (const QString& filter : filters) {
        const auto parsed = query::filter::parse(utf8(filter));
        counts.push_back(parsed ? static_cast<std::int64_t>(table.count(*parsed, asker())) : -1);
    }
    return answer("filterCounts", counts);
}

WorkspaceService::Answer<Appended> FakeService::attachEvidence(Attachment attachment, QString)
{
    attached.push_back(std::move(attachment));
    Appended appended;
    appended.index = ledgerSize++;
    return answer("attachEvidence", appended);
}

WorkspaceService::Answer<Bytes> FakeService::exportVersions(std::vector<VersionId> ids, query::TableExport what)
{
    exported = what;
    exportedIds = ids;
    Q_EMIT exportProgress(1, std::ssize(ids));
    return answer("exportVersions", Bytes(what.format + " of " + std::to_string(ids.size())));
}

} // namespace cs::fake
