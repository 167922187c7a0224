// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/domain/policy.h"

/// Where things stand in the text of a policy: JSON pointers to lines and columns, and everything that is wrong with a
/// text at once.
namespace cs::policy {

/// An empty place at a byte of a text.
Place placeAt(std::string_view text, std::size_t offset);

/// The value that a JSON pointer (RFC 6901) names; where a part of it does not exist, the value that it would be in.
/// @returns nothing for what is no pointer, and for a document that holds nothing.
std::optional<Place> placeOf(const json::Document& document, std::string_view pointer);
/// The same for a text; nothing where that is no strict JSON.
std::optional<Place> placeOf(std::string_view text, std::string_view pointer);

struct Faults {
    std::shared_ptr<const Policy> policy; // null where the text could not be read as a policy
    std::vector<LintFinding> findings; // in the order of the text; each with its place
    bool adoptable() const;
};
/// All that can be said about a text without a workspace: rule "json" (one finding, at the byte where reading ended),
/// rule "grammar" (the first, as the rest may follow from it), or what lint() finds and what else an author must be
/// stopped at: units, freezes that never open, time zones that this machine does not know, requirements that no
/// catalogue has.
Faults check(std::string_view bytes);

} // namespace cs::policy
