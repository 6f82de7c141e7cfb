// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/limits.hpp"
#include "exam/events.hpp"
#include "exam/words.hpp"
#include "json/fields.hpp"
#include "record/types.hpp"

/// The parts of decode_payload(); nobody else includes it.
namespace preau::record {

inline constexpr std::size_t kTextBytesMax = limits::payload_text_bytes_max;
inline constexpr int kQuestionsMax = 1000;

template <class E>
E read_word(json::Fields& fields, std::string_view field) {
    const auto value = exam::from_word<E>(fields.text(field, kTextBytesMax));
    if (!value) fields.refuse(field, "malformed", "not one of the known words");
    return value.value_or(E{});
}

inline std::string read_text(json::Fields& fields, std::string_view field) {
    return fields.text(field, kTextBytesMax);
}

inline int read_whole(json::Fields& fields, std::string_view field, int max) {
    return static_cast<int>(fields.integer(field, 0, max));
}

inline int read_number(json::Fields& fields) { return read_whole(fields, "number", kQuestionsMax); }

inline exam::By read_by(json::Fields& fields) {
    return {static_cast<std::uint16_t>(fields.integer("by", 0, UINT16_MAX)),
            {fields.hex<16>("act")}};
}

// Each reads the events of some type numbers: docs/formats/journal.md has one table of them.
exam::Event read_candidate_event(Type type, CandidateNumber candidate, json::Fields& fields);
exam::Event read_test_event(Type type, CandidateNumber candidate, json::Fields& fields);
exam::Event read_invigilator_event(Type type, CandidateNumber candidate, json::Fields& fields);
exam::Event read_office_event(Type type, CandidateNumber candidate, json::Fields& fields);
exam::Event read_minutes_event(Type type, CandidateNumber candidate, json::Fields& fields);
exam::Event read_second_copy_event(Type type, json::Fields& fields);

}  // namespace preau::record
