// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"

#include "app/box.hpp"
#include "app/enrolment.hpp"
#include "app/parcel.hpp"
#include "base/file.hpp"
#include "exam/identity.hpp"
#include "exam/words.hpp"
#include "json/write.hpp"
#include "office/create_session.hpp"
#include "office/office_door.hpp"
#include "office/office_text.hpp"
#include "seal/fingerprint.hpp"

#include <fmt/core.h>

#include <csignal>

namespace preau::app {

namespace {

constexpr std::size_t kFileBytesMax = 1024 * 1024;

void print_line(const json::Value& value) {
    fmt::print("{}\n", json::write(value));
    std::fflush(stdout);
}

/// Nobody watches the room while a session is being created.
class NoAnnouncer : public room::Announcer {
  public:
    void announce(const room::LiveSession&, CandidateNumber) override {}
};

Result<std::string> read_text(const std::filesystem::path& path) {
    const auto bytes = read_file(path, kFileBytesMax);
    if (!bytes) return fail(bytes.error());
    return std::string(as_text(*bytes));
}

Result<Parcel> read_parts(const SessionFiles& files) {
    auto authorisation = read_text(files.authorisation);
    if (!authorisation) return fail(std::move(authorisation.error()));
    auto roster = read_text(files.roster);
    if (!roster) return fail(std::move(roster.error()));
    return Parcel{std::move(*authorisation), std::move(*roster)};
}

Result<Parcel> read_parcel(const SessionFiles& files, const seal::EncryptionKey& key) {
    if (files.parcel.empty()) return read_parts(files);
    const auto bytes = read_file(files.parcel, 2 * kFileBytesMax);
    if (!bytes) return fail(bytes.error());
    return open_parcel(*bytes, key);
}

office::SessionRequest request_of(const SessionFiles& files, Parcel parcel) {
    office::SessionRequest request{.authorisation = std::move(parcel.authorisation),
                                   .roster = std::move(parcel.roster),
                                   .site = files.site,
                                   .room = files.room,
                                   .date = files.date,
                                   .time = files.time,
                                   .examiner = files.examiner,
                                   .lockdown = files.lockdown};
    if (files.window_override != exam::WindowOverride{})
        request.window_override = files.window_override;
    return request;
}

json::Array codes_view(const std::vector<office::PersonalCode>& codes) {
    json::Array view;
    for (const auto& [candidate, code] : codes)
        view.push_back(json::Object{{"number", candidate.value}, {"code", code}});
    return view;
}

json::Array staff_view(const store::Convenience& convenience) {
    json::Array view;
    for (const auto& [name, member] : convenience.staff())
        view.push_back(json::Object{{"name", name},
                                    {"kind", store::word(member.kind)},
                                    {"valid_until", member.valid_until}});
    return view;
}

Result<void> check_member(const store::StaffMember& member) {
    if (exam::compared_letters(member.name).empty())
        return fail(Error::malformed("name: a name is required"));
    if (const auto why = office::unfit_text(member.name))
        return fail(Error::malformed(fmt::format("name: {}", *why)));
    if (!member.valid_until.empty() && !is_date(member.valid_until))
        return fail(Error::malformed("until: a day YYYY-MM-DD is expected"));
    return {};
}

Box* running_box = nullptr;
void stop_running_box(int) { running_box->stop(); }

}  // namespace

Result<void> print_identity(const Configuration& configuration) {
    seal::SystemEntropy entropy;
    const auto keys = settle(configuration, entropy);
    if (!keys) return fail(keys.error());
    const auto& key = keys->signing.public_key();
    print_line(
        json::Object{{"name", configuration.name},
                     {"signing_key", to_hex(key)},
                     {"encryption_key", seal::age_recipient_text(keys->encryption.recipient())},
                     {"fingerprint", seal::fingerprint(key)},
                     {"fingerprint_words", seal::fingerprint_words(key)}});
    return {};
}

Result<void> write_request(const Configuration& configuration, std::filesystem::path out) {
    seal::SystemEntropy entropy;
    SystemClock clock;
    const auto keys = settle(configuration, entropy);
    if (!keys) return fail(keys.error());
    if (out.empty()) out = configuration.outbox() / (configuration.name + ".request.json");
    const auto request = make_request(configuration, *keys, clock, entropy);
    if (auto written = write_file(out, as_bytes(request)); !written) return written;
    print_line(json::Object{{"request", out.string()},
                            {"fingerprint", seal::fingerprint(keys->signing.public_key())}});
    return {};
}

Result<void> create_session(Configuration configuration, const SessionFiles& files) {
    auto foundation = Foundation::open(std::move(configuration));
    if (!foundation) return fail(std::move(foundation.error()));
    auto& base = **foundation;
    auto parcel = read_parcel(files, base.keys.encryption);
    if (!parcel) return fail(std::move(parcel.error()));
    NoAnnouncer nobody;
    room::Room room(base.journal, base.packs, base.ports(), nobody);
    if (auto opened = room.open(); !opened) return opened;
    const auto created =
        office::create_session(request_of(files, std::move(*parcel)), base.office_trust(),
                               base.packs, room, base.clock, base.entropy);
    if (!created) return fail(created.error());
    print_line(json::Object{{"session", room.find_locked(created->number)->id.hex()},
                            {"number", created->number},
                            {"access_code", created->access_code},
                            {"invigilator_password", created->invigilator_password},
                            {"lockdown", exam::word(files.lockdown)},
                            {"candidates", codes_view(created->personal_codes)}});
    return base.journal.close();
}

Result<void> add_staff(const Configuration& configuration, store::StaffMember member) {
    if (auto fit = check_member(member); !fit) return fit;
    store::Convenience convenience(configuration.convenience().string());
    convenience.add_staff(std::move(member));
    convenience.flush();
    if (!convenience.is_written())
        return fail(Error::environment("the list could not be written; stop the box first"));
    print_line(json::Object{{"staff", staff_view(convenience)}});
    return {};
}

Result<void> list_staff(const Configuration& configuration) {
    const store::Convenience convenience(configuration.convenience().string());
    print_line(json::Object{{"staff", staff_view(convenience)}});
    return {};
}

Result<void> print_office_code(const Configuration& configuration) {
    seal::SystemEntropy entropy;
    const auto key = settle(configuration, entropy);
    if (!key) return fail(key.error());
    const auto code = office::OfficeDoor::renew_code(configuration.office_code(), entropy);
    if (!code) return fail(code.error());
    print_line(json::Object{{"page", "/bureau"}, {"code", *code}});
    return {};
}

Result<void> serve(Configuration configuration) {
    auto box = Box::open(std::move(configuration));
    if (!box) return fail(std::move(box.error()));
    running_box = box->get();
    std::signal(SIGINT, stop_running_box);
    std::signal(SIGTERM, stop_running_box);
    std::signal(SIGPIPE, SIG_IGN);
    print_line(json::Object{{"listening", (*box)->port()}});
    return (*box)->run();
}

}  // namespace preau::app
