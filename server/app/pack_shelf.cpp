// SPDX-License-Identifier: Apache-2.0
#include "app/pack_shelf.hpp"

#include "pack/open.hpp"

namespace preau::app {

Result<PackShelf> PackShelf::open(const std::filesystem::path& folder,
                                  const seal::PublicKey& content_key) {
    PackShelf shelf;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (!entry.is_directory()) continue;
        auto pack = pack::open(entry.path(), content_key);
        if (!pack) return fail(std::move(pack.error()).with_context(entry.path().string()));
        shelf.packs_.push_back(std::make_unique<pack::Pack>(std::move(*pack)));
    }
    if (error) return fail(Error::environment("read " + folder.string() + ": " + error.message()));
    return shelf;
}

room::PackSource PackShelf::source() const {
    return [this](const Hash& hash) -> const pack::Pack* {
        for (const auto& pack : packs_)
            if (pack->hash == hash) return pack.get();
        return nullptr;
    };
}

}  // namespace preau::app
