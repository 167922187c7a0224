// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/strong_id.h"

namespace cs {

struct ActorTag {
    static constexpr char letter = 'a';
    static constexpr const char* name = "person or service";
};
struct ModelTag {
    static constexpr char letter = 'm';
    static constexpr const char* name = "model";
};
struct VersionTag {
    static constexpr char letter = 'v';
    static constexpr const char* name = "version";
};
struct EvidenceTag {
    static constexpr char letter = 'e';
    static constexpr const char* name = "piece of evidence";
};
struct PromotionTag {
    static constexpr char letter = 'p';
    static constexpr const char* name = "promotion";
};
struct FindingTag {
    static constexpr char letter = 'f';
    static constexpr const char* name = "finding";
};
struct RegistryTag {
    static constexpr char letter = 'r';
    static constexpr const char* name = "registry";
};

using ActorId = StrongId<ActorTag>;
using ModelId = StrongId<ModelTag>;
using VersionId = StrongId<VersionTag>;
using EvidenceId = StrongId<EvidenceTag>;
using PromotionId = StrongId<PromotionTag>;
using FindingId = StrongId<FindingTag>;
using RegistryId = StrongId<RegistryTag>;

/// Index of a ledger entry, from 0.
using EntryIndex = std::int64_t;

} // namespace cs
