// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/policy_source.h"

#include "core/domain/policy_text.h"
#include "core/evidence/visible_text.h"

#include <QFile>

#include <algorithm>
#include <charconv>
#include <ranges>

namespace cs::cli {
namespace {

std::optional<std::int64_t> revisionNumber(std::string_view text)
{
    if (text.starts_with('r'))
        text.remove_prefix(1);
    std::int64_t number = 0;
    const auto [end, errc] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || errc != std::errc() || end != text.data() + text.size() || number < 1)
        return std::nullopt;
    return number;
}

bool isRevision(const std::string& text)
{
    return text.starts_with("sha256:") || revisionNumber(text).has_value();
}

Result<PolicySource> stored(Session& session, const std::string& text, const Digest& digest)
{
    PolicySource source{text, {}, nullptr};
    CS_TRY(source.bytes, session.store().getBlob(digest, policyBytesMax));
    CS_TRY(source.document, session.policies().policy(digest));
    return source;
}

} // namespace

Result<std::shared_ptr<const policy::Policy>> policyInForce(Session& session)
{
    const auto* row = session.state().policyInForce();
    if (row == nullptr)
        return fail(refused("CS-CLI-NO-POLICY", "No policy is in force in this workspace."));
    if (row->document)
        return row->document;
    return session.policies().policy(row->digest);
}

Result<PolicySource> policyFile(const std::string& path)
{
    CS_TRY(const std::string bytes, readFile(path, policyBytesMax));
    return policyText(path, bytes);
}

Result<PolicySource> policyText(const std::string& path, const std::string& bytes)
{
    const policy::Faults faults = policy::check(bytes);
    if (faults.policy)
        return PolicySource{path, bytes, faults.policy};
    const policy::LintFinding& finding = faults.findings.front();
    if (finding.rule == "json")
        return fail(usageError("CS-JSON", "%1: %2", {qs(path), qs(finding.message)}));
    return fail(usageError("CS-POLICY-GRAMMAR", "%1, line %2: %3",
        {qs(path), QString::number(finding.place ? finding.place->line : 1), qs(visibleText(finding.message).text)}));
}

Result<PolicySource> policyRevision(Session& session, const std::string& text)
{
    const auto& state = session.state();
    if (text.starts_with("sha256:")) {
        const auto digest = Digest::fromText(text);
        const bool known = digest && (std::ranges::any_of(state.policies, [&](const auto& row) {
            return row.digest == *digest;
        }) || std::ranges::any_of(state.policyCases, [&](const auto& row) { return row.second.policy == *digest; }));
        if (known)
            return stored(session, text, *digest);
    } else if (const auto number = revisionNumber(text)) {
        for (const auto& row : std::views::reverse(state.policies))
            if (row.document && row.document->revision == *number)
                return stored(session, text, row.digest);
    }
    return fail(usageError("CS-CLI-NO-REVISION",
        "%1 is no revision of this workspace's policy. \"policy show --list\" names them.", {qs(text)}));
}

Result<PolicySource> policyNamed(Context& context, const std::string& text)
{
    if (!isRevision(text) || QFile::exists(qs(text)))
        return policyFile(text);
    CS_TRY(Session * session, context.session(true));
    return policyRevision(*session, text);
}

} // namespace cs::cli
