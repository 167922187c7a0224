// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/evaluate.h"

/// Words and JSON for gate results: for the command line; screens translate by the same codes.
namespace cs::engine {

/// Why a node has its status, in English.
std::string sentence(const Reason& reason, const NodeResult& node);
/// Why a promotion is stopped besides its tree, in English.
std::string blockedSentence(const Reason& reason);
/// The tree as in gates.md section 2.2: one line a node, "[+]" satisfied, "[-]" unsatisfied, "[ ]" pending.
std::string explainText(const GateResult& result);
std::string explainText(const NodeResult& root);
/// {id, status, reasonCode, reason, since, inputs, needed, children} and the verdict around it, compact JSON.
std::string explainJson(const GateResult& result);

std::string_view truthWord(Truth truth);

} // namespace cs::engine
