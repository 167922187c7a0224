// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/policy/condition_words.h"

#include "ui/widgets/words.h"

#include <QLocale>

#include <array>

namespace cs::ui {
namespace {

QString text(json::Value value)
{
    return qs(std::string(value.string()));
}

QString asWords(QString name)
{
    QString words;
    for (const QChar c : name) {
        if (c.isUpper() && !words.isEmpty())
            words += u' ';
        words += c == u'_' || c == u'-' ? QChar(u' ') : c.toLower();
    }
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

QString seconds(json::Value value)
{
    return durationText(value.integer().value_or(0) * 1000);
}

QString sign(const QString& op)
{
    return op == QLatin1String("ge") ? QStringLiteral("≥")
        : op == QLatin1String("gt")  ? QStringLiteral(">")
        : op == QLatin1String("le")  ? QStringLiteral("≤")
        : op == QLatin1String("lt")  ? QStringLiteral("<")
                                     : op;
}

QString real(json::Value value)
{
    return ConditionWords::number(value.real().value_or(0));
}

} // namespace

QString ConditionWords::number(double value)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::DefaultNumberOptions);
    return locale.toString(value, 'g', 10);
}

ConditionWords::Kind ConditionWords::kindOf(json::Value node)
{
    static constexpr std::array<std::pair<const char*, Kind>, 7> kinds{
        {{"all", Kind::All}, {"any", Kind::Any}, {"atLeast", Kind::AtLeast}, {"not", Kind::Not}, {"when", Kind::When},
            {"check", Kind::Check}, {"approval", Kind::Approval}}};
    if (!node.isObject())
        return Kind::None;
    for (const auto& [name, kind] : kinds)
        if (node.find(name).isValid())
            return kind;
    return Kind::None;
}

std::string ConditionWords::listOf(json::Value node)
{
    switch (kindOf(node)) {
    case Kind::All:
        return "/all";
    case Kind::Any:
        return "/any";
    case Kind::AtLeast:
        return "/atLeast/of";
    default:
        return {};
    }
}

std::vector<std::string> ConditionWords::children(json::Value node)
{
    std::vector<std::string> places;
    if (const std::string list = listOf(node); !list.empty()) {
        json::Value items = kindOf(node) == Kind::AtLeast ? node.find("atLeast").find("of") : node.find(list.substr(1));
        for (std::size_t i = 0; i < items.size() && items.isArray(); ++i)
            places.push_back(list + json::step(i));
        return places;
    }
    for (const char* name : {"not", "then", "else"})
        if (node.find(name).isObject() && kindOf(node) != Kind::Check)
            places.push_back(json::step(std::string_view(name)));
    return places;
}

QString ConditionWords::icon(json::Value node)
{
    static constexpr const char* checks[][2] = {{"metric_threshold", "chart"}, {"metric_vs_baseline", "compare"},
        {"boolean", "check"}, {"evidence_present", "evidence"}, {"metadata_complete", "table"},
        {"data_contract", "table"}, {"cost_budget", "chart"}, {"provenance", "digest"}, {"reproducibility", "refresh"},
        {"ml_test_score", "reports"}, {"soak", "pending"}, {"sample_size", "chart"}, {"guardrails_clean", "guardrail"},
        {"rollback_drill", "drill"}, {"findings_clear", "warning"}, {"derived_fact", "info"}};
    switch (kindOf(node)) {
    case Kind::Check:
        for (const auto& [kind, name] : checks)
            if (node.find("check").find("kind").string() == kind)
                return QLatin1String(name);
        return QStringLiteral("help");
    case Kind::Approval:
        return node.find("approval").find("named").size() > 0 ? QStringLiteral("committee") : QStringLiteral("sign");
    case Kind::When:
        return QStringLiteral("tag");
    case Kind::Not:
        return QStringLiteral("not-applicable");
    default:
        return QStringLiteral("gate");
    }
}

QString ConditionWords::title(json::Value node, const json::Source& document)
{
    if (const QString own = text(node.find("title")); !own.isEmpty())
        return cleanName(own);
    switch (kindOf(node)) {
    case Kind::All:
        return tr("All of these");
    case Kind::Any:
        return tr("Any of these");
    case Kind::AtLeast:
        return tr("At least %n of these", nullptr, int(node.find("atLeast").find("count").integer().value_or(0)));
    case Kind::Not:
        return tr("Not");
    case Kind::When:
        return tr("When %1").arg(predicate(node.find("when"), document));
    case Kind::Check:
        return checkKind(text(node.find("check").find("kind")));
    case Kind::Approval: {
        QStringList roles;
        for (const json::Value role : node.find("approval").find("roles"))
            roles.append(roleTitle(std::string(role.string()), document));
        return roles.isEmpty() ? tr("Signature") : roles.join(tr(" or "));
    }
    case Kind::None:
        break;
    }
    return cleanName(text(node.find("id")));
}

