// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/requirement_ids.h"

#include <algorithm>
#include <array>

namespace cs {
namespace {

/// Sorted. The requirement catalogue, version 1.
constexpr std::array<std::string_view, 238> ids{"AIA.11.1", "AIA.12.1", "AIA.12.2.a", "AIA.12.2.b", "AIA.12.2.c",
    "AIA.12.3", "AIA.13.3", "AIA.14.4", "AIA.14.5", "AIA.15.1", "AIA.15.3", "AIA.15.4", "AIA.15.5", "AIA.17.1.a",
    "AIA.17.1.d", "AIA.17.1.g", "AIA.17.1.h", "AIA.17.1.i", "AIA.17.1.k", "AIA.17.1.m", "AIA.18.1", "AIA.19.1",
    "AIA.20.1", "AIA.21.2", "AIA.26.2", "AIA.26.5", "AIA.26.6", "AIA.3.23", "AIA.43.4", "AIA.47.1", "AIA.49.1",
    "AIA.72.1", "AIA.72.3", "AIA.73.2", "AIA.73.3", "AIA.73.4", "AIA.73.5", "AIA.73.6", "AIA.86.1", "AIA.9.2",
    "AIA.9.5", "AIA.9.6", "AIA.9.8", "AnnexIV.1.a", "AnnexIV.1.b", "AnnexIV.1.c", "AnnexIV.1.d", "AnnexIV.1.e",
    "AnnexIV.1.f", "AnnexIV.1.g", "AnnexIV.1.h", "AnnexIV.2.a", "AnnexIV.2.b", "AnnexIV.2.c", "AnnexIV.2.d",
    "AnnexIV.2.e", "AnnexIV.2.f", "AnnexIV.2.g", "AnnexIV.2.h", "AnnexIV.3", "AnnexIV.4", "AnnexIV.5", "AnnexIV.6",
    "AnnexIV.7", "AnnexIV.8", "AnnexIV.9", "EIDAS.25.1", "EIDAS.26.a", "EIDAS.26.b", "EIDAS.26.c", "EIDAS.26.d",
    "EIDAS.45l", "ISO42001.10.1", "ISO42001.10.2", "ISO42001.4.3", "ISO42001.5.2", "ISO42001.5.3", "ISO42001.6.1.2",
    "ISO42001.6.1.3", "ISO42001.6.1.4", "ISO42001.6.3", "ISO42001.7.2", "ISO42001.7.5.1", "ISO42001.7.5.2",
    "ISO42001.7.5.3", "ISO42001.8.1", "ISO42001.8.2", "ISO42001.8.3", "ISO42001.8.4", "ISO42001.9.1", "ISO42001.9.2",
    "ISO42001.9.3", "ISO42001.A.10.2", "ISO42001.A.10.3", "ISO42001.A.10.4", "ISO42001.A.2.2", "ISO42001.A.2.3",
    "ISO42001.A.2.4", "ISO42001.A.3.2", "ISO42001.A.3.3", "ISO42001.A.4.2", "ISO42001.A.4.3", "ISO42001.A.4.4",
    "ISO42001.A.4.5", "ISO42001.A.4.6", "ISO42001.A.5.2", "ISO42001.A.5.3", "ISO42001.A.5.4", "ISO42001.A.5.5",
    "ISO42001.A.6.1.2", "ISO42001.A.6.1.3", "ISO42001.A.6.2.2", "ISO42001.A.6.2.3", "ISO42001.A.6.2.4",
    "ISO42001.A.6.2.5", "ISO42001.A.6.2.6", "ISO42001.A.6.2.7", "ISO42001.A.6.2.8", "ISO42001.A.7.2", "ISO42001.A.7.3",
    "ISO42001.A.7.4", "ISO42001.A.7.5", "ISO42001.A.7.6", "ISO42001.A.8.2", "ISO42001.A.8.3", "ISO42001.A.8.4",
    "ISO42001.A.8.5", "ISO42001.A.9.2", "ISO42001.A.9.3", "ISO42001.A.9.4", "MRM.DEV", "MRM.EFC", "MRM.EXC", "MRM.INV",
    "MRM.LIM", "MRM.MAT", "MRM.MON", "MRM.VAL", "MRM.VEN", "NIST.GOVERN.1.1", "NIST.GOVERN.1.2", "NIST.GOVERN.1.3",
    "NIST.GOVERN.1.4", "NIST.GOVERN.1.5", "NIST.GOVERN.1.6", "NIST.GOVERN.1.7", "NIST.GOVERN.2.1", "NIST.GOVERN.2.2",
    "NIST.GOVERN.2.3", "NIST.GOVERN.3.1", "NIST.GOVERN.3.2", "NIST.GOVERN.4.1", "NIST.GOVERN.4.2", "NIST.GOVERN.4.3",
    "NIST.GOVERN.5.1", "NIST.GOVERN.5.2", "NIST.GOVERN.6.1", "NIST.GOVERN.6.2", "NIST.MANAGE.1.1", "NIST.MANAGE.1.2",
    "NIST.MANAGE.1.3", "NIST.MANAGE.1.4", "NIST.MANAGE.2.1", "NIST.MANAGE.2.2", "NIST.MANAGE.2.3", "NIST.MANAGE.2.4",
    "NIST.MANAGE.3.1", "NIST.MANAGE.3.2", "NIST.MANAGE.4.1", "NIST.MANAGE.4.2", "NIST.MANAGE.4.3", "NIST.MAP.1.1",
    "NIST.MAP.1.2", "NIST.MAP.1.3", "NIST.MAP.1.4", "NIST.MAP.1.5", "NIST.MAP.1.6", "NIST.MAP.2.1", "NIST.MAP.2.2",
    "NIST.MAP.2.3", "NIST.MAP.3.1", "NIST.MAP.3.2", "NIST.MAP.3.3", "NIST.MAP.3.4", "NIST.MAP.3.5", "NIST.MAP.4.1",
    "NIST.MAP.4.2", "NIST.MAP.5.1", "NIST.MAP.5.2", "NIST.MEASURE.1.1", "NIST.MEASURE.1.2", "NIST.MEASURE.1.3",
    "NIST.MEASURE.2.1", "NIST.MEASURE.2.10", "NIST.MEASURE.2.11", "NIST.MEASURE.2.12", "NIST.MEASURE.2.13",
    "NIST.MEASURE.2.2", "NIST.MEASURE.2.3", "NIST.MEASURE.2.4", "NIST.MEASURE.2.5", "NIST.MEASURE.2.6",
    "NIST.MEASURE.2.7", "NIST.MEASURE.2.8", "NIST.MEASURE.2.9", "NIST.MEASURE.3.1", "NIST.MEASURE.3.2",
    "NIST.MEASURE.3.3", "NIST.MEASURE.4.1", "NIST.MEASURE.4.2", "NIST.MEASURE.4.3", "P11.11.10.a", "P11.11.10.b",
    "P11.11.10.c", "P11.11.10.d", "P11.11.10.e", "P11.11.10.f", "P11.11.10.g", "P11.11.10.h", "P11.11.10.i",
    "P11.11.10.j", "P11.11.10.k", "P11.11.100.a", "P11.11.100.b", "P11.11.100.c", "P11.11.200.a.1", "P11.11.200.a.2",
    "P11.11.200.a.3", "P11.11.200.b", "P11.11.30", "P11.11.300.a", "P11.11.300.b", "P11.11.300.c", "P11.11.300.d",
    "P11.11.300.e", "P11.11.50.a", "P11.11.50.b", "P11.11.70"};
static_assert(std::is_sorted(ids.begin(), ids.end()));

} // namespace

bool isKnownRequirement(std::string_view id)
{
    return std::binary_search(ids.begin(), ids.end(), id);
}

} // namespace cs
