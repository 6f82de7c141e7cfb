// SPDX-License-Identifier: Apache-2.0
#include "exam/codes.hpp"

#include "base/ids.hpp"
#include "support/catch.hpp"
#include "support/known_answers.hpp"
#include "support/seeded_entropy.hpp"

#include <algorithm>
#include <regex>
#include <set>

using namespace preau;
using test::Known;

namespace {

constexpr int kDraws = 2000;

bool are_distinct(const std::string& text) {
    return std::set<char>(text.begin(), text.end()).size() == text.size();
}

bool are_all_in(const std::string& text, const std::string& alphabet) {
    return text.find_first_not_of(alphabet) == std::string::npos;
}

void check_access_codes(Known section) {
    const std::regex format(section.text("regex"));
    const auto letters = section.text("letters");
    const auto digits = section.text("numbers");
    test::SeededEntropy entropy(1);
    std::set<char> seen;
    for (int i = 0; i < kDraws; ++i) {
        const auto code = exam::draw_access_code(entropy);
        CHECK(std::regex_match(code, format));
        CHECK(exam::is_access_code(code));
        seen.insert(code.begin(), code.end());
    }
    for (const char c : letters + digits) CHECK(seen.contains(c));
    section.complete();
}

void check_passwords(Known section) {
    const auto length = static_cast<std::size_t>(section.integer("length"));
    const auto alphabet = section.text("alphabet");
    const bool distinct = section.flag("distinctCharacters");
    test::SeededEntropy entropy(2);
    std::set<char> seen;
    for (int i = 0; i < kDraws; ++i) {
        const auto password = exam::draw_invigilator_password(entropy);
        CHECK(password.size() == length);
        CHECK(are_all_in(password, alphabet));
        CHECK((are_distinct(password) || !distinct));
        CHECK(exam::is_invigilator_password(password));
        seen.insert(password.begin(), password.end());
    }
    for (const char c : alphabet) CHECK(seen.contains(c));
    section.ignore("older");
    section.complete();
}

}  // namespace

TEST_CASE("codes: what is no access code is recognised") {
    for (const auto* text : {"", "BCDF2", "BCDF234", "ACDF23", "bcdf23", "BCDF21", "23BCDF"})
        CHECK_FALSE(exam::is_access_code(text));
}

TEST_CASE("codes: what is no invigilator password is recognised") {
    for (const auto* text : {"", "23456", "2345678", "223456", "a34567", "23456\xc3"})
        CHECK_FALSE(exam::is_invigilator_password(text));
}

TEST_CASE("codes: a session number is six digits that people can read aloud") {
    test::SeededEntropy entropy(3);
    for (int i = 0; i < kDraws; ++i) {
        const auto number = exam::draw_session_number(entropy);
        CHECK(number.size() == 6);
        CHECK(is_session_number(number));
    }
}

TEST_CASE("codes: known vectors of the formats") {
    const auto file = test::known_answers("codes.json");
    Known root(file);
    root.section("session_access_code", check_access_codes);
    root.section("invigilator_password", check_passwords);
    root.ignore("verification_code");  // the platform gives it to a certificate, never a box
    root.complete();
}
