// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registries/registry.h"

#include "core/registries/mlflow/mlflow.h"

#include <algorithm>

namespace cs::registries {

const std::vector<Capabilities>& kinds()
{
    static const std::vector<Capabilities> all{mlflowCapabilities()};
    return all;
}

const Capabilities* findKind(std::string_view kind)
{
    const auto found = std::ranges::find(kinds(), kind, &Capabilities::kind);
    return found == kinds().end() ? nullptr : &*found;
}

Result<std::unique_ptr<Connector>> makeConnector(std::string_view kind, std::unique_ptr<Http> http, Waiter waiter)
{
    if (kind == mlflowCapabilities().kind)
        return std::make_unique<MlflowConnector>(std::move(http), std::move(waiter));
    return fail(usageError("CS-REGISTRY-KIND",
        "This program cannot talk to a registry of the kind %1; it knows mlflow.", {qs(kind.substr(0, 40))}));
}

} // namespace cs::registries