QString ConditionWords::bound(json::Value node)
{
    switch (kindOf(node)) {
    case Kind::Approval: {
        const json::Value approval = node.find("approval");
        const auto count = approval.find("count").integer().value_or(1);
        const auto named = approval.find("named").size();
        const QString of = named > 0 ? tr("%n person(s)", nullptr, int(named))
                                     : tr("%n role(s)", nullptr, int(approval.find("roles").size()));
        return tr("%1 of %2", "1 of 2 roles").arg(QString::number(count), of);
    }
    case Kind::All:
    case Kind::Any:
    case Kind::AtLeast:
        return tr("%n condition(s)", nullptr, int(children(node).size()));
    case Kind::When: {
        const std::size_t inner = children(node.find("then")).size() + children(node.find("else")).size();
        return tr("%n condition(s)", nullptr, int(std::max<std::size_t>(inner, children(node).size())));
    }
    case Kind::Check:
        return boundOfCheck(node.find("check"));
    default:
        return {};
    }
}

QString ConditionWords::boundOfCheck(json::Value check)
{
    const QString kind = text(check.find("kind"));
    if (kind == QLatin1String("metric_threshold"))
        return sign(text(check.find("op"))) + u' ' + real(check.find("value")) + unit(text(check.find("unit")));
    if (kind == QLatin1String("metric_vs_baseline")) {
        const json::Value allowed = check.find("allowedDegradation");
        const double value = allowed.find("value").real().value_or(0);
        return QStringLiteral("± ")
            + (text(allowed.find("mode")) == QLatin1String("relative") ? number(value * 100) + QStringLiteral(" %")
                                                                       : number(value));
    }
    if (kind == QLatin1String("boolean") || kind == QLatin1String("derived_fact"))
        return check.find("expected").boolean().value_or(true) ? tr("yes") : tr("no");
    if (kind == QLatin1String("evidence_present"))
        return check.find("maxAgeDays").isValid() ? QStringLiteral("≤ %1 d").arg(real(check.find("maxAgeDays")))
                                                  : QStringLiteral("≥ %1").arg(real(check.find("minCount")));
    if (kind == QLatin1String("metadata_complete"))
        return tr("%n field(s)", nullptr, int(check.find("fields").size()));
    if (kind == QLatin1String("data_contract"))
        return QStringLiteral("≤ %1").arg(real(check.find("maxViolations")));
    if (kind == QLatin1String("cost_budget"))
        return check.find("limit").isObject()
            ? tr("registry's budget")
            : QStringLiteral("≤ %1 %2").arg(real(check.find("limit")), cleanName(text(check.find("currency"))));
    if (kind == QLatin1String("provenance"))
        return check.find("minSlsaBuildLevel").isValid()
            ? QStringLiteral("SLSA %1").arg(real(check.find("minSlsaBuildLevel")))
            : QString();
    if (kind == QLatin1String("reproducibility"))
        return tr("%n run(s)", nullptr, int(check.find("minRuns").integer().value_or(2)));
    if (kind == QLatin1String("ml_test_score"))
        return QStringLiteral("≥ %1").arg(real(check.find("minScore")));
    if (kind == QLatin1String("soak"))
        return seconds(check.find("minDurationSeconds"));
    if (kind == QLatin1String("sample_size"))
        return QStringLiteral("≥ %1").arg(countText(check.find("minCount").integer().value_or(0)));
    if (kind == QLatin1String("guardrails_clean"))
        return QStringLiteral("≥ %1 %").arg(number(check.find("minCoverage").real().value_or(0) * 100));
    if (kind == QLatin1String("rollback_drill"))
        return QStringLiteral("≤ %1 d, ≤ %2")
            .arg(real(check.find("maxAgeDays")), seconds(check.find("maxDurationSeconds")));
    if (kind == QLatin1String("findings_clear")) {
        QStringList counts;
        for (const json::Value most : check.find("maxOpen"))
            counts.append(real(most));
        return counts.join(QStringLiteral(", "));
    }
    return {};
}

