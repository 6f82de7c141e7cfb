// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"
#include "sim/weakness.hpp"

#include <memory>

/// What a box with a weakness does otherwise.
namespace preau::sim {

/// The clock as the box sees it.
std::unique_ptr<Clock> clock_for(Weakness weakness, Clock& clock);

/// The request is an answer that the journal already has under its command id.
bool is_retry(const api::World& world, const http::Request& request);

/// An answer that is sent again becomes, under a fresh id, the answer to the question that is asked
/// now.
http::Request with_fresh_command_id(const api::World& world, http::Request request);

/// A page that was left becomes one that is opened: the reply is the same.
http::Request without_focus_loss(http::Request request);

/// An act of an invigilator, as if it had never been sent before.
http::Request with_fresh_act_key(http::Request request, std::uint64_t count);

/// A report becomes a page that is opened: the reply is the same but for it.
http::Request without_report(http::Request request);

}  // namespace preau::sim
