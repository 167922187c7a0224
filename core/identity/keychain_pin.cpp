// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/keychain_pin.h"

namespace cs {
namespace {

std::string itemName(const std::string& workspace)
{
    return "countersign/pin/" + workspace;
}

} // namespace

Result<std::optional<std::string>> KeychainPin::readPin(const std::string& workspace)
{
    return m_keychain.read(itemName(workspace));
}

Status KeychainPin::writePin(const std::string& workspace, const std::string& value)
{
    return m_keychain.write(itemName(workspace), value);
}

} // namespace cs
