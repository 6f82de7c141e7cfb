// SPDX-License-Identifier: Apache-2.0
#include "json/read.hpp"
#include "office/roster_csv.hpp"
#include "support/catch.hpp"
#include "support/vectors.hpp"

#include <set>

using namespace preau;

namespace {

// Of what Pix asks about a candidate, the box needs the identity only; in a CSV every cell is text.
const std::set<std::string> kNotOnOurRoster = {
    "sessionId", "externalId", "sex", "email", "subscriptions", "billingMode", "prepaymentCode"};

const json::Value& member(const json::Value& value, std::string_view name) {
    static const json::Value nothing;
    const auto* found = value.find(name);
    return found == nullptr ? nothing : *found;
}

/// "1990-05-06" as a roster writes it; what is no such day stays as it is.
std::string as_typed(const std::string& date) {
    if (!is_date(date)) return date;
    return date.substr(8) + '/' + date.substr(5, 2) + '/' + date.substr(0, 4);
}

/// The cell of a case: what it overrides, else the base. Nothing for a value that is no text.
std::optional<std::string> cell(const json::Value& section, const json::Value& one,
                                std::string_view name) {
    const auto* changed = member(one, "override").find(name);
    if (changed == nullptr) return *member(member(section, "base"), name).text();
    if (changed->is_null()) return "";
    if (changed->text() == nullptr) return std::nullopt;
    return *changed->text() == "<absent>" ? "" : *changed->text();
}

bool is_ours(const json::Value& one) {
    for (const auto& [name, value] : *member(one, "override").object()) {
        if (kNotOnOurRoster.contains(name)) return false;
        REQUIRE((name == "lastName" || name == "firstName" || name == "birthdate"));
    }
    return true;
}

}  // namespace

TEST_CASE("roster: known vectors of what is wrong with a candidate") {
    const auto file = json::read(test::read_vectors("enrolment.json"));
    REQUIRE(file.has_value());
    const auto& section = member(*file, "candidate_validation");
    std::size_t compared = 0;
    for (const auto& one : *member(section, "cases").array()) {
        if (!is_ours(one)) continue;
        const auto last_name = cell(section, one, "lastName");
        const auto first_name = cell(section, one, "firstName");
        const auto birthdate = cell(section, one, "birthdate");
        if (!last_name || !first_name || !birthdate) continue;
        const auto roster =
            office::read_roster("Nom de naissance;Prénom;Date de naissance\n" + *last_name + ';' +
                                *first_name + ';' + as_typed(*birthdate) + '\n');
        const auto& error = member(one, "error");
        INFO(*last_name << ' ' << *birthdate);
        REQUIRE(roster.problems.size() == (error.is_null() ? 0 : 1));
        if (!error.is_null()) CHECK(roster.problems.front().code == *error.text());
        ++compared;
    }
    CHECK(compared >= 5);
}
