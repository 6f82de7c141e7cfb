// SPDX-License-Identifier: Apache-2.0
#include "central/register.hpp"

#include "central/desk/intake.hpp"
#include "central/result_rows.hpp"
#include "central/schema.hpp"
#include "json/write.hpp"

#include <array>

namespace preau::central {

namespace {

constexpr char kEnrolBox[] = "INSERT INTO box (name, key, enrolled_at) VALUES ($1, $2, $3)";
constexpr char kAddAuthorisation[] =
    "INSERT INTO authorisation (session, number, envelope, roster, made_at) "
    "VALUES ($1, $2, $3, $4, $5)";
constexpr char kAuthorisation[] = "SELECT envelope FROM authorisation WHERE session = $1";
constexpr char kReceive[] =
    "INSERT INTO bundle (sha256, bytes, received_at, session, box, sidecar, stored, state, code, "
    "detail, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, 'stored', '', '', $3) "
    "ON CONFLICT (sha256) DO NOTHING";
constexpr char kClaim[] =
    "UPDATE bundle SET state = 'verifying', changed_at = $2 WHERE sha256 = $1 "
    "AND (state = 'stored' OR (state = 'verifying' AND changed_at < $3))";
constexpr char kUndecided[] =
    "SELECT sha256 FROM bundle WHERE state IN ('stored', 'verifying') "
    "AND changed_at < CASE WHEN state = 'stored' AND code <> '' THEN $1 ELSE $2 END "
    "ORDER BY changed_at LIMIT 10";
constexpr char kAddCheckpoint[] =
    "INSERT INTO checkpoint (session, size, root, note, seen_at) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT (session, size, root) DO NOTHING";
constexpr char kCheckpoints[] =
    "SELECT size, root FROM checkpoint WHERE session = $1 ORDER BY size";
constexpr char kIdentify[] = "UPDATE bundle SET session = $2, box = $3 WHERE sha256 = $1";
constexpr char kConclude[] =
    "UPDATE bundle SET state = $2, code = $3, detail = $4, changed_at = $5 "
    "WHERE sha256 = $1 AND state <> 'accepted'";
constexpr char kBundle[] =
    "SELECT state, code, detail, coalesce(box, ''), stored, changed_at, session FROM bundle "
    "WHERE sha256 = $1";
constexpr char kReceipt[] = "SELECT note FROM receipt WHERE session = $1";
constexpr char kBefore[] = "SELECT session, coalesce(box, ''), code FROM bundle WHERE sha256 = $1";
constexpr char kLog[] = "INSERT INTO ingest_log (id, line) VALUES ($1, $2)";
constexpr char kLogWaits[] = "INSERT INTO ingest_log_waiting (id) VALUES ($1)";
constexpr char kAccepted[] =
    "SELECT tree_size, tree_root, note FROM exam_session "
    "JOIN receipt ON receipt.session = exam_session.session WHERE exam_session.session = $1";
constexpr char kAddSession[] =
    "INSERT INTO exam_session (session, bundle, box, candidates, tree_size, tree_root, "
    "is_contested, to_confirm, accepted_at) VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8) "
    "ON CONFLICT (session) DO NOTHING";
constexpr char kAddReceipt[] = "INSERT INTO receipt (session, note, issued_at) VALUES ($1, $2, $3)";
constexpr char kLeaves[] = "SELECT leaf FROM event WHERE session = $1 ORDER BY seq";
constexpr char kAddFork[] =
    "INSERT INTO fork_evidence (session, bundle, seq, kept, other, seen_at) "
    "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (session, bundle) DO NOTHING";
constexpr char kContest[] = "UPDATE exam_session SET is_contested = 1 WHERE session = $1";

// No bundle takes that long: who was at it is gone. Should it not be, the keys of the tables let
// one of the two write.
constexpr Duration kGivenUpAfter = seconds(15);
constexpr Duration kTriedAgainAfter = minutes(1);

struct StateWord {
    State state;
    std::string_view text;
};
constexpr std::array kStates = {
    StateWord{State::stored, "stored"},       StateWord{State::verifying, "verifying"},
    StateWord{State::parked, "parked"},       StateWord{State::accepted, "accepted"},
    StateWord{State::duplicate, "duplicate"}, StateWord{State::quarantined, "quarantined"},
    StateWord{State::rejected, "rejected"},   StateWord{State::contested, "contested"},
};

Result<std::optional<std::string>> first_text(const Result<sql::Rows>& rows) {
    if (!rows) return fail(rows.error());
    if (rows->empty()) return std::optional<std::string>();
    return std::optional((*rows)[0].text(0));
}

Result<std::vector<Hash>> hashes(const Result<sql::Rows>& rows) {
    if (!rows) return fail(rows.error());
    std::vector<Hash> all;
    for (std::size_t i = 0; i < rows->size(); ++i) {
        auto hash = (*rows)[i].array<32>(0);
        if (!hash) return fail(std::move(hash.error()));
        all.push_back(*hash);
    }
    return all;
}

template <class T>
Result<T> told(Result<T> result, std::string_view intent) {
    if (result) return result;
    return fail(std::move(result.error()).with_context(intent));
}

Result<void> only_done(const Result<std::int64_t>& ran, std::string_view intent) {
    if (!ran) return fail(Error(ran.error()).with_context(intent));
    return {};
}

}  // namespace

std::string_view word(State state) {
    for (const auto& known : kStates)
        if (known.state == state) return known.text;
    PREAU_UNREACHABLE();
}

std::optional<State> state_from_word(std::string_view text) {
    for (const auto& known : kStates)
        if (known.text == text) return known.state;
    return std::nullopt;
}

Result<Register> Register::open(const std::string& url, Entropy& entropy) {
    auto connection = sql::open(url, central_schema());
    if (!connection) return fail(std::move(connection.error()));
    return Register(std::move(*connection), entropy);
}

Result<void> Register::enrol_box(std::string_view name, const seal::PublicKey& key, WallTime at) {
    return only_done(connection_->run(kEnrolBox, name, key, at.ms), "enrol a box");
}

Result<std::optional<seal::PublicKey>> Register::box_key(std::string_view name) {
    const auto known = box(name);
    if (!known) return fail(known.error());
    if (!*known) return std::optional<seal::PublicKey>();
    return std::optional((*known)->keys.front());
}

Result<std::optional<KnownBox>> Register::box(std::string_view name) {
    return known_box(*connection_, name);
}

Result<void> Register::add_authorisation(const seal::Authorisation& authorisation,
                                         std::string_view envelope, ByteView roster, WallTime at) {
    return only_done(connection_->run(kAddAuthorisation, authorisation.session,
                                      authorisation.number, envelope, roster, at.ms),
                     "keep an authorisation");
}

Result<std::optional<std::string>> Register::authorisation(const SessionId& session) {
    return told(first_text(connection_->query(kAuthorisation, session)), "find an authorisation");
}

Result<void> Register::receive(const Received& received) {
    return only_done(
        connection_->run(kReceive, received.sha256, received.bytes, received.at.ms,
                         received.session, received.box, received.sidecar, received.stored),
        "note a bundle");
}

Result<bool> Register::claim(const Hash& bundle, WallTime now) {
    const auto claimed =
        connection_->run(kClaim, bundle, now.ms, (now + (Duration{} - kGivenUpAfter)).ms);
    if (!claimed) return fail(Error(claimed.error()).with_context("claim a bundle"));
    return *claimed == 1;
}

Result<std::vector<Hash>> Register::left_undecided(WallTime now) {
    return told(hashes(connection_->query(kUndecided, (now + (Duration{} - kTriedAgainAfter)).ms,
                                          (now + (Duration{} - kGivenUpAfter)).ms)),
                "find what is undecided");
}

Result<void> Register::keep_checkpoint(const SessionId& session, const seal::TreeHead& tree,
                                       std::string_view note, WallTime at) {
    return only_done(connection_->run(kAddCheckpoint, session, tree.size, tree.root, note, at.ms),
                     "keep a checkpoint");
}

Result<std::vector<seal::TreeHead>> Register::checkpoints(const SessionId& session) {
    const auto rows = told(connection_->query(kCheckpoints, session), "find checkpoints");
    if (!rows) return fail(rows.error());
    std::vector<seal::TreeHead> heads;
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const auto root = (*rows)[i].array<32>(1);
        if (!root) return fail(root.error());
        heads.push_back({static_cast<std::uint64_t>((*rows)[i].integer(0)), *root});
    }
    return heads;
}

