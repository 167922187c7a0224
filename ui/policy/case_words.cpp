// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/case_words.h"

#include "core/base/result.h"
#include "ui/widgets/review/core_words.h"
#include "ui/widgets/words.h"

namespace cs::ui {

QString CaseWords::tags(const query::PolicyFinding& finding)
{
    QStringList parts;
    for (const auto& [tag, value] : finding.tags) {
        const QString shown = value == "true" ? tr("yes") : value == "false" ? tr("no") : cleanName(qs(value), 60);
        parts.append(tr("%1: %2", "tag: value").arg(cleanName(qs(tag), 80), shown));
    }
    return parts.join(QStringLiteral(", "));
}

QString CaseWords::items(const std::vector<query::CaseItem>& items)
{
    QStringList parts;
    for (const query::CaseItem& item : items) {
        QString words = cleanName(qs(item.title), 120);
        if (item.negated)
            words = tr("not: %1").arg(words);
        if (item.approval)
            words = tr("%1 (%n signature(s))", nullptr, static_cast<int>(item.count)).arg(words);
        parts.append(words);
    }
    return parts.isEmpty() ? tr("nothing at all") : parts.join(QStringLiteral("; "));
}

QString CaseWords::sentence(const query::PolicyFinding& finding)
{
    QStringList transitions;
    for (const std::string& label : finding.transitions)
        transitions.append(cleanName(qs(label), 80));
    const QString gate = transitions.join(QStringLiteral(", "));
    if (finding.rule != "gate" || (finding.suffices.empty() && finding.lacks.empty()))
        return cleanName(coreWords(qs(finding.message)), 400);
    const QString which = finding.tags.empty() ? tr("Any version") : tr("A version with %1").arg(tags(finding));
    if (finding.lacks.empty())
        return tr("%1 could pass %2 where it could not before.").arg(which, gate);
    return tr("%1 could pass %2 without: %3.").arg(which, gate, items(finding.lacks));
}

QString CaseWords::signers(const std::vector<query::PolicySigner>& signers, qint64 coolOffSeconds)
{
    QStringList affected, also;
    for (const query::PolicySigner& signer : signers) {
        if (signer.why == query::PolicyAsk::Why::Affected)
            affected.append(cleanName(qs(signer.title), 60));
        else if (signer.why == query::PolicyAsk::Why::Weakening)
            also.append(cleanName(qs(signer.title), 60));
    }
    QString words = affected.join(QStringLiteral(", "));
    if (!also.isEmpty()) {
        const QString any = also.join(tr(" or "));
        words = words.isEmpty() ? any : tr("%1, and for the weakening %2").arg(words, any);
    }
    if (coolOffSeconds > 0)
        words = tr("%1; then a cool-off of %2").arg(words, durationText(coolOffSeconds * 1000));
    return words;
}

QString CaseWords::counts(const query::DraftJudgement& judgement)
{
    std::size_t weakens = 0;
    for (const query::PolicyFinding& finding : judgement.findings)
        weakens += finding.kind == query::PolicyFinding::Kind::Weakens ? 1U : 0U;
    return QStringList({tr("%n error(s)", nullptr, static_cast<int>(judgement.errors)),
                           tr("%n weakening(s)", nullptr, static_cast<int>(weakens)),
                           tr("%n warning(s)", nullptr, static_cast<int>(judgement.warnings))})
        .join(QStringLiteral(", "));
}

QString CaseWords::icon(query::PolicyFinding::Kind kind)
{
    using Kind = query::PolicyFinding::Kind;
    return kind == Kind::Error  ? QStringLiteral("failed")
        : kind == Kind::Weakens ? QStringLiteral("policy")
                                : QStringLiteral("warning");
}

} // namespace cs::ui
