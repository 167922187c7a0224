// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/version_cells.h"

#include "ui/widgets/chips/stage_chip.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>

namespace cs::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cs::ui::VersionCells)
};

QString riskWord(const std::string& risk, const std::string& label)
{
    if (risk == "low") {
        return Words::tr("Low", "risk tier");
    }
    if (risk == "medium") {
        return Words::tr("Medium", "risk tier");
    }
    return risk == "high" ? Words::tr("High", "risk tier") : cleanName(qs(label), 40);
}

Cell textCell(const QString& text)
{
    Cell cell;
    cell.text = text;
    cell.value = text;
    return cell;
}

} // namespace

QString moreDataText(const query::NamedFact& data)
{
    const QString name = cleanName(qs(data.value), 200);
    //: a data set, and what it was used for
    return data.label.empty() ? name : Words::tr("%1 (%2)").arg(name, cleanName(qs(data.label), 40));
}

QString findingWords(const std::string& kind)
{
    const std::pair<const char*, QString> known[] = {
        {"registry.alias_without_promotion", Words::tr("Alias without promotion")},
        {"registry.stage_without_promotion", Words::tr("Stage without promotion")},
        {"registry.stamp_forged", Words::tr("Forged stamp")}, {"registry.stamp_changed", Words::tr("Stamp changed")},
        {"registry.ledger_unknown", Words::tr("Stamp of another ledger")},
        {"registry.alias_moved", Words::tr("Alias moved")},
        {"registry.version_missing", Words::tr("Gone from registry")},
        {"registry.version_replaced", Words::tr("Replaced")}, {"registry.write_failed", Words::tr("Not in step")}};
    for (const auto& [id, words] : known) {
        if (kind == id) {
            return words;
        }
    }
    return kindWords(kind);
}

QString kindWords(const std::string& kind)
{
    QString words = cleanName(qs(kind), 60).replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!words.isEmpty()) {
        words[0] = words.at(0).toUpper();
    }
    return words;
}

StandingLook standingLook(const query::VersionListRow& row)
{
    using Standing = query::filter::Standing;
    switch (row.standing) {
    case Standing::Finding:
        return {Verdict::Failed,
            row.finding.starts_with("registry.") ? Words::tr("Out of governance") : findingWords(row.finding)};
    case Standing::Held:
        return {Verdict::Stale, Words::tr("Held")};
    case Standing::RolledBack:
        return {Verdict::Failed, Words::tr("Rolled back")};
    case Standing::InForce:
        return {Verdict::Passed, Words::tr("In force")};
    case Standing::Open:
        break;
    case Standing::Quiet:
        return {std::nullopt, {}};
    }
    if (row.vetoed) {
        return {Verdict::Vetoed, Words::tr("Vetoed")};
    }
    if (row.approvalStale) {
        return {Verdict::Stale, Words::tr("Approval stale")};
    }
    const PromotionLook look = promotionLook(row.promotionStatus, row.promotionLine, row.passed, row.total);
    return {look.verdict, look.text};
}

namespace {

/// "8e1f…20c4": the column says what it is, so the name of the hash is left to the tool tip.
QString shortHex(const QString& digest)
{
    const QString hex = digest.section(QLatin1Char(':'), -1);
    return ltr(hex.left(4) + QStringLiteral("…") + hex.right(4));
}

} // namespace

std::vector<Column> versionColumns()
{
    return {{"model", Words::tr("Model"), ColumnKind::Name, 170, true, true},
        {"version", Words::tr("Version"), ColumnKind::Text, 60, false, true},
        {"stage", Words::tr("Stage"), ColumnKind::Text, 118, false, true},
        {"risk", Words::tr("Risk tier"), ColumnKind::Text, 122, false, true},
        {"metric", Words::tr("Metric"), ColumnKind::Number, 72, false, true},
        {"state", Words::tr("State"), ColumnKind::Text, 160, false, true},
        {"waiting", Words::tr("Waiting"), ColumnKind::Time, 70, false, true},
        {"registry", Words::tr("Registry"), ColumnKind::Text, 84, false, true, 2},
        {"artifact", Words::tr("Artifact"), ColumnKind::Mono, 98, false, true, 1},
        {"updated", Words::tr("Updated"), ColumnKind::Time, 88, false, true}};
}

Row versionRow(const query::VersionListRow& version, UtcTime now)
{
    Row row;
    row.id = version.id.index();
    const StageLook stage = stageLook(qs(version.stage));
    Cell name = textCell(cleanName(qs(version.modelName), 120));
    if (!version.modelFinding.empty()) {
        name.tag = Words::tr("Finding");
        name.tip = Words::tr("Open finding about the model: %1").arg(findingWords(version.modelFinding));
    }
    Cell label = textCell(cleanName(qs(version.label), 60));
    Cell stageCell = textCell(cleanName(qs(version.stageLabel), 60));
    stageCell.icon = stage.icon;
    stageCell.iconRole = stage.role;
    Cell risk = textCell(riskWord(version.risk, version.riskLabel));
    risk.tag = version.regulated ? Words::tr("Regulated") : QString();
    risk.value = version.regulated ? QVariant(QString(risk.text + QStringLiteral(", ") + risk.tag)) : risk.value;
    Cell metric = textCell(version.metric ? metricValue(*version.metric, {}) : QString());
    metric.tip = cleanName(qs(version.metricName), 80);
    if (version.metric) {
        metric.value = *version.metric;
    }
    const StandingLook standing = standingLook(version);
    Cell state = textCell(standing.text);
    state.chip = standing.verdict;
    state.tip = version.promotion ? cleanName(qs(version.promotionLine)) : QString();
    Cell waiting = textCell(version.waitingSince ? durationText(now.msSince(*version.waitingSince)) : QString());
    if (version.waitingSince) {
        waiting.value = qs(version.waitingSince->text());
        waiting.tip = Words::tr("Proposed %1").arg(utcExact(*version.waitingSince));
    }
    Cell registry = textCell(cleanName(qs(version.registry), 60));
    registry.textRole = Role::Muted;
    const bool verified = !version.artifact.empty();
    Cell artifact = textCell(verified ? shortHex(qs(version.artifact)) : Words::tr("Unverified"));
    artifact.value = qs(version.artifact);
    artifact.tip = qs(version.artifact);
    artifact.textRole = verified ? std::nullopt : std::optional(Role::Stale);
    artifact.icon = verified ? QString() : QStringLiteral("warning");
    artifact.iconRole = Role::Stale;
    Cell updated = textCell(relativeTime(version.updated, now));
    updated.value = qs(version.updated.text());
    updated.tip = utcExact(version.updated);
    row.cells = {name, label, stageCell, risk, metric, state, waiting, registry, artifact, updated};
    return row;
}

} // namespace cs::ui
