// SPDX-License-Identifier: Apache-2.0

#include "api/join.hpp"

#include "api/candidate_view.hpp"
#include "api/json_response.hpp"
#include "api/lockdown_body.hpp"
#include "api/request_body.hpp"
#include "api/session_number.hpp"
#include "api/session_password.hpp"
#include "api/station_words.hpp"
#include "api/tokens.hpp"
#include "base/check.hpp"
#include "base/limits.hpp"
#include "seal/hash.hpp"

#include <fmt/format.h>

namespace preau::api {

namespace {

constexpr std::size_t kCodeBytesMax = 16;  // six symbols, typed with spaces

struct Input {
    std::string session;
    Hash token{};
    std::variant<exam::Identity, std::string> who;
    std::string seat;
    exam::Lockdown lockdown;
};

exam::Identity read_identity(json::Fields& fields) {
    exam::Identity identity;
    identity.last_name =
        typed_text(fields, "last_name", limits::name_bytes_max, "Écrivez votre nom de naissance.");
    identity.first_name =
        typed_text(fields, "first_name", limits::name_bytes_max, "Écrivez votre prénom.");
    identity.birthdate = typed_text(fields, "birthdate", 10, "Écrivez votre date de naissance.");
    if (fields.ok() && !is_date(identity.birthdate))
        fields.refuse("birthdate", "malformed", "Cette date de naissance n’existe pas.");
    return identity;
}

Input read(json::Fields& fields) {
    Input input;
    input.session = read_session_number(fields);
    input.token = hash_of(to_hex(fields.hex<16>("token")));
    input.seat = plain_text(fields, "seat", limits::seat_bytes_max);
    input.lockdown = read_lockdown(fields);
    if (fields.optional_value("code") == nullptr)
        input.who = read_identity(fields);
    else
        input.who =
            typed_text(fields, "code", kCodeBytesMax, "Écrivez le code personnel de votre fiche.");
    return input;
}

/// Who is claimed to be there, without the birth date that one could be guessing.
std::string claim_of(const std::string& session, const exam::Identity& identity) {
    auto text = exam::compared_letters(identity.last_name) + U'/';
    text += exam::compared_letters(identity.first_name);
    std::string bytes = session;
    for (const char32_t letter : text) bytes += fmt::format("/{:x}", std::uint32_t{letter});
    return to_hex(seal::sha256(as_bytes(bytes)));
}

Wait guess(World& world, const std::string& peer, const Input& input) {
    const auto now = world.clock.boot_now();
    if (const auto* identity = std::get_if<exam::Identity>(&input.who))
        return world.rate_limits.identity(peer, claim_of(input.session, *identity), now);
    return world.rate_limits.personal_code(peer, input.session, std::get<std::string>(input.who),
                                           now);
}

/// The session, when it exists and neither guesses nor seats are too many.
std::variant<room::LiveSession*, Problem> admit(World& world, const std::string& peer,
                                                const Input& input) {
    if (const auto wait = guess(world, peer, input)) return too_many_requests(*wait);
    auto* session = world.room.find(input.session);
    if (session == nullptr) return no_session(world.room, input.session);
    if (const auto wait = world.rate_limits.seat(peer, world.clock.boot_now()))
        return too_many_requests(*wait);
    return session;
}

http::Response joined(room::LiveSession& session, const Hash& token, CandidateNumber candidate) {
    const bool granted = session.state().find(candidate)->lease == token;
    if (granted) session.hear(candidate);
    return json_response(200, json::Object{{"view", candidate_view(session, candidate, granted)}});
}

/// The device has joined before, and asks again because it was not told: it costs nothing. Nothing
/// for a device that claims to be somebody else, whose guesses count.
std::optional<http::Response> joined_before(World& world, const Input& input) {
    const auto device = find_candidate(world, input.token);
    if (!device || device->session->row().number != input.session) return std::nullopt;
    if (const auto wait = world.rate_limits.request(to_hex(input.token), world.clock.boot_now()))
        return to_response(too_many_requests(*wait));
    const auto again = device->session->act(
        exam::command::Join{input.who, input.token, input.seat, input.lockdown});
    if (!again) return std::nullopt;
    PREAU_CHECK(again->empty());
    return joined(*device->session, input.token, device->candidate);
}

}  // namespace

http::Response join(World& world, const Call& call) {
    const auto body = read_body(call.request, read);
    if (const auto* problem = std::get_if<Problem>(&body)) return to_response(*problem);
    const auto& input = std::get<Input>(body);
    if (auto again = joined_before(world, input)) return std::move(*again);
    const auto admitted = admit(world, call.request.peer, input);
    if (const auto* problem = std::get_if<Problem>(&admitted)) return to_response(*problem);
    auto* session = std::get<room::LiveSession*>(admitted);

    // A token acts for one candidate on the whole box.
    const bool is_taken = find_candidate(world, input.token).has_value();
    const auto decided =
        is_taken
            ? exam::Decision(fail(exam::Refusal::device_in_use))
            : session->act(exam::command::Join{input.who, input.token, input.seat, input.lockdown});
    if (!decided) {
        world.rate_limits.undo_seat(call.request.peer);
        return to_response(problem_of(decided.error()));
    }
    PREAU_CHECK(!decided->empty());
    if (std::holds_alternative<std::string>(input.who))
        world.rate_limits.personal_code_was_right(input.session);
    return joined(*session, input.token, exam::candidate_of(decided->front()));
}

}  // namespace preau::api
