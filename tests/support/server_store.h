// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/store/log_store.h"

#include <memory>
#include <string>

/// The tests of laws, sessions and stores run a second time on a real server: under tests/support/with_postgres.sh with
/// COUNTERSIGN_TEST_STORE=postgres.
namespace cs::test {

bool onServer();
/// A prepared, empty database of its own. @returns its address.
std::string freshDatabase();
/// A store on it, with the replica of one more desk in @p folder.
std::unique_ptr<LogStore> serverStore(const std::string& url, const std::string& folder);

} // namespace cs::test
