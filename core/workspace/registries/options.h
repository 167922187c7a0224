// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/registry_views.h"
#include "core/registries/registry.h"
#include "core/workspace/session.h"

/// What a registry entry of the ledger names by digest, and the sign-in that no ledger ever holds.
namespace cs::sync {

using query::RegistryOptions;

/// staging, canary and production stand for themselves.
RegistryOptions defaultOptions();
std::string optionsJson(const RegistryOptions& options);
/// @returns CS-REGISTRY-OPTIONS with the member.
Result<RegistryOptions> readOptions(std::string_view json);
/// Those of a registry in the ledger; the defaults where their document is gone.
RegistryOptions optionsOf(const Session& session, const engine::Registry& registry);

/// A sign-in as the options say, with that secret. Of kind None where they say none.
registries::Credential credentialFor(const RegistryOptions& options, std::string secret, const RegistryUrl& url);
/// Kept in the keychain under workspace, registry and origin; a registry that moved has none any more.
Result<std::optional<registries::Credential>> storedCredential(
    Keychain& keychain, const std::string& workspaceId, RegistryId registry, const std::string& origin);
Status storeCredential(
    Keychain& keychain, const std::string& workspaceId, RegistryId registry, const registries::Credential& credential);
Status forgetCredential(
    Keychain& keychain, const std::string& workspaceId, RegistryId registry, const std::string& origin);
/// An unattended service's: an owner-only file (COUNTERSIGN_REGISTRY_SECRET_FILE, or registry-secret among the
/// systemd credentials) of {"origin", "auth", "user", "secret"}. Nothing where neither is set.
/// @returns CS-REGISTRY-SECRET for a file that others can read or that is of another form.
Result<std::optional<registries::Credential>> fileCredential();

/// A connector to a registry of the ledger, signed in as its options say.
/// @param keychain may be null: then only the file is asked. @returns CS-REGISTRY-SIGN-IN where the secret is missing.
Result<std::unique_ptr<registries::Connector>> connect(
    const Session& session, const engine::Registry& registry, Keychain* keychain);

} // namespace cs::sync
