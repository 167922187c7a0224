// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/registry_source.h"

#include "ui/widgets/words.h"

namespace cs::ui {

RegistryLook registryLook(const query::RegistryRow& row, const QString& cannotSync)
{
    if (row.running) {
        return {QStringLiteral("running"), RegistrySource::tr("Synchronising"), Role::Pending};
    }
    if (!row.findings.empty()) {
        return {QStringLiteral("failed"),
            RegistrySource::tr("%n thing(s) out of governance", nullptr, static_cast<int>(row.findings.size())),
            Role::Failed};
    }
    if (row.signIn == query::RegistryRow::SignIn::Missing) {
        return {QStringLiteral("stale"), RegistrySource::tr("Sign-in missing"), Role::Stale};
    }
    if (row.last && !row.last->ok) {
        return {QStringLiteral("stale"), RegistrySource::tr("Last run failed"), Role::Stale};
    }
    if (row.last) {
        return {QStringLiteral("passed"), RegistrySource::tr("In step"), Role::Passed};
    }
    return cannotSync.isEmpty()
        ? RegistryLook{QStringLiteral("pending"), RegistrySource::tr("Not synchronised yet"), Role::Pending}
        : RegistryLook{QStringLiteral("not-applicable"), RegistrySource::tr("Not from here"), Role::Na};
}

std::vector<Column> RegistrySource::columns()
{
    return {{"name", tr("Registry"), ColumnKind::Name, 130, false, false},
        {"kind", tr("Kind"), ColumnKind::Text, 70, false, false, 2},
        {"address", tr("Address"), ColumnKind::Mono, 200, true, false},
        {"versions", tr("Versions"), ColumnKind::Number, 72, false, false, 1},
        {"state", tr("State"), ColumnKind::Text, 236, false, false}};
}

const query::RegistryRow* RegistrySource::find(qint64 id) const
{
    for (const query::RegistryRow& row : m_view.registries) {
        if (row.form.id.index() == id) {
            return &row;
        }
    }
    return nullptr;
}

void RegistrySource::fetchIds(const RowQuery&, std::function<void(Result<std::vector<qint64>>)> done)
{
    std::vector<qint64> ids;
    for (const query::RegistryRow& row : m_view.registries) {
        ids.push_back(row.form.id.index());
    }
    done(std::move(ids));
}

void RegistrySource::fetchRows(const std::vector<qint64>& ids, std::function<void(Result<std::vector<Row>>)> done)
{
    std::vector<Row> rows;
    for (const qint64 id : ids) {
        const query::RegistryRow* found = find(id);
        if (found == nullptr) {
            continue;
        }
        const RegistryLook look = registryLook(*found, qs(m_view.cannotSync));
        Row row;
        row.id = id;
        row.cells.resize(5);
        row.cells[0].text = cleanName(qs(found->form.name), 80);
        row.cells[1].text = cleanName(qs(found->kindTitle), 40);
        row.cells[2].text = ltr(cleanName(qs(found->form.url)));
        row.cells[2].tip = row.cells[2].text;
        row.cells[3].text = countText(static_cast<qint64>(found->versions));
        row.cells[4].text = look.text;
        row.cells[4].icon = look.icon;
        row.cells[4].iconRole = look.role;
        row.cells[4].textRole = Role::Text;
        for (Cell& cell : row.cells) {
            cell.value = cell.text;
        }
        rows.push_back(std::move(row));
    }
    done(std::move(rows));
}

} // namespace cs::ui
