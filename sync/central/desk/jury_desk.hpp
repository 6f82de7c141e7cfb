// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/desk/candidacies.hpp"
#include "central/desk/documents.hpp"
#include "central/desk/role_keys.hpp"

namespace preau::central {

/// Why a decision was not taken; `code` is one of JuryFile::refusal(), or: session_unknown,
/// session_contested, decided_meanwhile, decision_malformed (too long, no such date),
/// storage_failed.
struct NotDecided {
    std::string code;
    std::string detail;  ///< English, for the operator
};

/// What somebody asks the desk to decide: a Decision without its place, date and signature.
struct Proposal {
    SessionId session;
    Act act = Act::comment;
    std::optional<CandidateNumber> candidate{};
    std::string by, why;
    std::optional<exam::Identity> identity{};
    std::optional<Audience> audience{};
    std::string comment{};
    std::optional<Scored> scored{};
    std::optional<Settlement> settlement{};
};

/// The jury's files of accepted sessions, and the decisions that it signs. One thread.
class JuryDesk {
  public:
    /// All must outlive it.
    struct Parts {
        sql::Connection& database;
        const RoleKeys& keys;
        Documents& documents;
        Clock& clock;
    };
    explicit JuryDesk(Parts parts) : parts_(parts) {}

    /// The decisions are verified, each one and as a chain. Nothing for a session that is not
    /// accepted.
    Result<std::optional<JuryFile>> open(const SessionId& session);

    /// Signs and keeps the decision. A publication also leaves the signed results for the box.
    Result<Decision, NotDecided> decide(const Proposal& proposal);

  private:
    Result<std::vector<ToConfirm>> to_confirm(const SessionId& session);
    Result<void> add_decisions(JuryFile& file);
    Result<std::optional<std::string>> obstacle(const JuryFile& file, const Decision& decision);
    Result<void> keep(const Decision& decision);
    Result<void> leave_for_box(const JuryFile& file);

    Parts parts_;
};

/// The signed results of a session as its box gets them.
Result<std::string> sign_publication(const JuryFile& file, const std::string& number,
                                     const seal::SigningKey& key);

/// The name under which a box finds it.
std::string publication_name(const SessionId& session);

}  // namespace preau::central
