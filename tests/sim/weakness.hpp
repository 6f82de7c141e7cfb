// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace preau::sim {

/// A box that is wrong in one way, to show that the invariants would notice.
enum class Weakness {
    none,
    reply_before_commit,     ///< replies before the journal has returned
    command_ids_ignored,     ///< takes an answer that is sent again for the next question's
    announce_before_commit,  ///< pushes to the live streams what is not on the disk yet
    durations_by_wall,       ///< measures durations on a clock that people set
    retries_refused,  ///< refuses an answer that is sent again instead of repeating its reply
    focus_losses_forgotten,  ///< says that it knows of a page that was left, and forgets it
    act_keys_ignored,        ///< does an act of an invigilator again when it is sent again
    reports_forgotten,       ///< says that it has a report, and forgets it
};

}  // namespace preau::sim
