// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cs::test {

/// What happens at the n-th write, sync, truncate or delete (counted over all files).
enum class Fault {
    None,
    FailOnce, ///< That one call fails, later ones work.
    Gone, ///< That call and all later ones fail: the disk has been pulled.
    Die ///< Half of the write reaches the file, then the process ends without another word.
};
inline constexpr int diedStatus = 77;

/// Registers the VFS "cs-fault" over the default one (once per process). @returns its name.
const char* faultVfs();
void armFault(Fault fault, int atCall);
/// Stops faults. @returns how many calls were counted since armFault().
int disarmFault();

} // namespace cs::test
