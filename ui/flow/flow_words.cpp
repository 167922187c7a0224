// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/flow_words.h"

#include "ui/widgets/words.h"

#include <QDateTime>
#include <QLocale>

namespace cs::ui {

using query::CardSays;

FlowWords::Line FlowWords::cardLine(const query::FlowCard& card)
{
    const QString detail = cleanName(qs(card.detail), 120);
    switch (card.says) {
    case CardSays::Left:
        return {
            isolate(tr("%1 of %2 left")
                        .arg(countText(static_cast<qint64>(card.left)), countText(static_cast<qint64>(card.total)))),
            Verdict::Pending};
    case CardSays::Ready:
        //: on a version whose gate is satisfied
        return {tr("ready"), Verdict::Passed};
    case CardSays::Refused:
        return {tr("refused"), Verdict::Vetoed};
    case CardSays::ChangesAsked:
        return {tr("changes asked"), Verdict::Vetoed};
    case CardSays::Expired:
        return {tr("proposal expired"), Verdict::Stale};
    case CardSays::ApprovalStale:
        return {tr("approval stale"), Verdict::Stale};
    case CardSays::CheckFails:
        return {detail, Verdict::Failed};
    case CardSays::Frozen:
        return {tr("frozen"), Verdict::Frozen};
    case CardSays::Blocked:
        return {tr("blocked"), Verdict::Failed};
    case CardSays::Breach:
        return {tr("guardrail breached"), Verdict::Failed};
    case CardSays::Held:
        return {tr("held after rollback"), Verdict::Failed};
    case CardSays::OutOfGovernance:
        //: on a version that an open finding names
        return {tr("out of governance"), Verdict::Failed};
    case CardSays::Serves:
        return {tr("serves"), Verdict::Passed};
    case CardSays::Nothing:
        break;
    }
    return {};
}

QString FlowWords::cardName(const query::FlowCard& card)
{
    return cleanName(qs(card.modelName), 80) % QLatin1Char(' ') % cleanName(qs(card.label), 40);
}

QString FlowWords::stageSentence(const query::FlowStage& stage)
{
    if (stage.kind == "archived") {
        return tr("kept for audit");
    }
    if (stage.kind == "retired") {
        return tr("superseded, warm for rollback");
    }
    if (stage.kind == "deprecated") {
        return tr("still serves, replacement planned");
    }
    if (stage.exposure == "shadow") {
        return tr("shadow traffic");
    }
    if (stage.exposure == "slice") {
        return tr("a slice of traffic");
    }
    if (stage.exposure == "subset") {
        return tr("a named subset of users");
    }
    return stage.exposure == "full" ? tr("full traffic") : tr("no traffic");
}

QString FlowWords::moreText(const query::FlowStage& stage)
{
    if (!stage.bars.empty()) {
        return tr("and %n more model(s)", nullptr, static_cast<int>(stage.barModels - stage.bars.size()));
    }
    const std::size_t shown = stage.extra ? std::min<std::size_t>(1, stage.cards.size()) : stage.cards.size();
    return tr("and %1 more").arg(countText(static_cast<qint64>(stage.count - shown)));
}

QString FlowWords::gateFacts(const query::FlowGate& gate)
{
    const QString conditions = tr("%n condition(s)", nullptr, static_cast<int>(gate.conditions));
    return gate.automatic ? tr("%1 · automatic").arg(conditions) : conditions;
}

FlowWords::Line FlowWords::gateLine(const query::FlowGate& gate)
{
    if (gate.open == 0) {
        return {tr("none open"), std::nullopt};
    }
    const QString open = tr("%1 open").arg(countText(static_cast<qint64>(gate.open)));
    const QString stale = tr("%1 stale").arg(countText(static_cast<qint64>(gate.stale)));
    if (gate.waitsForMe > 0) {
        const QString mine = gate.waitsForMe == 1 && gate.open == 1
            ? tr("waits for you")
            : tr("%n wait(s) for you", nullptr, static_cast<int>(gate.waitsForMe));
        return {tr("%1 · %2").arg(open, mine), std::nullopt};
    }
    if (gate.judged < gate.open) {
        const QString judged = tr("newest %1 judged").arg(countText(static_cast<qint64>(gate.judged)));
        return {tr("%1 · %2").arg(open, gate.stale > 0 ? stale : judged),
            gate.stale > 0 ? std::optional(Verdict::Stale) : std::nullopt};
    }
    return gate.stale > 0 ? Line{tr("%1 · %2").arg(open, stale), Verdict::Stale} : Line{open, std::nullopt};
}

QString FlowWords::wayText(const query::FlowWayBack& way, UtcTime now, bool full)
{
    if (way.reinstatement) {
        return full ? tr("Re-promote an archived version, through the gate") : tr("Re-promote, through the gate");
    }
    const QString budget = way.budgetSeconds ? durationText(*way.budgetSeconds * 1000) : QString();
    const QString first = way.automation ? tr("Automatic") : tr("Roll back");
    if (!full) {
        return budget.isEmpty() ? first : tr("%1 · %2").arg(first, budget);
    }
    QString text = way.restoresVersion ? tr("%1, restores %2").arg(first, cleanName(qs(way.restores), 40)) : first;
    if (!budget.isEmpty()) {
        text = tr("%1 · %2 at most").arg(text, budget);
    }
    if (way.unrehearsed > 0) {
        text = tr("%1, not rehearsed for %2").arg(text, tr("%n model(s)", nullptr, static_cast<int>(way.unrehearsed)));
    } else if (way.rehearsedAt) {
        text = tr("%1, rehearsed %2").arg(text, relativeTime(*way.rehearsedAt, now));
    }
    return text;
}

namespace {

/// "Fri 16 Apr, 16:00 UTC": the year only where it is another one.
QString nearTime(UtcTime time, UtcTime now)
{
    const auto dateOf = [](UtcTime at) { return QDateTime::fromMSecsSinceEpoch(at.ms(), Qt::UTC); };
    if (dateOf(time).date().year() != dateOf(now).date().year()) {
        return utcText(time);
    }
    //: a day and a time, in the letters of Qt's date formats
    const QString near = QLocale().toString(dateOf(time), FlowWords::tr("ddd d MMM, HH:mm"));
    //: %1 is a date and time, for example "Fri 16 Apr, 16:00"
    return FlowWords::tr("%1 UTC").arg(near);
}

} // namespace

QString FlowWords::freezeText(const query::FlowFreeze& freeze, UtcTime now)
{
    QStringList ways;
    for (const std::string& label : freeze.labels) {
        ways.append(cleanName(qs(label), 80));
    }
    QString what = ways.size() > 1 ? tr("%1 and %n more", nullptr, static_cast<int>(ways.size()) - 1).arg(ways.front())
                                   : ways.value(0);
    if (!freeze.when.empty()) {
        what = tr("%1, only with %2,").arg(what, cleanName(qs(freeze.when), 120));
    }
    if (freeze.closed) {
        return tr("%1 is closed until %2. Rollback is never frozen.").arg(what, nearTime(freeze.until, now));
    }
    return tr("%1 closes %2 and opens %3. Rollback is never frozen.")
        .arg(what, nearTime(freeze.from, now), nearTime(freeze.until, now));
}

QString FlowWords::percent(double value)
{
    return QLocale().toString(value, 'g', 4);
}

QString FlowWords::rampText(const query::FlowRamp& ramp)
{
    return tr("%1 % of the traffic, of %2 % at most")
        .arg(percent(ramp.now), percent(ramp.steps.empty() ? 0 : ramp.steps.back()));
}

namespace {

QString explainCard(const query::FlowCard& card, const query::FlowStage& stage, UtcTime now)
{
    QStringList parts{
        FlowWords::tr("%1, in %2 since %3")
            .arg(FlowWords::cardName(card), cleanName(qs(stage.label), 40), relativeTime(card.since, now))};
    if (const auto line = FlowWords::cardLine(card); !line.text.isEmpty()) {
        parts.append(line.text);
    }
    if (card.ramp) {
        parts.append(FlowWords::rampText(*card.ramp));
    }
    if (card.promotion) {
        parts.append(FlowWords::tr("promotion #%1").arg(card.promotionNumber));
    }
    if (card.waitsForMe) {
        parts.append(FlowWords::tr("waits for you"));
    }
    return parts.join(QStringLiteral("; "));
}

QString explainGate(const query::FlowGate& gate)
{
    QStringList parts{FlowWords::tr("Gate %1").arg(cleanName(qs(gate.title), 80)), FlowWords::gateFacts(gate)};
    for (const query::FlowApprover& approver : gate.approvers) {
        const QString title = cleanName(qs(approver.title), 80);
        const QString count = FlowWords::tr("%n signature(s)", nullptr, static_cast<int>(approver.count));
        parts.append(approver.when.empty()
                ? FlowWords::tr("%1: %2").arg(title, count)
                : FlowWords::tr("%1: %2, only with %3").arg(title, count, cleanName(qs(approver.when), 120)));
    }
    parts.append(FlowWords::gateLine(gate).text);
    if (gate.best) {
        parts.append(FlowWords::tr("the furthest has %1 of %2 conditions")
                         .arg(countText(static_cast<qint64>(gate.best->passed)),
                             countText(static_cast<qint64>(gate.best->total))));
    }
    if (gate.frozenUntil) {
        parts.append(FlowWords::tr("closed by a freeze until %1").arg(utcText(*gate.frozenUntil)));
    }
    return parts.join(QStringLiteral("; "));
}

} // namespace

QString FlowWords::gateAhead(const query::FlowView& view, const query::FlowCard& card)
{
    if (card.promotion && !card.transition.empty()) {
        return qs(card.transition);
    }
    const auto gate = std::find_if(view.gates.begin(), view.gates.end(),
        [&card](const query::FlowGate& one) { return one.from == card.stage && one.proposable; });
    return gate == view.gates.end() ? QString() : qs(gate->transition);
}

QString FlowWords::explain(const query::FlowView& view, const FlowStation& station, UtcTime now)
{
    if (station.gate >= 0) {
        return explainGate(view.gates[static_cast<std::size_t>(station.gate)]);
    }
    const query::FlowStage& stage = view.stages[static_cast<std::size_t>(station.stage)];
    const QString label = cleanName(qs(stage.label), 40);
    switch (station.kind) {
    case FlowStation::Kind::Card:
        return explainCard(stage.cards[static_cast<std::size_t>(station.item)], stage, now);
    case FlowStation::Kind::Bar: {
        const query::FlowBar& bar = stage.bars[static_cast<std::size_t>(station.item)];
        return tr("%1: %n version(s) in %2", nullptr, static_cast<int>(bar.versions))
            .arg(cleanName(qs(bar.modelName), 80), label);
    }
    case FlowStation::Kind::More:
        return tr("%1 in %2").arg(moreText(stage), label);
    default:
        return tr("%1: %n version(s), %2", nullptr, static_cast<int>(stage.count)).arg(label, stageSentence(stage));
    }
}

} // namespace cs::ui