Result<void> Register::identify(const Hash& bundle, const SessionId& session,
                                std::string_view box) {
    return only_done(connection_->run(kIdentify, bundle, session, box), "identify a bundle");
}

Result<void> Register::conclude(const Conclusion& conclusion) {
    return told(sql::in_transaction(*connection_, [&] { return write(conclusion); }),
                "conclude on a bundle");
}

Result<void> Register::write(const Conclusion& conclusion) {
    const auto before = connection_->query(kBefore, conclusion.bundle);
    if (!before) return fail(before.error());
    const auto set = connection_->run(kConclude, conclusion.bundle, word(conclusion.state),
                                      conclusion.code, conclusion.detail, conclusion.at.ms);
    if (!set) return fail(set.error());
    // The same found again, as for a pack that is still missing, is no new decision.
    if (*set == 0 || (*before)[0].text(2) == conclusion.code) return {};
    return write_line(conclusion, (*before)[0]);
}

Result<void> Register::write_line(const Conclusion& conclusion, sql::Row row) {
    const auto line =
        json::write(json::Object{{"at", conclusion.at.ms},
                                 {"sha256", to_hex(conclusion.bundle)},
                                 {"session", row.is_null(0) ? "" : to_hex(row.blob(0))},
                                 {"box", row.text(1)},
                                 {"state", word(conclusion.state)},
                                 {"code", conclusion.code},
                                 {"detail", conclusion.detail}});
    ByteArray<16> id;
    entropy_->fill(id);
    if (auto added = connection_->run(kLog, id, line); !added) return fail(added.error());
    if (auto waits = connection_->run(kLogWaits, id); !waits) return fail(waits.error());
    return {};
}

