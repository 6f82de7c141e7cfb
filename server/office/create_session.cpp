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
                              const std::string& box) {
    if (std::ranges::find(authorisation.boxes, box) == authorisation.boxes.end())
        return refuse(fmt::format("the authorisation is not for this box ({})", box));
    if (seal::sha256(as_bytes(roster)) != authorisation.roster_hash)
        return refuse("the roster is not the file that the authorisation names");
    return {};
}

bool is_in_window(const seal::Authorisation& authorisation, WallTime now) {
    return now >= authorisation.not_before && now <= authorisation.not_after;
}

/// Outside its window a session is opened by somebody with a name and a reason, or not at all.
Result<void> check_window(const SessionRequest& request, const seal::Authorisation& authorisation,
                          WallTime now) {
    if (is_in_window(authorisation, now)) return {};
    if (!request.window_override)
        return refuse(fmt::format(
            "the authorisation is valid from {} to {} and it is {}: say who opens the session all "
            "the same, and why",
            to_iso8601(authorisation.not_before), to_iso8601(authorisation.not_after),
            to_iso8601(now)));
    for (const auto& text : {request.window_override->name, request.window_override->reason}) {
        if (text.empty()) return refuse("opening outside the window takes a name and a reason");
        if (const auto why = unfit_text(text)) return refuse(std::string(*why));
    }
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
                            const pack::Cover& cover, Entropy& entropy) {
    return {.number = authorisation.number,
            .site = request.site,
            .room = request.room,
            .date = request.date,
            .time = request.time,
            .examiner = request.examiner,
            .access_code = exam::draw_access_code(entropy),
            .pack = cover.id,
            .version = cover.certification_version,
            .pack_hash = authorisation.pack_hash,
            .lockdown = request.lockdown};
}

/// The version says when it may be sat: its scores mean nothing on another day. And no session is
/// opened with a pack whose time is over.
Result<void> check_days(const pack::Manifest& manifest, const std::string& date) {
    const auto& cover = manifest.cover;
    const bool too_early = !cover.valid_from.empty() && date < cover.valid_from;
    const bool too_late = !cover.valid_until.empty() && date > cover.valid_until;
    if (too_early || too_late)
        return refuse(fmt::format(
            "the pack's certification version {} is valid {} {}, and the session is on {}: choose "
            "another date, or ask the platform for another pack",
            cover.certification_version, too_early ? "from" : "until",
            too_early ? cover.valid_from : cover.valid_until, date));
    if (!manifest.expires.empty() && date > manifest.expires)
        return refuse(
            fmt::format("the pack {} {} expires on {}, and the session is on {}: ask the "
                        "platform for a newer pack",
                        cover.id, cover.version, manifest.expires, date));
    return {};
}

Result<void> check_software(const std::string& software, const std::string& minimum,
                            std::string_view who) {
    if (minimum.empty() || !seal::is_older_software(software, minimum)) return {};
    return refuse(
        fmt::format("{} asks for version {} of this program, and this is {}: update the box", who,
                    minimum, software));
}

/// What the platform says is current, as far as this box was told.
Result<void> check_current(const std::optional<seal::Timestamp>& timestamp,
                           const seal::Authorisation& authorisation, const std::string& box) {
    if (!timestamp) return {};
    if (const auto* revoked = timestamp->find_revocation(box))
        return refuse(fmt::format("this box was revoked on {}: {}", to_iso8601(revoked->since),
                                  revoked->reason));
    if (const auto why = seal::why_not_pack(*timestamp, authorisation.pack_id,
                                            authorisation.pack_version, authorisation.pack_hash))
        return refuse(std::string(seal::in_words(*why)));
    return {};
}

/// The authorised pack as this box has it, once all agrees with it.
Result<pack::Manifest> fitting_pack(const seal::Authorisation& authorisation,
                                    const SessionTrust& trust, const std::string& date,
                                    room::Vault& vault) {
    if (auto fits = check_current(trust.timestamp, authorisation, trust.box); !fits)
        return fail(std::move(fits.error()));
    auto manifest = vault.manifest(authorisation.pack_hash);
    if (!manifest)
        return fail(
            std::move(manifest.error())
                .with_context(fmt::format("the authorised pack, {} {}", authorisation.pack_id,
                                          authorisation.pack_version)));
    if (auto days = check_days(*manifest, date); !days) return fail(std::move(days.error()));
    for (const auto& [minimum, who] :
         {std::pair<std::string, const char*>{authorisation.minimum_software, "the session"},
          {manifest->minimum_software, "the pack"}})
        if (auto fits = check_software(trust.software, minimum, who); !fits)
            return fail(std::move(fits.error()));
    return manifest;
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
                                      room::Vault& vault, room::Room& room, Clock& clock,
                                      Entropy& entropy) {
    if (auto fit = check_sheet(request); !fit) return fail(std::move(fit.error()));
    const auto authorisation = seal::open_authorisation(request.authorisation, trust.root);
    if (!authorisation) return fail(authorisation.error());
    if (auto fits = check_authorised(*authorisation, request.roster, trust.box); !fits)
        return fail(std::move(fits.error()));
    const auto now = clock.wall_now();
    if (auto in_time = check_window(request, *authorisation, now); !in_time)
        return fail(std::move(in_time.error()));
    const auto manifest = fitting_pack(*authorisation, trust, request.date, vault);
    if (!manifest) return fail(manifest.error());
    auto roster = clean_roster(request.roster, authorisation->max_candidates);
    if (!roster) return fail(std::move(roster.error()));
    auto codes = draw_codes(*roster, entropy);

    const auto password = exam::draw_invigilator_password(entropy);
    const auto password_hash = seal::hash_password(password);
    if (!password_hash) return fail(password_hash.error());
    const auto sheet = sheet_of(request, *authorisation, manifest->cover, entropy);
    store::SessionRow row{.id = authorisation->session,
                          .number = authorisation->number,
                          .authorisation = request.authorisation,
                          .roster = request.roster,
                          .password_hash = *password_hash};
    auto opening = exam::command::OpenSession{sheet, std::move(*roster)};
    if (!is_in_window(*authorisation, now)) opening.window_override = request.window_override;
    if (auto created = room.create(std::move(row), std::move(opening)); !created)
        return fail(std::move(created.error()));
    return CreatedSession{sheet.number, sheet.access_code, password, std::move(codes)};
}

}  // namespace preau::office
