// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/root.hpp"

namespace preau::central {

/// The platform's secret keys, in `keys/` of its folder, and the root document that names them.
/// Keys that were moved elsewhere, as those of root, content, release and escrow should be, are
/// missed only by what needs them.
class RoleKeys {
  public:
    /// Makes every key that is missing, and a root document of version 1 when there is none: the
    /// ceremony that begins a platform. Malformed when the folder's root is of the other purpose.
    static Result<RoleKeys> settle(const std::filesystem::path& data, seal::Purpose purpose,
                                   Clock& clock, Entropy& entropy);
    static Result<RoleKeys> load(const std::filesystem::path& data);

    const seal::Root& root() const { return root_; }
    /// The signed document.
    const std::string& root_envelope() const { return root_envelope_; }
    static std::filesystem::path root_file(const std::filesystem::path& data);

    /// A key that the root names for that role; malformed, with what to do, when it is not here.
    Result<const seal::SigningKey*> signer(seal::Role role) const;
    /// The document signed by as many keys as the root asks for.
    Result<std::string> sign(seal::Role role, std::string_view payload_type,
                             ByteView payload) const;

    /// The keys to open with what was encrypted to the platform, escrow last.
    std::span<const seal::EncryptionKey> openers() const { return openers_; }

  private:
    RoleKeys() = default;

    Result<void> load_root(const std::filesystem::path& data);
    Result<void> load_signers(const std::filesystem::path& data);
    Result<void> load_openers(const std::filesystem::path& data);

    seal::Root root_;
    std::string root_envelope_;
    std::map<seal::Role, std::vector<seal::SigningKey>> signers_;
    std::vector<seal::EncryptionKey> openers_;
};

}  // namespace preau::central
