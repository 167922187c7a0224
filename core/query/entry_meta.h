// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/utc_time.h"
#include "core/domain/ids.h"

#include <string>
#include <string_view>

namespace cs::query {

/// What an entry is, without reading its line: for lists and search.
struct EntryMeta {
    std::string_view type; // static text, or of the session that listed it
    ActorId actor;
    UtcTime at, time; // as signed, and T
    char subject = 0; // letter of an id, or 0
    std::int64_t subjectIndex = -1;
    bool unread = false; // only a newer program knows what it says (law 14): no subject
    std::string subjectText() const { return subject == 0 ? std::string() : subject + std::to_string(subjectIndex); }
};

} // namespace cs::query
