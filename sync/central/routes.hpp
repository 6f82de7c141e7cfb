// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/ingest.hpp"
#include "central/reports.hpp"
#include "central/tus_routes.hpp"
#include "http/gate.hpp"

namespace preau::central {

/// What a working thread answers with.
struct Service {
    Ingest& ingest;
    Reports& reports;
    UploadDesk& uploads;
};

/// Answers one request (docs/api/central.md). One thread.
http::Response respond(const http::Request& request, Service& service);

/// How many bytes a request may bring, decided on its head.
std::size_t body_bytes_max(http::Method method, std::string_view path);

}  // namespace preau::central
