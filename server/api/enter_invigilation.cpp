// SPDX-License-Identifier: Apache-2.0
#include "api/enter_invigilation.hpp"

#include "answers/unicode.hpp"
#include "api/json_response.hpp"
#include "api/request_body.hpp"
#include "api/session_number.hpp"
#include "api/session_password.hpp"
#include "api/session_view.hpp"
#include "api/tokens.hpp"
#include "base/limits.hpp"
#include "office/listed.hpp"

#include <algorithm>
#include <iterator>

namespace preau::api {

namespace {

constexpr std::size_t kNameCharactersMax = 60;
constexpr std::size_t kNameBytesMax = 4 * kNameCharactersMax;

/// Controls, line ends, and what turns the direction of writing: a name must not pass for another.
bool is_invisible(char32_t c) {
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff;
}

struct Input {
    std::string session;
    std::string password;
    std::string name;
};

/// As it is shown and kept: without white space around it.
std::string read_name(json::Fields& fields) {
    const auto typed = answers::code_points(fields.text("name", kNameBytesMax));
    const auto is_white = [](char32_t c) { return answers::is_white_space(c); };
    const auto first = std::ranges::find_if_not(typed, is_white);
    const auto last = std::find_if_not(typed.rbegin(), std::make_reverse_iterator(first), is_white);
    const std::u32string name(first, last.base());
    if (name.empty()) fields.refuse("name", "missing", "Écrivez votre nom.");
    if (name.size() > kNameCharactersMax)
        fields.refuse("name", "too_long", "Ce nom est trop long : 60 caractères au plus.");
    if (std::ranges::any_of(name, is_invisible))
        fields.refuse("name", "malformed", "Ce nom contient un caractère invisible : effacez-le.");
    return answers::utf8(name);
}

Input read(json::Fields& fields) {
    Input input;
    input.session = read_session_number(fields);
    input.password = typed_text(fields, "password", limits::password_bytes_max,
                                "Écrivez le mot de passe de la session.");
    input.name = read_name(fields);
    return input;
}

/// A sealed session takes no more records: who enters it then only reads.
std::optional<exam::Refusal> keep_token(World& world, room::LiveSession& session, const Hash& token,
                                        const std::string& name) {
    if (session.sealed()) {
        world.late_readers.add(token, session.row().id);
        return std::nullopt;
    }
    const bool listed = office::is_listed(name, session.state().sheet, world.convenience);
    const auto entered = session.act(exam::command::EnterInvigilation{token, name, listed});
    return entered ? std::nullopt : std::optional(entered.error());
}

}  // namespace

http::Response enter_invigilation(World& world, const Call& call) {
    const auto body = read_body(call.request, read);
    if (const auto* problem = std::get_if<Problem>(&body)) return to_response(*problem);
    const auto& input = std::get<Input>(body);
    // Its password is sealed with the rest: the code of the day comes first.
    if (world.room.can_take_over(input.session))
        return to_response(problem_of(Fault::session_locked));
    const auto* row = find_row(world.room, input.session);
    if (const auto problem = refuse_password(world, call.request, row, input.password))
        return to_response(*problem);
    auto* session = world.room.find(input.session);
    if (session == nullptr) return to_response(problem_of(Fault::session_locked));
    if (const auto wait = world.rate_limits.entry(input.session, world.clock.boot_now()))
        return to_response(too_many_requests(*wait));

    const auto token = draw_token(world.entropy);
    if (const auto refusal = keep_token(world, *session, token.hash, input.name))
        return to_response(invigilation_problem(*refusal));
    return json_response(201, json::Object{{"token", token.text},
                                           {"view", session_view(*session, state_of(world))}});
}

}  // namespace preau::api
