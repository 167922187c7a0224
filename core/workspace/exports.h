// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/kinds/promotion_record.h"
#include "core/workspace/session.h"

/// Documents made from a session: what goes to somebody who has no console.
namespace cs::exports {

/// Everything that the promotion record says, from the replayed state and the verified tree.
/// @returns CS-WORKSPACE-NO-PROMOTION, CS-STORE-….
Result<reports::PromotionRecord> recordOf(const Session& session, PromotionId promotion, UtcTime now);
/// @param format "html" or "json". @returns also CS-WORKSPACE-FORMAT.
Result<Bytes> promotionRecord(const Session& session, PromotionId promotion, std::string_view format, UtcTime now);
/// An entry, its place and the way to the present root, as JSON that can be checked without this program.
Result<Bytes> proofFile(const Session& session, EntryIndex index);

} // namespace cs::exports
