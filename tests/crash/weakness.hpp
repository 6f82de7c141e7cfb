// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace preau::crash {

/// A box that is wrong in one way, to show that the laboratory would notice.
enum class Weakness {
    none,
    normal_synchronous,   ///< PRAGMA synchronous = NORMAL
    reply_before_commit,  ///< acknowledges before the journal has returned
    retried_fsync,        ///< after a failed sync, syncs again and believes it
    believed_cache,       ///< after a failed sync, starts again from what the cache shows
    unchecked_previous,   ///< reads a journal without following its links
};

}  // namespace preau::crash
