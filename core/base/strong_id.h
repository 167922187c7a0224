// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <charconv>
#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace cs {

/// An id: the index of the ledger entry that created the thing. The letter belongs to the type and appears
/// only in text ("m12"), so that a model's id never goes where a version's is meant.
/// @source ledger-events.md section 1.
template <class Tag> class StrongId final {
public:
    constexpr StrongId() = default;
    constexpr explicit StrongId(std::int64_t index)
        : m_index(index)
    {
    }
    static Result<StrongId> fromText(std::string_view text)
    {
        std::int64_t index = -1;
        const bool shape =
            text.size() >= 2 && text.size() <= 20 && text[0] == Tag::letter && (text[1] != '0' || text.size() == 2);
        const auto [end, errc] = shape ? std::from_chars(text.data() + 1, text.data() + text.size(), index)
                                       : std::from_chars_result{text.data(), std::errc::invalid_argument};
        if (errc != std::errc() || end != text.data() + text.size() || index < 0)
            return fail(usageError("CS-BASE-ID", "\"%1\" is not the id of a %2, for example %3%4.",
                {qs(text.substr(0, 40)), QString::fromLatin1(Tag::name), QString(QLatin1Char(Tag::letter)),
                    QStringLiteral("12")}));
        return StrongId(index);
    }
    constexpr std::int64_t index() const { return m_index; }
    constexpr bool isValid() const { return m_index >= 0; }
    std::string text() const { return Tag::letter + std::to_string(m_index); }
    constexpr auto operator<=>(const StrongId&) const = default;

private:
    std::int64_t m_index = -1;
};

} // namespace cs

template <class Tag> struct std::hash<cs::StrongId<Tag>> {
    std::size_t operator()(cs::StrongId<Tag> id) const noexcept { return std::hash<std::int64_t>()(id.index()); }
};
