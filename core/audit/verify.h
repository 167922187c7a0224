// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/verify_report.h"
#include "core/ledger/store/log_store.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace cs::audit {

struct VerifyOptions {
    int threads = 0; ///< Workers for parsing and signatures; 0 = as many as there are cores.
    std::function<void(std::int64_t done, std::int64_t total)> progress;
    std::stop_token stop;
    UtcTime now; ///< For `checkedAt` and the warning about a head in the future; changes no verdict.
    std::optional<Bytes> checkpoint; ///< A signed note to compare the tree with.
    bool evidence = true; ///< Read the bytes of evidence too, and note what is missing or altered.
};

/// Replays everything with public keys only: form, place, signature and laws of every entry, the stored tree nodes, the
/// head, the evidence. One pass; memory does not grow with the length of entries. After the first broken law the state
/// is not judged any more, but place and signatures still are. Never trusts a byte of the store.
/// @returns CS-AUDIT-CANCELLED, or the store's error when it cannot be read; a broken ledger is a report, not an error.
Result<VerifyReport> verifyLedger(LogStore& store, const VerifyOptions& options = {});

/// The same for the lines of `log export`. @param blobsDir folder with files named by the 64 hexadecimal digits of
/// their digest (policies, evidence), or empty. @returns CS-AUDIT-FILE when the file cannot be read.
Result<VerifyReport> verifyExport(
    const std::string& path, const std::string& blobsDir, const VerifyOptions& options = {});

} // namespace cs::audit
