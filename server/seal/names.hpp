// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"

/// The names that keys and logs go by in notes, and the media types of signed documents.
namespace preau::seal {

inline constexpr std::string_view kCentral = "preau.example/central";

/// Capital letters, digits and hyphens, 1 to 32 characters: "BOX-7Q4M".
bool is_box_name(std::string_view box);

/// Origin of the log of a session as that box keeps it.
std::string session_origin(std::string_view box, const SessionId& session);

/// Name of a box's own signing key.
std::string box_key_name(std::string_view box);

/// Name of the key that a box makes at each start and loses at each stop.
std::string epoch_key_name(std::string_view box, std::uint32_t epoch);

inline constexpr std::string_view kAuthorisationType =
    "application/vnd.preau.session-authorisation.v1+json";
inline constexpr std::string_view kRootType = "application/vnd.preau.root.v1+json";
inline constexpr std::string_view kTimestampType = "application/vnd.preau.timestamp.v1+json";
inline constexpr std::string_view kBoxRequestType = "application/vnd.preau.box-request.v1+json";
inline constexpr std::string_view kBoxCertificateType =
    "application/vnd.preau.box-certificate.v1+json";
inline constexpr std::string_view kEpochStartType = "application/vnd.preau.epoch-start.v1+json";
inline constexpr std::string_view kBundleManifestType =
    "application/vnd.preau.bundle-manifest.v1+json";

}  // namespace preau::seal
