// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/window/status_strip.h"

#include <QString>
#include <QStringList>

namespace cs::ui {

/// A policy that a new workspace can start from.
struct PolicyOffer {
    QString id; ///< "small-team-policy": the file name without ".json" in resources/policies
    QString title;
    QString description;
    int peopleAtLeast = 0; ///< 0: see the seats
    QStringList seats; ///< "Tech lead, 2 people": who is needed, one line each
};

/// The two policies that ship, with the people their role tables ask for.
QList<PolicyOffer> shippedPolicies();

/// What somebody wants to found. The application checks it again; the ledger has the last word.
struct FoundingChoice {
    QString name;
    QString path; ///< the .countersign file to make
    Mode mode = Mode::Team;
    QStringList administrators; ///< printed names, the founder first
    int threshold = 1; ///< how many of them must agree
    QString policyId;
};

/// Why @p choice cannot be founded, in one sentence with the remedy; empty if it can.
QString foundingProblem(const FoundingChoice& choice);

} // namespace cs::ui
