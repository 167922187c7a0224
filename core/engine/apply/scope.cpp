// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/apply/scope.h"

#include "core/engine/facts.h"

#include <algorithm>

namespace cs::engine {

bool Scope::holds(std::string_view role) const
{
    return holdsRoleAt(state, context.actor, role, {}, time);
}

bool Scope::holdsAny(const std::vector<std::string>& roles) const
{
    return std::any_of(roles.begin(), roles.end(), [&](const auto& role) { return holds(role); });
}

Result<std::shared_ptr<const policy::Policy>> Scope::policy() const
{
    const PolicyInForce* inForce = state.policyInForce();
    if (inForce == nullptr)
        return fail(lawError(4, "No gate policy is in force yet. Adopt one first."));
    if (inForce->document)
        return inForce->document;
    return policies.policy(inForce->digest);
}

Status Scope::requireAny(const std::vector<std::string>& roles, const char* what) const
{
    if (holdsAny(roles))
        return {};
    QStringList names;
    for (const auto& role : roles)
        names.append(qs(role));
    return fail(lawError(2, "To %1, one of these roles is needed: %2. %3 holds none of them.",
        {QString::fromUtf8(what), names.join(QStringLiteral(", ")), qs(context.actor.text())}));
}

Status Scope::requireRole(std::initializer_list<std::string_view> roles, const char* what) const
{
    if (std::any_of(roles.begin(), roles.end(), [&](const auto role) { return holds(role); }))
        return {};
    return requireAny(std::vector<std::string>(roles.begin(), roles.end()), what);
}

Status Scope::requirePerson(const char* what) const
{
    if (isPerson())
        return {};
    return fail(
        lawError(2, "Only a person can %1; %2 is a service.", {QString::fromUtf8(what), qs(context.actor.text())}));
}

Status Scope::notInFuture(UtcTime instant, const char* what) const
{
    if (instant.ms() <= context.at.ms() + rules::backwardsMs)
        return {};
    return fail(lawError(
        13, "The time of the %1, %2, lies after the entry itself.", {QString::fromUtf8(what), qs(instant.text())}));
}

} // namespace cs::engine
