// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "record/entry.hpp"

namespace preau::crash {

enum class LinkRule { checked, ignored };

/// A second reading of the format, straight from its table of offsets: are these the records of one
/// chain that begins at `authorisation`? Looks at leaves, sequence, links and payload hashes, not
/// at signatures. `previous` is how the laboratory shows that it needs the link to be checked.
bool is_chain(const std::vector<record::Entry>& entries, const Hash& authorisation,
              LinkRule previous = LinkRule::checked);

}  // namespace preau::crash
