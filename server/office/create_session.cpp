// SPDX-License-Identifier: Apache-2.0
#include "office/create_session.hpp"

#include "exam/codes.hpp"
#include "office/office_text.hpp"
#include "office/roster_csv.hpp"
#include "seal/authorisation.hpp"
#include "seal/hash.hpp"
#include "seal/password.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace preau::office {

namespace {

Failure<Error> refuse(std::string what) { return fail(Error::malformed(std::move(what))); }

Result<void> check_authorised(const seal::Authorisation& authorisation, const std::string& roster,
                              const std::string& box, WallTime now) {
    if (std::ranges::find(authorisation.boxes, box) == authorisation.boxes.end())
        return refuse(fmt::format("the authorisation is not for this box ({})", box));
    if (seal::sha256(as_bytes(roster)) != authorisation.roster_hash)
        return refuse("the roster is not the file that the authorisation names");
    if (now < authorisation.not_before || now > authorisation.not_after)
        return refuse(fmt::format("the authorisation is valid from {} to {} and it is {}",
                                  to_iso8601(authorisation.not_before),
                                  to_iso8601(authorisation.not_after), to_iso8601(now)));
    return {};
}

bool is_time(std::string_view text) {
    return text.size() == 5 && from_iso8601(fmt::format("2026-01-01T{}:00.000Z", text)).has_value();
}

/// What goes into the journal must come back out of it: nothing unfit is let in.
Result<void> check_sheet(const SessionRequest& request) {
    for (const auto& [field, text] :
         {std::pair("site", request.site), std::pair("room", request.room),
          std::pair("examiner", request.examiner)}) {
        if (text.empty()) return refuse(fmt::format("{}: a name is required", field));
        if (const auto why = unfit_text(text)) return refuse(fmt::format("{}: {}", field, *why));
    }
    if (!is_date(request.date)) return refuse("date: a day YYYY-MM-DD is expected");
    if (!is_time(request.time)) return refuse("time: an hour HH:MM is expected");
    return {};
}

Result<std::vector<exam::Enrolment>> clean_roster(const std::string& csv, std::size_t max) {
    auto roster = read_roster(csv);
    std::string problems;
    for (const auto& problem : roster.problems) problems += "\n  " + explain(problem);
    if (!problems.empty()) return refuse("the roster has to be corrected:" + problems);
    if (roster.enrolments.size() > max)
        return refuse(fmt::format("the roster lists {} candidates, {} are authorised",
                                  roster.enrolments.size(), max));
    return std::move(roster.enrolments);
}

exam::SessionSheet sheet_of(const SessionRequest& request, const seal::Authorisation& authorisation,
                            const pack::Pack& pack, Entropy& entropy) {
    return {.number = authorisation.number,
            .site = request.site,
            .room = request.room,
            .date = request.date,
            .time = request.time,
            .examiner = request.examiner,
            .access_code = exam::draw_access_code(entropy),
            .pack = pack.id,
            .version = pack.certification_version.name,
            .pack_hash = pack.hash,
            .lockdown = request.lockdown};
}

/// The version says when it may be sat: its scores mean nothing on another day.
Result<void> check_version(const adaptive::CertificationVersion& version, const std::string& date) {
    const bool too_early = !version.valid_from.empty() && date < version.valid_from;
    const bool too_late = !version.valid_until.empty() && date > version.valid_until;
    if (!too_early && !too_late) return {};
    const auto& end = too_early ? version.valid_from : version.valid_until;
    return refuse(fmt::format(
        "the pack's certification version {} is valid {} {}, and the session is on {}: choose "
        "another date, or ask the platform for another pack",
        version.name, too_early ? "from" : "until", end, date));
}

std::vector<PersonalCode> draw_codes(std::vector<exam::Enrolment>& roster, Entropy& entropy) {
    std::vector<PersonalCode> codes;
    std::set<std::string> drawn;
    for (auto& enrolment : roster) {
        while (enrolment.code.empty() || !drawn.insert(enrolment.code).second)
            enrolment.code = exam::draw_personal_code(entropy);
        codes.push_back({enrolment.candidate, enrolment.code});
    }
    return codes;
}

}  // namespace

Result<CreatedSession> create_session(const SessionRequest& request, const SessionTrust& trust,
                                      const room::PackSource& packs, room::Room& room, Clock& clock,
                                      Entropy& entropy) {
    if (auto fit = check_sheet(request); !fit) return fail(std::move(fit.error()));
    const auto authorisation =
        seal::open_authorisation(request.authorisation, trust.central_session_key);
    if (!authorisation) return fail(authorisation.error());
    if (auto fits = check_authorised(*authorisation, request.roster, trust.box, clock.wall_now());
        !fits)
        return fail(std::move(fits.error()));
    const auto* pack = packs(authorisation->pack_hash);
    if (pack == nullptr)
        return refuse(fmt::format("the authorised pack, {} {}, is not on this box",
                                  authorisation->pack_id, authorisation->pack_version));
    if (auto valid = check_version(pack->certification_version, request.date); !valid)
        return fail(std::move(valid.error()));
    auto roster = clean_roster(request.roster, authorisation->max_candidates);
    if (!roster) return fail(std::move(roster.error()));
    auto codes = draw_codes(*roster, entropy);

    const auto password = exam::draw_invigilator_password(entropy);
    const auto password_hash = seal::hash_password(password);
    if (!password_hash) return fail(password_hash.error());
    const auto sheet = sheet_of(request, *authorisation, *pack, entropy);
    store::SessionRow row{.id = authorisation->session,
                          .number = authorisation->number,
                          .authorisation = request.authorisation,
                          .roster = request.roster,
                          .password_hash = *password_hash};
    auto created = room.create(std::move(row), {sheet, std::move(*roster)});
    if (!created) return fail(std::move(created.error()));
    return CreatedSession{sheet.number, sheet.access_code, password, std::move(codes)};
}

}  // namespace preau::office
