// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/laws.h"

/// State as bytes for the per-user cache file, and back (ledger-events.md section 8). The form belongs to one build of
/// the program: nothing in a workspace, export or bundle uses it, and it is never read from a place that others write.
namespace cs::engine {

/// Names this build's form and meaning: it differs whenever core/engine or core/domain differ.
const char* archiveFormat();

Bytes archived(const Version& version);
Bytes archived(const Promotion& promotion);
/// Everything that is always in memory: the state without the rows, the entry ids and the signed times.
Bytes archivedRest(const LedgerState& state);

/// Null where the bytes are not of this form.
std::unique_ptr<Version> versionFrom(std::string_view bytes);
std::unique_ptr<Promotion> promotionFrom(std::string_view bytes);
/// Fills everything but what archivedRest() leaves out. Policy documents come from their source; one whose bytes are
/// missing stays null, as after a replay. @returns CS-ENGINE-ARCHIVE.
Status restoreRest(LedgerState& state, std::string_view bytes, PolicySource& policies);

/// Keeps the rows of a long replay as bytes, which take a fifth of the memory. Belongs to one state and must outlive
/// its use.
class PackedRows final {
public:
    explicit PackedRows(LedgerState& state);
    PackedRows(const PackedRows&) = delete;
    PackedRows& operator=(const PackedRows&) = delete;
    /// Packs every row that changed and drops all rows from memory; one that is asked for is unpacked again. Pointers
    /// to rows end here.
    void pack();

private:
    LedgerState& m_state;
    std::unordered_map<EntryIndex, Bytes> m_versions, m_promotions;
};

} // namespace cs::engine
