// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/people_source.h"

#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/review/save_file.h"
#include "ui/widgets/words.h"

#include <algorithm>

namespace cs::ui {

namespace {

Cell textCell(const QString& text, const QString& tip = {})
{
    Cell cell;
    cell.text = text;
    cell.value = withoutIsolates(text);
    cell.tip = tip;
    return cell;
}

struct StateLook {
    QString icon;
    Role role;
};

StateLook stateLook(const std::string& state)
{
    if (state == "compromised") {
        return {QStringLiteral("failed"), Role::Failed};
    }
    if (state == "revoked") {
        return {QStringLiteral("vetoed"), Role::Vetoed};
    }
    if (state == "expires") {
        return {QStringLiteral("stale"), Role::Stale};
    }
    return {QStringLiteral("passed"), Role::Passed};
}

QString joinedNames(const std::vector<query::PersonView>& people)
{
    QStringList names;
    for (const query::PersonView& person : people) {
        names.append(isolate(cleanName(qs(person.name), 60)));
    }
    return names.join(QLatin1String(", "));
}

QString joinedWords(const std::vector<std::string>& words)
{
    QStringList list;
    for (const std::string& word : words) {
        list.append(isolate(cleanName(qs(word), 60)));
    }
    return list.join(QLatin1String(", "));
}

} // namespace

void PeopleSource::setView(query::PeopleView view, UtcTime now)
{
    m_view = std::move(view);
    m_now = now;
}

const query::PersonLine* PeopleSource::personOf(qint64 id) const
{
    const auto found = std::ranges::find_if(
        m_view.people, [id](const query::PersonLine& line) { return line.person.id.index() == id; });
    return found == m_view.people.end() ? nullptr : &*found;
}

std::vector<Column> PeopleSource::columns() const
{
    switch (m_list) {
    case PeopleList::Roles:
        return {{"role", tr("Role"), ColumnKind::Name, 190, false, true},
            {"holders", tr("Who holds it"), ColumnKind::Text, 220, true, false},
            {"least", tr("At least"), ColumnKind::Number, 80, false, true},
            {"signoff", tr("Joining is signed by"), ColumnKind::Text, 180, false, false}};
    case PeopleList::Delegations:
        return {{"from", tr("From"), ColumnKind::Name, 180, false, true},
            {"to", tr("To"), ColumnKind::Name, 180, true, true},
            {"roles", tr("Roles"), ColumnKind::Text, 180, false, false},
            {"until", tr("Until"), ColumnKind::Time, 130, false, true},
            {"state", tr("State"), ColumnKind::Text, 110, false, true}};
    case PeopleList::People:
    case PeopleList::Administrators:
        break;
    }
    return {{"who", tr("Who"), ColumnKind::Name, 200, true, true},
        {"roles", tr("Roles"), ColumnKind::Text, 150, false, true},
        {"domains", tr("Domain"), ColumnKind::Text, 96, false, false, 1},
        {"key", tr("Key"), ColumnKind::Mono, 126, false, false},
        {"last", tr("Last use"), ColumnKind::Time, 86, false, true, 2},
        {"state", tr("State"), ColumnKind::Text, 104, false, true}};
}

std::vector<qint64> PeopleSource::allIds() const
{
    std::vector<qint64> ids;
    switch (m_list) {
    case PeopleList::Roles:
        for (std::size_t i = 0; i < m_view.roles.size(); ++i) {
            ids.push_back(static_cast<qint64>(i));
        }
        break;
    case PeopleList::Delegations:
        for (const query::DelegationLine& line : m_view.delegations) {
            ids.push_back(line.index);
        }
        break;
    case PeopleList::People:
    case PeopleList::Administrators:
        for (const query::PersonLine& line : m_view.people) {
            if (m_list == PeopleList::People || line.admin) {
                ids.push_back(line.person.id.index());
            }
        }
        break;
    }
    return ids;
}

Row PeopleSource::personRow(const query::PersonLine& line) const
{
    QStringList roles;
    QStringList domains;
    for (const query::RoleLine& role : line.roles) {
        roles.append(isolate(cleanName(qs(role.title), 60)));
        const QString domain = coreWords(cleanName(qs(role.domains), 60));
        if (!domains.contains(domain)) {
            domains.append(domain);
        }
    }
    if (line.admin) {
        roles.append(tr("administrator"));
    }
    Row row;
    row.id = line.person.id.index();
    row.cells.resize(6);
    row.cells[0] = textCell(cleanName(qs(line.person.name), 80), qs(line.person.id.text()));
    row.cells[0].badge = line.person.role.empty() ? (line.admin ? QStringLiteral("administrator") : QStringLiteral("-"))
                                                  : qs(line.person.role);
    row.cells[0].badgeWho = whoOf(line.person);
    row.cells[1] = textCell(roles.join(QLatin1String(", ")));
    row.cells[2] = textCell(line.person.service ? tr("service") : domains.join(QLatin1String("; ")));
    row.cells[2].textRole = Role::Muted;
    if (!line.keys.empty()) {
        row.cells[3] = textCell(shortDigest(qs(line.keys.front().fingerprint)), qs(line.keys.front().fingerprint));
        row.cells[3].value = qs(line.keys.front().fingerprint);
    }
    row.cells[4] = textCell(line.lastUse ? relativeTime(*line.lastUse, m_now) : tr("never"),
        line.lastUse ? utcExact(*line.lastUse) : QString());
    row.cells[4].value = line.lastUse ? qs(line.lastUse->text()) : QString();
    const bool waits = !line.waiting.empty();
    const StateLook look = stateLook(line.state);
    row.cells[5] =
        textCell(waits ? tr("change pending") : coreWords(cleanName(qs(line.stateText), 60)), qs(line.stateText));
    row.cells[5].icon = waits ? QStringLiteral("pending") : look.icon;
    row.cells[5].iconRole = waits ? Role::Pending : look.role;
    return row;
}

Row PeopleSource::roleRow(const query::RoleSummary& role, qint64 id) const
{
    Row row;
    row.id = id;
    row.cells.resize(4);
    row.cells[0] = textCell(cleanName(qs(role.title), 80), qs(role.id));
    row.cells[0].badge = qs(role.id);
    row.cells[0].badgeWho = role.human ? Who::Person : Who::Service;
    row.cells[1] = textCell(role.holders.empty() ? tr("nobody") : joinedNames(role.holders));
    if (static_cast<std::int64_t>(role.holders.size()) < role.minMembers) {
        row.cells[1].icon = QStringLiteral("warning");
        row.cells[1].iconRole = Role::Stale;
    }
    row.cells[2] = textCell(countText(role.minMembers));
    row.cells[3] = textCell(joinedWords(role.signoff),
        role.fallback.empty() ? QString() : tr("While nobody holds it: %1").arg(cleanName(qs(role.fallback), 60)));
    return row;
}

Row PeopleSource::delegationRow(const query::DelegationLine& line) const
{
    Row row;
    row.id = line.index;
    row.cells.resize(5);
    row.cells[0] = textCell(cleanName(qs(line.from.name), 80));
    row.cells[0].badge = qs(line.from.role);
    row.cells[1] = textCell(cleanName(qs(line.to.name), 80));
    row.cells[1].badge = qs(line.to.role);
    row.cells[2] = textCell(joinedWords(line.roles));
    row.cells[3] = textCell(utcText(line.until), utcExact(line.until));
    row.cells[3].value = qs(line.until.text());
    row.cells[4] = textCell(line.ended ? tr("ended") : tr("in force"));
    row.cells[4].icon = line.ended ? QStringLiteral("not-applicable") : QStringLiteral("passed");
    row.cells[4].iconRole = line.ended ? Role::Na : Role::Passed;
    return row;
}

Row PeopleSource::makeRow(qint64 id) const
{
    switch (m_list) {
    case PeopleList::Roles:
        return roleRow(m_view.roles.at(static_cast<std::size_t>(id)), id);
    case PeopleList::Delegations:
        return delegationRow(*std::ranges::find(m_view.delegations, id, &query::DelegationLine::index));
    case PeopleList::People:
    case PeopleList::Administrators:
        break;
    }
    return personRow(*personOf(id));
}

QString PeopleSource::rowText(qint64 id) const
{
    QStringList words;
    for (const Cell& cell : makeRow(id).cells) {
        words.append(cell.value.toString());
        words.append(cell.text);
    }
    return words.join(QLatin1Char(' '));
}

void PeopleSource::fetchIds(const RowQuery& query, std::function<void(Result<std::vector<qint64>>)> done)
{
    std::vector<qint64> ids = allIds();
    const QStringList words = query.filter.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::erase_if(ids, [&](qint64 id) {
        const QString text = rowText(id);
        return std::ranges::any_of(
            words, [&](const QString& word) { return !text.contains(word, Qt::CaseInsensitive); });
    });
    const auto all = columns();
    const auto at = std::ranges::find(all, query.sortColumn, &Column::id);
    if (at != all.end()) {
        const auto column = static_cast<std::size_t>(at - all.begin());
        const bool number = at->kind == ColumnKind::Number;
        const auto less = [&](qint64 a, qint64 b) {
            const QVariant left = makeRow(a).cells.at(column).value;
            const QVariant right = makeRow(b).cells.at(column).value;
            return number ? left.toLongLong() < right.toLongLong()
                          : QString::localeAwareCompare(left.toString(), right.toString()) < 0;
        };
        std::ranges::stable_sort(
            ids, [&](qint64 a, qint64 b) { return query.order == Qt::AscendingOrder ? less(a, b) : less(b, a); });
    }
    done(std::move(ids));
}

void PeopleSource::fetchRows(const std::vector<qint64>& ids, std::function<void(Result<std::vector<Row>>)> done)
{
    const std::vector<qint64> known = allIds();
    std::vector<Row> rows;
    for (const qint64 id : ids) {
        if (std::ranges::find(known, id) != known.end()) { // gone meanwhile
            rows.push_back(makeRow(id));
        }
    }
    done(std::move(rows));
}

QString PeopleSource::csv(const std::vector<qint64>& ids) const
{
    QStringList head;
    for (const Column& column : columns()) {
        head.append(column.title);
    }
    QString text = csvLine(head);
    for (const qint64 id : ids) {
        QStringList line;
        for (const Cell& cell : makeRow(id).cells) {
            line.append(cell.value.toString());
        }
        text += csvLine(line);
    }
    return text;
}

} // namespace cs::ui
