// SPDX-License-Identifier: Apache-2.0
#include "central/desk/operations.hpp"

#include <algorithm>

namespace preau::central {

namespace {

constexpr std::size_t kRowsMax = 300;
constexpr Duration kDay = minutes(24 * 60);
constexpr Duration kMissingAfter{7 * kDay.ms};

constexpr char kSeen[] = "SELECT seen_at, software FROM box_seen WHERE box = $1";
constexpr char kSessions[] =
    "SELECT a.session, a.number, a.uai, a.centre, a.box, a.not_after, s.is_contested "
    "FROM authorised_session a LEFT JOIN exam_session s ON s.session = a.session "
    "WHERE a.parent IS NULL OR s.session IS NOT NULL ORDER BY a.not_after DESC";
constexpr char kSent[] = "SELECT DISTINCT session FROM bundle WHERE session IS NOT NULL";
constexpr char kBeingSent[] = "SELECT DISTINCT session FROM upload";
constexpr char kQuarantine[] =
    "SELECT sha256, box, code, detail, received_at FROM bundle WHERE state = 'quarantined' "
    "ORDER BY received_at LIMIT 300";
constexpr char kReleasedBy[] =
    "SELECT person FROM quarantine_release WHERE sha256 = $1 ORDER BY made_at";
constexpr char kIsQuarantined[] =
    "SELECT sha256 FROM bundle WHERE sha256 = $1 AND state = 'quarantined'";
constexpr char kRelease[] =
    "INSERT INTO quarantine_release (sha256, person, why, made_at) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (sha256, person) DO NOTHING";
constexpr char kExamineAgain[] =
    "UPDATE bundle SET state = 'stored', code = 'released', detail = $2, changed_at = $3 "
    "WHERE sha256 = $1 AND state = 'quarantined'";
constexpr char kAcceptedSince[] = "SELECT count(session) FROM exam_session WHERE accepted_at > $1";
constexpr char kWaiting[] =
    "SELECT count(sha256) FROM bundle WHERE state IN ('stored', 'verifying', 'parked')";

SessionStanding standing_of(const sql::Row& row, bool has_come, WallTime now) {
    if (!row.is_null(6))
        return row.integer(6) != 0 ? SessionStanding::contested : SessionStanding::received;
    if (has_come) return SessionStanding::announced;
    return WallTime{row.integer(5)} + kMissingAfter < now ? SessionStanding::missing
                                                          : SessionStanding::authorised;
}

int urgency(SessionStanding standing) {
    switch (standing) {
        case SessionStanding::contested:
            return 0;
        case SessionStanding::missing:
            return 1;
        case SessionStanding::announced:
            return 2;
        case SessionStanding::authorised:
            return 3;
        case SessionStanding::received:
            return 4;
    }
    PREAU_UNREACHABLE();
}

json::Value time_or_null(const std::optional<WallTime>& time) {
    return time ? json::Value(to_iso8601(*time)) : json::Value{};
}

json::Object box_object(const BoxRow& box) {
    return {{"name", box.name},
            {"uai", box.uai},
            {"software", box.software},
            {"certified_until", to_iso8601(box.certified_until)},
            {"seen", time_or_null(box.seen)},
            {"revoked", box.revocation ? json::Value(box.revocation->reason) : json::Value{}}};
}

json::Object session_object(const SessionRow& session) {
    return {{"session", session.session.hex()},
            {"number", session.number},
            {"uai", session.uai},
            {"centre", session.centre},
            {"box", session.box},
            {"until", to_iso8601(session.until)},
            {"standing", word(session.standing)}};
}

json::Object quarantine_object(const QuarantineRow& row) {
    json::Array people(row.released_by.begin(), row.released_by.end());
    return {{"sha256", to_hex(row.sha256)},
            {"box", row.box},
            {"code", row.code},
            {"detail", row.detail},
            {"received", to_iso8601(row.received)},
            {"released_by", std::move(people)}};
}

template <class Rows, class Write>
json::Array array_of(const Rows& rows, Write write) {
    json::Array all;
    for (const auto& row : rows) all.push_back(write(row));
    return all;
}

}  // namespace

std::string_view word(SessionStanding standing) {
    switch (standing) {
        case SessionStanding::authorised:
            return "authorised";
        case SessionStanding::announced:
            return "announced";
        case SessionStanding::received:
            return "received";
        case SessionStanding::contested:
            return "contested";
        case SessionStanding::missing:
            return "missing";
    }
    PREAU_UNREACHABLE();
}

Result<std::vector<BoxRow>> Operations::boxes() {
    auto enrolled = enrolment_.all();
    if (!enrolled) return fail(std::move(enrolled.error()));
    std::vector<BoxRow> all;
    for (const auto& box : *enrolled) {
        const auto seen = database_.query(kSeen, box.name);
        if (!seen) return fail(seen.error());
        BoxRow row{.name = box.name,
                   .uai = box.uai,
                   .software = {},
                   .certified_until = box.certificate.not_after,
                   .seen = {},
                   .revocation = box.revocation};
        if (!seen->empty()) {
            row.seen = WallTime{(*seen)[0].integer(0)};
            row.software = (*seen)[0].text(1);
        }
        all.push_back(std::move(row));
    }
    return all;
}

Result<std::set<SessionId>> Operations::come() {
    std::set<SessionId> sessions;
    for (const auto* sql : {kSent, kBeingSent}) {
        const auto rows = database_.query(sql);
        if (!rows) return fail(rows.error());
        for (std::size_t i = 0; i < rows->size(); ++i) {
            const auto session = (*rows)[i].array<16>(0);
            if (!session) return fail(session.error());
            sessions.insert({*session});
        }
    }
    return sessions;
}

Result<void> Operations::add_sessions(Overview& out) {
    const auto rows = database_.query(kSessions);
    if (!rows) return fail(rows.error());
    const auto sent = come();
    if (!sent) return fail(sent.error());
    const auto now = clock_.wall_now();
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const auto row = (*rows)[i];
        const auto session = row.array<16>(0);
        if (!session) return fail(session.error());
        const auto standing = standing_of(row, sent->contains({*session}), now);
        ++out.standings[standing];
        out.sessions.push_back({{*session},
                                row.text(1),
                                row.text(2),
                                row.text(3),
                                row.text(4),
                                {row.integer(5)},
                                standing});
    }
    std::ranges::stable_sort(out.sessions, {},
                             [](const auto& row) { return urgency(row.standing); });
    if (out.sessions.size() > kRowsMax) out.sessions.resize(kRowsMax);
    return {};
}

