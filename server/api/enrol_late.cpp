// SPDX-License-Identifier: Apache-2.0
#include "api/enrol_late.hpp"

#include "api/invigilator_act.hpp"
#include "base/limits.hpp"
#include "exam/codes.hpp"
#include "exam/words.hpp"
#include "office/office_text.hpp"

#include <algorithm>

namespace preau::api {

namespace {

constexpr std::size_t kChangeBytesMax = 16;

struct Input {
    exam::Enrolment enrolment;
    exam::LateChange change{};
    std::string why;
};

/// As the office would have written it on the roster.
std::string read_label(json::Fields& fields, std::string_view name) {
    auto text = fields.text(name, limits::name_bytes_max);
    if (text.empty()) return text;
    if (const auto why = office::unfit_text(text))
        fields.refuse(name, "malformed", std::string(*why));
    return text;
}

std::string read_name(json::Fields& fields, std::string_view name, std::string_view when_empty) {
    auto text = read_label(fields, name);
    if (text.empty()) fields.refuse(name, "missing", std::string(when_empty));
    return text;
}

exam::Enrolment read_enrolment(json::Fields& fields) {
    exam::Enrolment enrolment;
    enrolment.identity.last_name = read_name(fields, "last_name", "Écrivez le nom de naissance.");
    enrolment.identity.first_name = read_name(fields, "first_name", "Écrivez le prénom.");
    enrolment.identity.birthdate =
        typed_text(fields, "birthdate", 10, "Écrivez la date de naissance.");
    if (fields.ok() && !is_date(enrolment.identity.birthdate))
        fields.refuse("birthdate", "malformed", "Cette date de naissance n’existe pas.");
    enrolment.group = read_label(fields, "group");
    enrolment.account = read_label(fields, "account");
    enrolment.extra_time_percent =
        static_cast<int>(fields.integer("extra_time_percent", 0, limits::extra_time_percent_max));
    enrolment.accessibility_adjustment = fields.boolean("accessibility_adjustment");
    return enrolment;
}

Input read(json::Fields& fields) {
    Input input{read_enrolment(fields), {}, {}};
    const auto change = fields.text("change", kChangeBytesMax);
    input.why = written_text(fields, "why", limits::note_text_bytes_max);
    if (input.why.empty()) fields.refuse("why", "missing", "Écrivez pourquoi.");
    if (!fields.ok()) return input;
    if (const auto known = exam::from_word<exam::LateChange>(change))
        input.change = *known;
    else
        fields.refuse("change", "malformed",
                      "Le changement est « enrolled », « moved » ou « certifiable ».");
    return input;
}

/// One that nobody in the session has.
std::string draw_code(const exam::Session& session, Entropy& entropy) {
    while (true) {
        auto code = exam::draw_personal_code(entropy);
        const auto is_taken = [&](const auto& entry) {
            return exam::same_code(code, entry.second.enrolment.code);
        };
        if (std::ranges::none_of(session.candidates, is_taken)) return code;
    }
}

}  // namespace

http::Response enrol_late(World& world, const Call& call) {
    return act_for_room(world, call, read, [&](const Input& input, exam::By by) {
        auto enrolment = input.enrolment;
        enrolment.code = draw_code(call.device.session->state(), world.entropy);
        return exam::command::EnrolLate{std::move(enrolment), input.change, input.why, by};
    });
}

}  // namespace preau::api
