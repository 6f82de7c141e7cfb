// SPDX-License-Identifier: Apache-2.0
#include "office/listed.hpp"

#include "support/catch.hpp"

using namespace preau;

namespace {

exam::SessionSheet sheet(std::string examiner) {
    exam::SessionSheet sheet;
    sheet.date = "2026-11-25";
    sheet.examiner = std::move(examiner);
    return sheet;
}

}  // namespace

TEST_CASE("listed: a stranger, nobody, and part of a name are not") {
    store::Convenience convenience;
    convenience.add_staff({"Mme Dupont", store::StaffKind::staff, ""});
    const auto session = sheet("Alix Exemple,, ");
    for (const auto* name : {"", " ", "’-", "Dupont", "Alix", "Mme Dupont-Durand"}) {
        INFO(name);
        CHECK_FALSE(office::is_listed(name, session, convenience));
    }
}

TEST_CASE("listed: a one-day invigilator is until the last day, and not after") {
    store::Convenience convenience;
    convenience.add_staff({"M. Hier", store::StaffKind::one_day, "2026-11-24"});
    convenience.add_staff({"M. Jour", store::StaffKind::one_day, "2026-11-25"});
    CHECK_FALSE(office::is_listed("M. Hier", sheet("Alix"), convenience));
    CHECK(office::is_listed("M. Jour", sheet("Alix"), convenience));
}

TEST_CASE("listed: names of the sheet and of the staff are, however they are spelt") {
    store::Convenience convenience;
    convenience.add_staff({"Mme Zoé d’Œuvre", store::StaffKind::staff, ""});
    const auto session = sheet("Alix Exemple, Rémi Petit-Jean");
    for (const auto* name : {"alix exemple", "RÉMI PETIT JEAN", "mme zoe d'oeuvre"}) {
        INFO(name);
        CHECK(office::is_listed(name, session, convenience));
    }
}
