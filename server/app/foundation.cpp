// SPDX-License-Identifier: Apache-2.0
#include "app/foundation.hpp"

#include "app/version.hpp"
#include "base/log.hpp"

namespace preau::app {

namespace {

Result<void> make_folder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return fail(Error::environment("create " + folder.string() + ": " + error.message()));
    return {};
}

/// Made once: a key that is there is never replaced.
template <class Key>
Result<Key> settle_key(const std::filesystem::path& file, Entropy& entropy) {
    if (std::filesystem::exists(file)) return Key::load(file);
    auto key = Key::generate(entropy);
    if (auto saved = key.save(file); !saved) return fail(std::move(saved.error()));
    return key;
}

}  // namespace

Result<BoxKeys> settle(const Configuration& configuration, Entropy& entropy) {
    for (const auto& folder :
         {configuration.signing_key().parent_path(), configuration.trust(), configuration.packs(),
          configuration.outbox(), configuration.inbox()})
        if (auto made = make_folder(folder); !made) return fail(std::move(made.error()));
    auto signing = settle_key<seal::SigningKey>(configuration.signing_key(), entropy);
    if (!signing) return fail(std::move(signing.error()));
    auto encryption = settle_key<seal::EncryptionKey>(configuration.encryption_key(), entropy);
    if (!encryption) return fail(std::move(encryption.error()));
    return BoxKeys{std::move(*signing), std::move(*encryption)};
}

Foundation::Foundation(Configuration configured, BoxKeys box_keys, Trust trusted, OtherBoxes others,
                       store::Journal opened)
    : configuration(std::move(configured)),
      keys(std::move(box_keys)),
      trust(std::move(trusted)),
      other_boxes(std::move(others)),
      journal(std::move(opened)),
      convenience(configuration.convenience().string()),
      packs(configuration.packs(), trust, keys.encryption) {}

Result<std::unique_ptr<Foundation>> Foundation::open(Configuration configuration) {
    seal::SystemEntropy entropy;
    auto keys = settle(configuration, entropy);
    if (!keys) return fail(std::move(keys.error()));
    auto trust = Trust::open(configuration, keys->signing.public_key());
    if (!trust) return fail(std::move(trust.error()));
    auto others = OtherBoxes::open(configuration.trust() / "boxes", trust->root());
    if (!others) return fail(std::move(others.error()));
    auto journal = store::Journal::open(configuration.database().string());
    if (!journal) return fail(std::move(journal.error()));
    std::unique_ptr<Foundation> foundation(new Foundation(std::move(configuration),
                                                          std::move(*keys), std::move(*trust),
                                                          std::move(*others), std::move(*journal)));
    auto& opened = *foundation;
    const auto now = opened.clock.wall_now();
    if (auto taken = opened.trust.take_in(opened.configuration.inbox(), now); !taken)
        return fail(std::move(taken.error()));
    for (const auto& warning : opened.trust.warnings(now))
        log::warning("trust.warning", {{"what", warning}});
    return foundation;
}

record::BoxIdentity Foundation::identity() const {
    return {configuration.name, keys.signing, std::string(kVersion)};
}

room::LiveSession::Ports Foundation::ports() {
    return {identity(), clock, entropy, other_boxes.keys()};
}

std::map<std::string, std::string> Foundation::certificates() const {
    auto documents = other_boxes.documents();
    if (trust.certificate()) documents[configuration.name] = trust.certificate_envelope();
    return documents;
}

office::Sender Foundation::sender() {
    office::Papers papers;
    for (auto& [box, document] : certificates()) papers.certificates.push_back(document);
    papers.root_version = trust.root().version;
    papers.timestamp_version = trust.timestamp() ? trust.timestamp()->version : 0;
    return {identity(), clock, entropy, trust.root().recipients_at(clock.wall_now()),
            std::move(papers)};
}

office::SessionTrust Foundation::office_trust() const {
    return {.root = trust.root(),
            .timestamp = trust.timestamp(),
            .box = configuration.name,
            .software = std::string(kVersion)};
}

}  // namespace preau::app
