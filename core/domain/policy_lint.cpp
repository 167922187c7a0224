// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/policy.h"

namespace cs::policy {

std::vector<LintFinding> lint(const Policy&);

} // namespace cs::policy
