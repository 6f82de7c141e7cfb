// SPDX-License-Identifier: Apache-2.0
#include "support/small_room.hpp"

#include "seal/hash.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <iterator>

namespace preau::test {

namespace command = exam::command;

namespace {

constexpr std::string_view kNumber = "123456";
constexpr std::string_view kAccessCode = "BCDF23";

class Nobody : public room::Announcer {
    void announce(const room::LiveSession&, CandidateNumber) override {}
};

ByteArray<32> seed_of(std::uint8_t byte) {
    ByteArray<32> seed;
    seed.fill(byte);
    return seed;
}

exam::SessionSheet sheet_of(const pack::Pack& pack) {
    return {.number = std::string(kNumber),
            .site = "Lycée des Tilleuls",
            .room = "B12",
            .date = "2026-11-24",
            .time = "09:00",
            .examiner = "Mme Durand",
            .access_code = std::string(kAccessCode),
            .pack = pack.id,
            .version = pack.certification_version.name,
            .pack_hash = pack.hash};
}

void add_question(pack::Pack& pack, int index) {
    const auto name = std::to_string(index);
    const std::string id = "item" + name;
    pack.items.push_back({.id = id,
                          .competence = std::to_string(1 + index % 16),
                          .tube = "tube" + name,
                          .skill = "skill" + name,
                          .discriminant = 0.7 + 0.01 * (index % 60),
                          .difficulty = -3.0 + 0.065 * index});
    pack.keys.push_back({.kind = answers::Kind::qcu, .solutions = {"1"}});
    pack::Question question;
    question.item = id;
    question.french.instruction_html = "<p>Question " + name + "</p>";
    question.french.proposals_html = {"un", "deux", "trois", "quatre"};
    pack.questions.push_back(std::move(question));
}

}  // namespace

pack::Pack small_pack() {
    pack::Pack pack;
    pack.id = "small";
    pack.version = "1";
    pack.title = "Petit paquet";
    pack.hash = seal::sha256(as_bytes("the small pack of the tests"));
    auto& version = pack.certification_version;
    version.name = "test";
    version.mesh_intervals = {{0, -8, -1.4},  {1, -1.4, -0.519}, {2, -0.519, 0.6}, {3, 0.6, 1.5},
                              {4, 1.5, 2.25}, {5, 2.25, 3.1},    {6, 3.1, 4},      {7, 4, 8}};
    version.competence_intervals["1.1"] = {{0, -8, 0}, {1, 0, 2}, {2, 2, 8}};
    for (int index = 0; index < 96; ++index) add_question(pack, index);
    return pack;
}

exam::Identity pupil(std::uint32_t number) {
    const auto name = std::to_string(number);
    return {"Nom" + name, "Prénom" + name, "2008-01-01"};
}

Hash device(std::uint32_t number) {
    return seal::sha256(as_bytes("device" + std::to_string(number)));
}

CommandId command_id(std::uint32_t candidate, int question) {
    const auto hash =
        seal::sha256(as_bytes(std::to_string(candidate) + "/" + std::to_string(question)));
    CommandId id;
    std::copy_n(hash.begin(), id.bytes.size(), id.bytes.begin());
    return id;
}

SmallRoom::SmallRoom(SmallRoomOptions options)
    : pack_(small_pack()),
      vault_(pack_),
      entropy_(options.seed),
      key_(seal::SigningKey::from_seed(seed_of(0x11))),
      central_(seal::SigningKey::from_seed(seed_of(options.central_seed))),
      nobody_(std::make_unique<Nobody>()),
      announcer_(options.announcer != nullptr ? options.announcer : nobody_.get()) {
    if (options.change) options.change(pack_);
    authorisation_.session.bytes.fill(0x5a);
    authorisation_.number = kNumber;
    authorisation_.uai = "0750001A";
    authorisation_.campaign = "2026-2027";
    authorisation_.boxes = {"BOX-TEST"};
    authorisation_.not_before = clock_.wall_now();
    authorisation_.not_after = clock_.wall_now() + minutes(24 * 60);
    authorisation_.pack_id = pack_.id;
    authorisation_.pack_version = pack_.version;
    authorisation_.pack_hash = pack_.hash;
    authorisation_.roster_hash = seal::sha256(as_bytes("roster"));
    authorisation_.max_candidates = 512;
    if (options.authorise) options.authorise(authorisation_);
    open();

    command::OpenSession opening{sheet_of(pack_), {}};
    opening.sheet.lockdown = options.lockdown;
    for (std::uint32_t number = 1; number <= options.candidates; ++number)
        opening.roster.push_back(
            {.candidate = {number}, .identity = pupil(number), .group = "2nde 1"});
    std::ranges::copy(options.others, std::back_inserter(opening.roster));
    const store::SessionRow row{.id = authorisation_.session,
                                .number = authorisation_.number,
                                .authorisation = authorisation_text(),
                                .roster = "roster",
                                .password_hash = options.password_hash};
    REQUIRE(room_->create(row, std::move(opening)).has_value());
    unlock();
}

void SmallRoom::open() {
    auto journal = store::Journal::open(folder_.file("box.db"));
    REQUIRE(journal.has_value());
    journal_.emplace(std::move(*journal));
    room_.emplace(*journal_, vault_, room::LiveSession::Ports{box(), clock_, entropy_},
                  *announcer_);
    const auto opened = room_->open();
    if (!opened) FAIL(opened.error().message);
}

void SmallRoom::reopen() {
    reopen_locked();
    if (room_->find_locked(kNumber) != nullptr) unlock();
}

void SmallRoom::reopen_locked() {
    room_.reset();
    journal_.reset();
    open();
}

void SmallRoom::unlock() {
    const auto unlocked = room_->unlock(kNumber, kDayCode);
    if (!unlocked) FAIL(unlocked.error().detail);
    commit();
}

room::LiveSession& SmallRoom::session() { return *room_->find(kNumber); }

std::string SmallRoom::authorisation_text() const {
    return seal::sign_authorisation(authorisation_, central_);
}

record::ChainTrust SmallRoom::trust() const {
    return {.session = authorisation_.session,
            .authorisation = seal::sha256(as_bytes(seal::write_authorisation(authorisation_))),
            .boxes = {{"BOX-TEST", key_.public_key()}}};
}

void SmallRoom::commit() { REQUIRE(room_->commit().has_value()); }

std::vector<exam::Event> SmallRoom::does(const exam::Command& command) {
    auto decision = session().act(command);
    if (!decision) FAIL("refused: " << exam::code(decision.error()));
    commit();
    return std::move(*decision);
}

void SmallRoom::start(std::uint32_t candidate) {
    does(command::Join{pupil(candidate), device(candidate)});
    does(command::ConfirmPresence{{candidate}});
    does(command::StartTest{{candidate}, std::string(kAccessCode), 1000 + candidate});
}

command::AnswerQuestion SmallRoom::answer(std::uint32_t candidate, bool right) {
    const auto* asked = session().state().find({candidate})->current();
    REQUIRE(asked != nullptr);
    return {.candidate = {candidate},
            .number = asked->number,
            .item = asked->item,
            .value = right ? "1" : "2",
            .command = command_id(candidate, asked->number)};
}

void SmallRoom::finish(std::uint32_t candidate) {
    while (session().state().find({candidate})->phase == exam::Phase::in_progress)
        does(answer(candidate, session().state().find({candidate})->answers() % 3 != 0));
}

void SmallRoom::finalise() {
    command::Finalise finalise;
    for (const auto& [number, candidate] : session().state().candidates)
        if (exam::needs_abort_reason(candidate))
            finalise.abort_reasons[number] = exam::AbortReason::technical;
    does(finalise);
}

std::vector<record::Entry> SmallRoom::entries() {
    auto entries = journal_->load(authorisation_.session);
    REQUIRE(entries.has_value());
    return std::move(*entries);
}

}  // namespace preau::test
