// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Names and bounds of a compiled pack (docs/formats/pack.md); both its writer and its reader
/// keep them.
namespace preau::pack::format {

inline constexpr std::int64_t kVersion = 1;
inline constexpr std::string_view kSchema = "preau-pack/1";
inline constexpr std::string_view kPayloadType = "application/vnd.preau.pack.v1+json";

inline constexpr std::string_view kManifestFile = "pack.json";
inline constexpr std::string_view kPublicFile = "pack.pub";  ///< texts and pictures
inline constexpr std::string_view kSecretFile = "pack.sec";  ///< right answers and calibration

inline constexpr std::size_t public_bytes_max = 32u * 1024 * 1024;
inline constexpr std::size_t secret_bytes_max = 4u * 1024 * 1024;
inline constexpr std::size_t questions_max = 4096;

inline constexpr std::size_t id_bytes_max = 64;
inline constexpr std::size_t label_bytes_max = 200;  ///< titles, names, licences, authors
inline constexpr std::size_t instruction_bytes_max = 8 * 1024;
inline constexpr std::size_t proposal_bytes_max = 1024;
inline constexpr std::size_t proposals_max = 10;
inline constexpr std::size_t solutions_max = 32;
inline constexpr std::size_t solution_bytes_max = 200;
inline constexpr std::size_t alternative_bytes_max = 1000;
inline constexpr std::size_t picture_bytes_max = 256 * 1024;
inline constexpr int picture_side_max = 4000;
inline constexpr double discriminant_max = 5;  ///< per logit; Pix's are under 3
inline constexpr double difficulty_max = 8;    ///< logits, either side of 0

}  // namespace preau::pack::format
