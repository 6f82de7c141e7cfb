// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

/// What a candidate does at the question asked, besides answering it.
namespace preau::api {

/// POST /api/v1/candidates/me/questions/{number}/open: shows a timed or focus question; from there
/// on a timed one's time runs. Safe to repeat.
http::Response open_question(World& world, const Call& call);

/// POST /api/v1/candidates/me/questions/{number}/focus-lost: the page of a focus question was left.
/// Safe to repeat.
http::Response report_focus_lost(World& world, const Call& call);

/// POST /api/v1/candidates/me/questions/{number}/report: something is wrong with the question; the
/// time stops until the invigilator has decided. Safe to repeat.
http::Response raise_report(World& world, const Call& call);

}  // namespace preau::api
