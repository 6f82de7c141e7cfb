// SPDX-License-Identifier: Apache-2.0
#include "central/sidecar.hpp"

#include "seal/delivery_notes.hpp"

namespace preau::central {

Result<Sidecar, Stop> open_sidecar(std::string_view note, Register& boxes) {
    const auto claimed = seal::unverified_bundle_note(note);
    if (!claimed) return fail(Stop{StopCode::note_refused, claimed.error().message});
    const auto key = boxes.box_key(claimed->box);
    if (!key) return fail(Stop::disk(key.error()));
    if (!*key) return fail(Stop{StopCode::box_unknown, "box " + claimed->box + " is not enrolled"});
    const auto opened = seal::open_bundle_note(note, **key);
    if (!opened) return fail(Stop{StopCode::note_refused, opened.error().message});
    return Sidecar{.box = opened->box,
                   .session = opened->session,
                   .sha256 = opened->file_hash,
                   .bytes = opened->file_size,
                   .note = std::string(note)};
}

}  // namespace preau::central
