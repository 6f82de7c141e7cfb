// SPDX-License-Identifier: Apache-2.0
#include "central/pack_shelf.hpp"

#include "base/log.hpp"
#include "pack/open.hpp"
#include "record/content.hpp"

namespace preau::central {

const exam::Content* PackShelf::find(const Hash& pack) {
    const std::lock_guard lock(mutex_);
    if (!contents_.contains(pack)) look_again();
    const auto found = contents_.find(pack);
    return found == contents_.end() ? nullptr : &found->second;
}

void PackShelf::look_again() {
    std::error_code error;
    for (std::filesystem::directory_iterator at(folder_, error), end; !error && at != end;
         at.increment(error)) {
        auto pack = pack::open(at->path(), content_key_);
        if (pack)
            contents_.emplace(pack->hash, record::content_of(*pack));
        else
            log::warning("pack.left_out", {{"why", pack.error().message}});
    }
    if (error)
        log::error("packs.unreadable", {{"folder", folder_.string()}, {"why", error.message()}});
}

}  // namespace preau::central
