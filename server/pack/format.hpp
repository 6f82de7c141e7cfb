// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Names and bounds of a compiled pack (docs/formats/pack.md); both its writer and its reader
/// keep them.
namespace preau::pack::format {

inline constexpr std::int64_t kManifestVersion = 3;
inline constexpr std::int64_t kVersion = 2;  ///< of both parts
inline constexpr std::string_view kSchema = "preau-pack/2";
inline constexpr std::string_view kPayloadType = "application/vnd.preau.pack.v3+json";

inline constexpr std::string_view kManifestFile = "pack.json";
inline constexpr std::string_view kPublicFile = "pack.pub.age";  ///< texts and pictures
inline constexpr std::string_view kSecretFile = "pack.sec.age";  ///< right answers, calibration
inline constexpr std::string_view kPublicPart = "pack.pub";      ///< the same in clear, in errors
inline constexpr std::string_view kSecretPart = "pack.sec";

inline constexpr std::size_t public_bytes_max = 32u * 1024 * 1024;  ///< in clear
inline constexpr std::size_t secret_bytes_max = 4u * 1024 * 1024;
/// What encryption adds at most: the head, and 16 bytes for each 64 KiB.
constexpr std::size_t encrypted_bytes_max(std::size_t clear) { return clear + clear / 4096 + 8192; }
inline constexpr std::size_t questions_max = 4096;

inline constexpr std::size_t id_bytes_max = 64;
inline constexpr std::size_t label_bytes_max = 200;  ///< titles, names, licences, authors
inline constexpr std::size_t instruction_bytes_max = 8 * 1024;
inline constexpr std::size_t proposal_bytes_max = 1024;
inline constexpr std::size_t proposals_max = 10;
inline constexpr std::size_t fields_max = 6;
inline constexpr std::size_t groups_max = 10;
inline constexpr std::size_t options_max = 20;
inline constexpr std::size_t attachments_max = 4;
inline constexpr std::size_t solutions_max = 32;
inline constexpr std::size_t solution_bytes_max = 200;
inline constexpr std::size_t alternative_bytes_max = 1000;
inline constexpr std::size_t help_bytes_max = 8 * 1024;
inline constexpr std::size_t media_bytes_max = 256 * 1024;
inline constexpr std::size_t media_max = 4 * questions_max;
inline constexpr std::size_t media_name_bytes_max = 64 + 5;  ///< SHA-256 in hex, extension
inline constexpr std::size_t simulator_bytes_max = 128 * 1024;
inline constexpr std::size_t scene_bytes_max = 32 * 1024;
inline constexpr int simulator_height_min = 120;  ///< CSS pixels
inline constexpr int simulator_height_max = 1200;
inline constexpr int timer_seconds_min = 10;
inline constexpr int timer_seconds_max = 600;
inline constexpr double price_max = 1000;  ///< units of information
inline constexpr std::size_t picture_bytes_max = 256 * 1024;
inline constexpr int picture_side_max = 4000;
inline constexpr double discriminant_max = 5;  ///< per logit; Pix's are under 3
inline constexpr double difficulty_max = 8;    ///< logits, either side of 0

}  // namespace preau::pack::format