QString ConditionWords::predicate(json::Value predicate, const json::Source& document)
{
    const auto join = [&](json::Value list, const QString& between) {
        QStringList parts;
        for (const json::Value part : list)
            parts.append(ConditionWords::predicate(part, document));
        return parts.join(between);
    };
    if (predicate.find("all").isArray())
        return join(predicate.find("all"), tr(" and "));
    if (predicate.find("any").isArray())
        return join(predicate.find("any"), tr(" or "));
    if (predicate.find("not").isObject())
        return tr("not %1").arg(ConditionWords::predicate(predicate.find("not"), document));
    if (predicate.find("fact").isString()) {
        const QString fact = asWords(text(predicate.find("fact"))).toLower();
        return predicate.find("equals").boolean().value_or(true) ? fact : tr("not %1").arg(fact);
    }
    const QString tag = tagTitle(std::string(predicate.find("tag").string()), document).toLower();
    const QString op = text(predicate.find("op"));
    QStringList values;
    const json::Value value = predicate.find("value");
    const auto shown = [](json::Value v) {
        return v.boolean() ? (*v.boolean() ? tr("yes") : tr("no"))
            : v.isString() ? cleanName(text(v))
                           : qs(std::string(v.raw()));
    };
    if (value.isArray())
        for (const json::Value one : value)
            values.append(shown(one));
    else if (value.isValid())
        values.append(shown(value));
    const QString what = values.join(QStringLiteral(", "));
    if (op == QLatin1String("ge"))
        return tr("%1 is at least %2").arg(tag, what);
    if (op == QLatin1String("le"))
        return tr("%1 is at most %2").arg(tag, what);
    if (op == QLatin1String("ne"))
        return tr("%1 is not %2").arg(tag, what);
    if (op == QLatin1String("in"))
        return tr("%1 is one of %2").arg(tag, what);
    return tr("%1 is %2").arg(tag, what);
}

QString ConditionWords::checkKind(const QString& kind)
{
    static const char* const words[][2] = {{"metric_threshold", QT_TR_NOOP("Metric against a bound")},
        {"metric_vs_baseline", QT_TR_NOOP("Metric against a baseline")},
        {"boolean", QT_TR_NOOP("Signal is as expected")}, {"evidence_present", QT_TR_NOOP("Evidence is attached")},
        {"metadata_complete", QT_TR_NOOP("Registry entry is complete")},
        {"data_contract", QT_TR_NOOP("Data contracts hold")}, {"cost_budget", QT_TR_NOOP("Cost within budget")},
        {"provenance", QT_TR_NOOP("Provenance and signature")}, {"reproducibility", QT_TR_NOOP("Runs agree")},
        {"ml_test_score", QT_TR_NOOP("ML Test Score")}, {"soak", QT_TR_NOOP("Time in a stage")},
        {"sample_size", QT_TR_NOOP("Number of samples")}, {"guardrails_clean", QT_TR_NOOP("Guardrails stayed clean")},
        {"rollback_drill", QT_TR_NOOP("Rollback was rehearsed")}, {"findings_clear", QT_TR_NOOP("No open findings")},
        {"derived_fact", QT_TR_NOOP("Fact of the ledger")}};
    for (const auto& word : words)
        if (kind == QLatin1String(word[0]))
            return tr(word[1]);
    return kind.isEmpty() ? tr("Check") : asWords(cleanName(kind));
}

