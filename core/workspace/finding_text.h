// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/session.h"

namespace cs::views {

/// What a finding says, in one line: the sentence of its detail, or the first line of the text that a person gave.
/// Empty where the document is gone. A stranger's words: shown as plain text.
std::string findingText(const Session& session, const engine::Finding& finding);

} // namespace cs::views
