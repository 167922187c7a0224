// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"

#include <QCoreApplication>

namespace cs::ui {

class ActionSheet;

/// The sheets of this screen: each shows what is signed, asks for what is missing, and signs once.
class PeopleSheets final {
    Q_DECLARE_TR_FUNCTIONS(cs::ui::PeopleSheets)
public:
    struct World {
        WorkspaceService& service;
        const query::PeopleView& view;
        const IdentityView& identity;
        int guardMs;
        QWidget* window;
    };
    /// @param text the proof itself, where it came without a file
    static ActionSheet* enrol(
        const World& world, const query::ProofView& proof, const QString& path, const QString& text);
    static ActionSheet* grant(const World& world, const query::PersonLine& line);
    static ActionSheet* endRole(const World& world, const query::PersonLine& line, EntryIndex grant);
    static ActionSheet* revoke(const World& world, const query::PersonLine& line, const QString& fingerprint);
    /// Shows what rests on the key since an entry before anything can be confirmed.
    static ActionSheet* compromise(
        const World& world, const query::PersonLine& line, const QString& fingerprint, EntryIndex ledgerSize);
    static ActionSheet* rotate(const World& world);
    /// A key for the service that synchronises from this console, and its enrolment, by an administrator.
    static ActionSheet* letSync(const World& world);
    static ActionSheet* endorse(const World& world, const query::CaseLine& open, bool object);
    static ActionSheet* withdraw(const World& world, const query::CaseLine& open);
};

} // namespace cs::ui
