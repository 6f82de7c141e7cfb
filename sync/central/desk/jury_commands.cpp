// SPDX-License-Identifier: Apache-2.0
#include "central/desk/answers.hpp"
#include "central/desk/desk_commands.hpp"
#include "json/read.hpp"

namespace preau::central {

namespace {

Failure<Error> refuse(std::string what) { return fail(Error::malformed(std::move(what))); }

Result<Proposal> proposal_of(const JuryOptions& options) {
    const auto session = SessionId::from_hex(options.session);
    if (!session) return refuse("a session is named by 32 hexadecimal digits");
    const auto act = act_from_word(options.act);
    if (!act) return refuse("no such act: " + options.act);
    if (*act == Act::rescore || *act == Act::settle)
        return refuse("this act needs what the jury's pages show: take it there");
    Proposal out{
        .session = *session, .act = *act, .candidate = {}, .by = options.by, .why = options.why};
    if (options.candidate != 0) out.candidate = CandidateNumber{options.candidate};
    if (*act == Act::correct_identity)
        out.identity = exam::Identity{options.last_name, options.first_name, options.birthdate};
    if (*act == Act::comment) {
        out.audience = audience_from_word(options.audience);
        if (!out.audience) return refuse("--audience is candidate, organisation or jury");
        out.comment = options.comment;
    }
    return out;
}

}  // namespace

Printed decide(OpenedDesk& desk, const JuryOptions& options) {
    const auto proposal = proposal_of(options);
    if (!proposal) return fail(proposal.error());
    const auto done = desk.jury.decide(*proposal);
    if (!done) return refuse(done.error().code + ": " + done.error().detail);
    return json::read(write_decision(*done));
}

Printed show_session(OpenedDesk& desk, const std::string& session_hex) {
    const auto session = SessionId::from_hex(session_hex);
    if (!session) return refuse("a session is named by 32 hexadecimal digits");
    const auto file = desk.jury.open(*session);
    if (!file) return fail(file.error());
    if (!*file) return refuse("session " + session_hex + " is not accepted");
    return session_value(**file);
}

}  // namespace preau::central
