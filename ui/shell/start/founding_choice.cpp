// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/start/founding_choice.h"

#include <QCoreApplication>
#include <QSet>

namespace cs::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FoundingChoice)
};

constexpr qsizetype nameMax = 200;

QString administratorProblem(const FoundingChoice& choice)
{
    QSet<QString> seen;
    for (const QString& name : choice.administrators) {
        const QString key = name.simplified().toCaseFolded();
        if (seen.contains(key)) {
            return Words::tr("“%1” is listed twice. Name each administrator once.").arg(name);
        }
        seen.insert(key);
    }
    const auto people = choice.administrators.size();
    if (choice.mode == Mode::Single) {
        return people == 1 ? QString() : Words::tr("A single-person workspace has one administrator: you.");
    }
    if (people < 2) {
        return Words::tr("A team needs at least two administrators. Add one more name.");
    }
    if (choice.threshold < 2) {
        return Words::tr("At least two administrators must agree. Raise the number to 2.");
    }
    if (choice.threshold > people) {
        return Words::tr("%1 of %2 administrators can never agree. Lower the number or add names.")
            .arg(choice.threshold)
            .arg(people);
    }
    return {};
}

} // namespace

QList<PolicyOffer> shippedPolicies()
{
    const auto seat = [](const QString& title, int people) {
        //: %1 a role, %2 how many people at least must hold it
        return people == 1 ? title : Words::tr("%1 (%2)").arg(title).arg(people);
    };
    PolicyOffer small;
    small.id = QStringLiteral("small-team-policy");
    small.title = Words::tr("Small team");
    small.description = Words::tr("All gates and laws, for a team whose people hold several roles.");
    small.peopleAtLeast = 3;
    small.seats = {seat(Words::tr("ML engineer"), 2), seat(Words::tr("Tech lead"), 1),
        seat(Words::tr("Platform team"), 1), seat(Words::tr("Product owner"), 1)};
    PolicyOffer regulated;
    regulated.id = QStringLiteral("default-policy");
    regulated.title = Words::tr("Regulated organisation");
    regulated.description = Words::tr("Separate seats for risk, compliance, security and audit, and a committee.");
    regulated.seats = {seat(Words::tr("ML engineer"), 2), seat(Words::tr("Tech lead"), 2),
        seat(Words::tr("Platform team"), 2), seat(Words::tr("Product owner"), 1), seat(Words::tr("Business owner"), 1),
        seat(Words::tr("Security"), 1), seat(Words::tr("Compliance officer"), 1),
        seat(Words::tr("Model-risk manager"), 1), seat(Words::tr("Model risk committee"), 3),
        seat(Words::tr("Audit"), 1)};
    return {small, regulated};
}

QString foundingProblem(const FoundingChoice& choice)
{
    if (choice.name.trimmed().isEmpty()) {
        return Words::tr("The workspace has no name. Type one.");
    }
    if (choice.name.size() > nameMax) {
        return Words::tr("The name is longer than %1 characters. Shorten it.").arg(nameMax);
    }
    if (choice.path.isEmpty()) {
        return Words::tr("No file is chosen. Choose where the workspace is kept.");
    }
    for (const QString& name : choice.administrators) {
        if (name.trimmed().isEmpty() || name.size() > nameMax) {
            return Words::tr("An administrator has no name or one over %1 characters.").arg(nameMax);
        }
    }
    return administratorProblem(choice);
}

} // namespace cs::ui
