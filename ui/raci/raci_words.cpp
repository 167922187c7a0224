// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/raci/raci_words.h"

#include "core/base/result.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>

#include <set>

namespace cs::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cs::ui::Raci)
};

} // namespace

QString raciWord(char letter)
{
    switch (letter) {
    case 'A':
        return Words::tr("Accountable");
    case 'R':
        return Words::tr("Responsible");
    case 'C':
        return Words::tr("Consulted");
    default:
        return Words::tr("Informed");
    }
}

QString raciMeaning(char letter)
{
    switch (letter) {
    case 'A':
        return Words::tr("answers for the outcome; exactly one role");
    case 'R':
        return Words::tr("does the work or signs");
    case 'C':
        return Words::tr("is asked to comment, and blocks nothing");
    default:
        return Words::tr("is told at execution and rollback");
    }
}

QString raciRaised(const query::RaciCell& cell)
{
    return cell.letter == cell.base ? QString() : Words::tr("raised from %1").arg(QLatin1Char(cell.base));
}

QString raciHolders(const query::RaciRole& role)
{
    std::set<ActorId> persons;
    for (const query::RaciHolder& holder : role.holders) {
        persons.insert(holder.person.id);
    }
    return persons.empty() ? Words::tr("no holder")
                           : Words::tr("%n person(s)", nullptr, static_cast<int>(persons.size()));
}

QString raciAccountable(const query::RaciTransition& transition)
{
    return transition.accountable == 1
        ? Words::tr("exactly one A")
        : Words::tr("%n role(s) accountable", nullptr, static_cast<int>(transition.accountable));
}

QString raciSentence(const query::RaciView& view, std::size_t role, std::size_t transition)
{
    const query::RaciCell& cell = view.cells.at(role).at(transition);
    QStringList parts{Words::tr("%1, %2: %3.")
                          .arg(cleanName(qs(view.roles.at(role).title), 60),
                              cleanName(qs(view.transitions.at(transition).label), 80), raciWord(cell.letter))};
    if (cell.letter != cell.base) {
        QStringList overlays;
        for (const std::string& overlay : cell.raisedBy) {
            overlays.append(cleanName(qs(overlay), 60));
        }
        parts.append(Words::tr("Raised from %1 by %2.").arg(raciWord(cell.base), overlays.join(QLatin1String(", "))));
    }
    for (const std::string& problem : cell.problems) {
        parts.append(Words::tr("Contradiction: %1").arg(cleanName(qs(problem), 300)));
    }
    return parts.join(QLatin1Char(' '));
}

} // namespace cs::ui
