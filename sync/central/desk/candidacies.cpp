// SPDX-License-Identifier: Apache-2.0
#include "central/desk/candidacies.hpp"

#include "central/desk/pupils.hpp"
#include "exam/words.hpp"
#include "json/read.hpp"
#include "json/write.hpp"

namespace preau::central {

namespace {

constexpr char kAdd[] =
    "INSERT INTO candidacy (session, candidate, uai, account, person, last_name, first_name, "
    "birthdate, class, verification_code, started_at, clock, status, comment, pix_score, levels) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) "
    "ON CONFLICT (session, candidate) DO NOTHING";
constexpr std::string_view kSelect =
    "SELECT session, candidate, uai, account, last_name, first_name, birthdate, class, "
    "verification_code, started_at, clock, status, comment, pix_score, levels FROM candidacy "
    "WHERE ";

std::string levels_text(const std::map<std::string, int>& levels) {
    json::Object object;
    for (const auto& [competence, level] : levels) object.push_back({competence, level});
    return json::write(object);
}

Result<std::map<std::string, int>> read_levels(const std::string& text) {
    const auto value = json::read(text);
    if (!value) return fail(value.error());
    std::map<std::string, int> levels;
    if (value->object() == nullptr) return fail(Error::malformed("levels: no object"));
    for (const auto& [name, level] : *value->object()) {
        if (level.integer() == nullptr) return fail(Error::malformed("levels: " + name));
        levels[name] = static_cast<int>(*level.integer());
    }
    return levels;
}

Result<Scored> read_scored(const sql::Row& row) {
    const auto status = exam::from_word<exam::ResultStatus>(row.text(11));
    const auto comment = exam::from_word<exam::AutoComment>(row.text(12));
    if (!status || !comment) return fail(Error::malformed("candidacy: its status is none"));
    auto levels = read_levels(row.text(14));
    if (!levels) return fail(std::move(levels.error()));
    return Scored{{*status, *comment}, static_cast<int>(row.integer(13)), std::move(*levels)};
}

Result<KeptCandidacy> read_row(const sql::Row& row) {
    auto session = row.array<16>(0);
    if (!session) return fail(std::move(session.error()));
    auto scored = read_scored(row);
    if (!scored) return fail(std::move(scored.error()));
    const CandidateNumber number{static_cast<std::uint32_t>(row.integer(1))};
    KeptCandidacy kept{{{*session}, number}, row.text(2), {}};
    auto& candidacy = kept.candidacy;
    candidacy.number = number;
    candidacy.account = row.text(3);
    candidacy.identity = {row.text(4), row.text(5), row.text(6)};
    candidacy.group = row.text(7);
    candidacy.verification_code = row.text(8);
    candidacy.has_started = !row.is_null(9);
    if (candidacy.has_started) candidacy.started = {row.integer(9)};
    candidacy.quality = static_cast<ClockQuality>(row.integer(10));
    candidacy.scored = std::move(*scored);
    return kept;
}

}  // namespace

Result<void> Candidacies::add(const SessionId& session, std::string_view uai,
                              std::span<const Candidacy> candidacies) {
    for (const auto& c : candidacies) {
        const auto& decision = c.scored.decision;
        const auto started = c.has_started ? std::optional(c.started.ms) : std::nullopt;
        const auto added = database_.run(
            kAdd, session, c.number.value, uai, c.account, person_hash(c.identity),
            c.identity.last_name, c.identity.first_name, c.identity.birthdate, c.group,
            c.verification_code, started, static_cast<int>(c.quality), exam::word(decision.status),
            exam::word(decision.comment), c.scored.pix_score, levels_text(c.scored.levels));
        if (!added) return fail(Error(added.error()).with_context("keep a candidacy"));
    }
    return {};
}

template <class... Values>
Result<std::vector<KeptCandidacy>> Candidacies::find(std::string_view condition,
                                                     const Values&... values) {
    const auto sql = std::string(kSelect).append(condition).append(" ORDER BY session, candidate");
    const auto rows = database_.query(sql, values...);
    if (!rows) return fail(Error(rows.error()).with_context("find candidacies"));
    std::vector<KeptCandidacy> found;
    for (std::size_t i = 0; i < rows->size(); ++i) {
        auto kept = read_row((*rows)[i]);
        if (!kept) return fail(std::move(kept.error()));
        found.push_back(std::move(*kept));
    }
    return found;
}

Result<std::vector<KeptCandidacy>> Candidacies::of_session(const SessionId& session) {
    return find("session = $1", session);
}

Result<std::vector<KeptCandidacy>> Candidacies::of_school(std::string_view uai) {
    return find("uai = $1", uai);
}

Result<std::vector<KeptCandidacy>> Candidacies::with_code(std::string_view verification_code) {
    return find("verification_code = $1", verification_code);
}

Result<std::vector<KeptCandidacy>> Candidacies::of_pupil(const Pupil& pupil) {
    const auto person = person_hash(pupil.identity);
    if (pupil.account.empty())
        return find("account = '' AND uai = $1 AND person = $2", pupil.uai, person);
    return find("account = $1 OR (account = '' AND uai = $2 AND person = $3)", pupil.account,
                pupil.uai, person);
}

}  // namespace preau::central
