// SPDX-License-Identifier: Apache-2.0
#include "office/roster_csv.hpp"

#include "office/csv.hpp"
#include "support/catch.hpp"

using namespace preau;
using office::read_roster;

namespace {

constexpr const char* kHeader =
    "Nom de naissance;Prénom;Date de naissance;Classe;Temps majoré;Aménagement\n";

/// Codes of what is wrong with these rows under the full header.
std::vector<std::string> codes(const std::string& rows) {
    std::vector<std::string> codes;
    for (const auto& problem : read_roster(kHeader + rows).problems) codes.push_back(problem.code);
    return codes;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("an empty file, an unknown, a missing and a repeated column are refused") {
    CHECK(read_roster("").problems.size() == 1);
    CHECK(read_roster("Nom de naissance;Prénom\nA;B\n").problems.at(0).column ==
          "Date de naissance");
    CHECK(read_roster("Nom de naissance;Prénom;Date de naissance;Âge\n").problems.at(0).column ==
          "Âge");
    CHECK(read_roster("Prénom;Prénom;Nom de naissance;Date de naissance\n").problems.at(0).code ==
          "CSV_HEADERS_NOT_VALID");
    CHECK(codes("") == Codes{"CSV_DATA_REQUIRED"});
}

TEST_CASE("every wrong cell is named with its line and column") {
    CHECK(codes(";Zoé;01/02/2009;;;\n") == Codes{"CANDIDATE_LAST_NAME_REQUIRED"});
    CHECK(codes("Dé;;01/02/2009;;;\n") == Codes{"CANDIDATE_FIRST_NAME_REQUIRED"});
    CHECK(codes("Dé;Zoé;;;;\n") == Codes{"CANDIDATE_BIRTHDATE_REQUIRED"});
    CHECK(codes("Dé;Zoé;30/02/2009;;;\n") == Codes{"CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID"});
    CHECK(codes("Dé;Zoé;2009-02-01;;;\n") == Codes{"CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID"});
    CHECK(codes("Dé;Zoé;01/02/2009;;un tiers;\n") == Codes{"CANDIDATE_EXTRA_TIME_INTEGER"});
    CHECK(codes("Dé;Zoé;01/02/2009;;1000;\n") == Codes{"CANDIDATE_EXTRA_TIME_OUT_OF_RANGE"});
    CHECK(codes("Dé;Zoé;01/02/2009;;;peut-être\n") == Codes{"CANDIDATE_ADJUSTMENT_NOT_VALID"});
    CHECK(codes("Dé;Zoé;01/02/2009\n") == Codes{"CSV_DATA_REQUIRED"});
    const auto roster = read_roster(std::string(kHeader) + "Dé;Zoé;01/02/2009;;;\n\n;Zoé;x;;;\n");
    REQUIRE(roster.problems.size() == 2);
    CHECK(roster.problems[1].line == 4);
    CHECK(
        office::explain(roster.problems[1]).starts_with("ligne 4, colonne « Date de naissance »"));
}

TEST_CASE("a name that the journal could not give back is refused") {
    const Codes unfit{"CANDIDATE_TEXT_NOT_VALID"};
    CHECK(codes(std::string("D\0;Zoé;01/02/2009;;;\n", 22)) == unfit);
    CHECK(codes("Ren\xE9;Zoé;01/02/2009;;;\n") == unfit);
    CHECK(codes(std::string(201, 'x') + ";Zoé;01/02/2009;;;\n") == unfit);
    CHECK(codes("Dé;Zoé;01/02/2009;2nde\x7f;;\n") == unfit);
}

TEST_CASE("the same person twice is refused, accents and case do not hide it") {
    CHECK(codes("Dé;Zoé;01/02/2009;;;\nDE;zoe;01/02/2009;;;\n") ==
          Codes{"DUPLICATE_CANDIDATE_IN_SESSION"});
}

TEST_CASE("the same platform id twice is refused, whoever bears it") {
    const auto roster = read_roster(
        "Nom de naissance;Prénom;Date de naissance;Identifiant plateforme\n"
        "Dé;Zoé;01/02/2009;A1\nMartin;Léo;01/01/2010;A1\n");
    REQUIRE(roster.problems.size() == 1);
    CHECK(roster.problems[0].code == "DUPLICATE_CANDIDATE_IN_SESSION");
    CHECK(roster.problems[0].column == "Identifiant plateforme");
}

TEST_CASE("two of the same name and birth date sit together when their platform ids differ") {
    const std::string header = "Nom de naissance;Prénom;Date de naissance;Identifiant plateforme\n";
    const auto roster = read_roster(header + "Dé;Zoé;01/02/2009;A1\nDÉ;Zoe;01/02/2009;A2\n");
    CHECK(roster.problems.empty());
    REQUIRE(roster.enrolments.size() == 2);
    CHECK(roster.enrolments[1].account == "A2");
    CHECK(read_roster(header + "Dé;Zoé;01/02/2009;A1\nDÉ;Zoe;01/02/2009;\n").problems.size() == 1);
}

TEST_CASE("a clean file becomes enrolments in its order") {
    const auto roster = read_roster(
        "\xEF\xBB\xBF"
        "Prénom;Nom de naissance;Date de naissance;Temps majoré;Aménagement\r\n"
        "Zoé;\"D’Œuvre; dite \"\"O\"\"\";28/02/2009;33;oui\r\n"
        "Léo;Martin;01/01/2010;;\r\n");
    REQUIRE(roster.problems.empty());
    REQUIRE(roster.enrolments.size() == 2);
    const auto& first = roster.enrolments[0];
    CHECK(first.candidate.value == 1);
    CHECK(first.identity.last_name == "D’Œuvre; dite \"O\"");
    CHECK(first.identity.birthdate == "2009-02-28");
    CHECK(first.extra_time_percent == 33);
    CHECK(first.accessibility_adjustment);
    CHECK(roster.enrolments[1].candidate.value == 2);
}

TEST_CASE("a quote that is never closed runs to the end of the file and no further") {
    const auto rows = office::read_csv("a;\"b\nc");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].cells == std::vector<std::string>{"a", "b\nc"});
}
