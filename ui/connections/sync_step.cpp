// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/sync_step.h"

#include "ui/widgets/words.h"

#include <QCoreApplication>
#include <QStringList>

namespace cs::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cs::ui::SyncStep)
};

QString namesOf(const std::vector<std::string>& names)
{
    QStringList all;
    for (const std::string& name : names) {
        all << isolate(cleanName(qs(name), 60));
    }
    return all.isEmpty() ? Words::tr("nobody") : all.join(QLatin1String(", "));
}

/// "1 of 2 administrators have signed; Tea can. Platform team signs besides: Carla."
QString waiting(const query::SyncSetup& setup)
{
    const QString signedBy = countText(setup.administratorsSigned);
    const QString threshold = countText(setup.threshold);
    QStringList all;
    all << (setup.administratorsSigned < setup.threshold
            ? Words::tr("%1 of %2 administrators have signed; these can: %3.")
                  .arg(signedBy, threshold, namesOf(setup.administrators))
            : Words::tr("%1 of %2 administrators have signed.").arg(signedBy, threshold));
    for (const auto& [role, holders] : setup.signOff) {
        //: a role, and who holds it
        all << Words::tr("%1 signs besides: %2.").arg(cleanName(qs(role), 60), namesOf(holders));
    }
    return all.join(QLatin1Char(' '));
}

} // namespace

SyncStep syncStep(const query::SyncSetup& setup)
{
    using Step = query::SyncSetup::Step;
    const QString make = QStringLiteral("sync-key");
    switch (setup.step) {
    case Step::Unknown:
    case Step::Ready:
        break;
    case Step::Key:
        return {Words::tr("No key of a service in the role Registry sync is in this keychain. This console can make "
                          "one, or a server runs \"countersignctl registry sync\"."),
            Words::tr("Let this console synchronise…"), make};
    case Step::Enrolment:
        return {Words::tr("The key %1 is made. An administrator enrols it from its proof file: %2.")
                    .arg(ltr(qs(setup.fingerprint)), namesOf(setup.administrators)),
            setup.meAdmin ? Words::tr("Enrol it…") : Words::tr("Save the proof again…"), make};
    case Step::Endorsement:
        return {Words::tr("The enrolment of this console waits in entry %1. %2")
                    .arg(countText(setup.proposal), waiting(setup)),
            Words::tr("Show what waits"), {}};
    case Step::Grant:
        return {
            Words::tr("This console is enrolled and still needs the role Registry sync. An administrator grants it: "
                      "%1.")
                .arg(namesOf(setup.administrators)),
            setup.meAdmin ? Words::tr("Show it to grant the role") : QString(), qs(setup.service.text())};
    case Step::GrantEndorsement:
        return {Words::tr("The role Registry sync for this console waits in entry %1. %2")
                    .arg(countText(setup.proposal), waiting(setup)),
            Words::tr("Show what waits"), {}};
    }
    return {};
}

} // namespace cs::ui
