// SPDX-License-Identifier: Apache-2.0
#include "central/register.hpp"

#include "support/catch.hpp"
#include "unit/central/taken_in.hpp"

using namespace preau;
using test::Platform;

TEST_CASE("a second box of a name or of a key is refused") {
    Platform platform;
    auto& sessions = platform.sessions();
    const auto key = platform.keys().receipt.public_key();
    const auto known = sessions.box_key("BOX-TEST").value().value();
    CHECK_FALSE(sessions.enrol_box("BOX-TEST", key, {}));
    CHECK_FALSE(sessions.enrol_box("BOX-TWIN", known, {}));
    CHECK(sessions.box_key("BOX-TEST").value() == known);
    CHECK_FALSE(sessions.box_key("BOX-TWIN").value().has_value());
    CHECK_FALSE(sessions.has_failed());  // what a caller got wrong is no failure of the disk
}

TEST_CASE("a session is authorised once") {
    Platform platform;
    auto& room = test::sealed_room();
    CHECK_FALSE(platform.sessions().add_authorisation(room.authorisation(), "other", {}, {}));
    CHECK(platform.sessions().authorisation(room.authorisation().session).value() ==
          room.authorisation_text());
}

TEST_CASE("a second program is refused while the register is open, and reading is not") {
    Platform platform;
    test::SeededEntropy entropy(1);
    CHECK_FALSE(central::Register::open(platform.database(), entropy));
}
