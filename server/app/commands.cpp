// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"

#include "app/box.hpp"
#include "base/file.hpp"
#include "exam/identity.hpp"
#include "exam/words.hpp"
#include "json/write.hpp"
#include "office/create_session.hpp"
#include "office/office_text.hpp"
#include "seal/authorisation.hpp"

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

Result<office::SessionRequest> request_of(const SessionFiles& files) {
    auto authorisation = read_text(files.authorisation);
    if (!authorisation) return fail(std::move(authorisation.error()));
    auto roster = read_text(files.roster);
    if (!roster) return fail(std::move(roster.error()));
    return office::SessionRequest{.authorisation = std::move(*authorisation),
                                  .roster = std::move(*roster),
                                  .site = files.site,
                                  .room = files.room,
                                  .date = files.date,
                                  .time = files.time,
                                  .examiner = files.examiner,
                                  .lockdown = files.lockdown};
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
    const auto key = settle(configuration, entropy);
    if (!key) return fail(key.error());
    print_line(json::Object{{"name", configuration.name}, {"key", to_hex(key->public_key())}});
    return {};
}

Result<void> create_session(Configuration configuration, const SessionFiles& files) {
    const auto request = request_of(files);
    if (!request) return fail(request.error());
    auto foundation = Foundation::open(std::move(configuration));
    if (!foundation) return fail(std::move(foundation.error()));
    auto& base = **foundation;
    NoAnnouncer nobody;
    room::Room room(base.journal, base.packs.source(), base.ports(), nobody);
    if (auto opened = room.open(); !opened) return opened;
    const auto created = office::create_session(
        *request, {base.configuration.central_session_key, base.configuration.name},
        base.packs.source(), room, base.clock, base.entropy);
    if (!created) return fail(created.error());
    print_line(json::Object{{"session", room.find(created->number)->row().id.hex()},
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
