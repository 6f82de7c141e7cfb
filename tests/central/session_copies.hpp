// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unit/central/taken_in.hpp"

namespace preau::test {

/// A session that differs from another in its identity only: the same events under other ids,
/// signed again by a box, as if another room had answered the same.
struct SessionCopy {
    seal::Authorisation authorisation;
    std::string envelope;  ///< the authorisation as the platform signed it
    std::string note;      ///< the checkpoint that seals it
    Bytes bundle;
};

/// Copy number `number` (from 0) of the parts' session, by that box.
SessionCopy copy_session(const BundleParts& parts, const SmallRoom& room, std::uint32_t number,
                         const record::BoxIdentity& box);

}  // namespace preau::test
