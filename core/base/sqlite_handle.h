// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/digest.h"

#include <cstdint>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace cs {

/// A prepared statement, used again and again. Belongs to the handle that prepared it.
class SqliteStatement final {
public:
    SqliteStatement() = default;
    explicit SqliteStatement(sqlite3_stmt* statement)
        : m_statement(statement)
    {
    }
    ~SqliteStatement();
    SqliteStatement(SqliteStatement&& other) noexcept;
    SqliteStatement& operator=(SqliteStatement&& other) noexcept;
    SqliteStatement(const SqliteStatement&) = delete;
    SqliteStatement& operator=(const SqliteStatement&) = delete;

    /// Parameters count from 1. Blobs are bound without a copy: they must live until reset().
    SqliteStatement& bind(int index, std::int64_t value);
    SqliteStatement& bindBlob(int index, std::string_view bytes);
    SqliteStatement& bindText(int index, std::string_view text);
    SqliteStatement& bindNull(int index);
    /// @returns true: there is a row; false: done. On error the statement is reset.
    Result<bool> step();
    /// Runs to the end and resets.
    Status run();
    void reset();
    std::int64_t integer(int column) const;
    std::string_view blob(int column) const; ///< Valid until the next step().
    std::string_view text(int column) const;
    bool isNull(int column) const;
    bool isPrepared() const { return m_statement != nullptr; }

private:
    sqlite3_stmt* m_statement = nullptr;
};

/// Resets a statement at the end of a scope, so that no read transaction stays open by accident.
class StatementScope final {
public:
    explicit StatementScope(SqliteStatement& statement)
        : m_statement(statement)
    {
    }
    ~StatementScope() { m_statement.reset(); }
    StatementScope(const StatementScope&) = delete;
    StatementScope& operator=(const StatementScope&) = delete;

private:
    SqliteStatement& m_statement;
};

/// One connection. Belongs to one thread.
class SqliteHandle final {
public:
    SqliteHandle() = default;
    ~SqliteHandle();
    SqliteHandle(SqliteHandle&& other) noexcept;
    SqliteHandle& operator=(SqliteHandle&& other) noexcept;
    SqliteHandle(const SqliteHandle&) = delete;
    SqliteHandle& operator=(const SqliteHandle&) = delete;

    /// @param uri path or "file:" URI. @param flags SQLITE_OPEN_…
    static Result<SqliteHandle> open(const std::string& uri, int flags, const char* vfs);
    Status exec(const char* sql);
    Result<SqliteStatement> prepare(const char* sql) const;
    Result<std::int64_t> integer(const char* sql) const;
    Result<std::string> text(const char* sql) const;
    sqlite3* get() const { return m_db; }
    /// @returns CS-STORE-IO with SQLite's words if the last close did not succeed.
    Status close();

private:
    sqlite3* m_db = nullptr;
};

/// BEGIN … COMMIT; rolls back at the end of the scope unless committed. Inside another one it joins it.
class SqliteTransaction final {
public:
    explicit SqliteTransaction(SqliteHandle& handle)
        : m_handle(handle)
    {
    }
    ~SqliteTransaction();
    SqliteTransaction(const SqliteTransaction&) = delete;
    SqliteTransaction& operator=(const SqliteTransaction&) = delete;
    /// Takes the write lock at once: two readers that both want to write would otherwise deadlock.
    Status beginWrite();
    Status beginRead();
    Status commit();

private:
    SqliteHandle& m_handle;
    bool m_open = false;
};

/// What an SQLite result code means, as an Error of the store.
Error sqliteError(sqlite3* db, int resultCode);

} // namespace cs
