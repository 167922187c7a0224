// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sqlite_handle.h"

#include <functional>

namespace cs::sqlite_schema {

inline constexpr std::int64_t applicationId = 0x43534C31; // "CSL1"
inline constexpr std::int64_t version = 1;

/// Creates every object and sets the ids, in one transaction.
Status create(SqliteHandle& handle);
/// Every object in sqlite_schema must have exactly the expected text, and none may be missing or added.
/// @returns CS-STORE-SCHEMA naming the first one that differs. @source ledger-events.md section 8
Status check(const SqliteHandle& handle);

/// Looks at the file without letting SQLite touch it: kind, permissions, header, length.
/// @returns the errors listed at SqliteLogStore::open.
Status inspectFile(const std::string& path);
/// Refuses file systems on which SQLite's locks and shared memory do not hold between machines.
/// @param probe may be empty. @returns CS-STORE-NETWORK-FS.
Status checkFileSystem(const std::string& path, const std::function<std::string(const std::string&)>& probe);

} // namespace cs::sqlite_schema
