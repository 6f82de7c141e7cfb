// SPDX-License-Identifier: Apache-2.0
#include "api/note_incident.hpp"

#include "api/invigilator_act.hpp"
#include "base/limits.hpp"
#include "exam/words.hpp"

namespace preau::api {

namespace {

constexpr std::size_t kCategoryBytesMax = 8;

struct Input {
    exam::IncidentCategory category{};
    std::string description;
};

Input read(json::Fields& fields) {
    Input input;
    const auto word = fields.text("category", kCategoryBytesMax);
    input.description = written_text(fields, "description", limits::note_text_bytes_max);
    if (!fields.ok()) return input;
    if (const auto category = exam::from_word<exam::IncidentCategory>(word))
        input.category = *category;
    else
        fields.refuse("category", "malformed", "La catégorie est C1, C2, C4, C6, C7 ou C8.");
    return input;
}

}  // namespace

http::Response note_incident(World&, const Call& call) {
    return act_for_candidate(call, read, [&](const Input& input, exam::By by) {
        return exam::command::NoteIncident{{call.number}, input.category, input.description, by};
    });
}

}  // namespace preau::api
