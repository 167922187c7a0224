// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/views.h"

#include <vector>

namespace cs::ui {

/// One step of an inclusion proof, from the leaf towards the root.
struct ProofStep {
    Digest sibling;
    bool siblingLeft = false;
    Digest parent; ///< hash of both
};

/// Where the proof of an entry leads; recomputed here, so that the picture is the check.
struct ProofPath {
    std::vector<ProofStep> steps;
    Digest root;
    bool leads = false; ///< the computed root is the head's root, and the proof has the right length
};

/// @source RFC 9162 section 2.1.3.2. A few dozen hashes.
ProofPath proofPath(const query::EntryDetail& detail);

} // namespace cs::ui