Result<std::vector<std::string>> Operations::released_by(const Hash& bundle) {
    const auto rows = database_.query(kReleasedBy, bundle);
    if (!rows) return fail(rows.error());
    std::vector<std::string> people;
    for (std::size_t i = 0; i < rows->size(); ++i) people.push_back((*rows)[i].text(0));
    return people;
}

Result<std::vector<QuarantineRow>> Operations::quarantine() {
    const auto rows = database_.query(kQuarantine);
    if (!rows) return fail(rows.error());
    std::vector<QuarantineRow> all;
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const auto row = (*rows)[i];
        const auto sha256 = row.array<32>(0);
        if (!sha256) return fail(sha256.error());
        auto people = released_by(*sha256);
        if (!people) return fail(std::move(people.error()));
        all.push_back({*sha256,
                       row.is_null(1) ? std::string{} : row.text(1),
                       row.text(2),
                       row.text(3),
                       {row.integer(4)},
                       std::move(*people)});
    }
    return all;
}

Result<Throughput> Operations::throughput() {
    Throughput out;
    const auto now = clock_.wall_now();
    const auto count = [&](std::string_view sql, const auto&... values) -> std::int64_t {
        const auto rows = database_.query(sql, values...);
        return rows && !rows->empty() ? (*rows)[0].integer(0) : -1;
    };
    out.last_hour = count(kAcceptedSince, now.ms - minutes(60).ms);
    out.last_day = count(kAcceptedSince, now.ms - kDay.ms);
    out.last_week = count(kAcceptedSince, now.ms - 7 * kDay.ms);
    out.waiting = count(kWaiting);
    if (out.last_hour < 0 || out.last_day < 0 || out.last_week < 0 || out.waiting < 0)
        return fail(Error::environment("count what was accepted"));
    return out;
}

Result<Overview> Operations::overview() {
    Overview out;
    auto known = boxes();
    if (!known) return fail(std::move(known.error()));
    out.boxes = std::move(*known);
    if (auto added = add_sessions(out); !added) return fail(std::move(added.error()));
    auto aside = quarantine();
    if (!aside) return fail(std::move(aside.error()));
    out.quarantine = std::move(*aside);
    const auto numbers = throughput();
    if (!numbers) return fail(numbers.error());
    out.throughput = *numbers;
    return out;
}

Result<bool, NotReleased> Operations::release(const Hash& bundle, const std::string& person,
                                              const std::string& why) {
    if (why.empty()) return fail(NotReleased::why_missing);
    std::optional<NotReleased> refused;
    const auto done = sql::in_transaction(database_, [&]() -> Result<bool> {
        refused.reset();
        const auto rows =
            database_.query(std::string(kIsQuarantined).append(database_.for_update()), bundle);
        if (!rows) return fail(rows.error());
        if (rows->empty()) refused = NotReleased::unknown;
        if (refused) return fail(Error::malformed("no such bundle in quarantine"));
        const auto now = clock_.wall_now().ms;
        const auto added = database_.run(kRelease, bundle, person, why, now);
        if (!added) return fail(added.error());
        if (*added == 0) refused = NotReleased::same_person;
        if (refused) return fail(Error::malformed("asked by the same person"));
        const auto people = released_by(bundle);
        if (!people) return fail(people.error());
        if (people->size() < 2) return false;
        const auto detail = "released by " + people->front() + " and " + people->back();
        const auto changed = database_.run(kExamineAgain, bundle, detail, now);
        if (!changed) return fail(changed.error());
        return true;
    });
    if (done) return *done;
    return fail(refused.value_or(NotReleased::storage_failed));
}

json::Value to_json(const Overview& overview) {
    json::Object standings;
    for (const auto& [standing, count] : overview.standings)
        standings.push_back({std::string(word(standing)), count});
    const auto& throughput = overview.throughput;
    return json::Object{{"boxes", array_of(overview.boxes, box_object)},
                        {"standings", std::move(standings)},
                        {"sessions", array_of(overview.sessions, session_object)},
                        {"quarantine", array_of(overview.quarantine, quarantine_object)},
                        {"accepted", json::Object{{"last_hour", throughput.last_hour},
                                                  {"last_day", throughput.last_day},
                                                  {"last_week", throughput.last_week}}},
                        {"waiting", throughput.waiting}};
}

}  // namespace preau::central
