// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"

#include "core/domain/policy.h"

/// Policies as the commands name them: a file, a revision that was adopted here, or a digest.
namespace cs::cli {

inline constexpr std::size_t policyBytesMax = 4U << 20U;

struct PolicySource {
    std::string name; // as typed, for messages
    std::string bytes;
    std::shared_ptr<const policy::Policy> document;
};

/// @returns CS-CLI-NO-POLICY.
Result<std::shared_ptr<const policy::Policy>> policyInForce(Session& session);
/// A policy file. @returns CS-JSON or CS-POLICY-GRAMMAR with file, line, JSON pointer and remedy; CS-CLI-FILE.
Result<PolicySource> policyFile(const std::string& path);
/// The same, of a text that was read already.
Result<PolicySource> policyText(const std::string& path, const std::string& bytes);
/// 3, r3 or sha256:…, of this workspace: adopted, or (by digest) proposed. @returns CS-CLI-NO-REVISION.
Result<PolicySource> policyRevision(Session& session, const std::string& text);
/// Either of them; a file of that name comes first. Opens the workspace only for a revision or digest.
Result<PolicySource> policyNamed(Context& context, const std::string& text);

} // namespace cs::cli
