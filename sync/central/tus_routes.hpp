// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/uploads.hpp"
#include "http/message.hpp"

namespace preau::central {

/// What the routes of resumable uploads need.
struct UploadDesk {
    Uploads& uploads;
    Register& register_of_sessions;
    /// The note of a bundle as its box has signed it: a box that we know and that may send.
    std::function<Result<Sidecar, Stop>(std::string_view note)> open_sidecar;
    /// Examines a bundle whose bytes have just come whole. What becomes of it is in the register.
    std::function<void(const Hash&)> examine;
};

/// The creation of an upload: POST /v1/bundles.
http::Response create_upload(const http::Request& request, UploadDesk& desk);
/// HEAD /v1/bundles/<sha256>
http::Response tell_offset(const Hash& sha256, UploadDesk& desk);
/// PATCH /v1/bundles/<sha256>
http::Response append_chunk(const http::Request& request, const Hash& sha256, UploadDesk& desk);
/// GET /v1/bundles/<sha256>: what became of it.
http::Response tell_fate(const Hash& sha256, UploadDesk& desk);
/// Marks an answer as one of the platform, which a captive portal would not.
void add_tus_fields(http::Response& response);

}  // namespace preau::central
