// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>

/// A workspace is one file to its users, and up to three while it is in use: SQLite keeps its write-ahead log and that
/// log's index beside it.
namespace cs {

/// All of them, where they are there; nobody may have them open.
void removeStoreFiles(const std::string& path);
/// The same. @returns CS-STORE-IO.
Status moveStoreFiles(const std::string& from, const std::string& to);
/// What they hold together, without the index.
std::int64_t storeFileBytes(const std::string& path);

/// A folder for this user alone, made where it is missing. @returns CS-STORE-IO.
Status makePrivateFolder(const std::string& path);

} // namespace cs
