// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "room/room.hpp"

#include <filesystem>

namespace preau::office {

/// Writes the bundle of every sealed session that has none yet in the folder, under
/// `<session>.preau`, for preau-sync to carry. Made from the stored journal alone, so a box that
/// died between sealing and writing loses nothing. Never writes over a file.
Result<void> write_missing_bundles(const room::Room& room, store::Journal& journal,
                                   const record::BoxIdentity& box, Clock& clock,
                                   const std::filesystem::path& folder);

}  // namespace preau::office
