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

Result<pack::Pack> PackShelf::open(const std::filesystem::path& folder) const {
    const auto& content = keys_.root().keys(seal::Role::content);
    auto opened = Result<pack::Pack>(fail(Error::malformed("no key to open packs with is here")));
    for (const auto& identity : keys_.openers())
        if (opened = pack::open(folder, content, identity); opened) break;
    return opened;
}

void PackShelf::look_again() {
    std::error_code error;
    for (std::filesystem::directory_iterator at(folder_, error), end; !error && at != end;
         at.increment(error)) {
        const auto pack = open(at->path());
        if (pack)
            contents_.emplace(pack->hash, record::content_of(*pack));
        else
            log::warning("pack.left_out", {{"why", pack.error().message}});
    }
    if (error)
        log::error("packs.unreadable", {{"folder", folder_.string()}, {"why", error.message()}});
}

}  // namespace preau::central
