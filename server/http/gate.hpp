// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"
#include "http/message.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace preau::http {

struct Field {
    std::string name, value;
};

/// Start line and fields as parsed: in order, nothing merged, nothing dropped.
struct Head {
    std::string method, target;
    int version = 11;  ///< 10 × major + minor
    std::vector<Field> fields;
};

using BodyLimit = std::function<std::size_t(Method, std::string_view path)>;

struct GateRules {
    std::vector<std::string> hosts;  ///< lower case, without port; empty: any well-formed one
    BodyLimit body_bytes_max;        ///< empty: 64 KiB for POST and PUT, nothing for the others
    bool accepts_patch = false;      ///< only who takes resumable uploads needs it
};

struct Admission {
    Request request;  ///< body and peer still empty
    std::size_t body_bytes = 0;
    bool keep_alive = true;
    bool expects_continue = false;
};

/// After a refusal the connection is closed: where the next request begins can no longer be
/// trusted.
struct Refused {
    int status = 400;
};

/// Decides on a request before its body is read, and copies from the head all that is ever used of
/// it. Beast alone lets through what proxies and servers read differently (duplicated Host,
/// unknown transfer codings, trailers merged into the head), so only the plain form that browsers
/// send is admitted: RFC 9112, stricter wherever it allows a choice. Absolute-form is refused.
Result<Admission, Refused> admit(const Head& head, const GateRules& rules);

}  // namespace preau::http
