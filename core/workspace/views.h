// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/session.h"

/// From the replayed state to what screens and the command line show. Pure reading; `now` is a forecast only.
namespace cs::views {

query::PersonView person(const Session& session, ActorId id, ActorId me = ActorId());
query::InboxView inbox(const Session& session, ActorId me, UtcTime now);
/// @param me may be invalid: then nothing is fillable and every action says why it is off.
Result<query::PromotionView> promotion(const Session& session, PromotionId id, ActorId me, UtcTime now);
/// "#41", "41" or "p123" → id. @returns CS-WORKSPACE-NO-PROMOTION.
Result<PromotionId> findPromotion(const Session& session, std::string_view text);
struct PromotionRow {
    PromotionId id;
    std::int64_t number = 0;
    std::string title, transitionLabel, fromStage, toStage, status, statusLine;
    query::PersonView proposer;
    UtcTime proposedAt;
    std::size_t passed = 0, total = 0; // 0 of 0 for one that has ended
};
/// Newest first. @param openOnly leaves out what has ended.
std::vector<PromotionRow> promotions(const Session& session, bool openOnly, UtcTime now);

/// One English line for an entry ("#41 as Product owner"). Used by the ledger screen, `log list` and reports.
std::string says(const Session& session, EntryIndex index, const Session::Decoded& entry);
/// Rows of the given entries (any order).
Result<std::vector<query::EntryRow>> entryRows(const Session& session, const std::vector<EntryIndex>& indices);
Result<query::EntryDetail> entryDetail(const Session& session, EntryIndex index);
/// Entry indices, newest first, that match the filter: words that stand in type, signer, subject or text;
/// `type:promotion.approved`, `by:a3`, `about:p9`, `entry:120`. Empty filter: all.
/// @returns CS-WORKSPACE-FILTER (usage) for a word that means nothing, CS-WORKSPACE-STOPPED.
Result<std::vector<EntryIndex>> findEntries(const Session& session, std::string_view filter, std::stop_token stop = {});

std::vector<query::PersonRow> people(const Session& session);
std::vector<query::ModelRow> models(const Session& session);
std::vector<query::VersionRow> versions(const Session& session, std::optional<ModelId> model);

} // namespace cs::views
