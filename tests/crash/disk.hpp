// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.hpp"
#include "crash/content.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace preau::crash {

/// What a power cut does to the writes that no sync had finished. Damage stays within the bytes
/// that were being written: the promise (powersafe overwrite) that SQLite's own VFS relies on.
enum class Damage {
    all_lost,        ///< only what was synced is there
    none_lost,       ///< the cache had just been written
    writes_lost,     ///< each write is there or not, in any order
    sectors_lost,    ///< each 512-byte sector of each write is there or not
    garbled,         ///< as sectors_lost, and some sectors hold noise or zeros
    torn_at_end,     ///< the first writes are there, one is torn, the later ones are lost
    only_last_kept,  ///< the newest write overtook all others
    first_lost,      ///< all but the oldest write
};
inline constexpr int kDamages = 8;

/// A directory of files on a disk with a cache: what programs see, what a power cut leaves, and the
/// operations between the two. A value: a copy is a picture of the disk at that moment.
class Disk {
  public:
    using FileId = std::size_t;

    std::optional<FileId> find(const std::string& name) const;
    /// A new empty file; without a name when name is empty.
    FileId create(const std::string& name);
    bool unlink(const std::string& name);
    /// Creations and unlinks are durable from here on.
    void sync_directory();

    const Content& content(FileId file) const { return files_[file].cached; }
    void write(FileId file, std::size_t offset, ByteView bytes);
    void truncate(FileId file, std::size_t size);
    void sync(FileId file);
    /// What ext4 and XFS do when a sync fails: the cache keeps the writes and calls them clean, a
    /// random part of them is on the disk, and no later sync will write the rest.
    void fail_sync(FileId file, SplitMix64& random);

    /// The disk that the machine finds when power returns.
    Disk after_power_cut(Damage damage, SplitMix64& random) const;
    /// The cache forgets what it believes to be on the disk, and reads it again.
    void forget_clean_pages();
    /// Damage at rest, cache and disk alike; for the media's own decay.
    void replace(FileId file, Content content);

    /// Name and content as programs see them.
    std::map<std::string, Bytes> listing() const;

  private:
    struct Change {
        bool is_write;
        std::size_t at;  ///< offset of a write, new size of a truncation
        std::shared_ptr<const Bytes> bytes;
    };
    struct File {
        Content cached;
        Content durable;
        std::vector<Change> pending;  ///< since the last sync, oldest first
    };
    struct Naming {
        std::string name;
        std::optional<FileId> file;  ///< nothing: unlinked
    };
    using Names = std::map<std::string, FileId>;

    static void apply(Content& content, const Change& change);
    static void apply_sectors(Content& content, const Change& change, int garbled_percent,
                              SplitMix64& random);
    static Content survivors(const File& file, Damage damage, SplitMix64& random);
    Names surviving_names(Damage damage, SplitMix64& random) const;

    std::vector<File> files_;
    Names names_;
    Names durable_names_;
    std::vector<Naming> pending_names_;
};

}  // namespace preau::crash
