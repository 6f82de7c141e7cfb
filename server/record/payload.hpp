// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/events.hpp"
#include "record/types.hpp"

namespace preau::record {

/// JSON of an event. The candidate is not in it: the header says who.
Bytes encode_payload(const exam::Event& event);

/// The event that a stored payload tells; every field is required, unknown ones are refused.
Result<exam::Event> decode_payload(Type type, CandidateNumber candidate, ByteView payload);

}  // namespace preau::record