QString ConditionWords::checkHelp(const QString& kind)
{
    static const char* const words[][2] = {
        {"metric_threshold",
            QT_TR_NOOP(
                "A reported number against a fixed bound. Pending while it is missing, too old, or not a number.")},
        {"metric_vs_baseline",
            QT_TR_NOOP("A reported number against the version in production, or another baseline. Pending while either "
                       "is missing.")},
        {"boolean", QT_TR_NOOP("A signal that a pipeline reports as true or false. Pending while it is missing.")},
        {"evidence_present",
            QT_TR_NOOP("Files of one kind are attached to this version. Pending while there are too few, or they are "
                       "too old.")},
        {"metadata_complete", QT_TR_NOOP("Members of the registry entry that must be filled in.")},
        {"data_contract",
            QT_TR_NOOP("Violations that a pipeline counted. A model that declares no contract does not pass.")},
        {"cost_budget", QT_TR_NOOP("The projected cost against a budget, and against production.")},
        {"provenance", QT_TR_NOOP("The bytes match their digest, are signed, and were built as the level says.")},
        {"reproducibility", QT_TR_NOOP("Several runs of the same inputs agree within a tolerance.")},
        {"ml_test_score", QT_TR_NOOP("The least of the four section scores, under one rubric.")},
        {"soak", QT_TR_NOOP("How long the version has been in a stage, with the same bytes.")},
        {"sample_size", QT_TR_NOOP("How much traffic it has seen in a stage.")},
        {"guardrails_clean", QT_TR_NOOP("The guardrails were watched, and none was breached.")},
        {"rollback_drill", QT_TR_NOOP("Somebody has rehearsed the way back, lately and fast enough.")},
        {"findings_clear", QT_TR_NOOP("No more open findings than these.")},
        {"derived_fact", QT_TR_NOOP("Something that the ledger itself shows.")}};
    for (const auto& word : words)
        if (kind == QLatin1String(word[0]))
            return tr(word[1]);
    return {};
}

QString ConditionWords::member(const std::string& name)
{
    static const char* const words[][2] = {{"id", QT_TR_NOOP("Id")}, {"title", QT_TR_NOOP("Title")},
        {"op", QT_TR_NOOP("Comparison")}, {"value", QT_TR_NOOP("Value")}, {"unit", QT_TR_NOOP("Unit")},
        {"metric", QT_TR_NOOP("Metric")}, {"signal", QT_TR_NOOP("Signal")}, {"dataset", QT_TR_NOOP("Dataset")},
        {"slice", QT_TR_NOOP("Slice")}, {"slices", QT_TR_NOOP("Slices that must be there")},
        {"minSlices", QT_TR_NOOP("Least number of slices")}, {"maxAgeSeconds", QT_TR_NOOP("Not older than")},
        {"maxAgeDays", QT_TR_NOOP("Not older than (days)")}, {"onMissing", QT_TR_NOOP("While it is missing")},
        {"ownerRole", QT_TR_NOOP("Signs when it is weakened")}, {"producers", QT_TR_NOOP("Reported by")},
        {"producerNotRegistrar", QT_TR_NOOP("Not by who registered the version")},
        {"requirements", QT_TR_NOOP("Requirements served")}, {"roles", QT_TR_NOOP("Signed by (any of)")},
        {"count", QT_TR_NOOP("How many")}, {"named", QT_TR_NOOP("Named persons")},
        {"distinctFromProposer", QT_TR_NOOP("Not the proposer")},
        {"distinctFromContributors", QT_TR_NOOP("Nobody who made the version")},
        {"distinctFromApproversOf", QT_TR_NOOP("Nobody who approved")}, {"after", QT_TR_NOOP("Asked only after")},
        {"expiresAfterSeconds", QT_TR_NOOP("The signature holds for")}, {"statement", QT_TR_NOOP("Statement")},
        {"text", QT_TR_NOOP("What is signed, word by word")},
        {"commentMinLength", QT_TR_NOOP("Least length of the comment")},
        {"evidenceViewed", QT_TR_NOOP("Evidence that must be opened")}, {"onReject", QT_TR_NOOP("A rejection")},
        {"domain", QT_TR_NOOP("Domain")}, {"delegation", QT_TR_NOOP("Delegation")},
        {"evidenceKind", QT_TR_NOOP("Kind of evidence")}, {"minCount", QT_TR_NOOP("At least")},
        {"boundToSubject", QT_TR_NOOP("Names this version's bytes")}, {"signed", QT_TR_NOOP("Signed")},
        {"authorNotProposer", QT_TR_NOOP("Not by the proposer")}, {"fields", QT_TR_NOOP("Fields")},
        {"contract", QT_TR_NOOP("Contract")}, {"maxViolations", QT_TR_NOOP("Violations at most")},
        {"maxViolationRate", QT_TR_NOOP("Rate of violations at most")}, {"minSeverity", QT_TR_NOOP("Counted from")},
        {"period", QT_TR_NOOP("Period")}, {"currency", QT_TR_NOOP("Currency")}, {"limit", QT_TR_NOOP("Limit")},
        {"maxIncreaseVsProduction", QT_TR_NOOP("More than production at most")}, {"artifact", QT_TR_NOOP("Artifact")},
        {"signature", QT_TR_NOOP("Signature")}, {"minSlsaBuildLevel", QT_TR_NOOP("SLSA build level at least")},
        {"minRuns", QT_TR_NOOP("Runs at least")}, {"sameInputs", QT_TR_NOOP("Of the same")},
        {"independentRunners", QT_TR_NOOP("By different services")}, {"rubric", QT_TR_NOOP("Rubric")},
        {"minScore", QT_TR_NOOP("Score at least")}, {"minSectionScores", QT_TR_NOOP("Sections at least")},
        {"requiredTests", QT_TR_NOOP("Tests that must score")}, {"state", QT_TR_NOOP("Stage")},
        {"minDurationSeconds", QT_TR_NOOP("At least")}, {"continuous", QT_TR_NOOP("Without a break")},
        {"counter", QT_TR_NOOP("Counter")}, {"minTrafficPercent", QT_TR_NOOP("At a traffic share of at least (%)")},
        {"guardrailSet", QT_TR_NOOP("Guardrails")}, {"window", QT_TR_NOOP("Over")},
        {"minCoverage", QT_TR_NOOP("Watched at least (share)")}, {"maxRollbacks", QT_TR_NOOP("Rollbacks at most")},
        {"maxBreachedSamples", QT_TR_NOOP("Breached samples at most")},
        {"rampCompleted", QT_TR_NOOP("The ramp was completed")}, {"route", QT_TR_NOOP("Way back")},
        {"maxDurationSeconds", QT_TR_NOOP("Took at most")}, {"scope", QT_TR_NOOP("Scope")},
        {"restores", QT_TR_NOOP("Restored")}, {"validWhileUnchanged", QT_TR_NOOP("Valid while unchanged")},
        {"maxOpen", QT_TR_NOOP("Open at most")}, {"fact", QT_TR_NOOP("Fact")}, {"expected", QT_TR_NOOP("Expected")},
        {"baseline", QT_TR_NOOP("Baseline")}, {"source", QT_TR_NOOP("Source")}, {"direction", QT_TR_NOOP("Better is")},
        {"allowedDegradation", QT_TR_NOOP("May be worse by")}, {"mode", QT_TR_NOOP("Counted")},
        {"baselineFloor", QT_TR_NOOP("Least baseline that is counted with")},
        {"ifAbsent", QT_TR_NOOP("Without a baseline")}, {"kind", QT_TR_NOOP("Kind")}};
    for (const auto& word : words)
        if (name == word[0])
            return tr(word[1]);
    return setting(name);
}

