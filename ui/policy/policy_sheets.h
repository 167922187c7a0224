// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/policy/draft_keeper.h"
#include "ui/widgets/signing/action_sheet.h"

namespace cs::ui {

/// Each is a sheet that shows what is signed, asks for the key, and deletes itself.
/// @param comparison of the text with the one in force. @param index takes the entry of the proposal.
ActionSheet* makeProposeSheet(WorkspaceService& service, DraftKeeper& keeper, const Bytes& text,
    const query::PolicyComparison& comparison, std::shared_ptr<EntryIndex> index, const IdentityView& identity,
    int guardMs, QWidget* parent);
/// @param ask of the case: the statement is shown whole. @param comparison of the document with the one in force.
ActionSheet* makeSignOffSheet(WorkspaceService& service, const query::PolicyCase& change, std::size_t ask, bool reject,
    const query::PolicyComparison& comparison, const IdentityView& identity, int guardMs, QWidget* parent);
ActionSheet* makeAdoptSheet(WorkspaceService& service, const query::PolicyCase& change, const IdentityView& identity,
    int guardMs, QWidget* parent);
ActionSheet* makeWithdrawSheet(WorkspaceService& service, const query::PolicyCase& change, const IdentityView& identity,
    int guardMs, QWidget* parent);

} // namespace cs::ui
