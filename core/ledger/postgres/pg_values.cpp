// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/postgres/pg_values.h"

#include <libpq-fe.h>

#include <utility>

namespace cs {
namespace {

// Of pg_type.h, which is not for clients to include.
constexpr unsigned oidBytes = 17, oidInteger = 20, oidText = 25, oidBytesArray = 1001;

template <class T> std::string bigEndian(T value)
{
    std::string out(sizeof value, '\0');
    for (std::size_t i = 0; i < sizeof value; ++i)
        out[sizeof value - 1 - i] = static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i));
    return out;
}

} // namespace

PgValue::PgValue(std::int64_t value)
    : PgValue(oidInteger, bigEndian(value))
{
}

PgValue PgValue::bytes(std::string_view value)
{
    return {oidBytes, std::string(value)};
}

PgValue PgValue::text(std::string_view value)
{
    return {oidText, std::string(value)};
}

PgValue PgValue::null()
{
    return {oidBytes, std::nullopt};
}

PgValue PgValue::bytesArray(std::span<const std::string_view> values)
{
    // Dimensions, has nulls, element type; then length and lower bound of the one dimension.
    std::string out = bigEndian(std::int32_t(values.empty() ? 0 : 1)) + bigEndian(std::int32_t(0))
        + bigEndian(std::int32_t(oidBytes));
    if (!values.empty())
        out += bigEndian(static_cast<std::int32_t>(values.size())) + bigEndian(std::int32_t(1));
    for (const std::string_view value : values) {
        out += bigEndian(static_cast<std::int32_t>(value.size()));
        out += value;
    }
    return {oidBytesArray, std::move(out)};
}

PgRows::~PgRows()
{
    PQclear(m_result);
}

PgRows::PgRows(PgRows&& other) noexcept
    : m_result(std::exchange(other.m_result, nullptr))
{
}

PgRows& PgRows::operator=(PgRows&& other) noexcept
{
    std::swap(m_result, other.m_result);
    return *this;
}

int PgRows::count() const
{
    return PQntuples(m_result);
}

bool PgRows::isNull(int row, int column) const
{
    return PQgetisnull(m_result, row, column) != 0;
}

std::int64_t PgRows::integer(int row, int column) const
{
    const std::string_view data = bytes(row, column);
    if (data.empty() || data.size() > sizeof(std::int64_t))
        return 0;
    std::uint64_t value = (static_cast<unsigned char>(data.front()) & 0x80U) != 0 ? ~std::uint64_t(0) : 0;
    for (const char byte : data)
        value = value << 8U | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(value);
}

bool PgRows::boolean(int row, int column) const
{
    return bytes(row, column) == std::string_view("\1", 1);
}

std::string_view PgRows::bytes(int row, int column) const
{
    return {PQgetvalue(m_result, row, column), static_cast<std::size_t>(PQgetlength(m_result, row, column))};
}

} // namespace cs
