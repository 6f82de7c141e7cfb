// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "record/epoch.hpp"
#include "seal/certificate.hpp"

#include <filesystem>
#include <map>
#include <string>

namespace preau::app {

/// Boxes whose sessions this one goes on with: their certificates, in a folder, one file each,
/// verified again at each start. One thread.
class OtherBoxes {
  public:
    /// A document that the root's keys no longer verify is an error: sessions that need it would
    /// not open.
    static Result<OtherBoxes> open(std::filesystem::path folder, const seal::Root& root);

    /// On the disk when it returns.
    Result<void> keep(const seal::Certificate& box, const std::string& document);

    record::BoxKeys keys() const;
    /// Signed documents, by the name of their box.
    const std::map<std::string, std::string>& documents() const { return documents_; }

  private:
    explicit OtherBoxes(std::filesystem::path folder) : folder_(std::move(folder)) {}

    std::filesystem::path folder_;
    std::map<std::string, std::string> documents_;
    std::map<std::string, seal::PublicKey> keys_;
};

}  // namespace preau::app
