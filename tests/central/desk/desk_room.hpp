// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/desk/enrolment.hpp"
#include "central/desk/results.hpp"
#include "support/catch.hpp"
#include "support/manual_clock.hpp"
#include "support/seeded_entropy.hpp"
#include "support/temp_dir.hpp"

namespace preau::test {

/// Each engine's name, for a loop over both.
enum class DeskEngine { sqlite, postgresql };

/// The keys of a platform, made once for all tests.
const central::RoleKeys& role_keys();

/// A box's two keys.
struct BoxKeys {
    explicit BoxKeys(std::uint8_t seed);
    std::string request(const std::string& uai) const;
    /// Signed by these keys as well, to follow the old ones.
    std::string rotation_from(const BoxKeys& old_keys, const std::string& uai) const;

    seal::SigningKey signing;
    seal::EncryptionKey encryption;
};

/// A desk over an empty database of that engine.
class DeskRoom {
  public:
    explicit DeskRoom(DeskEngine engine);

    /// A session whose bundle was accepted: authorised for that day from 8 h to 20 h, its box's
    /// clock right.
    SessionId session(std::uint8_t id, std::int64_t day, const std::string& uai,
                      std::vector<central::Candidacy> candidacies);
    void decide(const SessionId& session, central::Act act, std::uint32_t candidate = 1);
    void publish(const SessionId& session);
    std::string refusal(const central::Proposal& proposal);
    central::Results results() { return {database(), jury, pupils}; }

    central::sql::Connection& database() { return *database_; }

    TempDir folder;
    ManualClock clock;
    SeededEntropy entropy{7};

  private:
    std::unique_ptr<central::sql::Connection> database_;

  public:
    central::Documents documents;
    central::JuryDesk jury;
    central::Pupils pupils;
    central::Enrolment enrolment;
};

/// A validated certification.
central::Candidacy candidacy(std::uint32_t number, const std::string& first_name,
                             const std::string& account = {});

}  // namespace preau::test
