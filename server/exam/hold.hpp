// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace preau::exam {

/// Why a candidate's clock stands still during the test. Several may hold at once.
enum class Hold {
    contact,     ///< the box hears nothing from the candidate's device
    report,      ///< a report waits for the invigilator
    pause,       ///< the invigilator paused this candidate
    room_pause,  ///< the invigilator paused the room
    lockdown,    ///< what must keep the browser on the test is missing
};

}  // namespace preau::exam
