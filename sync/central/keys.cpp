// SPDX-License-Identifier: Apache-2.0
#include "central/keys.hpp"

#include "seal/entropy.hpp"
#include "seal/names.hpp"

#include <string>

namespace preau::central {

namespace {

std::filesystem::path key_file(const std::filesystem::path& data, const char* name) {
    return data / "keys" / (std::string(name) + ".key");
}

Result<void> settle_one(const std::filesystem::path& file, Entropy& entropy) {
    if (std::filesystem::exists(file)) return {};
    return seal::SigningKey::generate(entropy).save(file);
}

Result<std::vector<seal::EncryptionKey>> load_openers(const std::filesystem::path& folder) {
    std::vector<seal::EncryptionKey> openers;
    std::error_code error;
    for (const auto& file : std::filesystem::directory_iterator(folder, error)) {
        if (file.path().extension() != ".age") continue;
        auto key = seal::EncryptionKey::load(file.path());
        if (!key) return fail(std::move(key.error()));
        openers.push_back(std::move(*key));
    }
    return openers;
}

}  // namespace

Result<Keys> Keys::settle(const std::filesystem::path& data, Entropy& entropy) {
    std::error_code error;
    std::filesystem::create_directories(data / "keys", error);
    if (error)
        return fail(
            Error::environment("create " + (data / "keys").string() + ": " + error.message()));
    for (const auto* name : {"session", "content", "receipt", "stored", "log"})
        if (auto made = settle_one(key_file(data, name), entropy); !made)
            return fail(std::move(made.error()));
    return load(data);
}

Result<Keys> Keys::load(const std::filesystem::path& data) {
    seal::SystemEntropy entropy;
    const auto log_file = key_file(data, "log");
    // Another process that starts at the same time may be making it: whose it is does not matter.
    if (auto made = settle_one(log_file, entropy); !made && !std::filesystem::exists(log_file))
        return fail(std::move(made.error()));
    auto session = seal::SigningKey::load(key_file(data, "session"));
    if (!session) return fail(std::move(session.error()));
    auto content = seal::SigningKey::load(key_file(data, "content"));
    if (!content) return fail(std::move(content.error()));
    auto receipt = seal::SigningKey::load(key_file(data, "receipt"));
    if (!receipt) return fail(std::move(receipt.error()));
    auto stored = seal::SigningKey::load(key_file(data, "stored"));
    if (!stored) return fail(std::move(stored.error()));
    auto log = seal::SigningKey::load(key_file(data, "log"));
    if (!log) return fail(std::move(log.error()));
    auto openers = load_openers(data / "keys");
    if (!openers) return fail(std::move(openers.error()));
    return Keys{std::move(*session), std::move(*content), std::move(*receipt),
                std::move(*stored),  std::move(*log),     std::move(*openers)};
}

seal::VerifierKey Keys::receipt_verifier() const {
    return {std::string(seal::kCentral) + "/receipt", seal::NoteKeyType::cosignature_v1,
            receipt.public_key()};
}

}  // namespace preau::central
