// SPDX-License-Identifier: Apache-2.0
#include "crash/memory_vfs.hpp"

#include "base/check.hpp"
#include "crash/machine.hpp"
#include "sqlite/connection.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <atomic>
#include <cstring>

namespace preau::crash {

namespace {

constexpr int kSectorBytes = 4096;  // what SQLite's VFS for Linux says
constexpr std::int64_t kJulianMs = 212'000'000'000'000;

}  // namespace

struct MemoryVfs::Shared {
    FileLocks locks;
    SharedMemory memory;
};

struct MemoryVfs::Registration {
    sqlite3_vfs vfs{};
};

/// SQLite's view of an open file; SQLite allocates and frees it.
struct OpenFile {
    sqlite3_file base;
    MemoryVfs* vfs;
    MemoryVfs::Shared* shared;
    Disk::FileId id;
    int lock;
    bool is_database;
    bool syncs_directory;  ///< a journal that was just created: its first sync covers the folder
    SharedMemory::Shares shares;
};

/// The functions that SQLite calls, one for each method of its VFS interface.
struct Calls {
    static OpenFile& of(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file); }
    static MemoryVfs& of(sqlite3_vfs* vfs) { return *static_cast<MemoryVfs*>(vfs->pAppData); }

    static void changed(MemoryVfs& vfs) {
        if (vfs.watcher_) vfs.watcher_();
    }

    static int open(sqlite3_vfs* handle, sqlite3_filename name, sqlite3_file* file, int flags,
                    int* out_flags);
    static int unlink(sqlite3_vfs* handle, const char* name, int sync_directory);
    static int access(sqlite3_vfs* handle, const char* name, int, int* out);
    static int full_name(sqlite3_vfs*, const char* name, int size, char* out);
    static int randomness(sqlite3_vfs* handle, int size, char* out);
    static int sleep(sqlite3_vfs*, int) { return 0; }
    static int current_time(sqlite3_vfs*, sqlite3_int64* out);
    static int last_error(sqlite3_vfs*, int, char*) { return 0; }

    static int close(sqlite3_file* file);
    static int read(sqlite3_file* file, void* out, int size, sqlite3_int64 offset);
    static int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset);
    static int truncate(sqlite3_file* file, sqlite3_int64 size);
    static int sync(sqlite3_file* file, int);
    static int size(sqlite3_file* file, sqlite3_int64* out);
    static int lock(sqlite3_file* file, int level);
    static int unlock(sqlite3_file* file, int level);
    static int check_reserved(sqlite3_file* file, int* out);
    static int control(sqlite3_file* file, int operation, void*);
    static int sector_size(sqlite3_file*) { return kSectorBytes; }
    static int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }
    static int shm_map(sqlite3_file* file, int index, int size, int extend, void volatile** out);
    static int shm_lock(sqlite3_file* file, int first, int count, int flags);
    static void shm_barrier(sqlite3_file*) {}
    static int shm_unmap(sqlite3_file* file, int);

    static const sqlite3_io_methods methods;
};

const sqlite3_io_methods Calls::methods = {2,
                                           close,
                                           read,
                                           write,
                                           truncate,
                                           sync,
                                           size,
                                           lock,
                                           unlock,
                                           check_reserved,
                                           control,
                                           sector_size,
                                           characteristics,
                                           shm_map,
                                           shm_lock,
                                           shm_barrier,
                                           shm_unmap,
                                           nullptr,
                                           nullptr};

