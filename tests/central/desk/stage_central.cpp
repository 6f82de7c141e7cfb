// SPDX-License-Identifier: Apache-2.0
// Makes a platform's folder with something on every page of its desk, and prints who may log in.
#include "base/log.hpp"
#include "central/desk/access.hpp"
#include "central/desk/candidacies.hpp"
#include "central/desk/desk_commands.hpp"
#include "json/write.hpp"
#include "seal/certificate.hpp"

#include <fmt/core.h>

using namespace preau;

namespace {

constexpr Duration kDay = minutes(24 * 60);
const std::string kSchool = "0331234A";

/// Everything here is meant to work: what does not ends the program.
template <class T>
T must(Result<T> result) {
    if (result) {
        if constexpr (std::is_void_v<T>)
            return;
        else
            return std::move(*result);
    }
    log::error("stage.failed", {{"why", result.error().message}});
    std::exit(1);
}

ByteArray<32> filled(std::uint8_t byte) {
    ByteArray<32> bytes;
    bytes.fill(byte);
    return bytes;
}

central::Candidacy candidacy(std::uint32_t number, const char* last_name, const char* first_name,
                             int score) {
    central::Candidacy out;
    out.number = {number};
    out.identity = {last_name, first_name, "2010-05-01"};
    out.group = "3e B";
    out.account = "ACC-" + std::string(first_name);
    out.verification_code = "P-2346BCD" + std::string(1, "FGHJKMPQ"[number % 8]);
    out.has_started = true;
    out.quality = ClockQuality::ntp;
    out.scored = {{}, score, {{"1.1", 3}, {"2.1", 4}, {"5.2", 2}}};
    if (score == 0)
        out.scored.decision = {exam::ResultStatus::rejected, exam::AutoComment::lack_of_answers};
    return out;
}

void enrol(central::OpenedDesk& desk, const std::string& box, std::uint8_t seed) {
    const auto signing = seal::SigningKey::from_seed(filled(seed));
    const auto encryption = seal::EncryptionKey::from_secret(filled(seed));
    const auto request = seal::sign_request({.signing = signing.public_key(),
                                             .encryption = encryption.recipient(),
                                             .hardware = "0000-1111",
                                             .uai = kSchool,
                                             .software = "0.1.0",
                                             .created = desk.clock.wall_now(),
                                             .replaces = {}},
                                            signing);
    if (!desk.enrolment.enrol_by_hand(request, box)) std::exit(1);
}

struct Held {
    std::uint8_t id = 0;
    std::int64_t days_ago = 0;
    const char* to_confirm = "[]";
    int is_contested = 0;
    std::vector<central::Candidacy> candidacies{};
};

SessionId authorise(central::OpenedDesk& desk, std::uint8_t id, std::int64_t days_ago) {
    SessionId session;
    session.bytes.fill(id);
    const auto from = desk.clock.wall_now() + Duration{-days_ago * kDay.ms};
    must(desk.database->run(
        "INSERT INTO authorised_session (session, number, uai, campaign, centre, box, not_before, "
        "not_after, max_candidates, pack, made_at) VALUES ($1, $2, $3, '2027', "
        "'Collège des Tilleuls', 'BOX-7Q4M', $4, $5, 30, $6, $4)",
        session, std::to_string(123400 + id), kSchool, from.ms, (from + kDay).ms, filled(id)));
    return session;
}

SessionId hold(central::OpenedDesk& desk, Held held) {
    const auto session = authorise(desk, held.id, held.days_ago);
    const auto at = desk.clock.wall_now() + Duration{-held.days_ago * kDay.ms} + minutes(60);
    must(desk.database->run(
        "INSERT INTO exam_session (session, bundle, box, candidates, tree_size, tree_root, "
        "is_contested, to_confirm, accepted_at) VALUES ($1, $2, 'BOX-7Q4M', 3, 900, $2, $3, $4, "
        "$5)",
        session, filled(held.id), held.is_contested, held.to_confirm, at.ms));
    for (auto& one : held.candidacies) one.started = at;
    must(central::Candidacies(*desk.database).add(session, kSchool, held.candidacies));
    return session;
}

void set_aside(central::OpenedDesk& desk, std::uint8_t id, const char* code, const char* detail) {
    must(desk.database->run(
        "INSERT INTO bundle (sha256, bytes, received_at, session, box, sidecar, stored, state, "
        "code, detail, changed_at) VALUES ($1, 1000, $2, NULL, 'BOX-OLD', '', '', 'quarantined', "
        "$3, $4, $2)",
        filled(id), desk.clock.wall_now().ms, code, detail));
}

std::string give(central::OpenedDesk& desk, const std::string& person) {
    central::Access access(*desk.database, desk.clock, desk.entropy);
    return must(access.give(person, {central::Scope::jury, central::Scope::operations}, kDay));
}

void publish(central::OpenedDesk& desk, const SessionId& session) {
    if (!desk.jury.decide(
            {.session = session, .act = central::Act::publish, .by = "M. Bon", .why = {}}))
        std::exit(1);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const central::Workplace workplace{argv[1], ""};
    must(central::begin_platform(workplace, seal::Purpose::demo));
    const auto opened = must(central::OpenedDesk::open(workplace));
    auto& desk = *opened;
    enrol(desk, "BOX-7Q4M", 11);
    enrol(desk, "BOX-OLD", 12);
    must(desk.enrolment.revoke("BOX-OLD", desk.clock.wall_now(), "volé", "M. Bon"));
    const auto published = hold(
        desk, {.id = 1,
               .days_ago = 20,
               .candidacies = {candidacy(1, "Lune", "Ada", 431), candidacy(2, "Élan", "Noé", 0)}});
    publish(desk, published);
    const auto waiting =
        hold(desk, {.id = 2,
                    .days_ago = 3,
                    .to_confirm = R"([{"candidate":4,"what":"enrolled_late"},{"what":"window"}])",
                    .candidacies = {candidacy(3, "Dupré", "Noémie", 512),
                                    candidacy(4, "<b>O’Brien</b>", "Éva", 300),
                                    candidacy(5, "Lune", "Ada", 0)}});
    hold(desk, {.id = 3,
                .days_ago = 4,
                .is_contested = 1,
                .candidacies = {candidacy(6, "Ünal", "Tom", 200)}});
    authorise(desk, 4, 12);
    authorise(desk, 5, 0);
    set_aside(desk, 40, "box_revoked", "box BOX-OLD is revoked since yesterday");
    set_aside(desk, 41, "journal_refused", "record 312: its leaf is not that of its header");
    const json::Value said = json::Object{{"mme_arnaud", give(desk, "Mme Arnaud")},
                                          {"m_bon", give(desk, "M. Bon")},
                                          {"published", published.hex()},
                                          {"waiting", waiting.hex()},
                                          {"code", "P-2346BCDG"}};
    must(desk.database->close());
    fmt::print("{}\n", json::write(said));
    return 0;
}
