// SPDX-License-Identifier: Apache-2.0
#include "central/status_page.hpp"

#include "support/catch.hpp"

using namespace preau;

namespace {

bool contains(const std::string& page, std::string_view part) {
    return page.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("nothing that came from outside is markup on the status page") {
    central::BundleRow row;
    row.number = "<script>1</script>";
    row.box = "\"><img src=x>";
    row.state = "quarantined";
    row.code = "journal_refused";
    row.detail = "record 3: <b>&amp;</b>";
    const auto page = central::status_page({row});
    CHECK_FALSE(contains(page, "<script"));
    CHECK_FALSE(contains(page, "<img"));
    CHECK(contains(page, "record 3: &lt;b&gt;&amp;amp;&lt;/b&gt;"));
    CHECK(contains(page, "&lt;script&gt;"));
    CHECK(contains(page, "Le journal de la session ne se vérifie pas."));
}

TEST_CASE("the status page says in French what was received and what became of it") {
    central::BundleRow row;
    row.number = "123456";
    row.box = "BOX-DEMO";
    row.candidates = 24;
    row.events = 1'234'567;
    row.received_at = {1'790'000'000'000};
    row.state = "accepted";
    const auto page = central::status_page({row});
    CHECK(contains(page, R"(<html lang="fr">)"));
    CHECK(contains(page, "123456"));
    CHECK(contains(page, "21/09/2026 à 14:13"));
    CHECK(contains(page, "Vérifié et accepté"));
    CHECK(contains(page, ">1\u202f234\u202f567<"));
    CHECK_FALSE(contains(page, "Aucun lot reçu"));
    CHECK(contains(central::status_page({}), "Aucun lot reçu"));
}
