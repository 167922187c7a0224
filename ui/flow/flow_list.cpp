// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flow_list.h"

#include "ui/flow/flow_words.h"
#include "ui/widgets/chips/stage_chip.h"
#include "ui/widgets/words.h"

#include <algorithm>

namespace cs::ui {

std::vector<Column> FlowList::columns()
{
    return {{"what", tr("What"), ColumnKind::Text, 100, false, false},
        {"name", tr("Name"), ColumnKind::Name, 230, true, false},
        {"where", tr("Where"), ColumnKind::Text, 170, false, false},
        {"says", tr("State"), ColumnKind::Text, 210, false, false},
        {"more", tr("Details"), ColumnKind::Text, 300, true, false}};
}

void FlowList::setView(const query::FlowView& view, UtcTime now)
{
    m_rows.clear();
    for (const query::FlowStage& stage : view.stages) {
        addStage(view, stage, now);
    }
    addWays(view, now);
}

void FlowList::addStage(const query::FlowView& view, const query::FlowStage& stage, UtcTime now)
{
    const QString label = cleanName(qs(stage.label), 40);
    const StageLook look = stageLook(qs(stage.id));
    m_rows.push_back({QStringLiteral("stage:") % qs(stage.id), tr("Stage"), label, {},
        tr("%n version(s)", nullptr, static_cast<int>(stage.count)), FlowWords::stageSentence(stage), look.icon,
        look.role});
    for (const query::FlowCard& card : stage.cards) {
        const auto line = FlowWords::cardLine(card);
        const VerdictLook verdict = verdictLook(line.verdict.value_or(Verdict::NotApplicable));
        QStringList more{tr("since %1").arg(relativeTime(card.since, now))};
        if (card.ramp) {
            more.append(FlowWords::rampText(*card.ramp));
        }
        if (card.promotion) {
            more.append(tr("promotion #%1").arg(card.promotionNumber));
        }
        if (card.waitsForMe) {
            more.append(tr("waits for you"));
        }
        m_rows.push_back({QStringLiteral("card:") % qs(card.version.text()), tr("Version"), FlowWords::cardName(card),
            label, line.text, more.join(QStringLiteral("; ")), line.verdict ? verdict.icon : QString(), verdict.role});
    }
    for (const query::FlowBar& bar : stage.bars) {
        m_rows.push_back({QStringLiteral("bar:%1:%2").arg(qs(stage.id), qs(bar.model.text())), tr("Model"),
            cleanName(qs(bar.modelName), 80), label, tr("%n version(s)", nullptr, static_cast<int>(bar.versions)), {},
            {}, Role::Muted});
    }
    const bool more = stage.bars.empty() ? stage.count > stage.cards.size() : stage.barModels > stage.bars.size();
    if (more) {
        query::FlowStage whole = stage;
        whole.extra = false; // the list shows every card that there is
        m_rows.push_back({QStringLiteral("more:") % qs(stage.id), tr("More"), FlowWords::moreText(whole), label, {}, {},
            {}, Role::Muted});
    }
    for (const query::FlowGate& gate : view.gates) {
        if (gate.from == stage.id) {
            addGate(gate);
        }
    }
}

void FlowList::addGate(const query::FlowGate& gate)
{
    QStringList who;
    for (const query::FlowApprover& approver : gate.approvers) {
        QString words =
            tr("%1: %n signature(s)", nullptr, static_cast<int>(approver.count)).arg(cleanName(qs(approver.title), 80));
        if (!approver.when.empty()) {
            words = tr("%1, only with %2").arg(words, cleanName(qs(approver.when), 80));
        }
        who.append(words);
    }
    const auto line = FlowWords::gateLine(gate);
    QString says = gate.best ? tr("%1; %2 of %3 hold")
                                   .arg(line.text, countText(static_cast<qint64>(gate.best->passed)),
                                       countText(static_cast<qint64>(gate.best->total)))
                             : line.text;
    if (gate.frozenUntil) {
        says = tr("%1; frozen until %2").arg(says, utcText(*gate.frozenUntil));
    }
    m_rows.push_back({QStringLiteral("gate:") % qs(gate.transition), tr("Gate"), cleanName(qs(gate.title), 80),
        FlowWords::gateFacts(gate), says, who.join(QStringLiteral("; ")), QStringLiteral("gate"),
        gate.waitsForMe > 0 ? Role::Accent : Role::Muted});
}

void FlowList::addWays(const query::FlowView& view, UtcTime now)
{
    const auto label = [&](const std::string& id) {
        const auto found = std::find_if(
            view.stages.begin(), view.stages.end(), [&](const query::FlowStage& stage) { return stage.id == id; });
        return cleanName(qs(found == view.stages.end() ? id : found->label), 40);
    };
    for (const query::FlowWayBack& way : view.ways) {
        m_rows.push_back({QString(), tr("Way back"), tr("%1 → %2").arg(label(way.from), label(way.to)), {},
            FlowWords::wayText(way, now, false), FlowWords::wayText(way, now, true), QStringLiteral("rollback"),
            Role::Muted});
    }
    for (const query::FlowFreeze& freeze : view.freezes) {
        m_rows.push_back({QString(), tr("Freeze"), cleanName(qs(freeze.title), 80), {},
            freeze.closed ? tr("closed now") : tr("coming"), FlowWords::freezeText(freeze, now),
            QStringLiteral("frozen"), Role::Frozen});
    }
}

QString FlowList::station(qint64 row) const
{
    return row < 0 || row >= static_cast<qint64>(m_rows.size()) ? QString()
                                                                : m_rows[static_cast<std::size_t>(row)].station;
}

qint64 FlowList::rowOf(const QString& station) const
{
    for (std::size_t n = 0; n < m_rows.size(); ++n) {
        if (m_rows[n].station == station && !station.isEmpty()) {
            return static_cast<qint64>(n);
        }
    }
    return -1;
}

void FlowList::fetchIds(const RowQuery&, std::function<void(Result<std::vector<qint64>>)> done)
{
    std::vector<qint64> ids;
    for (std::size_t n = 0; n < m_rows.size(); ++n) {
        ids.push_back(static_cast<qint64>(n));
    }
    done(std::move(ids));
}

void FlowList::fetchRows(const std::vector<qint64>& ids, std::function<void(Result<std::vector<Row>>)> done)
{
    std::vector<Row> rows;
    for (const qint64 id : ids) {
        if (id >= static_cast<qint64>(m_rows.size())) {
            continue;
        }
        const Entry& entry = m_rows[static_cast<std::size_t>(id)];
        Row row;
        row.id = id;
        const auto cell = [](const QString& text) {
            return Cell{text, text, text.toHtmlEscaped(), {}, Role::Muted, {}, {}, Who::Person};
        };
        row.cells = {cell(entry.what), cell(entry.name), cell(entry.where), cell(entry.says), cell(entry.more)};
        row.cells[3].icon = entry.says.isEmpty() ? QString() : entry.icon;
        row.cells[3].iconRole = entry.role;
        rows.push_back(std::move(row));
    }
    done(std::move(rows));
}

} // namespace cs::ui
