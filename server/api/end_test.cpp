// SPDX-License-Identifier: Apache-2.0
#include "api/end_test.hpp"

#include "api/invigilator_act.hpp"
#include "base/limits.hpp"
#include "exam/words.hpp"

namespace preau::api {

namespace {

constexpr std::size_t kReasonBytesMax = 32;

struct Input {
    exam::AbortReason reason{};
    std::string note;
};

Input read(json::Fields& fields) {
    Input input;
    const auto reason = exam::from_word<exam::AbortReason>(fields.text("reason", kReasonBytesMax));
    input.note = written_text(fields, "note", limits::note_text_bytes_max);
    if (reason)
        input.reason = *reason;
    else if (fields.ok())
        fields.refuse("reason", "malformed", "La raison est « candidate » ou « technical ».");
    return input;
}

}  // namespace

http::Response end_test(World&, const Call& call) {
    return act_for_candidate(call, read, [&](const Input& input, exam::By by) {
        return exam::command::EndTest{{call.number}, input.reason, input.note, by};
    });
}

}  // namespace preau::api
