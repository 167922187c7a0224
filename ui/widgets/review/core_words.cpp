// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/review/core_words.h"

#include <QCoreApplication>
#include <QDate>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <vector>

namespace cs::ui {

namespace {

/// What the views of the core say, the more special pattern before the more general. %1 takes a part as it is; @1 one
/// that is a sentence of the core itself. A translation writes both as %1.
constexpr const char* sentences[] = {
    QT_TRANSLATE_NOOP("Core", "Open"),
    QT_TRANSLATE_NOOP("Core", "The review of the break-glass promotion %1 is overdue: the model is held."),
    QT_TRANSLATE_NOOP("Core", "The checks of %1 are to be repeated since %2."),
    QT_TRANSLATE_NOOP("Core", "Overridden: @1"),
    QT_TRANSLATE_NOOP("Core", "Reminder. @1"),
    QT_TRANSLATE_NOOP("Core", "Escalated to %1. It waits for others to answer"),
    QT_TRANSLATE_NOOP("Core", "Escalated to %1. @2"),
    QT_TRANSLATE_NOOP("Core", "Overdue since %1. @2"),
    QT_TRANSLATE_NOOP("Core", "Break-glass for %1: your authorisation is asked, as the second person"),
    QT_TRANSLATE_NOOP("Core", "Break-glass for %1 is authorised. It waits to be executed"),
    QT_TRANSLATE_NOOP(
        "Core", "The review of this break-glass is overdue: the model is held until it is signed or rolled back"),
    QT_TRANSLATE_NOOP("Core", "Executed by break-glass. Your review is asked"),
    QT_TRANSLATE_NOOP("Core", "Overdue, counts as a high finding: %1. %2 has it repeated"),
    QT_TRANSLATE_NOOP("Core", "Due %1: %2. %3 has it repeated"),
    QT_TRANSLATE_NOOP("Core", "Provenance: where the bytes come from"),
    QT_TRANSLATE_NOOP("Core", "The rehearsed way back"),
    QT_TRANSLATE_NOOP("Core", "The proposer does not authorise"),
    QT_TRANSLATE_NOOP("Core", "The sign-off of protected roles for a regulated system"),
    QT_TRANSLATE_NOOP("Core", "Open findings"),
    QT_TRANSLATE_NOOP("Core", "The freeze \"%1\""),
    QT_TRANSLATE_NOOP(
        "Core", "The model was promoted by break-glass %1 times in 90 days; the policy allows %2 (law 11)."),
    QT_TRANSLATE_NOOP(
        "Core", "The policy that this promotion was opened under grants no break-glass. Propose it again (law 11)."),
    QT_TRANSLATE_NOOP("Core", "The policy in force grants no break-glass for this transition (law 11)."),
    QT_TRANSLATE_NOOP("Core", "It is authorised already."),
    QT_TRANSLATE_NOOP("Core", "%1 of %2 persons have authorised the emergency (law 11)."),
    QT_TRANSLATE_NOOP("Core", "An emergency never skips this (law 11): %1."),
    QT_TRANSLATE_NOOP(
        "Core", "Who authorised it executes it, the proposer, or whoever holds a role that may propose it."),
    QT_TRANSLATE_NOOP("Core", "No condition of the review waits for a role that you hold."),
    QT_TRANSLATE_NOOP("Core", "The review is signed."),
    QT_TRANSLATE_NOOP("Core", "This promotion was not executed by break-glass."),
    QT_TRANSLATE_NOOP("Core", "The delegation has ended."),
    QT_TRANSLATE_NOOP("Core", "Nobody can fill the condition %1, which takes %2 of %3. Excluded: %4."),
    QT_TRANSLATE_NOOP("Core", "Nobody can fill the condition %1, which takes %2 of %3."),
    QT_TRANSLATE_NOOP("Core", "To authorise break-glass, one of these roles is needed: %1. %2 holds none of them."),
    QT_TRANSLATE_NOOP("Core", "The proposer does not authorise the emergency; this is never skipped."),
    QT_TRANSLATE_NOOP("Core", "%1 has authorised it already, in entry %2. Another person is needed."),
    QT_TRANSLATE_NOOP("Core", "It was verified here."),
    QT_TRANSLATE_NOOP("Core", "It names a signer whom this ledger does not know."),
    QT_TRANSLATE_NOOP("Core", "Its signature is good: %1 signed it."),
    QT_TRANSLATE_NOOP("Core", "It carries no good signature of %1, whom it names."),
    QT_TRANSLATE_NOOP("Core", "It is not an entry: %1"),
    QT_TRANSLATE_NOOP("Core", "It is not an entry that this program can read."),
    QT_TRANSLATE_NOOP("Core",
        "The server shows another history from entry %1 on. That is never overwritten: whoever runs the database has "
        "to set it aside first."),
    QT_TRANSLATE_NOOP("Core", "This is not about a server that lost entries."),
    QT_TRANSLATE_NOOP("Core",
        "The server lost nothing: it holds something that is no entry. Whoever runs the database has to take it out."),
    QT_TRANSLATE_NOOP("Core", "in force"),
    QT_TRANSLATE_NOOP("Core", "in force, rotated"),
    QT_TRANSLATE_NOOP("Core", "revoked"),
    QT_TRANSLATE_NOOP("Core", "key compromised"),
    QT_TRANSLATE_NOOP("Core", "role ends in %1"),
    QT_TRANSLATE_NOOP("Core", "all domains"),
    QT_TRANSLATE_NOOP("Core", "Out of governance, critical. %1 closes it"),
    QT_TRANSLATE_NOOP("Core", "Out of governance, high. %1 closes it"),
    QT_TRANSLATE_NOOP("Core", "Out of governance, medium. %1 closes it"),
    QT_TRANSLATE_NOOP("Core", "Out of governance, low. %1 closes it"),
    QT_TRANSLATE_NOOP("Core", "Adding and changing registries takes the role Platform team or Tech lead."),
    QT_TRANSLATE_NOOP("Core", "The workspace is open for reading only."),
    QT_TRANSLATE_NOOP("Core", "The keychain is locked or missing. See People and keys."),
    QT_TRANSLATE_NOOP("Core",
        "No key of a service in the role Registry sync is in this keychain. Enrol one, or let a server run "
        "\"countersignctl registry sync\"."),
    QT_TRANSLATE_NOOP("Core", "Ready to execute"),
    QT_TRANSLATE_NOOP("Core", "%1 of %2 left"),
    QT_TRANSLATE_NOOP("Core", "Expired @1"),
    QT_TRANSLATE_NOOP("Core", "Executed @1 by %2"),
    QT_TRANSLATE_NOOP("Core", "Withdrawn @1 by %2"),
    QT_TRANSLATE_NOOP("Core", "Superseded @1"),
    QT_TRANSLATE_NOOP("Core", "Refused by %1 in entry %2."),
    QT_TRANSLATE_NOOP("Core", "Refused by %1"),
    QT_TRANSLATE_NOOP("Core", "Changes requested by %1"),
    QT_TRANSLATE_NOOP("Core", "%1 min ago"),
    QT_TRANSLATE_NOOP("Core", "%1 h ago"),
    QT_TRANSLATE_NOOP("Core", "%1 d ago"),
    QT_TRANSLATE_NOOP("Core", "just now"),
    QT_TRANSLATE_NOOP("Core", "on %1"),
    QT_TRANSLATE_NOOP("Core", "Signature asked as %1"),
    QT_TRANSLATE_NOOP("Core", "What you signed has changed. Signature asked again as %1"),
    QT_TRANSLATE_NOOP("Core", "The gate is satisfied. It waits to be executed"),
    QT_TRANSLATE_NOOP("Core", "Your proposal expires %1"),
    QT_TRANSLATE_NOOP("Core", "Policy change"),
    QT_TRANSLATE_NOOP("Core", "It may weaken conditions of yours. Your signature is asked"),
    QT_TRANSLATE_NOOP("Core", "Your review is asked"),
    QT_TRANSLATE_NOOP("Core", "Change to people and keys"),
    QT_TRANSLATE_NOOP("Core", "Change to people and keys: %1"),
    QT_TRANSLATE_NOOP("Core", "Endorsement asked as administrator; proposed by %1"),
    QT_TRANSLATE_NOOP("Core", "Endorsement asked for a role that you hold or get; proposed by %1"),
    QT_TRANSLATE_NOOP("Core", "Executed by %1. You are informed as %2"),
    QT_TRANSLATE_NOOP("Core", "Executed by %1"),
    QT_TRANSLATE_NOOP("Core", "Consulted as %1. Your comment is asked, and blocks nothing"),
    QT_TRANSLATE_NOOP("Core", "Only %1 may propose a policy here."),
    QT_TRANSLATE_NOOP("Core", "You proposed this change, so others sign it (law 7)."),
    QT_TRANSLATE_NOOP("Core", "You have signed this."),
    QT_TRANSLATE_NOOP("Core", "Another policy has come into force since this one was proposed. Propose it again."),
    QT_TRANSLATE_NOOP("Core", "The review of the policy change (%1) is not signed."),
    QT_TRANSLATE_NOOP("Core", "The cool-off runs until %1."),
    QT_TRANSLATE_NOOP("Core", "The change weakens conditions of the role %1, which has not signed it."),
    QT_TRANSLATE_NOOP("Core", "The signature for a weakening (%1) is missing."),
    QT_TRANSLATE_NOOP("Core", "A weakening takes at least two persons besides the proposer."),
    QT_TRANSLATE_NOOP("Core", "Somebody has rejected this policy change. Propose it anew."),
    QT_TRANSLATE_NOOP("Core", "Nobody can sign as %1. Such a version is stopped here."),
    QT_TRANSLATE_NOOP(
        "Core", "No version of this workspace was ever reported with the result %1. The condition waits until one is."),
    QT_TRANSLATE_NOOP("Core", "You approved it as %1"),
    QT_TRANSLATE_NOOP("Core", "You rejected it as %1"),
    QT_TRANSLATE_NOOP("Core", "You asked for changes as %1"),
    QT_TRANSLATE_NOOP("Core", "Rolled back by %1. The remediation plan is due"),
    QT_TRANSLATE_NOOP("Core", "Rolled back by %1"),
    QT_TRANSLATE_NOOP("Core", "Approval"),
    QT_TRANSLATE_NOOP("Core", "entry %1, result of %2"),
    QT_TRANSLATE_NOOP("Core", "entry %1"),
    QT_TRANSLATE_NOOP("Core", "1 signature, by a person who neither proposed nor contributed"),
    QT_TRANSLATE_NOOP("Core", "1 signature, by a person who is not the proposer"),
    QT_TRANSLATE_NOOP("Core", "1 signature"),
    QT_TRANSLATE_NOOP("Core", "%1 signatures, each, by a person who neither proposed nor contributed"),
    QT_TRANSLATE_NOOP("Core", "%1 signatures, each, by a person who is not the proposer"),
    QT_TRANSLATE_NOOP("Core", "%1 signatures, each"),
    QT_TRANSLATE_NOOP("Core", "%1 signed it in entry %2, and that does not count any more. @3"),
    QT_TRANSLATE_NOOP("Core", "Does not count any more. @1"),
    QT_TRANSLATE_NOOP("Core", "Your signature of %1 does not count any more. @2"),
    QT_TRANSLATE_NOOP("Core", "Does not apply to this version."),
    QT_TRANSLATE_NOOP("Core", "You proposed this promotion, so another person must approve it (law 6)."),
    QT_TRANSLATE_NOOP("Core", "That person proposed this promotion, so another person must approve it (law 6)."),
    QT_TRANSLATE_NOOP("Core", "You contributed to this version, so another person must approve it (law 6)."),
    QT_TRANSLATE_NOOP("Core", "That person contributed to this version, so another person must approve it (law 6)."),
    QT_TRANSLATE_NOOP("Core",
        "You reported facts or attached evidence that this condition rests on, so another person must approve it (law "
        "6)."),
    QT_TRANSLATE_NOOP("Core",
        "That person reported facts or attached evidence that this condition rests on, so another person must approve "
        "it (law 6)."),
    QT_TRANSLATE_NOOP("Core", "You approved an earlier condition that this one must be independent of (law 6)."),
    QT_TRANSLATE_NOOP(
        "Core", "That person approved an earlier condition that this one must be independent of (law 6)."),
    QT_TRANSLATE_NOOP("Core", "You have signed this condition already, on what is there now."),
    QT_TRANSLATE_NOOP("Core", "That person has signed this condition already, on what is there now."),
    QT_TRANSLATE_NOOP("Core", "The condition is shut by a refusal until that is withdrawn."),
    QT_TRANSLATE_NOOP("Core", "The condition \"%1\" comes first."),
    QT_TRANSLATE_NOOP("Core", "You cannot sign this condition: %1."),
    QT_TRANSLATE_NOOP("Core", "That person cannot sign this condition: %1."),
    QT_TRANSLATE_NOOP("Core", "The approval has expired."),
    QT_TRANSLATE_NOOP("Core", "It was withdrawn."),
    QT_TRANSLATE_NOOP("Core", "The role is not held any more."),
    QT_TRANSLATE_NOOP("Core", "The key was revoked."),
    QT_TRANSLATE_NOOP("Core", "A check that was satisfied turned unsatisfied since."),
    QT_TRANSLATE_NOOP("Core", "The version was rolled back since."),
    QT_TRANSLATE_NOOP("Core", "The proposal was rewritten since."),
    QT_TRANSLATE_NOOP("Core", "The artifact changed since."),
    QT_TRANSLATE_NOOP("Core", "The governance tags changed since."),
    QT_TRANSLATE_NOOP("Core", "Another version serves production since."),
    QT_TRANSLATE_NOOP("Core", "The serving configuration changed since."),
    QT_TRANSLATE_NOOP("Core", "What was signed changed since: %1."),
    QT_TRANSLATE_NOOP("Core", "The freeze \"%1\" is closed until %2; an exception is signed."),
    QT_TRANSLATE_NOOP("Core", "The freeze \"%1\" is closed until %2."),
    QT_TRANSLATE_NOOP("Core", "Nobody can fill the condition %1: no eligible person is left."),
    QT_TRANSLATE_NOOP("Core", "Every fact of this gate was signed with one key."),
    QT_TRANSLATE_NOOP("Core", "No condition of this gate waits for a role that you hold."),
    QT_TRANSLATE_NOOP("Core", "The gate is not satisfied yet (law 4): @1."),
    QT_TRANSLATE_NOOP("Core", "The policy in force has no such transition any more."),
    QT_TRANSLATE_NOOP("Core", "The proposer executes it, or whoever holds a role that may propose it."),
    QT_TRANSLATE_NOOP("Core", "This promotion did not bring the version to where it is now."),
    QT_TRANSLATE_NOOP("Core", "None of your roles may roll this stage back. Ask a %1."),
    QT_TRANSLATE_NOOP("Core", "The policy has no rollback out of this stage."),
    QT_TRANSLATE_NOOP("Core", "This promotion has ended."),
    QT_TRANSLATE_NOOP("Core", "Only who holds a role that the gate asks can refuse. You can comment."),
    QT_TRANSLATE_NOOP("Core", "A proposal is withdrawn by its proposer."),
    QT_TRANSLATE_NOOP("Core", "You have decided nothing here that could be withdrawn."),
    QT_TRANSLATE_NOOP("Core", "A proposal is revised by its proposer."),
    QT_TRANSLATE_NOOP("Core", "The workspace is open for reading only."),
    QT_TRANSLATE_NOOP("Core", "The keychain is locked or missing. See People and keys."),
    QT_TRANSLATE_NOOP("Core", "Nobody is signed in on this computer."),
    QT_TRANSLATE_NOOP("Core", "no traffic"),
    QT_TRANSLATE_NOOP("Core", "%1, in production since %2"),
    QT_TRANSLATE_NOOP("Core", "High risk"),
    QT_TRANSLATE_NOOP("Core", "Medium risk"),
    QT_TRANSLATE_NOOP("Core", "Low risk"),
    QT_TRANSLATE_NOOP("Core", "Regulated"),
    QT_TRANSLATE_NOOP("Core", "Domain: %1"),
    QT_TRANSLATE_NOOP("Core", "@1; eligible 1 person."),
    QT_TRANSLATE_NOOP("Core", "@1; eligible %2 persons."),
    QT_TRANSLATE_NOOP("Core", "%1 of %2 signed."),
    QT_TRANSLATE_NOOP("Core", "Coverage %1, demanded %2."),
    QT_TRANSLATE_NOOP("Core", "All %1 fields are there."),
    QT_TRANSLATE_NOOP("Core", "Missing: %1."),
    QT_TRANSLATE_NOOP("Core", "Nothing reported yet."),
    QT_TRANSLATE_NOOP("Core", "Reported, but not by a role whose results count."),
    QT_TRANSLATE_NOOP("Core", "Reported for another artifact."),
    QT_TRANSLATE_NOOP("Core", "Reported by the actor who registered the version."),
    QT_TRANSLATE_NOOP("Core", "Signed with a key that was reported as compromised."),
    QT_TRANSLATE_NOOP("Core", "Attached by the proposer."),
    QT_TRANSLATE_NOOP("Core", "Parts of the report are missing."),
    QT_TRANSLATE_NOOP("Core", "Too old."),
    QT_TRANSLATE_NOOP("Core", "The measurement failed."),
    QT_TRANSLATE_NOOP("Core", "No number was reported."),
    QT_TRANSLATE_NOOP("Core", "There is no baseline version."),
    QT_TRANSLATE_NOOP("Core", "The baseline has no such result."),
    QT_TRANSLATE_NOOP("Core", "The baseline was measured on other data."),
    QT_TRANSLATE_NOOP("Core", "The model declares no data contract."),
    QT_TRANSLATE_NOOP("Core", "The version is not in %1."),
    QT_TRANSLATE_NOOP("Core", "Guardrail %1 was breached."),
    QT_TRANSLATE_NOOP("Core", "Guardrail %1 was never evaluated."),
    QT_TRANSLATE_NOOP("Core", "The ramp has not completed its step of %1 %."),
    QT_TRANSLATE_NOOP("Core", "The last drill failed."),
    QT_TRANSLATE_NOOP("Core", "Restored in %1, demanded %2."),
    QT_TRANSLATE_NOOP("Core", "Stale: drill %1 days old, limit %2."),
    QT_TRANSLATE_NOOP("Core", "The drill restored %1, production is now %2."),
    QT_TRANSLATE_NOOP("Core", "%1 changed since the drill."),
    QT_TRANSLATE_NOOP("Core", "Nothing to view: no %1 is attached."),
    QT_TRANSLATE_NOOP("Core", "%1 so far, demanded %2."),
    QT_TRANSLATE_NOOP("Core", "%1 attached."),
    QT_TRANSLATE_NOOP("Core", "%1, demanded %2."),
    QT_TRANSLATE_NOOP("Core", "The promotion has ended."),
    QT_TRANSLATE_NOOP("Core", "The proposal has expired. Propose it again."),
    QT_TRANSLATE_NOOP("Core", "The version is in %1; the transition starts in %2."),
    QT_TRANSLATE_NOOP("Core", "The proposal names no rollback target."),
    QT_TRANSLATE_NOOP("Core", "The change freeze %1 is in force until %2."),
    QT_TRANSLATE_NOOP("Core", "%1 is held after a rollback. Register a new artifact or sign a waiver."),
    QT_TRANSLATE_NOOP("Core", "%1 is not in this ledger."),
    QT_TRANSLATE_NOOP("Core", "%1 of %2"),
};

constexpr int depthMax = 6; // a sentence in a sentence, or after one

struct Pattern {
    QByteArray source;
    QRegularExpression expression;
    QList<bool> nested; // per part, in order
    QList<int> numbers;
};

Pattern patternOf(const char* source)
{
    Pattern pattern{source, {}, {}, {}};
    const QString text = QString::fromUtf8(source);
    QString expression;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool mark = text[i] == QLatin1Char('%') || text[i] == QLatin1Char('@');
        if (mark && i + 1 < text.size() && text[i + 1].isDigit()) {
            const bool nested = text[i] == QLatin1Char('@');
            pattern.nested.append(nested);
            pattern.numbers.append(text[++i].digitValue());
            expression +=
                nested ? QStringLiteral("(.+?)") : QStringLiteral("((?:(?!\\. ).)+?)"); // no sentence ends in it
        } else {
            expression += QRegularExpression::escape(text.mid(i, 1));
        }
    }
    pattern.expression.setPattern(QRegularExpression::anchoredPattern(expression));
    pattern.expression.setPatternOptions(QRegularExpression::DotMatchesEverythingOption);
    return pattern;
}

struct Patterns {
    QHash<QString, const char*> whole; // without parts
    std::vector<Pattern> withParts;
};

const Patterns& patterns()
{
    static const Patterns made = [] {
        Patterns sorted;
        for (const char* source : sentences) {
            Pattern pattern = patternOf(source);
            if (pattern.numbers.isEmpty()) {
                sorted.whole.insert(QString::fromUtf8(source), source);
            } else {
                sorted.withParts.push_back(std::move(pattern));
            }
        }
        return sorted;
    }();
    return made;
}

QString translated(const QString& english, int depth);

/// "10 Mar 2027", as the core writes a day.
QString localDay(const QString& part)
{
    const QDate day = QLocale::c().toDate(part, QStringLiteral("d MMM yyyy"));
    return day.isValid() ? QLocale().toString(day, QCoreApplication::translate("Words", "d MMM yyyy")) : part;
}

QString filled(const Pattern& pattern, const QRegularExpressionMatch& match, int depth)
{
    QString text = QCoreApplication::translate("Core", pattern.source.constData());
    QHash<int, QString> parts;
    for (qsizetype i = 0; i < pattern.numbers.size(); ++i) {
        const QString part = match.captured(static_cast<int>(i) + 1);
        parts.insert(pattern.numbers[i], pattern.nested[i] ? translated(part, depth + 1) : localDay(part));
    }
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool mark = text[i] == QLatin1Char('%') || text[i] == QLatin1Char('@');
        const int number = mark && i + 1 < text.size() ? text[i + 1].digitValue() : -1;
        if (parts.contains(number)) {
            out += parts.value(number);
            ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}

QString chopped(QString sentence)
{
    if (sentence.endsWith(QLatin1Char('.'))) {
        sentence.chop(1);
    }
    return sentence;
}

QString translated(const QString& english, int depth)
{
    if (english.isEmpty() || depth > depthMax) {
        return english;
    }
    // A sentence may stand as a clause of a longer one, without its full stop.
    const bool clause = !english.endsWith(QLatin1Char('.'));
    const QString sentence = clause ? QString(english + QLatin1Char('.')) : english;
    if (const char* source = patterns().whole.value(english)) {
        return QCoreApplication::translate("Core", source);
    }
    if (const char* source = patterns().whole.value(sentence)) {
        return chopped(QCoreApplication::translate("Core", source));
    }
    for (const Pattern& pattern : patterns().withParts) {
        if (const auto match = pattern.expression.match(english); match.hasMatch()) {
            return filled(pattern, match, depth);
        }
        if (!clause || !pattern.source.endsWith('.')) {
            continue;
        }
        if (const auto match = pattern.expression.match(sentence); match.hasMatch()) {
            return chopped(filled(pattern, match, depth));
        }
    }
    const qsizetype end = english.indexOf(QLatin1String(". "));
    if (end < 0) {
        return english;
    }
    return translated(english.left(end + 1), depth + 1) + QLatin1Char(' ')
        + translated(english.mid(end + 2), depth + 1);
}

} // namespace

QString coreWords(const QString& english)
{
    const QLocale::Language language = QLocale().language();
    if (language == QLocale::English || language == QLocale::C) {
        return english;
    }
    return translated(english, 0);
}

} // namespace cs::ui
