// SPDX-License-Identifier: Apache-2.0
#include "sim/stage.hpp"

#include "seal/hash.hpp"
#include "support/small_room.hpp"

#include <fmt/format.h>

namespace preau::sim {

namespace {

seal::SigningKey key_of(std::uint8_t byte) {
    ByteArray<32> seed;
    seed.fill(byte);
    return seal::SigningKey::from_seed(seed);
}

/// Gives a question of the small pack a kind and a conduct. The right values are those that the
/// candidates of the simulation know (candidate.cpp).
void shape(pack::Question& question, answers::Key& key, std::size_t index) {
    using answers::Kind;
    constexpr std::array kKinds = {Kind::qcu,       Kind::qcm,      Kind::qroc,    Kind::qrocm_ind,
                                   Kind::qrocm_dep, Kind::ordering, Kind::matching};
    const std::vector<pack::Field> fields = {{"a", answers::Format::text, {}},
                                             {"b", answers::Format::select, {"oui", "non"}}};
    question.kind = key.kind = kKinds.at(index % kKinds.size());
    question.timer_seconds = index % 5 == 1 ? 20 : 0;
    question.focus = index % 5 == 2 || index % 10 == 6;
    if (key.kind == Kind::qcm) key.solutions = {"1,3"};
    if (key.kind == Kind::ordering) key.solutions = {"2,1,4,3"};
    if (key.kind == Kind::matching) key.solutions = {"1,2,1,3"};
    if (key.kind == Kind::matching) question.french.targets_html = {"rouge", "vert", "bleu"};
    if (key.kind == Kind::qcu || key.kind == Kind::qcm || key.kind == Kind::ordering ||
        key.kind == Kind::matching)
        return;
    question.french.proposals_html.clear();
    key.solutions = {"préau"};
    if (key.kind == Kind::qroc) return;
    question.fields = fields;
    question.french.labels_html = {"Premier", "Second"};
    key.solutions.clear();
    key.fields = {{"a", answers::Format::text, {"préau"}}, {"b", answers::Format::select, {"oui"}}};
    key.groups = {{"préau"}, {"oui"}, {"cour"}};
}

/// The tests' small pack, with every kind of question.
pack::Pack make_pack(const Plan& plan) {
    auto pack = test::small_pack();
    auto& version = pack.certification_version;
    version.deadline_policy = plan.deadline_policy;
    version.assessment_duration_minutes = plan.assessment_minutes;
    version.algorithm = plan.algorithm;
    version.competence_intervals["2"] = version.competence_intervals["1.1"];
    for (std::size_t i = 0; i < pack.keys.size(); ++i) shape(pack.questions[i], pack.keys[i], i);
    return pack;
}

std::string make_roster(const Stage& stage, std::uint32_t candidates) {
    std::string csv = "Nom de naissance;Prénom;Date de naissance;Temps majoré\n";
    for (std::uint32_t number = 1; number <= candidates; ++number) {
        const auto pupil = stage.pupil(number);
        csv += fmt::format("{};{};01/01/2008;{}\n", pupil.last_name, pupil.first_name,
                           number % 5 == 0 ? "33" : "");
    }
    return csv;
}

}  // namespace

Stage::Stage(const Plan& plan, WallTime now)
    : pack(make_pack(plan)),
      box_key(key_of(0x11)),
      central_key(key_of(0x33)),
      recipient_key(seal::EncryptionKey::from_secret(ByteArray<32>{0x44})),
      roster(make_roster(*this, plan.candidates)) {
    authorisation.session.bytes.fill(0x51);
    authorisation.number = "240117";
    authorisation.uai = "0750001A";
    authorisation.campaign = "2026-2027";
    authorisation.boxes = {box().name};
    authorisation.not_before = now;
    authorisation.not_after = now + minutes(24 * 60);
    authorisation.pack_id = pack.id;
    authorisation.pack_version = pack.version;
    authorisation.pack_hash = pack.hash;
    authorisation.roster_hash = seal::sha256(as_bytes(roster));
    authorisation.max_candidates = plan.candidates;
}

record::ChainTrust Stage::trust() const {
    return {.session = authorisation.session,
            .authorisation = seal::sha256(as_bytes(seal::write_authorisation(authorisation))),
            .boxes = {{box().name, box_key.public_key()}}};
}

office::SessionRequest Stage::request() const {
    return {.authorisation = seal::sign_authorisation(authorisation, central_key),
            .roster = roster,
            .site = "Lycée des Tilleuls",
            .room = "B12",
            .date = "2026-11-24",
            .time = "09:00",
            .examiner = "Mme Durand"};
}

office::SessionTrust Stage::office_trust() const {
    office::SessionTrust trust{.root = {}, .timestamp = {}, .box = box().name, .software = "0.1.0"};
    trust.root.roles[seal::Role::session] = {{central_key.public_key()}, 1};
    return trust;
}

exam::Identity Stage::pupil(std::uint32_t number) const { return test::pupil(number); }

}  // namespace preau::sim
