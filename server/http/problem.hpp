// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/message.hpp"

namespace preau::http {

/// What the transport itself answers when a request never reaches the application: same form as
/// the API's problems, title in French for whoever sees it. 408, 503 and 500 included.
Response problem(int status);

}  // namespace preau::http
