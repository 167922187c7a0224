// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/digest.h"
#include "core/base/sqlite_handle.h"
#include "core/query/entry_meta.h"

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace cs::query {

/// The per-user file with what was replayed already: the state after some entry as bytes, its rows, and one line an
/// entry for lists. Bound to the tree head that it was verified at; lost or unfit, it is made again from the ledger.
/// Whoever opens it sees the moment of opening, whatever another process writes meanwhile. Belongs to one thread.
/// @source ledger-events.md section 8
class CacheFile final {
public:
    using Id = std::array<std::uint8_t, 16>;
    enum class Row { Version = 1, Promotion = 2 };
    /// The head up to which the ledger stands in this file.
    struct Base {
        std::int64_t size = 0;
        Digest root;
        bool operator==(const Base&) const = default;
    };

    /// The folder and file are made for this user alone; a file of another format or workspace is emptied.
    /// @returns CS-STORE-… where it cannot be had.
    static Result<std::unique_ptr<CacheFile>> open(
        const std::string& path, const std::string& format, const std::string& workspaceId);

    const std::optional<Base>& base() const { return m_base; }
    /// The state's bytes as written. @returns CS-CACHE-DAMAGED where they are not.
    Result<Bytes> state();
    /// Nothing where there is no such row. @returns CS-CACHE-DAMAGED.
    Result<std::optional<Bytes>> row(Row kind, EntryIndex index);
    /// Of an entry before the base. @returns CS-CACHE-DAMAGED.
    Result<EntryMeta> entry(EntryIndex index);
    Result<bool> hasId(const Id& id);
    /// `at` of every entry before the base in order, in milliseconds.
    Result<std::vector<std::int64_t>> signedTimes();
    /// Newest first, until the callback answers false.
    Status eachEntry(const std::function<bool(EntryIndex, const EntryMeta&)>& take);

    /// What came in since the base.
    struct Addition {
        Base base; // the new one
        Bytes state;
        std::map<std::pair<Row, EntryIndex>, Bytes> rows;
        std::vector<std::pair<Id, EntryMeta>> entries; // from the old base's size on
        std::optional<std::vector<std::int64_t>> times; // T of every entry, after a clock correction
    };
    /// All or nothing. @returns false where another process wrote first or writes now, or the disk is full: this object
    /// still shows what it showed. CS-CACHE-DAMAGED.
    Result<bool> write(const Addition& addition);
    /// The next opening finds nothing and builds anew.
    void invalidate();

private:
    CacheFile(std::string path, std::string format, std::string workspaceId);
    Status prepare();
    Status makeTables();
    Status look();
    Status store(const Addition& addition);

    SqliteHandle m_db; // before the statements: it goes last
    SqliteStatement m_row, m_entry, m_id;
    std::optional<Base> m_base;
    std::string m_path, m_format, m_workspace;
};

} // namespace cs::query
