// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/fake_data.h"

#include "core/base/sha256.h"

#include <QImage>
#include <QPainter>

namespace cs::fake {

using query::GateNode;
using query::NodeStatus;

namespace {

constexpr std::int64_t hour = 3600;
constexpr std::int64_t day = 24 * hour;

GateNode check(const char* id, const char* title, const char* value, const char* bound, EntryIndex entry,
    NodeStatus status = NodeStatus::Passed)
{
    GateNode node;
    node.id = id;
    node.title = title;
    node.leaf = true;
    node.status = status;
    node.value = value;
    node.bound = bound;
    node.because = "The last result before the round began counts.";
    node.source = "entry " + std::to_string(entry) + ", result of Automated tests";
    node.entries = {entry};
    node.ownerRole = "Tech lead";
    node.whoCan = {"Automated tests"};
    node.needs = "A result that is no older than the version";
    node.since = fakeNow().plusSeconds(-day);
    return node;
}

GateNode group(const char* id, const char* title, std::vector<GateNode> children, const char* value,
    NodeStatus status = NodeStatus::Passed)
{
    GateNode node;
    node.id = id;
    node.title = title;
    node.value = value;
    node.status = status;
    node.children = std::move(children);
    return node;
}

GateNode riskApproval()
{
    GateNode node = check("cp.regulated.approval",
        "Model-risk manager or compliance officer confirms the documentation", "0 of 1", "", 0, NodeStatus::Pending);
    node.approval = true;
    node.waitsForMe = true;
    node.source.clear();
    node.entries.clear();
    node.because = "tag regulated = true";
    node.needs = "1 signature, by a person who is not the proposer";
    node.whoCan = {"Model-risk manager", "Compliance officer"};
    node.eligible = {person("model_risk_manager", "Model-risk manager", false, true),
        person("compliance_officer", "Compliance officer"), person("compliance_officer", "Compliance officer")};
    node.excluded = {"ML engineer: proposed it"};
    node.ownerRole = "Compliance officer";
    node.since = fakeNow().plusSeconds(-2 * day);
    node.validUntil = fakeNow().plusSeconds(3 * day);
    return node;
}

GateNode ownerApproval()
{
    GateNode node =
        check("cp.outcome", "Product or business owner confirms the outcome", "0 of 1", "", 1281, NodeStatus::Stale);
    node.approval = true;
    node.because = "Signed before the canary report was replaced by entry 1283.";
    node.needs = "1 signature";
    node.whoCan = {"Product owner", "Business owner"};
    node.eligible = {person("product_owner", "Product owner")};
    return node;
}

GateNode gate()
{
    GateNode committee = check("cp.committee", "Model risk committee", "", "", 0, NodeStatus::NotApplicable);
    committee.approval = true;
    committee.source.clear();
    committee.because = "It applies where materiality = high.";
    GateNode documented = check("cp.regulated.docs", "Technical documentation attached", "attached 20 Nov", "", 1240);
    return group("cp", "Ready for full production traffic",
        {
            check("cp.stable", "All guardrails stable across the ramp", "0.994", "≥ 0.98", 1279),
            check("cp.hours", "24 h in canary", "76 h", "≥ 24 h", 1279),
            check("cp.count", "At least 10 000 canary predictions", "182 004", "≥ 10 000", 1279),
            group("cp.high", "For high risk",
                {check("cp.high.hours", "72 h in canary", "76 h", "≥ 72 h", 1279),
                    check("cp.high.count", "At least 50 000 predictions", "182 004", "≥ 50 000", 1279),
                    check("cp.high.score", "ML Test Score, mission-critical band", "4.0", "≥ 3.5", 1262)},
                "3 of 3"),
            group("cp.drill", "Rollback rehearsed",
                {check("cp.drill.time", "Time to the old version", "6 min", "≤ 15 min", 1255),
                    check("cp.drill.age", "Not older than 30 days", "9 d", "≤ 30 d", 1255)},
                "2 of 2"),
            check("cp.findings", "No open critical or high findings", "0 and 0", "", 1264),
            ownerApproval(),
            group(
                "cp.regulated", "Regulatory sufficiency", {documented, riskApproval()}, "1 of 2", NodeStatus::Pending),
            committee,
        },
        "9 of 11", NodeStatus::Pending);
}

query::EvidenceView evidence(
    std::int64_t id, const char* kind, const char* title, const char* media, std::int64_t bytes, bool required)
{
    query::EvidenceView view;
    view.id = EvidenceId(id);
    view.kind = kind;
    view.title = title;
    view.media = media;
    view.digest = digestOf(id);
    view.bytes = bytes;
    view.attachedAt = fakeNow().plusSeconds(-3 * day);
    view.entry = id;
    view.author = person("ci_pipeline", "Automated tests", true);
    view.required = required;
    return view;
}

query::MetricRow metric(const char* name, const char* slice, double candidate, double production, const char* bound,
    bool better, const char* unit = "")
{
    return {name, slice, "holdout-2026q3", unit, candidate, production, bound, better};
}

void addEvidence(query::PromotionView& view)
{
    view.evidence = {
        evidence(1201, "evaluation", "Evaluation report", "text/markdown", 8'412, true),
        evidence(1283, "canary_report", "Canary report", "application/json", 2'310, true),
        evidence(1240, "fairness", "Fairness analysis", "text/csv", 4'096, true),
        evidence(1241, "documentation", "Technical documentation", "application/pdf", 182'441, true),
        evidence(1242, "regression", "Regression tests", "application/junit+xml", 14'200, false),
        evidence(1243, "security", "Security scan", "application/sarif+json", 9'880, false),
        evidence(1244, "plot", "Calibration plot", "image/png", 31'004, false),
        evidence(1245, "training_log", "Training log", "text/plain", 61'440, false),
    };
    view.metrics = {metric("AUC", "", 0.871, 0.863, "≥ 0.854", true),
        metric("Calibration error", "", 0.018, 0.021, "≤ 0.050", true),
        metric("Approval-rate gap", "age 62 and over", 0.044, 0.031, "≤ 0.050", false),
        metric("Recall at 5 % FPR", "", 0.412, 0.405, "≥ 0.395", true),
        metric("Latency p99", "", 84, 81, "≤ 101", false, "ms")};
    view.baselineLabel = "v13, in production since 3 Sep";
}

void addTalk(query::PromotionView& view)
{
    view.discussion = {
        {1244, view.proposer, fakeNow().plusSeconds(-2 * day),
            "v14 adds two years of applications. Calibration is better in every band; the gap for age 62 and over grew "
            "but stays inside the bound.",
            false, "proposal", {}},
        {1281, person("product_owner", "Product owner"), fakeNow().plusSeconds(-6 * hour),
            "The outcome is what the business case asked for.", false, "approve", {}},
        {1282, person("model_risk_manager", "Model-risk manager", false, true), fakeNow().plusSeconds(-5 * hour),
            "Asks for a monthly re-check of the age 62 slice in production.", false, "comment", {}},
    };
    query::DecisionView stale;
    stale.entry = 1281;
    stale.person = person("product_owner", "Product owner");
    stale.kind = "approve";
    stale.role = "product_owner";
    stale.roleTitle = "Product owner";
    stale.leaves = {"cp.outcome"};
    stale.at = fakeNow().plusSeconds(-6 * hour);
    stale.staleBecause = "The canary report was replaced after it was signed (entry 1283).";
    view.decisions = {stale};
}

} // namespace

UtcTime fakeNow()
{
    return UtcTime(1795269971402);
} // 2026-11-21 14:06:11 UTC

Digest digestOf(std::int64_t seed)
{
    Digest::Array bytes{};
    std::uint64_t state = static_cast<std::uint64_t>(seed) * 0x9e3779b97f4a7c15ULL + 1;
    for (std::uint8_t& byte : bytes) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        byte = static_cast<std::uint8_t>(state);
    }
    return Digest(bytes);
}

query::PersonView person(const char* role, const char* title, bool service, bool me)
{
    query::PersonView view;
    view.id = ActorId(static_cast<std::int64_t>(std::string_view(role).size()));
    view.name = std::string(title) + " (example)";
    view.role = role;
    view.roleTitle = title;
    view.service = service;
    view.me = me;
    return view;
}

query::PromotionView promotion41()
{
    query::PromotionView view;
    view.id = PromotionId(1244);
    view.number = 41;
    view.model = ModelId(20);
    view.version = VersionId(1190);
    view.modelName = "mortgage-approval";
    view.versionLabel = "v14";
    view.transition = "canary_production";
    view.transitionLabel = "Canary → production";
    view.fromStage = "canary";
    view.fromLabel = "Canary";
    view.toStage = "production";
    view.toLabel = "Production";
    view.endpoint = "lending-eu";
    view.chips = {"High risk", "Regulated"};
    view.proposer = person("ml_engineer", "ML engineer");
    view.proposedAt = fakeNow().plusSeconds(-2 * day);
    view.status = "open";
    view.statusLine = "2 of 11 left";
    view.passed = 9;
    view.total = 11;
    view.gate = gate();
    view.rollbackTarget = "v13";
    view.left = {"Model-risk manager or compliance officer confirms the documentation",
        "Product or business owner confirms the outcome"};
    view.warnings = {"The approval of the Product owner went stale: the canary report was replaced (entry 1283)."};
    view.policyRevision = 7;
    view.policy = digestOf(7);
    view.snapshot = digestOf(41);
    view.expiresAt = fakeNow().plusSeconds(2 * day + 4 * hour);
    view.dueAt = fakeNow().plusSeconds(5 * hour);
    view.fillable = {{"cp.regulated.approval", "Model-risk manager or compliance officer confirms the documentation",
        "model_risk_manager", "Model-risk manager",
        "The technical documentation and the record of this lifecycle are complete for the regulation that applies to "
        "this system, and I accept the residual risk as stated.",
        40, 3 * day, {"evaluation", "canary_report", "fairness", "documentation"}, {}, {}}};
    view.execute.offReason = "2 of 11 conditions are not satisfied yet.";
    view.withdraw.offReason = "Only the proposer can withdraw it.";
    view.rollback.offReason = "This version has not entered production.";
    view.pinnedKey = "SHA256:uQ3vTz0l4Xk9mPq7ZcB1rWn5sYd2fHj6aEo8gUi8mE";
    addEvidence(view);
    addTalk(view);
    return view;
}

namespace {

query::InboxItem item(query::InboxItem::Group group, query::InboxItem::Kind kind, const char* title, const char* why,
    std::int64_t sinceSeconds, std::optional<std::int64_t> dueSeconds, bool urgent, std::int64_t promotion)
{
    query::InboxItem entry;
    entry.group = group;
    entry.kind = kind;
    entry.title = title;
    entry.why = why;
    entry.since = fakeNow().plusSeconds(-sinceSeconds);
    if (dueSeconds) {
        entry.due = fakeNow().plusSeconds(*dueSeconds);
    }
    entry.urgent = urgent;
    if (promotion > 0) {
        entry.promotion = PromotionId(promotion);
    }
    entry.entry = promotion > 0 ? promotion : 1280;
    return entry;
}

} // namespace

query::InboxView inbox()
{
    using Group = query::InboxItem::Group;
    using Kind = query::InboxItem::Kind;
    query::InboxView view;
    view.items = {
        item(Group::WaitsForMe, Kind::Sign, "mortgage-approval v14 → Production",
            "Signature asked as Model-risk manager", 2 * day, 5 * hour, true, 1244),
        item(Group::WaitsForMe, Kind::Stale, "loan-pricing v7 → Canary",
            "Your approval went stale: fairness report was replaced", day, day + hour, false, 1250),
        item(Group::WaitsForMe, Kind::Policy, "Policy revision 8 weakens a gate",
            "A signature of Model-risk manager is required", day, 3 * day + hour, false, 0),
        item(Group::AboutToExpire, Kind::Drill, "Rollback drill · arrears-forecast",
            "Last passed 26 days ago, valid for 30", 26 * day, 4 * day + hour, true, 0),
        item(Group::AboutToExpire, Kind::Comment, "fraud-screen v22 → Staging",
            "Consulted (C): a comment is asked for, nothing is blocked", day, 6 * day + hour, false, 1260),
        item(Group::Recent, Kind::RolledBack, "loan-pricing v6 rolled back from canary",
            "Watch agent, 18 s after the breach of p99 latency", 11 * hour, {}, false, 0),
        item(Group::Recent, Kind::Executed, "property-valuation v9 entered production",
            "Promotion #38, gate satisfied 10 of 10", 22 * hour, {}, false, 1200),
        item(Group::Recent, Kind::Refused, "fraud-screen v21 refused at staging → canary",
            "Security: container image is not signed", 27 * hour, {}, false, 1210),
    };
    view.signaturesLast30Days = 12;
    view.done = {item(Group::Recent, Kind::Executed, "Approved #38, property-valuation v9 → Production",
                     "As Model-risk manager, entry 1274", 2 * day, {}, false, 1200),
        item(Group::Recent, Kind::Comment, "Commented on #41", "Asks for a monthly re-check, entry 1282", 5 * hour, {},
            false, 1244)};
    return view;
}

std::vector<views::PromotionRow> promotionRows()
{
    const auto row = [](std::int64_t number, const char* title, const char* from, const char* to, const char* status,
                         const char* line, std::size_t passed, std::size_t total, std::int64_t age) {
        views::PromotionRow made;
        made.id = number == 41 ? PromotionId(1244) : PromotionId(1000 + number);
        made.number = number;
        made.title = title;
        made.transitionLabel = std::string(from) + " → " + to;
        made.fromStage = from;
        made.toStage = to;
        made.status = status;
        made.statusLine = line;
        made.proposer = person("ml_engineer", "ML engineer");
        made.proposedAt = fakeNow().plusSeconds(-age);
        made.passed = passed;
        made.total = total;
        return made;
    };
    return {row(43, "fraud-screen v22", "dev", "staging", "open", "4 of 6 left", 2, 6, 5 * hour),
        row(42, "loan-pricing v7", "staging", "canary", "open", "1 of 9 left", 8, 9, day),
        row(41, "mortgage-approval v14", "canary", "production", "open", "2 of 11 left", 9, 11, 2 * day),
        row(40, "fraud-screen v21", "staging", "canary", "open", "Refused by Security", 7, 9, 3 * day),
        row(39, "arrears-forecast v4", "canary", "production", "expired", "Expired", 8, 11, 20 * day),
        row(38, "property-valuation v9", "canary", "production", "executed", "Executed", 10, 10, 9 * day)};
}

query::EntryRow entryRow(EntryIndex index, EntryIndex size)
{
    struct Kind {
        const char* type;
        const char* role;
        const char* title;
        bool service;
        const char* says;
        const char* subject;
    };
    static constexpr Kind kinds[] = {
        {"evidence.attached", "watch_agent", "Watch agent", true, "canary_report of mortgage-approval v14", "v1190"},
        {"promotion.commented", "model_risk_manager", "Model-risk manager", false, "#41: asks for a monthly re-check",
            "p1244"},
        {"promotion.approved", "product_owner", "Product owner", false, "#41 as Product owner", "p1244"},
        {"policy.proposed", "tech_lead", "Tech lead", false, "Revision 8 of the default policy", ""},
        {"canary.step_set", "watch_agent", "Watch agent", true, "property-valuation v10, 5 % → 25 %", "v1100"},
        {"rollback.executed", "watch_agent", "Watch agent", true, "loan-pricing v6, canary → staging", "v1090"},
        {"result.reported", "ci_pipeline", "Automated tests", true, "safety_sweep.criteria_met = true", "v1190"},
        {"promotion.executed", "product_owner", "Product owner", false, "#38, property-valuation v9 → production",
            "p1200"},
    };
    const Kind& kind = kinds[static_cast<std::size_t>(size - 1 - index) % 8];
    query::EntryRow row;
    row.index = index;
    row.at = fakeNow().plusSeconds(-(size - 1 - index) * 2711 - 260);
    row.time = row.at;
    row.type = kind.type;
    row.signer = person(kind.role, kind.title, kind.service, std::string_view(kind.role) == "model_risk_manager");
    row.says = kind.says;
    row.subject = kind.subject;
    return row;
}

query::EntryDetail entryDetail(EntryIndex index, EntryIndex size)
{
    query::EntryDetail detail;
    detail.row = entryRow(index, size);
    detail.payload = R"({"v":1,"id":"b7c41","type":")" + detail.row.type + R"(","at":")" + detail.row.at.text()
        + R"(","clock":"synced","station":"5c0e1f20aa77d0e0","actor":"a3","after":{"size":)" + std::to_string(index)
        + R"(,"root":")" + digestOf(index).hex() + R"("},"body":{"promotion":"p1244","role":"product_owner"}})";
    detail.line = R"({"payload":"eyJ2Ijox","payloadType":"application/vnd.countersign.entry+json","signatures":[]})";
    detail.fingerprint = "SHA256:pW0xJk3vTz0l4Xk9mPq7ZcB1rWn5sYd2fHj6aEot2Q";
    detail.signature = "kQ2rT0n6u1w8b5m3x7c9v4z2a6s8d0f1g3h5j7k9l1p3o5i7u9y1t3r5e7w9q1a3s5d7f9g1h3j5k7l9z1x3c5v7==";
    detail.leaf = digestOf(index + 5000);
    detail.afterSize = index;
    detail.afterRoot = digestOf(index);
    detail.headSize = size;
    detail.headRoot = digestOf(size);
    for (EntryIndex width = 1; width < size; width *= 2) {
        detail.proof.push_back(digestOf(width + 77));
    }
    // The head's root is where the proof leads, as in a real tree.
    detail.headRoot = detail.leaf;
    EntryIndex node = index;
    EntryIndex last = size - 1;
    std::vector<Digest> used;
    for (const Digest& sibling : detail.proof) {
        if (last == 0) {
            break;
        }
        const bool left = (node & 1) != 0 || node == last;
        Bytes bytes(1, '\x01');
        bytes += left ? sibling.bytes() : detail.headRoot.bytes();
        bytes += left ? detail.headRoot.bytes() : sibling.bytes();
        detail.headRoot = sha256Of(bytes);
        used.push_back(sibling);
        while (left && (node & 1) == 0 && node != 0) {
            node >>= 1;
            last >>= 1;
        }
        node >>= 1;
        last >>= 1;
    }
    detail.proof = used;
    detail.keyState = "enrolled at entry 14, in force";
    return detail;
}

query::HeadView head()
{
    query::HeadView view;
    view.workspaceId = "9f3c61ab0d7e4c55";
    view.name = "Mortgage models (example)";
    view.mode = "demo";
    view.size = 1284;
    view.root = digestOf(1284);
    view.time = fakeNow();
    view.location = "/home/example/mortgage.countersign";
    view.opened = true;
    view.policyRevision = 7;
    view.policyTitle = "Default policy";
    return view;
}

query::VerifyReport intactReport(std::int64_t entries)
{
    query::VerifyReport report;
    report.verdict = "intact";
    report.entries = entries;
    report.signatures = entries;
    report.keys = 14;
    report.root = digestOf(entries);
    report.workspaceId = head().workspaceId;
    report.name = head().name;
    report.mode = "demo";
    report.notes = {"That the newest entries are all there is shown by pins, witnesses and anchors, not by replay."};
    report.checkedAt = fakeNow().plusSeconds(-251);
    return report;
}

query::VerifyReport brokenReport()
{
    query::VerifyReport report = intactReport(1284);
    report.verdict = "broken";
    report.problems = {{812, 4, "fraud-screen v17 moves to production, and the gate in force was not satisfied."}};
    return report;
}

namespace {

const char* const markdownFacts =
    R"({"schema":"countersign.reader/1","kind":"markdown","media":"text/markdown","bytes":8412,"truncated":false,"notes":[],"blocks":[
{"type":"heading","level":1,"spans":[{"text":"Evaluation of mortgage-approval v14"}]},
{"type":"paragraph","spans":[{"text":"Held-out applications of "},{"text":"2026 Q3","bold":true},{"text":", n = 48,213. The split is the one that v13 was judged on; see "},{"text":"data/holdout.json","code":true},{"text":"."}]},
{"type":"heading","level":2,"spans":[{"text":"What changed"}]},
{"type":"item","ordered":false,"level":0,"number":0,"spans":[{"text":"Two more years of applications in training."}]},
{"type":"item","ordered":false,"level":0,"number":0,"spans":[{"text":"Income is capped at the 99.5th percentile."}]},
{"type":"quote","spans":[{"text":"The gap for applicants of 62 and over grew from 0.031 to 0.044."}]},
{"type":"table","header":[[{"text":"Band"}],[{"text":"n"}],[{"text":"Calibration error"}]],"rows":[[[{"text":"A"}],[{"text":"20,114"}],[{"text":"0.011"}]],[[{"text":"B"}],[{"text":"18,702"}],[{"text":"0.019"}]],[[{"text":"C"}],[{"text":"9,397"}],[{"text":"0.027"}]]]},
{"type":"code","language":"sh","lines":["make evaluate VERSION=v14","# 48213 rows, 212 s"]}]})";
const char* const jsonFacts =
    R"({"schema":"countersign.reader/1","kind":"json","media":"application/json","bytes":2310,"truncated":false,"notes":[],"root":"object","nodeCount":6,"lines":["{","  \"guardrails\": {","    \"availability\": 0.994,","    \"p99_ms\": 84","  },","  \"hours\": 76,","  \"predictions\": 182004","}"],"nodes":[]})";
const char* const csvFacts =
    R"({"schema":"countersign.reader/1","kind":"csv","media":"text/csv","bytes":4096,"truncated":false,"notes":[{"id":"bidi_controls","text":"The file contains 1 character that changes the direction of text; it is shown as ⟨U+202E⟩."}],"delimiter":",","columnCount":4,"rowCount":4,"columns":[{"name":"group","type":"text"},{"name":"n","type":"integer"},{"name":"approved","type":"number"},{"name":"gap","type":"number"}],"rows":[["All applicants","48213","0.612","0.021"],["Self-employed","7120","0.583","0.029"],["First-time buyers","15202","0.588","0.024"],["Age 62 and over","3911","0.568","0.044"]]})";
const char* const junitFacts =
    R"({"schema":"countersign.reader/1","kind":"junit","media":"application/junit+xml","bytes":14200,"truncated":false,"notes":[],"tests":212,"passed":210,"failures":1,"errors":0,"skipped":1,"suites":[{"name":"regression.golden","tests":180,"failures":1,"errors":0,"skipped":1,"time":"41.2"},{"name":"regression.api","tests":32,"failures":0,"errors":0,"skipped":0,"time":"3.8"}],"failing":[{"suite":"regression.golden","class":"Golden","name":"test_zero_income","outcome":"failure","message":"expected 0.113, got 0.117","detail":"assert 0.117 == 0.113"}]})";
const char* const sarifFacts =
    R"({"schema":"countersign.reader/1","kind":"sarif","media":"application/sarif+json","bytes":9880,"truncated":false,"notes":[],"counts":{"error":0,"warning":1,"note":2,"none":0},"suppressed":0,"tools":[{"name":"bandit","version":"1.7.5"}],"results":[{"level":"warning","rule":"B301","message":"Pickle is used to load the model; the file is checked by digest before.","file":"serve/model.py","line":31},{"level":"note","rule":"B101","message":"Use of assert.","file":"train/features.py","line":12}]})";
const char* const textFacts =
    R"({"schema":"countersign.reader/1","kind":"text","media":"text/plain","bytes":61440,"truncated":true,"notes":[{"id":"head_only","text":"Only the first 2,000 lines are shown."}],"encoding":"UTF-8","lineCount":9000,"lines":["2026-11-10 08:00:01 epoch 1 loss 0.412","2026-11-10 08:04:44 epoch 2 loss 0.377","2026-11-10 08:09:20 epoch 3 loss 0.361"]})";

std::string pdfFacts(int page)
{
    return R"({"schema":"countersign.reader/1","kind":"pdf","media":"application/pdf","bytes":182441,"truncated":false,"notes":[],"pages":3,"page":)"
        + std::to_string(page)
        + R"(,"title":"Technical documentation","author":"","producer":"","widthPt":595,"heightPt":842,"lines":["Technical documentation","Annex IV, section 1"]})";
}

void paintInto(query::PreviewResult& result, const query::PreviewRequest& request, double aspect, const QString& words)
{
    const int width = static_cast<int>(request.maxWidthPx * request.scale);
    QImage image(width, static_cast<int>(width * aspect), QImage::Format_RGBA8888);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(width / 600.0, width / 600.0);
    painter.setPen(Qt::black);
    painter.drawText(QRectF(48, 40, 500, 60), words);
    for (int line = 0; line < 14; ++line) {
        painter.fillRect(QRectF(48, 110 + line * 22, 420 + (line * 37) % 80, 6), QColor(0xdd, 0xdd, 0xdd));
    }
    painter.end();
    result.width = image.width();
    result.height = image.height();
    result.rgba =
        Bytes(reinterpret_cast<const char*>(image.constBits()), static_cast<std::size_t>(image.sizeInBytes()));
}

} // namespace

query::PreviewResult preview(const QString& media, const query::PreviewRequest& request)
{
    query::PreviewResult result;
    if (media == QLatin1String("text/markdown")) {
        result.facts = markdownFacts;
    } else if (media == QLatin1String("application/json")) {
        result.facts = jsonFacts;
    } else if (media == QLatin1String("text/csv")) {
        result.facts = csvFacts;
    } else if (media == QLatin1String("application/junit+xml")) {
        result.facts = junitFacts;
    } else if (media == QLatin1String("application/sarif+json")) {
        result.facts = sarifFacts;
    } else if (media == QLatin1String("application/pdf")) {
        result.facts = pdfFacts(request.page);
        paintInto(result, request, 1.41, QStringLiteral("Technical documentation, page %1").arg(request.page));
    } else if (media == QLatin1String("image/png")) {
        result.facts =
            R"({"schema":"countersign.reader/1","kind":"image","media":"image/png","bytes":31004,"truncated":false,"notes":[],"format":"png","width":600,"height":400})";
        paintInto(result, request, 0.66, QStringLiteral("Calibration"));
    } else {
        result.facts = textFacts;
    }
    return result;
}

} // namespace cs::fake
