// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crash/copy_medium.hpp"
#include "room/copy_keeper.hpp"
#include "support/catch.hpp"
#include "support/small_room.hpp"
#include "unit/seal/test_platform.hpp"

namespace preau::test {

inline const TestPlatform kPlatform;
inline constexpr const char* kSpare = "BOX-SPARE";

inline SmallRoomOptions copied(bool required = false) {
    SmallRoomOptions options;
    options.password_hash = "hash of the password";
    options.central_seed = 0xA0 + 2 * static_cast<int>(seal::Role::session);
    options.authorise = [required](seal::Authorisation& authorisation) {
        authorisation.boxes = {"BOX-TEST", kSpare};
        authorisation.mirror_required = required;
    };
    return options;
}

inline std::string certificate_of(const record::BoxIdentity& box) {
    seal::Certificate certificate;
    certificate.box = box.name;
    certificate.uai = "0750001A";
    certificate.signing = box.key.public_key();
    certificate.not_before = {1'780'000'000'000};
    certificate.not_after = {1'800'000'000'000};
    return seal::sign_certificate(certificate, kPlatform.key(seal::Role::enrol));
}

/// The certificate of the room's own box.
inline auto own_certificate(const SmallRoom& room) {
    return [document = certificate_of(room.box())] {
        return std::map<std::string, std::string>{{"BOX-TEST", document}};
    };
}

/// The second copies of a room, its stick in the test's hands. A turn is one of the box's.
class CopiedRoom {
  public:
    CopiedRoom(room::Room& room, store::Journal& journal, ManualClock& clock, Entropy& entropy,
               std::function<std::map<std::string, std::string>()> certificates,
               crash::CopyMedium& medium)
        : room_(room),
          worker_(medium),
          keeper_(room, journal,
                  {.worker = worker_,
                   .clock = clock,
                   .entropy = entropy,
                   .wake = {},
                   .certificates = std::move(certificates)}) {}

    /// What the room has done is committed, and the stick does all its work.
    void turn() {
        for (int i = 0; i < 20; ++i) {
            REQUIRE(room_.commit().has_value());
            REQUIRE(keeper_.follow().has_value());
            while (worker_.waiting() > 0) worker_.do_one();
        }
        REQUIRE(room_.commit().has_value());
    }
    store::CopyShelf& shelf() { return keeper_.shelf(); }

  private:
    room::Room& room_;
    crash::PatientWorker worker_;
    room::CopyKeeper keeper_;
};

}  // namespace preau::test
