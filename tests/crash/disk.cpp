// SPDX-License-Identifier: Apache-2.0
#include "crash/disk.hpp"

namespace preau::crash {

namespace {

constexpr std::size_t kSectorBytes = 512;

bool heads(SplitMix64& random) { return random.below(2) == 0; }

Bytes noise(std::size_t size, SplitMix64& random) {
    Bytes bytes(size);
    if (heads(random)) return bytes;  // zeros: the size reached the disk before the content
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random.next());
    return bytes;
}

template <class Map, class Name, class Value>
void set_name(Map& names, const Name& name, const Value& value) {
    if (value)
        names[name] = *value;
    else
        names.erase(name);
}

}  // namespace

std::optional<Disk::FileId> Disk::find(const std::string& name) const {
    const auto found = names_.find(name);
    return found == names_.end() ? std::nullopt : std::optional(found->second);
}

Disk::FileId Disk::create(const std::string& name) {
    files_.emplace_back();
    const FileId file = files_.size() - 1;
    if (name.empty()) return file;
    names_[name] = file;
    pending_names_.push_back({name, file});
    return file;
}

bool Disk::unlink(const std::string& name) {
    if (names_.erase(name) == 0) return false;
    pending_names_.push_back({name, std::nullopt});
    return true;
}

void Disk::sync_directory() {
    durable_names_ = names_;
    pending_names_.clear();
}

void Disk::write(FileId file, std::size_t offset, ByteView bytes) {
    const Change change{true, offset, std::make_shared<const Bytes>(to_bytes(bytes))};
    apply(files_[file].cached, change);
    files_[file].pending.push_back(change);
}

void Disk::truncate(FileId file, std::size_t size) {
    const Change change{false, size, nullptr};
    apply(files_[file].cached, change);
    files_[file].pending.push_back(change);
}

void Disk::sync(FileId file) {
    for (const auto& change : files_[file].pending) apply(files_[file].durable, change);
    files_[file].pending.clear();
}

void Disk::fail_sync(FileId file, SplitMix64& random) {
    const auto damage = heads(random) ? Damage::all_lost : Damage::sectors_lost;
    files_[file].durable = survivors(files_[file], damage, random);
    files_[file].pending.clear();
}

Disk Disk::after_power_cut(Damage damage, SplitMix64& random) const {
    Disk disk;
    for (const auto& [name, id] : surviving_names(damage, random)) {
        const auto content = survivors(files_[id], damage, random);
        disk.files_.push_back({content, content, {}});
        disk.names_[name] = disk.files_.size() - 1;
    }
    disk.durable_names_ = disk.names_;
    return disk;
}

void Disk::forget_clean_pages() {
    for (auto& file : files_) {
        file.cached = file.durable;
        for (const auto& change : file.pending) apply(file.cached, change);
    }
}

void Disk::replace(FileId file, Content content) { files_[file] = {content, content, {}}; }

std::map<std::string, Bytes> Disk::listing() const {
    std::map<std::string, Bytes> list;
    for (const auto& [name, file] : names_) list[name] = files_[file].cached.all();
    return list;
}

void Disk::apply(Content& content, const Change& change) {
    if (change.is_write)
        content.write(change.at, *change.bytes);
    else
        content.resize(change.at);
}

/// Sector boundaries are the disk's, not the write's: a write may own only a part of its first one.
void Disk::apply_sectors(Content& content, const Change& change, int garbled_percent,
                         SplitMix64& random) {
    if (!change.is_write) {
        if (heads(random)) apply(content, change);
        return;
    }
    ByteView rest(*change.bytes);
    for (auto at = change.at; !rest.empty();) {
        const auto count = std::min(rest.size(), kSectorBytes - at % kSectorBytes);
        if (random.below(100) < static_cast<std::uint64_t>(garbled_percent))
            content.write(at, noise(count, random));
        else if (heads(random))
            content.write(at, rest.first(count));
        at += count;
        rest = rest.subspan(count);
    }
}

Content Disk::survivors(const File& file, Damage damage, SplitMix64& random) {
    Content content = file.durable;
    const auto count = file.pending.size();
    const auto torn = damage == Damage::torn_at_end && count > 0 ? random.below(count) : 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& change = file.pending[i];
        const bool last = i + 1 == count;
        switch (damage) {
            case Damage::all_lost:
                break;
            case Damage::none_lost:
                apply(content, change);
                break;
            case Damage::writes_lost:
                if (heads(random)) apply(content, change);
                break;
            case Damage::sectors_lost:
                apply_sectors(content, change, 0, random);
                break;
            case Damage::garbled:
                apply_sectors(content, change, 20, random);
                break;
            case Damage::torn_at_end:
                if (i < torn) apply(content, change);
                if (i == torn) apply_sectors(content, change, 0, random);
                break;
            case Damage::only_last_kept:
                if (last) apply(content, change);
                break;
            case Damage::first_lost:
                if (i > 0) apply(content, change);
                break;
        }
    }
    return content;
}

Disk::Names Disk::surviving_names(Damage damage, SplitMix64& random) const {
    Names names = durable_names_;
    std::map<std::string, bool> frozen;  // of one name, what came after a lost change is lost too
    for (const auto& [name, file] : pending_names_) {
        const bool lost = damage == Damage::all_lost ||
                          (damage != Damage::none_lost && heads(random)) || frozen[name];
        frozen[name] = lost;
        if (!lost) set_name(names, name, file);
    }
    return names;
}

}  // namespace preau::crash