Result<std::optional<KnownBundle>> Register::bundle(const Hash& sha256) {
    const auto rows = told(connection_->query(kBundle, sha256), "find a bundle");
    if (!rows) return fail(rows.error());
    if (rows->empty()) return std::optional<KnownBundle>();
    const auto row = (*rows)[0];
    const auto state = state_from_word(row.text(0));
    PREAU_CHECK(state.has_value());  // the table allows no other
    KnownBundle known{*state,      row.text(1), row.text(2),     row.text(3),
                      row.text(4), {},          {row.integer(5)}};
    if (known.state == State::accepted || known.state == State::duplicate) {
        auto receipt =
            told(first_text(connection_->query(kReceipt, row.blob(6))), "find a receipt");
        if (!receipt) return fail(std::move(receipt.error()));
        known.receipt = receipt->value_or("");
    }
    return std::optional(std::move(known));
}

Result<std::optional<Accepted>> Register::accepted(const SessionId& session) {
    const auto rows = told(connection_->query(kAccepted, session), "find a session");
    if (!rows) return fail(rows.error());
    if (rows->empty()) return std::optional<Accepted>();
    const auto row = (*rows)[0];
    const auto root = row.array<32>(1);
    if (!root) return fail(root.error());
    return std::optional(
        Accepted{{static_cast<std::uint64_t>(row.integer(0)), *root}, row.text(2)});
}

Result<std::optional<std::string>> Register::receipt_of(const Hash& bundle) {
    const auto known = this->bundle(bundle);
    if (!known) return fail(known.error());
    if (!*known || (*known)->receipt.empty()) return std::optional<std::string>();
    return std::optional((*known)->receipt);
}

