// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace cs {

/// Bytes of one piece of evidence at most, unless the settings say otherwise. @source design.md section 4.
inline constexpr std::int64_t evidenceBytesMax = std::int64_t(512) << 20;
/// Bytes of one stored chunk. @source design.md section 4.
inline constexpr std::int64_t evidenceChunkBytes = std::int64_t(1) << 20;
/// Bytes that a preview is made from at most: enough for every report seen so far, and a bound on the
/// reader's memory.
inline constexpr std::int64_t previewBytesMax = std::int64_t(64) << 20;
/// Bytes of the head from which a long text or table is previewed.
inline constexpr std::int64_t previewHeadBytes = std::int64_t(8) << 20;

} // namespace cs
