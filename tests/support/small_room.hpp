// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pack/pack.hpp"
#include "room/room.hpp"
#include "seal/authorisation.hpp"
#include "support/manual_clock.hpp"
#include "support/seeded_entropy.hpp"
#include "support/small_vault.hpp"
#include "support/temp_dir.hpp"

#include <functional>
#include <memory>

namespace preau::test {

/// Six questions on each of the 16 competences, four proposals each, the right one "1".
pack::Pack small_pack();

exam::Identity pupil(std::uint32_t number);
Hash device(std::uint32_t number);
/// 32 hexadecimal digits of a command id, the same for the same numbers.
CommandId command_id(std::uint32_t candidate, int question);

struct SmallRoomOptions {
    std::uint32_t candidates = 3;  ///< pupils 1 to n
    std::uint64_t seed = 1;
    std::string password_hash{};                ///< of the invigilators' password
    std::vector<exam::Enrolment> others{};      ///< on the roster after the pupils
    std::function<void(pack::Pack&)> change{};  ///< made to the small pack
    exam::LockdownPolicy lockdown = exam::LockdownPolicy::none;
    room::Announcer* announcer = nullptr;  ///< nullptr: nobody listens
    std::uint8_t central_seed = 0x33;      ///< of the key that signs the authorisation
    std::function<void(seal::Authorisation&)> authorise{};  ///< made to it before it is signed
};

/// A real room over a real database in a folder of its own: one authorised session, time and chance
/// in the test's hands. The key of the box is the same after reopen().
class SmallRoom {
  public:
    explicit SmallRoom(std::uint32_t candidates = 3, std::uint64_t seed = 1)
        : SmallRoom(SmallRoomOptions{.candidates = candidates, .seed = seed}) {}
    explicit SmallRoom(SmallRoomOptions options);

    /// As after a power cut: what was not committed is gone, the journal is read again, and the
    /// code of the day is given again.
    void reopen();
    /// The same, and nobody has given the code yet.
    void reopen_locked();
    void unlock();

    room::Room& room() { return *room_; }
    SmallVault& vault() { return vault_; }
    room::LiveSession& session();
    store::Journal& journal() { return *journal_; }
    ManualClock& clock() { return clock_; }
    Entropy& entropy() { return entropy_; }
    const pack::Pack& pack() const { return pack_; }
    const seal::Authorisation& authorisation() const { return authorisation_; }
    std::string authorisation_text() const;
    record::BoxIdentity box() const { return {"BOX-TEST", key_, "test"}; }
    record::ChainTrust trust() const;

    void commit();
    /// Acts and commits; the test fails when the exam refuses.
    std::vector<exam::Event> does(const exam::Command& command);
    /// From nowhere to the first question.
    void start(std::uint32_t candidate);
    exam::command::AnswerQuestion answer(std::uint32_t candidate, bool right = true);
    void finish(std::uint32_t candidate);
    void finalise();
    std::vector<record::Entry> entries();
    /// Where the box keeps all it has.
    const std::filesystem::path& folder() const { return folder_.path(); }

  private:
    void open();

    TempDir folder_;
    pack::Pack pack_;
    SmallVault vault_;
    ManualClock clock_;
    SeededEntropy entropy_;
    seal::SigningKey key_;
    seal::SigningKey central_;
    seal::Authorisation authorisation_;
    std::optional<store::Journal> journal_;  ///< like the room, always at the same place
    std::unique_ptr<room::Announcer> nobody_;
    room::Announcer* announcer_;
    std::optional<room::Room> room_;
};

}  // namespace preau::test