Result<Accepted> Register::accept(const Acceptance& acceptance) {
    bool is_ours = false;
    auto written = sql::in_transaction(*connection_, [&]() -> Result<void> {
        const auto added = add_session(acceptance);
        if (!added) return fail(added.error());
        is_ours = *added == 1;
        if (!is_ours) return {};
        if (auto done = write_events(acceptance); !done) return done;
        if (auto done = write_results(acceptance); !done) return done;
        if (auto done = keep_candidacies(*connection_, acceptance.session, acceptance.sealed);
            !done)
            return done;
        if (auto done = connection_->run(kAddReceipt, acceptance.session, acceptance.receipt,
                                         acceptance.at.ms);
            !done)
            return fail(done.error());
        return write({acceptance.bundle, State::accepted, "accepted", "", acceptance.at});
    });
    if (!written) return fail(std::move(written.error()).with_context("accept a session"));
    if (is_ours) return Accepted{acceptance.tree, acceptance.receipt};
    auto other = accepted(acceptance.session);
    if (!other) return fail(std::move(other.error()));
    PREAU_CHECK(other->has_value());  // its transaction has ended, or ours would still wait
    return std::move(**other);
}

Result<std::int64_t> Register::add_session(const Acceptance& acceptance) {
    return connection_->run(kAddSession, acceptance.session, acceptance.bundle, acceptance.box,
                            acceptance.sealed.session.candidates.size(), acceptance.tree.size,
                            acceptance.tree.root, to_confirm_of(acceptance.sealed),
                            acceptance.at.ms);
}

Result<void> Register::write_events(const Acceptance& acceptance) {
    constexpr std::string_view kColumns[] = {"session", "seq", "header", "leaf", "salt", "payload"};
    const auto& entries = acceptance.sealed.entries;
    return connection_->copy("event", kColumns, entries.size(),
                             [&](std::size_t row, std::span<sql::Value> values) {
                                 const auto& entry = entries[row];
                                 values[0] = sql::to_value(acceptance.session);
                                 values[1] = sql::to_value(row);
                                 values[2] = sql::to_value(entry.header);
                                 values[3] = sql::to_value(entry.leaf);
                                 values[4] = sql::to_value(entry.salt);
                                 values[5] = sql::to_value(entry.payload);
                             });
}

Result<void> Register::write_results(const Acceptance& acceptance) {
    constexpr std::string_view kColumns[] = {"session",    "candidate", "status",
                                             "comment",    "pix_score", "capacity",
                                             "error_rate", "degraded",  "levels"};
    const auto rows = result_rows(acceptance.sealed.session.results);
    return connection_->copy("result", kColumns, rows.size(),
                             [&](std::size_t at, std::span<sql::Value> values) {
                                 const auto& row = rows[at];
                                 values[0] = sql::to_value(acceptance.session);
                                 values[1] = row.candidate;
                                 values[2] = row.status;
                                 values[3] = row.comment;
                                 values[4] = row.pix_score;
                                 values[5] = row.capacity;
                                 values[6] = row.error_rate;
                                 values[7] = row.degraded;
                                 values[8] = row.levels;
                             });
}

Result<std::vector<Hash>> Register::leaves(const SessionId& session) {
    return told(hashes(connection_->query(kLeaves, session)), "read the leaves of a session");
}

Result<void> Register::keep_evidence(const Fork& fork, WallTime at) {
    return told(
        sql::in_transaction(*connection_,
                            [&]() -> Result<void> {
                                if (auto kept = connection_->run(kAddFork, fork.session,
                                                                 fork.bundle, fork.sequence,
                                                                 fork.kept, fork.other, at.ms);
                                    !kept)
                                    return fail(kept.error());
                                if (auto marked = connection_->run(kContest, fork.session); !marked)
                                    return fail(marked.error());
                                return {};
                            }),
        "keep the evidence of a fork");
}

}  // namespace preau::central
