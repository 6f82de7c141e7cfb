// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/configuration.hpp"
#include "seal/certificate.hpp"
#include "seal/timestamp.hpp"

#include <optional>
#include <set>

namespace preau::app {

/// Whom the box believes: the root document that was installed with it and those that followed,
/// what is current and revoked, and the box's own certificate. Everything is verified again at each
/// start, from the installed root on. One thread.
class Trust {
  public:
    /// Refused: a demonstration's root in a configuration that is not one, and the other way round.
    static Result<Trust> open(const Configuration& configuration, const seal::PublicKey& own);

    const seal::Root& root() const { return root_; }
    /// The signed document; the last in a chain from the installed one.
    const std::string& root_envelope() const { return root_envelope_; }
    const std::optional<seal::Timestamp>& timestamp() const { return timestamp_; }
    const std::optional<seal::Certificate>& certificate() const { return certificate_; }
    const std::string& certificate_envelope() const { return certificate_envelope_; }

    /// Takes in root.json, timestamp.json and certificate.json that the courier left there. What is
    /// older, expired, exchanged or not for this box is logged once and left where it is.
    Result<void> take_in(const std::filesystem::path& inbox, WallTime now);

    /// What the operator should know at a start, one sentence each; empty when all is well.
    std::vector<std::string> warnings(WallTime now) const;

  private:
    Trust(std::filesystem::path folder, seal::PublicKey own)
        : folder_(std::move(folder)), own_(own) {}

    Result<void> install_root(const Configuration& configuration);
    Result<void> follow_kept_roots();
    void read_kept_documents();

    Result<void> take_root(const std::string& envelope);
    Result<void> take_timestamp(const std::string& envelope, WallTime now);
    Result<void> take_certificate(const std::string& envelope);
    Result<seal::Certificate> own_certificate(const std::string& envelope) const;

    std::filesystem::path folder_;
    seal::PublicKey own_{};
    seal::Root root_;
    std::string root_envelope_;
    std::optional<seal::Timestamp> timestamp_;
    std::string timestamp_envelope_;
    std::optional<seal::Certificate> certificate_;
    std::string certificate_envelope_;
    std::set<Hash> refused_;  ///< documents that were refused and said to be
};

}  // namespace preau::app
