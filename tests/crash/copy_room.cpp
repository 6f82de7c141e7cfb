// SPDX-License-Identifier: Apache-2.0
#include "crash/copy_room.hpp"

namespace preau::crash {

std::vector<record::Entry> recover(const Disk& disk) {
    const auto file = disk.find(CopyRoom::file_name());
    if (!file) return {};
    const auto& content = disk.content(*file);
    Bytes bytes(std::min<std::size_t>(content.size(), 100'000));  // the rest was never written to
    content.read(0, bytes);
    return store::read_copy(bytes, CopyRoom::chain(), *CopyRoom::cipher()).entries;
}

}  // namespace preau::crash
