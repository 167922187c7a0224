// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/utc_time.h"
#include "core/domain/ids.h"

#include <optional>
#include <string>
#include <vector>

/// Emergencies as screens and the command line show them (law 11).
namespace cs::query {

/// Who has authorised, and for how long that holds.
struct GlassSignature {
    EntryIndex entry = -1;
    std::string person; // printed name
    bool mine = false;
    std::int64_t slot = 0;
    UtcTime at, until;
    bool counts = false; // fills its list now
    std::string reason, incident; // the reason may be erased
};
struct GlassList { // one person of it has to sign
    std::int64_t slot = 0;
    std::vector<std::string> roles; // titles
    std::string signer; // printed name, or empty
    std::vector<std::string> eligible; // printed names of who still may
    bool mine = false; // the signed-in person may sign it now
};
struct GlassReviewLeafView {
    std::string leaf, title, statement;
    std::vector<std::string> roles; // titles
    std::int64_t needed = 1, have = 0, commentMinLength = 0;
    std::vector<std::string> signers; // printed names
    std::string rejectedBy; // printed name, or empty
    bool mine = false; // the signed-in person may sign it now
};
struct BreakGlassView {
    std::string refused; // English sentence: why there can be no emergency here; empty if there can
    std::int64_t reasonMinLength = 0, ttlSeconds = 0, quota = 0, used = 0;
    bool incidentRequired = true;
    std::vector<GlassList> lists;
    std::vector<GlassSignature> signatures; // newest last
    std::int64_t persons = 0, personsNeeded = 0;
    bool authorised = false; // every list has its person
    std::optional<UtcTime> until; // the first signature lapses then
    std::vector<std::string> neverSkips; // sentences
    std::vector<std::string> keptLeft; // conditions that are never skipped and not satisfied: titles
    std::vector<std::string> overrides; // what would be skipped: titles, and freezes
    // after an execution by break-glass
    bool executed = false;
    UtcTime executedAt, reviewDue;
    bool reviewed = false, rolledBack = false, overdue = false;
    std::vector<GlassReviewLeafView> review;
    // what the signed-in person may do; an empty reason means that it is there
    std::string authoriseOff, executeOff, reviewOff;
};

} // namespace cs::query
