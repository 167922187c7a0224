// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ledger/fault_vfs.h"

#include <sqlite3.h>

#include <new>

#include <unistd.h>

namespace cs::test {
namespace {

struct {
    Fault fault = Fault::None;
    int at = 0;
    int calls = 0;
} state;

struct FaultFile {
    sqlite3_file base;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* realOf(sqlite3_file* file)
{
    return reinterpret_cast<FaultFile*>(file)->real();
}

sqlite3_vfs* realVfs()
{
    static sqlite3_vfs* const vfs = sqlite3_vfs_find(nullptr);
    return vfs;
}

/// Counts a call. @returns true if it has to fail.
bool strikes()
{
    ++state.calls;
    if (state.fault == Fault::None || state.calls < state.at)
        return false;
    return state.fault == Fault::Gone || state.calls == state.at;
}

int closeFile(sqlite3_file* f)
{
    return realOf(f)->pMethods->xClose(realOf(f));
}
int readFile(sqlite3_file* f, void* to, int n, sqlite3_int64 at)
{
    return realOf(f)->pMethods->xRead(realOf(f), to, n, at);
}

int writeFile(sqlite3_file* f, const void* from, int n, sqlite3_int64 at)
{
    if (strikes()) {
        if (state.fault == Fault::Die) {
            realOf(f)->pMethods->xWrite(realOf(f), from, n / 2, at);
            ::_exit(diedStatus);
        }
        return SQLITE_IOERR_WRITE;
    }
    return realOf(f)->pMethods->xWrite(realOf(f), from, n, at);
}

int truncateFile(sqlite3_file* f, sqlite3_int64 size)
{
    if (strikes()) {
        if (state.fault == Fault::Die)
            ::_exit(diedStatus);
        return SQLITE_IOERR_TRUNCATE;
    }
    return realOf(f)->pMethods->xTruncate(realOf(f), size);
}

int syncFile(sqlite3_file* f, int flags)
{
    if (strikes()) {
        if (state.fault == Fault::Die)
            ::_exit(diedStatus);
        return SQLITE_IOERR_FSYNC;
    }
    return realOf(f)->pMethods->xSync(realOf(f), flags);
}

int fileSize(sqlite3_file* f, sqlite3_int64* size)
{
    return realOf(f)->pMethods->xFileSize(realOf(f), size);
}
int lockFile(sqlite3_file* f, int level)
{
    return realOf(f)->pMethods->xLock(realOf(f), level);
}
int unlockFile(sqlite3_file* f, int level)
{
    return realOf(f)->pMethods->xUnlock(realOf(f), level);
}
int checkLock(sqlite3_file* f, int* out)
{
    return realOf(f)->pMethods->xCheckReservedLock(realOf(f), out);
}
int control(sqlite3_file* f, int op, void* arg)
{
    return realOf(f)->pMethods->xFileControl(realOf(f), op, arg);
}
int sectorSize(sqlite3_file* f)
{
    return realOf(f)->pMethods->xSectorSize(realOf(f));
}
// No promises about atomic writes: SQLite must get along without.
int characteristics(sqlite3_file*)
{
    return 0;
}
int shmMap(sqlite3_file* f, int page, int size, int extend, void volatile** out)
{
    return realOf(f)->pMethods->xShmMap(realOf(f), page, size, extend, out);
}
int shmLock(sqlite3_file* f, int offset, int n, int flags)
{
    return realOf(f)->pMethods->xShmLock(realOf(f), offset, n, flags);
}
void shmBarrier(sqlite3_file* f)
{
    realOf(f)->pMethods->xShmBarrier(realOf(f));
}
int shmUnmap(sqlite3_file* f, int remove)
{
    return realOf(f)->pMethods->xShmUnmap(realOf(f), remove);
}

const sqlite3_io_methods methods{2, closeFile, readFile, writeFile, truncateFile, syncFile, fileSize, lockFile,
    unlockFile, checkLock, control, sectorSize, characteristics, shmMap, shmLock, shmBarrier, shmUnmap, nullptr,
    nullptr};

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out)
{
    auto* const wrapped = new (file) FaultFile{};
    const int code = realVfs()->xOpen(realVfs(), name, wrapped->real(), flags, out);
    wrapped->base.pMethods = wrapped->real()->pMethods != nullptr ? &methods : nullptr;
    return code;
}

int deleteFile(sqlite3_vfs*, const char* name, int sync)
{
    if (strikes()) {
        if (state.fault == Fault::Die)
            ::_exit(diedStatus);
        return SQLITE_IOERR_DELETE;
    }
    return realVfs()->xDelete(realVfs(), name, sync);
}

} // namespace

const char* faultVfs()
{
    static sqlite3_vfs vfs = [] {
        sqlite3_vfs copy = *realVfs();
        copy.zName = "cs-fault";
        copy.szOsFile = static_cast<int>(sizeof(FaultFile)) + realVfs()->szOsFile;
        copy.xOpen = openFile;
        copy.xDelete = deleteFile;
        copy.pNext = nullptr;
        return copy;
    }();
    static const int registered = sqlite3_vfs_register(&vfs, 0);
    return registered == SQLITE_OK ? vfs.zName : nullptr;
}

void armFault(Fault fault, int atCall)
{
    state = {fault, atCall, 0};
}

int disarmFault()
{
    state.fault = Fault::None;
    return state.calls;
}

} // namespace cs::test
