// SPDX-License-Identifier: Apache-2.0
#include "central/register.hpp"

#include "base/check.hpp"
#include "central/schema.hpp"
#include "exam/words.hpp"
#include "json/write.hpp"
#include "sqlite/transaction.hpp"

#include <fmt/format.h>

namespace preau::central {

namespace {

constexpr char kEnrolBox[] = "INSERT INTO box (name, key, enrolled_at) VALUES (?, ?, ?)";
constexpr char kBoxKey[] = "SELECT key FROM box WHERE name = ?";
constexpr char kAddAuthorisation[] =
    "INSERT INTO authorisation (session, number, envelope, roster, made_at) VALUES (?, ?, ?, ?, ?)";
constexpr char kAuthorisation[] = "SELECT envelope FROM authorisation WHERE session = ?";
constexpr char kReceive[] =
    "INSERT INTO bundle (sha256, bytes, received_at, verdict, code, detail) "
    "VALUES (?, ?, ?, 'received', '', '') ON CONFLICT (sha256) DO NOTHING";
constexpr char kIdentify[] = "UPDATE bundle SET session = ?, box = ? WHERE sha256 = ?";
constexpr char kConclude[] = "UPDATE bundle SET verdict = ?, code = ?, detail = ? WHERE sha256 = ?";
constexpr char kLog[] = "INSERT INTO ingest_log (at, sha256, code, detail) VALUES (?, ?, ?, ?)";
constexpr char kAccepted[] =
    "SELECT tree_size, tree_root, note FROM exam_session JOIN receipt USING (session) "
    "WHERE session = ?";
constexpr char kReceiptOf[] =
    "SELECT note FROM bundle JOIN receipt USING (session) "
    "WHERE sha256 = ? AND verdict IN ('accepted', 'duplicate')";
constexpr char kAddSession[] =
    "INSERT INTO exam_session (session, bundle, candidates, tree_size, tree_root, accepted_at) "
    "VALUES (?, ?, ?, ?, ?, ?)";
constexpr char kAddEvent[] =
    "INSERT INTO event (session, seq, header, leaf, salt, payload) VALUES (?, ?, ?, ?, ?, ?)";
constexpr char kAddResult[] =
    "INSERT INTO result (session, candidate, status, comment, pix_score, capacity, error_rate, "
    "degraded, levels) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char kAddReceipt[] = "INSERT INTO receipt (session, note, issued_at) VALUES (?, ?, ?)";

/// {"1.1":3}; {"1.1":[3,2,4]} where the engine knows between which levels it lies.
std::string levels_of(const exam::CertificationResult& result) {
    json::Object levels;
    for (const auto& [competence, level] : result.levels) {
        const auto range = result.level_ranges.find(competence);
        if (range == result.level_ranges.end())
            levels.push_back({competence, level});
        else
            levels.push_back(
                {competence, json::Array{level, range->second.low, range->second.high}});
    }
    return json::write(levels);
}

}  // namespace

std::string_view word(Verdict verdict) {
    switch (verdict) {
        case Verdict::accepted:
            return "accepted";
        case Verdict::duplicate:
            return "duplicate";
        case Verdict::contested:
            return "contested";
        case Verdict::refused:
            return "refused";
    }
    PREAU_UNREACHABLE();
}

Result<Register> Register::open(const std::filesystem::path& data) {
    auto database = sqlite::Database::open((data / "central.db").string(), central_schema());
    if (!database) return fail(std::move(database.error()));
    return Register(std::move(*database));
}

template <class Work>
auto Register::guarded(std::string_view intent, Work work) -> decltype(work(*this)) {
    if (failed_)
        return fail(Error::environment(fmt::format(
            "{}: the register stopped at an earlier failure; start the program again", intent)));
    auto result = work(*this);
    if (result) return result;
    failed_ = result.error().kind == ErrorKind::environment;
    return fail(std::move(result.error()).with_context(intent));
}

template <class... Values>
Result<void> Register::run(std::string_view sql, const Values&... values) {
    auto statement = database_.connection().prepare(sql);
    if (!statement) return fail(std::move(statement.error()));
    return statement->run(values...);
}

template <class... Values>
Result<std::optional<Bytes>> Register::find(std::string_view sql, const Values&... values) {
    auto statement = database_.connection().prepare(sql);
    if (!statement) return fail(std::move(statement.error()));
    const auto row = statement->bind(values...).next();
    if (!row) return fail(row.error());
    if (!*row) return std::optional<Bytes>();
    return std::optional(to_bytes(statement->blob(0)));
}

Result<void> Register::enrol_box(std::string_view name, const seal::PublicKey& key, WallTime at) {
    return guarded("enrol a box",
                   [&](auto& self) { return self.run(kEnrolBox, name, key, at.ms); });
}

Result<std::optional<seal::PublicKey>> Register::box_key(std::string_view name) {
    return guarded("find a box", [&](auto& self) -> Result<std::optional<seal::PublicKey>> {
        const auto found = self.find(kBoxKey, name);
        if (!found) return fail(found.error());
        if (!*found) return std::optional<seal::PublicKey>();
        auto key = to_array<32>(**found);
        if (!key) return fail(std::move(key.error()));
        return std::optional(*key);
    });
}

Result<void> Register::add_authorisation(const seal::Authorisation& authorisation,
                                         std::string_view envelope, ByteView roster, WallTime at) {
    return guarded("keep an authorisation", [&](auto& self) {
        return self.run(kAddAuthorisation, authorisation.session.bytes, authorisation.number,
                        envelope, roster, at.ms);
    });
}

namespace {

Result<std::optional<std::string>> as_optional_text(Result<std::optional<Bytes>> found) {
    if (!found) return fail(std::move(found.error()));
    if (!*found) return std::optional<std::string>();
    return std::optional(std::string(as_text(**found)));
}

}  // namespace

Result<std::optional<std::string>> Register::authorisation(const SessionId& session) {
    return guarded("find an authorisation", [&](auto& self) {
        return as_optional_text(self.find(kAuthorisation, session.bytes));
    });
}

Result<void> Register::receive(const Hash& bundle, std::size_t bytes, WallTime at) {
    return guarded("note a bundle", [&](auto& self) {
        return self.run(kReceive, bundle, static_cast<std::int64_t>(bytes), at.ms);
    });
}

Result<void> Register::identify(const Hash& bundle, const SessionId& session,
                                std::string_view box) {
    return guarded("identify a bundle",
                   [&](auto& self) { return self.run(kIdentify, session.bytes, box, bundle); });
}

Result<void> Register::conclude(const Conclusion& conclusion) {
    return guarded("conclude on a bundle", [&](auto& self) -> Result<void> {
        auto transaction = sqlite::Transaction::begin(self.database_.connection());
        if (!transaction) return fail(std::move(transaction.error()));
        if (auto written = self.write(conclusion); !written) return written;
        return transaction->commit();
    });
}

Result<void> Register::write(const Conclusion& conclusion) {
    if (auto set = run(kConclude, word(conclusion.verdict), conclusion.code, conclusion.detail,
                       conclusion.bundle);
        !set)
        return set;
    return run(kLog, conclusion.at.ms, conclusion.bundle, conclusion.code, conclusion.detail);
}

Result<std::optional<Accepted>> Register::accepted(const SessionId& session) {
    return guarded("find a session", [&](auto& self) -> Result<std::optional<Accepted>> {
        auto query = self.database_.connection().prepare(kAccepted);
        if (!query) return fail(std::move(query.error()));
        const auto row = query->bind(session.bytes).next();
        if (!row) return fail(row.error());
        if (!*row) return std::optional<Accepted>();
        const auto root = to_array<32>(query->blob(1));
        if (!root) return fail(root.error());
        return std::optional(
            Accepted{{static_cast<std::uint64_t>(query->integer(0)), *root}, query->text(2)});
    });
}

Result<std::optional<std::string>> Register::receipt_of(const Hash& bundle) {
    return guarded("find a receipt",
                   [&](auto& self) { return as_optional_text(self.find(kReceiptOf, bundle)); });
}

Result<void> Register::accept(const Acceptance& a) {
    return guarded("accept a session", [&](auto& self) -> Result<void> {
        auto transaction = sqlite::Transaction::begin(self.database_.connection());
        if (!transaction) return fail(std::move(transaction.error()));
        const auto candidates = static_cast<std::int64_t>(a.sealed.session.candidates.size());
        const auto size = static_cast<std::int64_t>(a.tree.size);
        if (auto added = self.run(kAddSession, a.session.bytes, a.bundle, candidates, size,
                                  a.tree.root, a.at.ms);
            !added)
            return added;
        if (auto written = self.write_events(a); !written) return written;
        if (auto written = self.write_results(a); !written) return written;
        if (auto added = self.run(kAddReceipt, a.session.bytes, a.receipt, a.at.ms); !added)
            return added;
        if (auto written = self.write({a.bundle, Verdict::accepted, "accepted", "", a.at});
            !written)
            return written;
        return transaction->commit();
    });
}

Result<void> Register::write_events(const Acceptance& acceptance) {
    auto add = database_.connection().prepare(kAddEvent);
    if (!add) return fail(std::move(add.error()));
    std::int64_t seq = 0;
    for (const auto& entry : acceptance.sealed.entries)
        if (auto added = add->run(acceptance.session.bytes, seq++, entry.header, entry.leaf,
                                  entry.salt, entry.payload);
            !added)
            return added;
    return {};
}

Result<void> Register::write_results(const Acceptance& acceptance) {
    auto add = database_.connection().prepare(kAddResult);
    if (!add) return fail(std::move(add.error()));
    for (const auto& [candidate, result] : acceptance.sealed.session.results)
        if (auto added =
                add->run(acceptance.session.bytes, std::int64_t{candidate.value},
                         exam::word(result.decision.status), exam::word(result.decision.comment),
                         std::int64_t{result.pix_score}, json::write(result.capacity),
                         json::write(result.error_rate), std::int64_t{result.degraded ? 1 : 0},
                         levels_of(result));
            !added)
            return added;
    return {};
}

Result<void> Register::close() { return database_.close(); }

}  // namespace preau::central
