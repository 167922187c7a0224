// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct pg_result;

namespace cs {

/// One value for a query, in PostgreSQL's binary form.
class PgValue final {
public:
    explicit PgValue(std::int64_t value);
    static PgValue bytes(std::string_view value);
    static PgValue text(std::string_view value);
    static PgValue null();
    static PgValue bytesArray(std::span<const std::string_view> values);

    unsigned oid() const { return m_oid; }
    const std::optional<std::string>& data() const { return m_data; }

private:
    PgValue(unsigned oid, std::optional<std::string> data)
        : m_oid(oid)
        , m_data(std::move(data))
    {
    }
    unsigned m_oid;
    std::optional<std::string> m_data;
};

/// Rows of an answer, in binary form: bigint, integer, boolean, bytea and text are read.
class PgRows final {
public:
    explicit PgRows(pg_result* result)
        : m_result(result)
    {
    }
    ~PgRows();
    PgRows(PgRows&& other) noexcept;
    PgRows& operator=(PgRows&& other) noexcept;
    PgRows(const PgRows&) = delete;
    PgRows& operator=(const PgRows&) = delete;

    int count() const;
    bool isNull(int row, int column) const;
    std::int64_t integer(int row, int column) const;
    bool boolean(int row, int column) const;
    std::string_view bytes(int row, int column) const; ///< Valid as long as the rows.

private:
    pg_result* m_result;
};

} // namespace cs