int Calls::open(sqlite3_vfs* handle, sqlite3_filename name, sqlite3_file* file, int flags,
                int* out_flags) {
    auto& vfs = of(handle);
    file->pMethods = nullptr;
    const std::string path = name == nullptr ? "" : name;
    auto id = path.empty() ? std::nullopt : vfs.disk_.find(path);
    const bool creates = !id;
    if (creates && (flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
    if (vfs.faults_.strikes(Operation::open)) return SQLITE_CANTOPEN;
    if (creates) {
        id = vfs.disk_.create(path);
        changed(vfs);
    }
    auto& shared = vfs.shared_[*id];
    if (!shared) shared = std::make_unique<MemoryVfs::Shared>();
    const bool journal = (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL)) != 0;
    *reinterpret_cast<OpenFile*>(file) = {{&methods},       &vfs,     shared.get(),       *id,
                                          SQLITE_LOCK_NONE, !journal, creates && journal, {}};
    ++vfs.open_files_;
    if (out_flags != nullptr) *out_flags = flags;
    return SQLITE_OK;
}

int Calls::unlink(sqlite3_vfs* handle, const char* name, int sync_directory) {
    auto& vfs = of(handle);
    if (vfs.faults_.strikes(Operation::unlink)) return SQLITE_IOERR_DELETE;
    if (!vfs.disk_.unlink(name)) return SQLITE_IOERR_DELETE_NOENT;
    changed(vfs);
    if (sync_directory == 0) return SQLITE_OK;
    if (vfs.faults_.strikes(Operation::sync)) return SQLITE_IOERR_DIR_FSYNC;
    vfs.disk_.sync_directory();
    changed(vfs);
    return SQLITE_OK;
}

int Calls::access(sqlite3_vfs* handle, const char* name, int, int* out) {
    auto& vfs = of(handle);
    if (vfs.faults_.strikes(Operation::size)) return SQLITE_IOERR_ACCESS;
    const auto file = vfs.disk_.find(name);
    // Like SQLite's own: an empty journal counts as absent.
    *out = file && vfs.disk_.content(*file).size() > 0 ? 1 : 0;
    return SQLITE_OK;
}

int Calls::full_name(sqlite3_vfs*, const char* name, int size, char* out) {
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}

int Calls::randomness(sqlite3_vfs* handle, int size, char* out) {
    for (int i = 0; i < size; ++i) out[i] = static_cast<char>(of(handle).random_.next());
    return size;
}

int Calls::current_time(sqlite3_vfs*, sqlite3_int64* out) {
    *out = kJulianMs;
    return SQLITE_OK;
}

int Calls::close(sqlite3_file* file) {
    unlock(file, SQLITE_LOCK_NONE);
    --of(file).vfs->open_files_;
    return SQLITE_OK;
}

int Calls::read(sqlite3_file* file, void* out, int size, sqlite3_int64 offset) {
    auto& open = of(file);
    const auto& content = open.vfs->disk_.content(open.id);
    const auto at = static_cast<std::size_t>(offset);
    auto wanted = static_cast<std::size_t>(size);
    const std::span bytes(static_cast<std::uint8_t*>(out), wanted);
    const auto present = std::min(wanted, content.size() - std::min(content.size(), at));
    if (open.vfs->faults_.strikes(Operation::read)) {
        wanted = present == 0 ? 0 : open.vfs->random_.below(present);
        std::memset(out, 0, bytes.size());
        content.read(at, bytes.first(wanted));
        // Of the database file, a short read means to SQLite that the file ends there, and its own
        // VFS never says so elsewhere: it asks for the rest, and reports that error.
        const bool short_read = open.vfs->faults_.kind() == FaultKind::short_read;
        return short_read && !open.is_database ? SQLITE_IOERR_SHORT_READ : SQLITE_IOERR_READ;
    }
    content.read(at, bytes);
    return present < wanted ? SQLITE_IOERR_SHORT_READ : SQLITE_OK;
}

int Calls::write(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
    auto& open = of(file);
    auto& vfs = *open.vfs;
    ByteView bytes(static_cast<const std::uint8_t*>(data), static_cast<std::size_t>(size));
    const bool fails = vfs.faults_.strikes(Operation::write);
    if (fails) bytes = bytes.first(vfs.random_.below(bytes.size()));
    if (!bytes.empty()) {
        vfs.disk_.write(open.id, static_cast<std::size_t>(offset), bytes);
        changed(vfs);
    }
    if (!fails) return SQLITE_OK;
    return vfs.faults_.kind() == FaultKind::disk_full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

int Calls::truncate(sqlite3_file* file, sqlite3_int64 size) {
    auto& open = of(file);
    if (open.vfs->faults_.strikes(Operation::truncate)) return SQLITE_IOERR_TRUNCATE;
    open.vfs->disk_.truncate(open.id, static_cast<std::size_t>(size));
    changed(*open.vfs);
    return SQLITE_OK;
}

int Calls::sync(sqlite3_file* file, int) {
    auto& open = of(file);
    auto& vfs = *open.vfs;
    if (vfs.faults_.strikes(Operation::sync)) {
        vfs.disk_.fail_sync(open.id, vfs.random_);
        changed(vfs);
        if (!vfs.retries_syncs_ || vfs.faults_.strikes(Operation::sync)) return SQLITE_IOERR_FSYNC;
    }
    vfs.disk_.sync(open.id);
    changed(vfs);
    if (open.syncs_directory) {
        open.syncs_directory = false;
        vfs.disk_.sync_directory();
        changed(vfs);
    }
    return SQLITE_OK;
}

int Calls::size(sqlite3_file* file, sqlite3_int64* out) {
    auto& open = of(file);
    if (open.vfs->faults_.strikes(Operation::size)) return SQLITE_IOERR_FSTAT;
    *out = static_cast<sqlite3_int64>(open.vfs->disk_.content(open.id).size());
    return SQLITE_OK;
}

int Calls::lock(sqlite3_file* file, int level) {
    return of(file).shared->locks.lock(file, of(file).lock, level);
}

int Calls::unlock(sqlite3_file* file, int level) {
    of(file).shared->locks.unlock(file, of(file).lock, level);
    return SQLITE_OK;
}

int Calls::check_reserved(sqlite3_file* file, int* out) {
    *out = of(file).shared->locks.is_reserved() ? 1 : 0;
    return SQLITE_OK;
}

int Calls::control(sqlite3_file* file, int operation, void*) {
    if (operation != sqlite::kForgetCacheControl) return SQLITE_NOTFOUND;
    auto& vfs = *of(file).vfs;
    if (!vfs.believes_cache_) vfs.disk_.forget_clean_pages();
    return SQLITE_OK;
}

int Calls::shm_map(sqlite3_file* file, int index, int size, int extend, void volatile** out) {
    PREAU_CHECK(size == static_cast<int>(SharedMemory::kRegionBytes));
    *out = of(file).shared->memory.region(static_cast<std::size_t>(index), extend != 0);
    return SQLITE_OK;
}

int Calls::shm_lock(sqlite3_file* file, int first, int count, int flags) {
    auto& open = of(file);
    auto& memory = open.shared->memory;
    const auto begin = static_cast<std::size_t>(first);
    const auto number = static_cast<std::size_t>(count);
    const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
    if ((flags & SQLITE_SHM_LOCK) != 0)
        return memory.lock(file, open.shares, begin, number, exclusive);
    memory.unlock(file, open.shares, begin, number);
    return SQLITE_OK;
}

int Calls::shm_unmap(sqlite3_file* file, int) {
    of(file).shared->memory.unlock(file, of(file).shares, 0, kMemoryLocks);
    return SQLITE_OK;
}

MemoryVfs::MemoryVfs() : registration_(std::make_unique<Registration>()) {
    static std::atomic<int> count{0};
    name_ = fmt::format("memory-{}", ++count);
    auto& vfs = registration_->vfs;
    vfs.iVersion = 2;
    vfs.szOsFile = sizeof(OpenFile);
    vfs.mxPathname = 255;
    vfs.zName = name_.c_str();
    vfs.pAppData = this;
    vfs.xOpen = Calls::open;
    vfs.xDelete = Calls::unlink;
    vfs.xAccess = Calls::access;
    vfs.xFullPathname = Calls::full_name;
    vfs.xRandomness = Calls::randomness;
    vfs.xSleep = Calls::sleep;
    vfs.xGetLastError = Calls::last_error;
    vfs.xCurrentTimeInt64 = Calls::current_time;
    const int code = sqlite3_vfs_register(&vfs, 0);
    PREAU_CHECK(code == SQLITE_OK);
}

MemoryVfs::~MemoryVfs() { sqlite3_vfs_unregister(&registration_->vfs); }

void MemoryVfs::mount(Disk disk, std::uint64_t seed) {
    PREAU_CHECK(open_files_ == 0);
    disk_ = std::move(disk);
    shared_.clear();
    faults_ = {};
    random_ = SplitMix64(seed);
    // SQLite's own random numbers (the salts of the log) are part of what a seed replays.
    sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, static_cast<int>(seed | 1), nullptr);
}

}  // namespace preau::crash
