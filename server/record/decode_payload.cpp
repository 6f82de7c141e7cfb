// SPDX-License-Identifier: Apache-2.0
#include "base/check.hpp"
#include "json/read.hpp"
#include "record/payload.hpp"
#include "record/payload_reading.hpp"

namespace preau::record {

namespace {

exam::Event read_event(Type type, CandidateNumber candidate, json::Fields& fields) {
    switch (family(type)) {
        case 0x01:
            return read_candidate_event(type, candidate, fields);
        case 0x02:
            return read_test_event(type, candidate, fields);
        case 0x03:
        case 0x04:
            return read_invigilator_event(type, candidate, fields);
        case 0x05:
            if (type == Type::session_minuted || type == Type::candidate_minuted)
                return read_minutes_event(type, candidate, fields);
            return read_office_event(type, candidate, fields);
        case 0x06:
            return read_second_copy_event(type, fields);
        default:
            PREAU_UNREACHABLE();
    }
}

}  // namespace

Result<exam::Event> decode_payload(Type type, CandidateNumber candidate, ByteView payload) {
    const auto value = json::read(as_text(payload));
    if (!value) return fail(value.error());
    json::Fields fields(*value);
    auto event = read_event(type, candidate, fields);
    if (auto read = fields.finished(name(type)); !read) return fail(std::move(read.error()));
    return event;
}

}  // namespace preau::record
