// SPDX-License-Identifier: Apache-2.0
#include "app/foundation.hpp"

#include "app/version.hpp"

namespace preau::app {

namespace {

Result<void> make_folder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return fail(Error::environment("create " + folder.string() + ": " + error.message()));
    return {};
}

}  // namespace

Result<seal::SigningKey> settle(const Configuration& configuration, Entropy& entropy) {
    const auto key_file = configuration.signing_key();
    for (const auto& folder : {key_file.parent_path(), configuration.packs(),
                               configuration.outbox(), configuration.inbox()})
        if (auto made = make_folder(folder); !made) return fail(std::move(made.error()));
    if (std::filesystem::exists(key_file)) return seal::SigningKey::load(key_file);
    auto key = seal::SigningKey::generate(entropy);
    if (auto saved = key.save(key_file); !saved) return fail(std::move(saved.error()));
    return key;
}

Result<std::unique_ptr<Foundation>> Foundation::open(Configuration configuration) {
    seal::SystemEntropy entropy;
    auto key = settle(configuration, entropy);
    if (!key) return fail(std::move(key.error()));
    auto journal = store::Journal::open(configuration.database().string());
    if (!journal) return fail(std::move(journal.error()));
    auto packs = PackShelf::open(configuration.packs(), configuration.central_content_key);
    if (!packs) return fail(std::move(packs.error()));
    store::Convenience convenience(configuration.convenience().string());
    return std::unique_ptr<Foundation>(new Foundation{std::move(configuration),
                                                      {},
                                                      std::move(entropy),
                                                      std::move(*key),
                                                      std::move(*journal),
                                                      std::move(convenience),
                                                      std::move(*packs)});
}

record::BoxIdentity Foundation::identity() const {
    return {configuration.name, key, std::string(kVersion)};
}

room::LiveSession::Ports Foundation::ports() { return {identity(), clock, entropy}; }

}  // namespace preau::app
