// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sqlite_handle.h"

#include <sqlite3.h>

#include <cerrno>
#include <utility>

namespace cs {

Error sqliteError(sqlite3* db, int resultCode)
{
    const QString words =
        db != nullptr ? QString::fromUtf8(sqlite3_errmsg(db)) : QString::fromUtf8(sqlite3_errstr(resultCode));
    const int system = db != nullptr ? sqlite3_system_errno(db) : 0;
    if ((resultCode & 0xff) == SQLITE_IOERR && (system == ENOSPC || system == EDQUOT))
        resultCode = SQLITE_FULL; // no room for the file of its shared memory, for example
    switch (resultCode & 0xff) {
    case SQLITE_NOTADB:
        return refused("CS-STORE-NOT-LEDGER", "The file is not a workspace (%1).", {words});
    case SQLITE_CORRUPT:
        return refused("CS-STORE-DAMAGED",
            "The workspace file is damaged (%1). Restore a backup; the pin will tell whether it is complete.", {words});
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return couldNot("CS-STORE-BUSY", "Another program is writing to the workspace (%1). Try again.", {words});
    case SQLITE_FULL:
        return couldNot("CS-STORE-FULL", "The disk is full; nothing was written (%1).", {words});
    case SQLITE_READONLY:
        return couldNot("CS-STORE-READONLY",
            "The workspace cannot be written (%1). Check the permissions of the file and its folder.", {words});
    case SQLITE_CONSTRAINT:
        return refused("CS-STORE-CONSTRAINT", "The workspace refuses this write (%1).", {words});
    default:
        return couldNot("CS-STORE-IO", "The workspace file cannot be read or written: %1 (code %2).",
            {words, QString::number(resultCode)});
    }
}

SqliteStatement::~SqliteStatement()
{
    sqlite3_finalize(m_statement);
}

SqliteStatement::SqliteStatement(SqliteStatement&& other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr))
{
}

SqliteStatement& SqliteStatement::operator=(SqliteStatement&& other) noexcept
{
    if (this != &other) {
        sqlite3_finalize(m_statement);
        m_statement = std::exchange(other.m_statement, nullptr);
    }
    return *this;
}

// A failed bind would show as a wrong parameter index, a bug; SQLite then reports MISUSE or RANGE at step().
SqliteStatement& SqliteStatement::bind(int index, std::int64_t value)
{
    sqlite3_bind_int64(m_statement, index, value);
    return *this;
}

SqliteStatement& SqliteStatement::bindBlob(int index, std::string_view bytes)
{
    // A null pointer would bind NULL instead of an empty blob.
    sqlite3_bind_blob64(m_statement, index, bytes.empty() ? "" : bytes.data(), bytes.size(), nullptr);
    return *this;
}

SqliteStatement& SqliteStatement::bindText(int index, std::string_view text)
{
    sqlite3_bind_text64(m_statement, index, text.data(), text.size(), nullptr, SQLITE_UTF8);
    return *this;
}

SqliteStatement& SqliteStatement::bindNull(int index)
{
    sqlite3_bind_null(m_statement, index);
    return *this;
}

Result<bool> SqliteStatement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    Error error = sqliteError(sqlite3_db_handle(m_statement), code);
    sqlite3_reset(m_statement);
    return fail(std::move(error));
}

Status SqliteStatement::run()
{
    const StatementScope scope(*this);
    for (;;) {
        CS_TRY(const bool row, step());
        if (!row)
            return {};
    }
}

void SqliteStatement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

std::int64_t SqliteStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::string_view SqliteStatement::blob(int column) const
{
    const void* data = sqlite3_column_blob(m_statement, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column));
    return {data == nullptr ? "" : static_cast<const char*>(data), size};
}

std::string_view SqliteStatement::text(int column) const
{
    const unsigned char* data = sqlite3_column_text(m_statement, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column));
    return {data == nullptr ? "" : reinterpret_cast<const char*>(data), size};
}

bool SqliteStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

SqliteHandle::~SqliteHandle()
{
    sqlite3_close_v2(m_db);
}

SqliteHandle::SqliteHandle(SqliteHandle&& other) noexcept
    : m_db(std::exchange(other.m_db, nullptr))
{
}

SqliteHandle& SqliteHandle::operator=(SqliteHandle&& other) noexcept
{
    if (this != &other) {
        sqlite3_close_v2(m_db);
        m_db = std::exchange(other.m_db, nullptr);
    }
    return *this;
}

Result<SqliteHandle> SqliteHandle::open(const std::string& uri, int flags, const char* vfs)
{
    SqliteHandle handle;
    const int code = sqlite3_open_v2(uri.c_str(), &handle.m_db, flags | SQLITE_OPEN_EXRESCODE, vfs);
    if (code != SQLITE_OK)
        return fail(sqliteError(handle.m_db, code));
    return handle;
}

Status SqliteHandle::close()
{
    const int code = sqlite3_close(m_db);
    if (code != SQLITE_OK)
        return fail(sqliteError(m_db, code));
    m_db = nullptr;
    return {};
}

Status SqliteHandle::exec(const char* sql)
{
    const int code = sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return fail(sqliteError(m_db, code));
    return {};
}

Result<SqliteStatement> SqliteHandle::prepare(const char* sql) const
{
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(m_db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        return fail(sqliteError(m_db, code));
    return SqliteStatement(statement);
}

Result<std::int64_t> SqliteHandle::integer(const char* sql) const
{
    CS_TRY(SqliteStatement statement, prepare(sql));
    CS_TRY(const bool row, statement.step());
    return row ? statement.integer(0) : 0;
}

Result<std::string> SqliteHandle::text(const char* sql) const
{
    CS_TRY(SqliteStatement statement, prepare(sql));
    CS_TRY(const bool row, statement.step());
    return std::string(row ? statement.text(0) : std::string_view());
}

SqliteTransaction::~SqliteTransaction()
{
    if (m_open && sqlite3_get_autocommit(m_handle.get()) == 0)
        sqlite3_exec(m_handle.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Status SqliteTransaction::beginWrite()
{
    if (sqlite3_get_autocommit(m_handle.get()) == 0)
        return {};
    CS_CHECK(m_handle.exec("BEGIN IMMEDIATE"));
    m_open = true;
    return {};
}

Status SqliteTransaction::beginRead()
{
    if (sqlite3_get_autocommit(m_handle.get()) == 0)
        return {};
    CS_CHECK(m_handle.exec("BEGIN"));
    m_open = true;
    return {};
}

Status SqliteTransaction::commit()
{
    if (!m_open)
        return {};
    CS_CHECK(m_handle.exec("COMMIT"));
    m_open = false;
    return {};
}

} // namespace cs
