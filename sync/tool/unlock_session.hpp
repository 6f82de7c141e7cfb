// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tool/box_client.hpp"

namespace preau::tool {

/// Types the code of the day as an invigilator would, and waits for the box's answer. The error
/// says why the session stays locked.
Result<void> unlock_session(BoxClient& client, const std::string& number,
                            const std::string& password, const std::string& day_code);

}  // namespace preau::tool
