// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/desk/enrolment.hpp"
#include "json/value.hpp"

#include <set>

namespace preau::central {

struct BoxRow {
    std::string name, uai, software;
    WallTime certified_until;
    std::optional<WallTime> seen;
    std::optional<seal::Revocation> revocation;
};

/// Where an authorised session stands.
enum class SessionStanding {
    authorised,  ///< nothing came yet, and nothing is late
    announced,   ///< bytes of it came, it is not accepted
    received,    ///< accepted
    contested,   ///< two journals of it came
    missing,     ///< its window ended a week ago, and nothing of it was accepted
};
std::string_view word(SessionStanding standing);

struct SessionRow {
    SessionId session;
    std::string number, uai, centre, box;
    WallTime until;
    SessionStanding standing = SessionStanding::authorised;
};

struct QuarantineRow {
    Hash sha256{};
    std::string box, code, detail;
    WallTime received;
    std::vector<std::string> released_by;  ///< one person so far, or nobody
};

struct Throughput {
    std::int64_t last_hour = 0, last_day = 0, last_week = 0;  ///< sessions accepted
    std::int64_t waiting = 0;                                 ///< bundles not judged yet
};

/// What the operations page shows, at most a few hundred rows of each.
struct Overview {
    std::vector<BoxRow> boxes;
    std::map<SessionStanding, std::int64_t> standings;
    std::vector<SessionRow> sessions;  ///< those that need a look first
    std::vector<QuarantineRow> quarantine;
    Throughput throughput;
};

/// Why a bundle was not let out of the quarantine.
enum class NotReleased { unknown, same_person, why_missing, storage_failed };

/// How the platform does. One thread.
class Operations {
  public:
    Operations(sql::Connection& database, Enrolment& enrolment, Clock& clock)
        : database_(database), enrolment_(enrolment), clock_(clock) {}

    Result<Overview> overview();

    /// One person asks that the bundle be examined again; a second one makes it so. True when it
    /// was the second.
    Result<bool, NotReleased> release(const Hash& bundle, const std::string& person,
                                      const std::string& why);

  private:
    Result<std::vector<BoxRow>> boxes();
    /// The sessions of which some bytes have come.
    Result<std::set<SessionId>> come();
    Result<void> add_sessions(Overview& out);
    Result<std::vector<QuarantineRow>> quarantine();
    Result<std::vector<std::string>> released_by(const Hash& bundle);
    Result<Throughput> throughput();

    sql::Connection& database_;
    Enrolment& enrolment_;
    Clock& clock_;
};

json::Value to_json(const Overview& overview);

}  // namespace preau::central
