// SPDX-License-Identifier: Apache-2.0
#include "adaptive/ability_estimate.hpp"
#include "support/catch.hpp"
#include "unit/adaptive/known_bank.hpp"

#include <cmath>

using namespace preau;
using test::Known;

namespace {

constexpr adaptive::Normal kOther{0.5, 1.5};

adaptive::AbilityEstimate estimated(const std::string& name,
                                    std::span<const adaptive::Response> responses) {
    // A fine and wide grid stands for the exact integral: a smooth function's trapezoid.
    if (name == "EAP_N(0,1)")
        return adaptive::expected_a_posteriori(responses, {}, {-12.0, 12.0}, 2401);
    if (name == "EAP_N(0.5,1.5^2)")
        return adaptive::expected_a_posteriori(responses, kOther, {-18.0, 18.0}, 3601);
    if (name == "EAP_N(0,1)_trap[-4,4]33")
        return adaptive::expected_a_posteriori(responses, {}, {-4.0, 4.0}, 33);
    if (name == "EAP_N(0,1)_trap[-8,8]161")
        return adaptive::expected_a_posteriori(responses, {}, {-8.0, 8.0}, 161);
    if (name == "EAP_N(0.5,1.5^2)_trap[-9,9]181")
        return adaptive::expected_a_posteriori(responses, kOther, {-9.0, 9.0}, 181);
    if (name == "MLE_[-8,8]") return adaptive::maximum_likelihood(responses);
    if (name == "WLE_[-8,8]") return adaptive::weighted_likelihood(responses);
    INFO("an estimator that this test does not know: " << name);
    REQUIRE(name == "MAP_N(0,1)");
    return adaptive::maximum_a_posteriori(responses, {});
}

double tolerance_of(const std::string& name) { return name.starts_with("EAP") ? 1e-12 : 1e-9; }

void check_reference(Known reference, std::span<const adaptive::Response> responses) {
    for (const auto& name : reference.names()) {
        INFO(name);
        auto expected = reference.object(name);
        const auto found = estimated(name, responses);
        CHECK(std::abs(found.ability - expected.number("theta")) <= tolerance_of(name));
        // A standard error at the end of the range goes up to thousands.
        const double error = expected.number("se");
        CHECK(std::abs(found.standard_error - error) <=
              tolerance_of(name) * std::max(1.0, std::abs(error)));
        expected.ignore("where");
        expected.complete();
    }
}

}  // namespace

TEST_CASE("ability: vectors of EAP, MLE, WLE and MAP") {
    const auto file = test::known_answers("adaptive/irt_scoring.json");
    const auto bank = test::known_bank();
    Known known(file);
    std::size_t seen = 0;
    for (auto& one : known.list("cases")) {
        INFO("case " << one.integer("id"));
        ++seen;
        const auto answers = test::answers_of(one, bank);
        check_reference(one.object("reference"), answers.responses);
        for (const auto* others : {"kind", "catR_3.17", "mirt_1.41.10"}) one.ignore(others);
        one.complete();
    }
    CHECK(seen > 0);
}

TEST_CASE("item response: vectors of probability and information") {
    const auto file = test::known_answers("adaptive/item_information.json");
    const auto bank = test::known_bank();
    Known known(file);
    std::size_t seen = 0;
    for (auto& one : known.list("thetas")) {
        const double theta = one.number("theta");
        const auto informations = test::numbers(one, "info");
        const auto probabilities = test::numbers(one, "p");
        REQUIRE(informations.size() == bank.size());
        REQUIRE(probabilities.size() == bank.size());
        for (std::size_t i = 0; i < bank.size(); ++i) {
            INFO("theta " << theta << ", item " << i);
            ++seen;
            const auto& item = bank[i];
            const auto success = adaptive::success_of(theta, item.discriminant, item.difficulty);
            CHECK(std::abs(success.right - probabilities[i]) <= 1e-12);
            CHECK(std::abs(adaptive::information(theta, item.discriminant, item.difficulty, {}) -
                           informations[i]) <= 1e-12);
        }
        one.complete();
    }
    CHECK(seen > 0);
}

TEST_CASE("item response: what is not known is as small as it is, never 0 by subtraction") {
    const auto success = adaptive::success_of(9.0, 8.0, -9.0);
    CHECK(success.wrong > 0.0);
    CHECK(success.wrong < 1e-60);
    CHECK(adaptive::information(9.0, 8.0, -9.0, {}) > 0.0);
}

TEST_CASE("ability: the robust estimate without asymptotes is Warm's") {
    const auto file = test::known_answers("adaptive/irt_scoring.json");
    const auto bank = test::known_bank();
    Known known(file);
    for (auto& one : known.list("cases")) {
        const auto responses = test::answers_of(one, bank).responses;
        CHECK(std::abs(adaptive::robust_likelihood(responses).ability -
                       adaptive::weighted_likelihood(responses).ability) <= 1e-9);
    }
}

TEST_CASE("item response: asymptotes keep the slope's information, and never add any") {
    const adaptive::Asymptotes bounds{0.01, 0.98};
    for (double theta = -8.0; theta <= 8.0; theta += 0.25) {
        const double step = 1e-5;
        const auto at = [&](double x) {
            return adaptive::between(bounds, adaptive::success_of(x, 1.7, 0.3)).right;
        };
        const double slope = (at(theta + step) - at(theta - step)) / (2.0 * step);
        const double expected = slope * slope / (at(theta) * (1.0 - at(theta)));
        const double found = adaptive::information(theta, 1.7, 0.3, bounds);
        CHECK(std::abs(found - expected) < 1e-6);
        CHECK(found <= adaptive::information(theta, 1.7, 0.3, {}) + 1e-15);
    }
}