QString ConditionWords::setting(const std::string& name)
{
    static const char* const words[][2] = {{"proposers", QT_TR_NOOP("Opened by")}, {"advance", QT_TR_NOOP("Execution")},
        {"personDistinctness", QT_TR_NOOP("One person counts")}, {"respectsFreezes", QT_TR_NOOP("Waits for freezes")},
        {"proposalTtlSeconds", QT_TR_NOOP("A proposal lives")}, {"sla", QT_TR_NOOP("Answer times")},
        {"respondWithinSeconds", QT_TR_NOOP("Answer within")}, {"remindEverySeconds", QT_TR_NOOP("Remind every")},
        {"escalation", QT_TR_NOOP("Escalation")}, {"onTimeout", QT_TR_NOOP("When time is over")},
        {"rationale", QT_TR_NOOP("Why it is so")}, {"description", QT_TR_NOOP("Description")},
        {"fallback", QT_TR_NOOP("Stands in while nobody holds it")},
        {"exclusiveWith", QT_TR_NOOP("Never together with")},
        {"membershipSignoff", QT_TR_NOOP("Signs for new holders")}, {"minMembers", QT_TR_NOOP("Holders at least")},
        {"raciColumn", QT_TR_NOOP("Row of the RACI matrix")}, {"assumeIfMissing", QT_TR_NOOP("If missing, read as")},
        {"required", QT_TR_NOOP("Required")}, {"values", QT_TR_NOOP("Values, least strict first")},
        {"type", QT_TR_NOOP("Type")}, {"editors", QT_TR_NOOP("Who may propose a policy")},
        {"coolOffSeconds", QT_TR_NOOP("Cool-off after a weakening")}, {"protectedRoles", QT_TR_NOOP("Protected roles")},
        {"transitions", QT_TR_NOOP("Transitions")}, {"timeZone", QT_TR_NOOP("Time zone")},
        {"durationSeconds", QT_TR_NOOP("Lasts")}, {"authorisers", QT_TR_NOOP("Authorised by")},
        {"ttlSeconds", QT_TR_NOOP("Dies unused after")}};
    for (const auto& word : words)
        if (name == word[0])
            return tr(word[1]);
    return part(name);
}

