// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace cs {

/// A number as somebody signed it: `-?digits[.digits][e±ddd]`, at most 40 characters, neither NaN nor infinite.
/// Kept as text; compared as an IEEE double read by std::from_chars.
/// @source ledger-events.md section 1, `dec`.
class Decimal final {
public:
    Decimal() = default;
    /// @returns CS-DOMAIN-DECIMAL.
    static Result<Decimal> fromText(std::string_view text);
    /// Shortest text that reads back to the same double. @p value must be finite.
    static Decimal fromDouble(double value);
    const std::string& text() const { return m_text; }
    double value() const { return m_value; }
    bool operator==(const Decimal& other) const { return m_text == other.m_text; }

private:
    std::string m_text = "0";
    double m_value = 0;
};

} // namespace cs
