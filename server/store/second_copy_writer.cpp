// SPDX-License-Identifier: Apache-2.0
#include "store/second_copy_writer.hpp"

#include <algorithm>

namespace preau::store {

namespace {

constexpr std::size_t kAllocatedBytes = 4u * 1024 * 1024;  // at a time; most sessions need one
constexpr std::size_t kZerosBytes = 64u * 1024;
constexpr std::size_t kTailBytes = 4;  // a length of zero ends the copy

Failure<CopyFault> fault(CopyLoss loss, std::string message) {
    return fail(CopyFault{loss, std::move(message)});
}

std::size_t end_of_dirt(ByteView file) {
    const auto last =
        std::find_if(file.rbegin(), file.rend(), [](std::uint8_t byte) { return byte != 0; });
    return static_cast<std::size_t>(file.rend() - last);
}

/// Nothing when there is none that the key opens.
CopyResult<std::optional<CopySheet>> read_sheet(CopyFolder& folder, const std::string& name,
                                                const PayloadCipher& cipher) {
    const auto bytes = folder.read(name, kCopySheetBytesMax);
    if (!bytes) return fail(bytes.error());
    if (!*bytes) return std::optional<CopySheet>();
    auto sheet = open_sheet(**bytes, cipher);
    return sheet ? std::optional(std::move(*sheet)) : std::nullopt;
}

/// A box that wrote before this one must not be forgotten.
std::vector<std::string> joined(std::vector<std::string> kept, std::vector<std::string> more) {
    for (auto& one : more)
        if (std::ranges::find(kept, one) == kept.end()) kept.push_back(std::move(one));
    return kept;
}

}  // namespace

CopyResult<CopyWriter> CopyWriter::open(CopyFolder& folder, const CopyChain& chain,
                                        const PayloadCipher& cipher) {
    auto file = folder.open(copy_name(chain.session));
    if (!file) return fail(std::move(file.error()));
    CopyWriter writer(std::move(*file));
    const auto allocated = writer.file_->size();
    if (!allocated) return fail(allocated.error());
    if (*allocated > kCopyBytesMax)
        return fault(CopyLoss::foreign, "the second copy is larger than any session");
    const auto bytes = writer.file_->read(0, static_cast<std::size_t>(*allocated));
    if (!bytes) return fail(bytes.error());
    const auto records = read_copy(*bytes, chain, cipher);
    writer.found_ = {
        .size = records.entries.size(),
        .head = records.entries.empty() ? chain.authorisation : records.entries.back().leaf,
        .claimed = claimed_size(*bytes, chain, cipher)};
    writer.size_ = records.entries.size();
    writer.end_ = records.end;
    writer.dirty_end_ = std::max<std::uint64_t>(records.end, end_of_dirt(*bytes));
    writer.allocated_ = *allocated;
    return writer;
}

CopyResult<void> CopyWriter::append(std::span<const record::Entry> entries,
                                    const PayloadCipher& cipher) {
    Bytes bytes;
    for (const auto& entry : entries) {
        const auto record = encode_copy(entry, cipher);
        bytes.insert(bytes.end(), record.begin(), record.end());
    }
    if (auto ready = allocate(bytes.size()); !ready) return ready;
    if (auto written = file_->write(end_, bytes); !written) return written;
    if (auto cleared = write_zeros(end_ + bytes.size(), dirty_end_); !cleared) return cleared;
    if (auto synced = file_->sync(); !synced) return synced;
    if (auto same = check_written(bytes); !same) return same;
    end_ += bytes.size();
    dirty_end_ = end_;
    size_ += entries.size();
    return {};
}

/// So that a full medium is found before the record that does not fit.
CopyResult<void> CopyWriter::allocate(std::size_t bytes) {
    const auto needed = end_ + bytes + kTailBytes;
    if (needed <= allocated_) return {};
    if (needed > kCopyBytesMax)
        return fault(CopyLoss::full, "the second copy has become too large");
    const auto to = std::min<std::uint64_t>(needed + kAllocatedBytes, kCopyBytesMax);
    if (auto written = write_zeros(allocated_, to); !written) return written;
    if (auto synced = file_->sync(); !synced) return synced;
    allocated_ = to;
    return {};
}

CopyResult<void> CopyWriter::write_zeros(std::uint64_t from, std::uint64_t to) {
    static const Bytes zeros(kZerosBytes);
    while (from < to) {
        const auto count = std::min<std::uint64_t>(to - from, zeros.size());
        const auto part = ByteView(zeros).first(static_cast<std::size_t>(count));
        if (auto written = file_->write(from, part); !written) return written;
        from += count;
    }
    return {};
}

CopyResult<void> CopyWriter::check_written(ByteView bytes) {
    const auto back = file_->read(end_, bytes.size() + kTailBytes);
    if (!back) return fail(back.error());
    const bool same = back->size() == bytes.size() + kTailBytes &&
                      std::equal(bytes.begin(), bytes.end(), back->begin()) &&
                      std::all_of(back->end() - kTailBytes, back->end(),
                                  [](std::uint8_t byte) { return byte == 0; });
    if (!same)
        return fault(CopyLoss::failed, "the second copy does not give back what was written");
    return {};
}

CopyResult<void> keep_sheet(CopyFolder& folder, CopySheet sheet, const PayloadCipher& cipher) {
    const auto name = copy_sheet_name(sheet.row.id);
    const auto kept = read_sheet(folder, name, cipher);
    if (!kept) return fail(kept.error());
    if (*kept) sheet.certificates = joined((*kept)->certificates, std::move(sheet.certificates));
    if (*kept == sheet) return {};
    if (auto replaced = folder.replace(name, encode_sheet(sheet, cipher)); !replaced)
        return replaced;
    const auto back = read_sheet(folder, name, cipher);
    if (!back) return fail(back.error());
    if (*back != sheet)
        return fault(CopyLoss::failed, "the second copy's sheet does not read back");
    return {};
}

}  // namespace preau::store