/// Members of the parts of the document besides its gates.
QString ConditionWords::part(const std::string& name)
{
    static const char* const words[][2] = {{"action", QT_TR_NOOP("Then")}, {"actuators", QT_TR_NOOP("Carried out by")},
        {"afterSeconds", QT_TR_NOOP("After")}, {"alsoRequire", QT_TR_NOOP("Signs every weakening")},
        {"allowed", QT_TR_NOOP("Allowed")}, {"appliesWhen", QT_TR_NOOP("Applies when")},
        {"authority", QT_TR_NOOP("May trigger it")}, {"automation", QT_TR_NOOP("Also by a service")},
        {"blocksRollback", QT_TR_NOOP("Stops rollbacks")}, {"breach", QT_TR_NOOP("Counts as a breach")},
        {"checks", QT_TR_NOOP("Checks to repeat")}, {"connection", QT_TR_NOOP("Connection")},
        {"consecutive", QT_TR_NOOP("In a row")}, {"comparisonBudget", QT_TR_NOOP("Steps a comparison may take")},
        {"core", QT_TR_NOOP("Core role")}, {"critical", QT_TR_NOOP("Critical")}, {"high", QT_TR_NOOP("High")},
        {"medium", QT_TR_NOOP("Medium")}, {"drill", QT_TR_NOOP("Drills")}, {"dueSeconds", QT_TR_NOOP("Due within")},
        {"editorMaySign", QT_TR_NOOP("The editor may sign")}, {"enabled", QT_TR_NOOP("Allowed at all")},
        {"end", QT_TR_NOOP("Ends")}, {"everyDays", QT_TR_NOOP("Every (days)")},
        {"exception", QT_TR_NOOP("May be signed by")}, {"exposure", QT_TR_NOOP("Traffic")},
        {"floor", QT_TR_NOOP("Least value that is counted with")}, {"from", QT_TR_NOOP("From")},
        {"gate", QT_TR_NOOP("Gate")}, {"guardrails", QT_TR_NOOP("Guardrails")},
        {"holdAfterRollback", QT_TR_NOOP("Hold after a rollback")}, {"inFlight", QT_TR_NOOP("Open promotions")},
        {"incidentReferenceRequired", QT_TR_NOOP("Needs an incident")}, {"initialState", QT_TR_NOOP("First stage")},
        {"label", QT_TR_NOOP("Label")}, {"language", QT_TR_NOOP("Language")}, {"maxDays", QT_TR_NOOP("At most (days)")},
        {"maxGapSeconds", QT_TR_NOOP("Gap at most")},
        {"maxHeadAgeSeconds", QT_TR_NOOP("Newest sign of the store at most")},
        {"maxPerModelPer90Days", QT_TR_NOOP("Per model in 90 days at most")}, {"maxSeconds", QT_TR_NOOP("At most")},
        {"maxTrafficPercent", QT_TR_NOOP("Traffic at most (%)")}, {"minPersons", QT_TR_NOOP("Persons at least")},
        {"minSamples", QT_TR_NOOP("Samples at least")}, {"missing", QT_TR_NOOP("Without data")},
        {"neverSkips", QT_TR_NOOP("Never skips")}, {"notifyRoles", QT_TR_NOOP("Tells")},
        {"onChange", QT_TR_NOOP("What changes, and what it resets")},
        {"onOverdue", QT_TR_NOOP("When the review is overdue")}, {"outOf", QT_TR_NOOP("Out of")},
        {"overlays", QT_TR_NOOP("Overlays")}, {"periodDays", QT_TR_NOOP("Every (days)")},
        {"personsPerRole", QT_TR_NOOP("Persons per role")}, {"policyId", QT_TR_NOOP("Id of the policy")},
        {"policyRoles", QT_TR_NOOP("Roles of the policy")},
        {"reasonMinLength", QT_TR_NOOP("Least length of the reason")}, {"reinstates", QT_TR_NOOP("Puts back")},
        {"remediationOwnerRoles", QT_TR_NOOP("Plans the remedy")},
        {"remediationPlanDueSeconds", QT_TR_NOOP("Plan due within")},
        {"remindDaysBefore", QT_TR_NOOP("Reminds before (days)")}, {"review", QT_TR_NOOP("Review")},
        {"schedule", QT_TR_NOOP("When")}, {"severity", QT_TR_NOOP("Severity")}, {"signoff", QT_TR_NOOP("Signed by")},
        {"singleOccupant", QT_TR_NOOP("One version at a time")}, {"start", QT_TR_NOOP("Begins")},
        {"startTime", QT_TR_NOOP("Begins at")}, {"tag", QT_TR_NOOP("Tag")}, {"test", QT_TR_NOOP("Test")},
        {"to", QT_TR_NOOP("To")}, {"toRoles", QT_TR_NOOP("To holders of")}, {"tolerance", QT_TR_NOOP("Tolerance")},
        {"trafficPercent", QT_TR_NOOP("Traffic (%)")}, {"trustedSigners", QT_TR_NOOP("Trusted signers")},
        {"trustedTime", QT_TR_NOOP("Outside time")}, {"warmupSeconds", QT_TR_NOOP("Warm-up")},
        {"weakening", QT_TR_NOOP("Weakening")}, {"weekdays", QT_TR_NOOP("Weekdays")},
        {"windowSeconds", QT_TR_NOOP("Window")}};
    for (const auto& word : words)
        if (name == word[0])
            return tr(word[1]);
    QString plain = qs(name);
    if (plain.endsWith(QLatin1String("Seconds")))
        plain.chop(7);
    return asWords(cleanName(plain));
}

