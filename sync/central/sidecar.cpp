// SPDX-License-Identifier: Apache-2.0
#include "central/sidecar.hpp"

#include "seal/delivery_notes.hpp"

namespace preau::central {

Result<Sidecar, Stop> open_sidecar(std::string_view note, Register& boxes) {
    const auto claimed = seal::unverified_bundle_note(note);
    if (!claimed) return fail(Stop{StopCode::note_refused, claimed.error().message});
    const auto box = boxes.box(claimed->box);
    if (!box) return fail(Stop::disk(box.error()));
    if (!*box) return fail(Stop{StopCode::box_unknown, "box " + claimed->box + " is not enrolled"});
    // What a revoked box sends is taken, and set aside when it is examined: it may be evidence.
    auto opened = seal::open_bundle_note(note, (*box)->keys.front());
    for (std::size_t i = 1; !opened && i < (*box)->keys.size(); ++i)
        opened = seal::open_bundle_note(note, (*box)->keys[i]);
    if (!opened) return fail(Stop{StopCode::note_refused, opened.error().message});
    return Sidecar{.box = opened->box,
                   .session = opened->session,
                   .sha256 = opened->file_hash,
                   .bytes = opened->file_size,
                   .note = std::string(note)};
}

}  // namespace preau::central
