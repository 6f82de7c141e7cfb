// SPDX-License-Identifier: Apache-2.0
#include "adaptive/certification_version.hpp"

#include "support/catch.hpp"

#include <limits>

using namespace preau;
using adaptive::CertificationVersion;

namespace {

CertificationVersion valid() {
    CertificationVersion version;
    version.mesh_intervals = {{0, -8, -1.4}, {1, -1.4, 8}};
    version.competence_intervals["1.1"] = {{0, -8, 0}, {1, 0, 8}};
    return version;
}

void is_refused(const CertificationVersion& version, const std::string& name) {
    const auto checked = adaptive::check_version(version);
    REQUIRE(!checked.has_value());
    CHECK(checked.error().kind == ErrorKind::malformed);
    CHECK(checked.error().message.find(name) != std::string::npos);
}

}  // namespace

TEST_CASE("certification version: a parameter out of range is named") {
    auto version = valid();
    version.configuration.maximum_assessment_length = 0;
    is_refused(version, "maximum assessment length");
    version = valid();
    version.minimum_answers = 33;
    is_refused(version, "minimum of answers");
    version = valid();
    version.configuration.variation_percent = -0.5;
    is_refused(version, "variation percent");
    version = valid();
    version.configuration.default_probability_to_pick_challenge = 101;
    is_refused(version, "probability");
    version = valid();
    version.assessment_duration_minutes = 0;
    is_refused(version, "duration");
}

TEST_CASE("certification version: intervals are given, finite and in order") {
    auto version = valid();
    version.mesh_intervals.clear();
    is_refused(version, "mesh configuration");
    version = valid();
    version.mesh_intervals = {{0, 0, 1}, {1, 0.5, 2}};
    is_refused(version, "mesh configuration");
    version = valid();
    version.competence_intervals["1.1"].front().max = 9;
    is_refused(version, "competence 1.1");
    version = valid();
    version.competence_intervals["1.1"].front().level = 12;
    is_refused(version, "level of competence 1.1");
}

TEST_CASE("certification version: the published values pass") {
    CHECK(adaptive::check_version(valid()).has_value());
}

TEST_CASE("certification version: a parameter of the room engine out of range is named") {
    auto version = valid();
    version.room.population_sd = 0;
    is_refused(version, "population standard deviation");
    version = valid();
    version.room.upper_asymptote = std::numeric_limits<double>::quiet_NaN();
    is_refused(version, "upper asymptote");
    version = valid();
    version.room.exposure_max = 0;
    is_refused(version, "maximum exposure");
}

TEST_CASE("certification version: validity is two days that exist, in order") {
    for (const auto* day : {"2026-02-30", "2026-1-01", "01/02/2026", "2026-13-01", "2026-01-0a"}) {
        auto version = valid();
        version.valid_from = day;
        is_refused(version, day);
    }
    auto version = valid();
    version.valid_from = "2026-09-01";
    version.valid_until = "2026-08-31";
    is_refused(version, "before 2026-09-01");
    version.valid_until = "2027-08-31";
    CHECK(adaptive::check_version(version).has_value());
}
