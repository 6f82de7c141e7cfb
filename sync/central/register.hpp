// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "base/time.hpp"
#include "record/sealed_session.hpp"
#include "sqlite/database.hpp"

#include <optional>

namespace preau::central {

/// What became of a bundle.
enum class Verdict { accepted, duplicate, contested, refused };
std::string_view word(Verdict verdict);

/// What is written down about one upload.
struct Conclusion {
    Hash bundle{};
    Verdict verdict = Verdict::refused;
    std::string code;    ///< stable word
    std::string detail;  ///< for the operator; names the record that fails
    WallTime at;
};

/// The session that an accepted bundle gave.
struct Accepted {
    seal::TreeHead tree;
    std::string receipt;
};

/// Everything of an accepted session, written in one transaction.
struct Acceptance {
    Hash bundle{};
    const record::SealedSession& sealed;
    SessionId session;
    seal::TreeHead tree;
    std::string receipt;
    WallTime at;
};

/// The platform's database: boxes, authorisations, bundles, and what accepted bundles say. One
/// object per file, one thread. What a call has written is on the disk when it returns without
/// error. After an environment error every later call is refused: what the disk holds is then
/// unknown, and only opening again tells.
class Register {
  public:
    static Result<Register> open(const std::filesystem::path& data);

    /// Malformed when the name or the key is enrolled already.
    Result<void> enrol_box(std::string_view name, const seal::PublicKey& key, WallTime at);
    Result<std::optional<seal::PublicKey>> box_key(std::string_view name);

    Result<void> add_authorisation(const seal::Authorisation& authorisation,
                                   std::string_view envelope, ByteView roster, WallTime at);
    /// The signed document as it was made; nothing for a session that was never authorised.
    Result<std::optional<std::string>> authorisation(const SessionId& session);

    /// Notes that the bytes are kept. Does nothing when they were before.
    Result<void> receive(const Hash& bundle, std::size_t bytes, WallTime at);
    /// Notes whose bundle it is, once a box that we know has signed so.
    Result<void> identify(const Hash& bundle, const SessionId& session, std::string_view box);
    Result<void> conclude(const Conclusion& conclusion);

    /// The session as accepted; nothing when no bundle of it was.
    Result<std::optional<Accepted>> accepted(const SessionId& session);
    /// The receipt given for these very bytes, the first time or later.
    Result<std::optional<std::string>> receipt_of(const Hash& bundle);
    Result<void> accept(const Acceptance& acceptance);

    bool has_failed() const { return failed_; }
    /// Leaves everything in the database file alone; for the end of a healthy process.
    Result<void> close();

  private:
    explicit Register(sqlite::Database database) : database_(std::move(database)) {}

    template <class Work>
    auto guarded(std::string_view intent, Work work) -> decltype(work(*this));
    /// Prepares, binds, runs a statement that returns no row.
    template <class... Values>
    Result<void> run(std::string_view sql, const Values&... values);
    template <class... Values>
    Result<std::optional<Bytes>> find(std::string_view sql, const Values&... values);

    Result<void> write(const Conclusion& conclusion);
    Result<void> write_events(const Acceptance& acceptance);
    Result<void> write_results(const Acceptance& acceptance);

    sqlite::Database database_;
    bool failed_ = false;
};

}  // namespace preau::central
