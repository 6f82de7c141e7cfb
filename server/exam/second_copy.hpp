// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace preau::exam {

/// Why the second copy of the journal is no longer written.
enum class SecondCopyLoss {
    removed,  ///< the medium was taken away
    full,
    slow,     ///< it did not answer in time
    failed,   ///< it refused to write, or read back something else
    foreign,  ///< it holds another session's journal, or another box's
};

/// The journal's copy on a second medium, as the journal tells it.
struct SecondCopy {
    bool attached = false;
    bool waived = false;  ///< an invigilator has said that the room goes on without

    bool operator==(const SecondCopy&) const = default;
};

}  // namespace preau::exam
