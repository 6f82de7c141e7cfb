// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/encryption_key.hpp"
#include "seal/keys.hpp"
#include "seal/verifier_key.hpp"

namespace preau::central {

/// The platform's keys, each for one kind of statement, in `keys/` of its folder.
struct Keys {
    seal::SigningKey session;                    ///< authorises sessions
    seal::SigningKey content;                    ///< signs packs
    seal::SigningKey receipt;                    ///< cosigns what is stored and verified
    seal::SigningKey stored;                     ///< says that the bytes of a bundle are safe
    seal::SigningKey log;                        ///< signs the head of the log of decisions
    std::vector<seal::EncryptionKey> openers{};  ///< of bundles: every key there that age reads

    /// Makes those that are not there yet.
    static Result<Keys> settle(const std::filesystem::path& data, Entropy& entropy);
    /// The log's own key, which no document names, is made when it is not there.
    static Result<Keys> load(const std::filesystem::path& data);

    /// What boxes know the receipt key by.
    seal::VerifierKey receipt_verifier() const;
};

}  // namespace preau::central