QString ConditionWords::choice(const std::string& member, const QString& value)
{
    if (member == "op")
        return sign(value);
    static const char* const words[][2] = {{"pending", QT_TR_NOOP("it waits")}, {"unsatisfied", QT_TR_NOOP("it fails")},
        {"veto", QT_TR_NOOP("stops the promotion")}, {"record_only", QT_TR_NOOP("is only recorded")},
        {"across_gate", QT_TR_NOOP("once in the whole gate")},
        {"per_requirement", QT_TR_NOOP("once in each condition")},
        {"automatic", QT_TR_NOOP("by itself, once satisfied")}, {"manual", QT_TR_NOOP("by a person")},
        {"relative", QT_TR_NOOP("relative")}, {"absolute", QT_TR_NOOP("absolute")},
        {"higher_is_better", QT_TR_NOOP("higher")}, {"lower_is_better", QT_TR_NOOP("lower")},
        {"expire_proposal", QT_TR_NOOP("the proposal expires")}, {"keep_pending", QT_TR_NOOP("it stays open")},
        {"entire_ramp", QT_TR_NOOP("the whole ramp")}, {"model", QT_TR_NOOP("the model's own domain")},
        {"affected", QT_TR_NOOP("each affected domain")}, {"ordered", QT_TR_NOOP("ordered values")}};
    for (const auto& word : words)
        if (value == QLatin1String(word[0]))
            return tr(word[1]);
    return asWords(cleanName(value)).toLower();
}

QString ConditionWords::roleTitle(const std::string& id, const json::Source& document)
{
    const QString title = text(document.at("/roles" + json::step(id) + "/title"));
    return cleanName(title.isEmpty() ? qs(id) : title);
}

QString ConditionWords::tagTitle(const std::string& id, const json::Source& document)
{
    const QString title = text(document.at("/tags" + json::step(id) + "/title"));
    return cleanName(title.isEmpty() ? qs(id) : title);
}

QString ConditionWords::unit(const QString& unit)
{
    if (unit.isEmpty() || unit == QLatin1String("1") || unit == QLatin1String("score")
        || unit == QLatin1String("count"))
        return {};
    if (unit == QLatin1String("percent"))
        return QStringLiteral(" %");
    return u' ' + asWords(cleanName(unit)).toLower();
}

QString ConditionWords::gateTitle(const std::string& gate, const json::Source& document)
{
    const json::Value states = document.at("/lifecycle/states");
    const auto label = [&](json::Value id) {
        for (const json::Value state : states)
            if (state.find("id").string() == id.string())
                return cleanName(text(state.find("label")));
        return cleanName(text(id));
    };
    for (const json::Value transition : document.at("/lifecycle/transitions"))
        if (transition.find("gate").string() == gate)
            return label(transition.find("from")) + QStringLiteral(" → ") + label(transition.find("to"));
    const QString title = text(document.at("/gates" + json::step(gate) + "/title"));
    return cleanName(title.isEmpty() ? qs(gate) : title);
}

} // namespace cs::ui
