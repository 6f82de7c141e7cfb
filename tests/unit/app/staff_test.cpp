// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "store/convenience.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

using namespace preau;

namespace {

app::Configuration in(const test::TempDir& dir) {
    app::Configuration configuration;
    configuration.data = dir.path();
    return configuration;
}

std::string refusal(const app::Configuration& configuration, store::StaffMember member) {
    const auto added = app::add_staff(configuration, std::move(member));
    return added ? "" : added.error().message;
}

}  // namespace

TEST_CASE("staff: what is no name and what is no day are refused") {
    const test::TempDir dir;
    const auto configuration = in(dir);
    using enum store::StaffKind;
    CHECK(refusal(configuration, {"", staff, ""}).starts_with("name"));
    CHECK(refusal(configuration, {" - ", staff, ""}).starts_with("name"));
    CHECK(refusal(configuration, {"Zoé\n", staff, ""}).starts_with("name"));
    CHECK(refusal(configuration, {"Zoé", one_day, "26/11/2026"}).starts_with("until"));
    CHECK(refusal(configuration, {"Zoé", one_day, "2026-02-30"}).starts_with("until"));
    CHECK(store::Convenience(configuration.convenience().string()).staff().empty());
}

TEST_CASE("staff: while the box runs the list is its own, and the command says so") {
    const test::TempDir dir;
    const auto configuration = in(dir);
    const store::Convenience box(configuration.convenience().string());
    CHECK(refusal(configuration, {"Zoé", store::StaffKind::staff, ""}).find("stop the box") !=
          std::string::npos);
}

TEST_CASE("staff: who is added stays, and adding again says until when") {
    const test::TempDir dir;
    const auto configuration = in(dir);
    REQUIRE(app::add_staff(configuration, {"Zoé Dé", store::StaffKind::staff, ""}));
    REQUIRE(app::add_staff(configuration, {"Zoé Dé", store::StaffKind::one_day, "2026-11-26"}));
    const store::Convenience kept(configuration.convenience().string());
    REQUIRE(kept.staff().size() == 1);
    CHECK(kept.staff().at("Zoé Dé").valid_until == "2026-11-26");
    CHECK(kept.staff().at("Zoé Dé").kind == store::StaffKind::one_day);
}
