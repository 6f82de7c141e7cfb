// SPDX-License-Identifier: Apache-2.0
#include "exam/identity.hpp"

#include "support/catch.hpp"

using preau::exam::Identity;
using preau::exam::same_person;

namespace {
constexpr const char* kBirth = "2008-05-01";
bool same_name(const char* a, const char* b) {
    return same_person({a, "Zoé", kBirth}, {b, "Zoé", kBirth});
}
}  // namespace

TEST_CASE("identity: another birth date is another person") {
    CHECK_FALSE(same_person({"A", "B", "2008-05-01"}, {"A", "B", "2008-05-10"}));
}

TEST_CASE("identity: names in other scripts are not mistaken for each other") {
    CHECK_FALSE(same_name("Иванова", "Смирнова"));
    CHECK(same_name("Иванова", "ИВАНОВА"));
    CHECK_FALSE(same_name("李", "王"));
}

TEST_CASE("identity: accents, case, hyphens, apostrophes and spaces do not count") {
    CHECK(same_name("Lefèvre-D’Ormesson", "LEFEVRE D'ORMESSON"));
    CHECK(same_name("  de La Tour ", "delatour"));
    CHECK(same_name("Müller", "MU\xcc\x88LLER"));
    CHECK_FALSE(same_name("Martin", "Martins"));
}

TEST_CASE("identity: letters that keyboards lack may be typed plain") {
    CHECK(same_name("Lecœur", "LECOEUR"));
    CHECK(same_name("Łukasz", "lukasz"));
    CHECK(same_name("Strauß", "STRAUSS"));
}
