// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/views.h"

#include <optional>
#include <string>
#include <vector>

/// R1, the promotion record: what was decided, on what evidence, by whom, and how to check it without this program.
/// @source regulations.md section 7, R1
namespace cs::reports {

enum class FieldState { Present, Missing, NotApplicable, Stale, Broken, Pending };
const char* fieldStateName(FieldState state);

struct Field {
    std::string id; // as in the catalogue: "artifactDigest"
    std::string label, value;
    FieldState state = FieldState::Present;
};
/// A section of plain fields: "What was promoted".
struct Section {
    std::string title;
    std::vector<Field> fields;
};
/// A leaf of the gate as it stood.
struct Criterion {
    std::string id, title, threshold, actual, result, because, source;
    std::string kind, comparator; // metric_threshold, approval, …; ≥, ≤, <, > where the bound has one
    UtcTime evaluatedAt;
    std::string evidenceHash; // of the file that the fact was read from, if one was named
};
struct Approval {
    std::string printedName, role, raciLetter, meaning, decision, comment, fingerprint, signature;
    UtcTime signedAt;
    EntryIndex entry = -1;
    bool live = false;
};
/// A piece of evidence, and whether its bytes are in the store and match.
struct Evidence {
    std::string name, kind, digest, signer;
    std::int64_t bytes = 0;
    UtcTime producedAt;
    std::optional<UtcTime> validUntil; // where a condition of the gate limits its age
    FieldState state = FieldState::Present;
};
/// An entry that the promotion rests on, with the proof that it is in the tree.
struct EntryProof {
    EntryIndex index = -1;
    std::string type, signer, says;
    UtcTime at;
    std::string line; // as stored
    Digest leaf;
    std::vector<Digest> proof;
};

struct PromotionRecord {
    std::string title;
    query::HeadView head; // before the export
    UtcTime generatedAt;
    std::string program;
    std::string status, gateResult;
    std::vector<Section> sections;
    std::vector<Criterion> criteria;
    std::vector<Approval> approvals;
    std::vector<Evidence> evidence;
    std::vector<std::string> conditions, warnings;
    std::vector<EntryProof> entries;
    bool isDemo() const { return head.mode == "demo"; }
};

/// Counts of fields, never of files. @source regulations.md section 7.10
struct Completeness {
    std::size_t present = 0, applicable = 0, all = 0, notApplicable = 0;
    std::vector<std::string> missing;
    bool broken = false;
    /// "36 of 37 applicable fields (38 in all, 1 not applicable); missing: lastDrillAt".
    std::string sentence() const;
};
Completeness completenessOf(const PromotionRecord& record);

/// Members in a fixed order; digests with the name of their algorithm; times RFC 3339 in UTC.
std::string toJson(const PromotionRecord& record);
/// One self-contained page: no script, no remote resource, everything escaped, prints on A4.
std::string toHtml(const PromotionRecord& record);

} // namespace cs::reports
