// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/views/models_export.h"

#include <algorithm>

namespace cs::views {

namespace {

struct ColumnOf {
    reports::TableColumn column;
    reports::Cell (*cell)(const query::VersionListRow&);
};

reports::Cell textOrNothing(const std::string& text)
{
    return text.empty() ? reports::Cell() : reports::Cell(text);
}

const std::vector<ColumnOf>& columnsOf()
{
    using Row = query::VersionListRow;
    static const std::vector<ColumnOf> all{
        {{"id", "Id", 8}, [](const Row& row) { return reports::Cell(row.id.text()); }},
        {{"model", "Model", 26}, [](const Row& row) { return reports::Cell(row.modelName); }},
        {{"version", "Version", 12}, [](const Row& row) { return reports::Cell(row.label); }},
        {{"stage", "Stage", 14}, [](const Row& row) { return reports::Cell(row.stageLabel); }},
        {{"risk", "Risk tier", 10}, [](const Row& row) { return textOrNothing(row.riskLabel); }},
        {{"regulated", "Regulated", 10}, [](const Row& row) { return reports::Cell(row.regulated); }},
        {{"metric", "Headline metric", 14},
            [](const Row& row) { return row.metric ? reports::Cell(*row.metric) : reports::Cell(); }},
        {{"metricName", "Metric name", 18}, [](const Row& row) { return textOrNothing(row.metricName); }},
        {{"state", "State", 22}, [](const Row& row) { return textOrNothing(standingWords(row)); }},
        {{"waiting", "Waiting since (UTC)", 20},
            [](const Row& row) { return row.waitingSince ? reports::Cell(*row.waitingSince) : reports::Cell(); }},
        {{"registry", "Registry", 16}, [](const Row& row) { return textOrNothing(row.registry); }},
        {{"artifact", "Artifact", 40}, [](const Row& row) { return textOrNothing(row.artifact); }},
        {{"updated", "Updated (UTC)", 20}, [](const Row& row) { return reports::Cell(row.updated); }}};
    return all;
}

bool wanted(const std::vector<std::string>& columns, const std::string& id)
{
    if (columns.empty() || std::ranges::find(columns, id) != columns.end())
        return true;
    // What makes another column readable comes with it.
    const std::string with = id == "id" ? "model" : id == "regulated" ? "risk" : id == "metricName" ? "metric" : "";
    return !with.empty() && std::ranges::find(columns, with) != columns.end();
}

} // namespace

std::string standingWords(const query::VersionListRow& row)
{
    using filter = query::filter::Standing;
    switch (row.standing) {
    case filter::Finding:
        return "Finding: " + row.finding;
    case filter::Held:
        return "Held";
    case filter::RolledBack:
        return "Rolled back";
    case filter::InForce:
        return "In force";
    case filter::Open:
        return row.vetoed ? "Vetoed" : row.approvalStale ? "Approval stale" : row.promotionLine;
    case filter::Quiet:
        break;
    }
    return {};
}

reports::Table versionTable(const Session& session, const ModelsIndex& index, const std::vector<VersionId>& ids,
    const std::vector<std::string>& columns, UtcTime now)
{
    reports::Table table;
    table.title = "Versions";
    table.workspace = session.state().name;
    std::vector<const ColumnOf*> chosen;
    for (const ColumnOf& column : columnsOf())
        if (wanted(columns, column.column.id)) {
            chosen.push_back(&column);
            table.columns.push_back(column.column);
        }
    for (const query::VersionListRow& row : versionRows(session, index, ids, now)) {
        auto& cells = table.rows.emplace_back();
        for (const ColumnOf* column : chosen)
            cells.push_back(column->cell(row));
    }
    return table;
}

} // namespace cs::views
