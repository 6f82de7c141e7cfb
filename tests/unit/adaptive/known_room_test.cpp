// SPDX-License-Identifier: Apache-2.0
#include "adaptive/ability_estimate.hpp"
#include "adaptive/room_posterior.hpp"
#include "support/catch.hpp"
#include "unit/adaptive/known_bank.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

using namespace preau;
using test::Known;

namespace {

adaptive::RoomParameters without_asymptotes(Known prior) {
    adaptive::RoomParameters parameters;
    parameters.population_mean = prior.number("mu");
    parameters.population_sd = prior.number("sd");
    parameters.competence_sd = prior.number("tau");
    parameters.lower_asymptote = 0.0;
    parameters.upper_asymptote = 1.0;
    prior.complete();
    return parameters;
}

struct Scored {
    adaptive::RoomModel model;
    adaptive::RoomPosterior posterior;
};

Scored score(Known& known, const adaptive::Bank& bank) {
    const adaptive::RoomModel model(without_asymptotes(known.object("prior")), 16);
    auto posterior = model.prior();
    const auto answers = test::answers_of(known, bank.items);
    std::vector<adaptive::CompetenceResponse> responses;
    for (std::size_t i = 0; i < answers.items.size(); ++i) {
        const auto competence = bank.places[answers.items[i]].competence;
        responses.push_back({competence, answers.responses[i]});
        model.update(posterior, competence, responses);
    }
    return {model, posterior};
}

// The grid and fifteen nodes reach 2e-6 of the nested integral.
void check_near(double found, double expected, double tolerance = 2e-6) {
    CHECK(std::abs(found - expected) <= tolerance);
}

void check_hierarchical(Known result, const Scored& scored) {
    const auto ability = scored.model.ability(scored.posterior);
    check_near(ability.mean, result.number("theta"));
    check_near(ability.sd, result.number("theta_sd"));
    const auto capacity = scored.model.capacity(scored.posterior);
    check_near(capacity.mean, result.number("mean_theta_c"));
    check_near(capacity.sd, result.number("mean_theta_c_sd"));
    for (auto& known : result.list("competences")) {
        const auto found = scored.model.competence(
            scored.posterior, static_cast<std::size_t>(known.integer("competence")));
        check_near(found.mean, known.number("mean"));
        check_near(found.sd, known.number("sd"));
        known.complete();
    }
    result.complete();
}

void check_general(Known known, const Scored& scored, double tolerance) {
    const auto ability = scored.model.ability(scored.posterior);
    check_near(ability.mean, known.number("theta"), tolerance);
    check_near(ability.sd, known.number("theta_sd"), tolerance);
    known.ignore("u");
    known.ignore("u_sd");
    known.complete();
}

/// What each criterion weighs a question by; the highest is chosen.
class Criteria {
  public:
    Criteria(std::span<const adaptive::Response> responses, double ability)
        : ability_(ability), weights_(161) {
        for (std::size_t k = 0; k < weights_.size(); ++k) {
            double weight = std::exp(-at(k) * at(k) / 2.0) / std::sqrt(2.0 * M_PI) * 0.1;
            if (k == 0 || k + 1 == weights_.size()) weight /= 2.0;
            for (const auto& response : responses) {
                const auto success =
                    adaptive::success_of(at(k), response.discriminant, response.difficulty);
                weight *= response.correct ? success.right : success.wrong;
            }
            weights_[k] = weight;
        }
    }

    double of(const std::string& name, const adaptive::Item& item) const {
        if (name == "MFI") return information_at(ability_, item);
        if (name == "thOpt") return -std::abs(item.difficulty - ability_);
        if (name == "MPWI")
            return integral([&](double theta) { return information_at(theta, item); });
        if (name == "KLP") return integral([&](double theta) { return divergence(theta, item); });
        if (name == "MEPV") return -expected_variance(item, success(ability_, item).right);
        REQUIRE(name == "EPV_posterior_predictive");
        const double mass = integral([](double) { return 1.0; });
        return -expected_variance(
            item, integral([&](double theta) { return success(theta, item).right; }) / mass);
    }

  private:
    static double at(std::size_t k) { return -8.0 + 0.1 * static_cast<double>(k); }
    static adaptive::Success success(double theta, const adaptive::Item& item) {
        return adaptive::success_of(theta, item.discriminant, item.difficulty);
    }
    static double information_at(double theta, const adaptive::Item& item) {
        return adaptive::information(theta, item.discriminant, item.difficulty, {});
    }
    template <class Function>
    double integral(Function function) const {
        double total = 0.0;
        for (std::size_t k = 0; k < weights_.size(); ++k) total += weights_[k] * function(at(k));
        return total;
    }
    double divergence(double theta, const adaptive::Item& item) const {
        const auto here = success(ability_, item);
        const auto there = success(theta, item);
        return here.right * std::log(here.right / there.right) +
               here.wrong * std::log(here.wrong / there.wrong);
    }
    double variance_after(const adaptive::Item& item, bool correct) const {
        const auto likelihood = [&](double theta) {
            return correct ? success(theta, item).right : success(theta, item).wrong;
        };
        const double mass = integral(likelihood);
        const double mean =
            integral([&](double theta) { return theta * likelihood(theta); }) / mass;
        return integral([&](double theta) {
                   return (theta - mean) * (theta - mean) * likelihood(theta);
               }) /
               mass;
    }
    double expected_variance(const adaptive::Item& item, double right) const {
        return right * variance_after(item, true) + (1.0 - right) * variance_after(item, false);
    }

    double ability_;
    std::vector<double> weights_;
};

std::vector<std::size_t> best_five(std::vector<std::size_t> eligible, const Criteria& criteria,
                                   const std::string& name,
                                   const std::vector<adaptive::Item>& bank) {
    std::ranges::stable_sort(eligible, std::greater<>{},
                             [&](std::size_t i) { return criteria.of(name, bank[i]); });
    eligible.resize(std::min<std::size_t>(eligible.size(), 5));
    return eligible;
}

std::vector<std::size_t> not_answered(const std::vector<std::size_t>& answered) {
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < 160; ++i)
        if (std::ranges::find(answered, i) == answered.end()) left.push_back(i);
    return left;
}

void check_criteria(Known known, const test::KnownAnswers& answers, const Criteria& criteria,
                    const std::vector<adaptive::Item>& bank) {
    for (const auto& name : known.names()) {
        INFO(name);
        auto expected = known.object(name);
        const auto best = best_five(not_answered(answers.items), criteria, name, bank);
        CHECK(best == test::whole_numbers(expected, "top5"));
        CHECK(static_cast<int>(best.front()) == expected.integer("item"));
        check_near(std::abs(criteria.of(name, bank[best.front()])), expected.number("value"),
                   1e-12);
        expected.ignore("gap_to_second");
        expected.ignore("catR");
        expected.complete();
    }
}

std::vector<std::size_t> two_a_competence_one_a_tube(const test::KnownAnswers& answers,
                                                     const std::vector<adaptive::Item>& bank,
                                                     bool uncovered_first) {
    std::multiset<std::string> competences;
    std::set<std::string> tubes;
    for (const auto i : answers.items) {
        competences.insert(bank[i].competence);
        tubes.insert(bank[i].tube);
    }
    const bool has_uncovered =
        uncovered_first &&
        std::set<std::string>(competences.begin(), competences.end()).size() < 16;
    auto left = not_answered(answers.items);
    std::erase_if(left, [&](std::size_t i) {
        const auto times = competences.count(bank[i].competence);
        return tubes.contains(bank[i].tube) || times >= (has_uncovered ? 1U : 2U);
    });
    return left;
}

}  // namespace

TEST_CASE("room posterior: vectors of the nested integral") {
    const auto file = test::known_answers("adaptive/hierarchical.json");
    const auto bank = adaptive::number_bank(test::known_bank());
    Known known(file);
    std::size_t seen = 0;
    for (auto& one : known.list("cases")) {
        INFO("case " << seen++);
        const auto scored = score(one, bank);
        check_hierarchical(one.object("result"), scored);
        one.ignore("step_halving_error");
        one.complete();
    }
    CHECK(seen > 0);
    known.section("mirt_crosscheck", [&](Known mirt) {
        for (auto& one : mirt.list("cases")) {
            const auto scored = score(one, bank);
            check_general(one.object("mirt"), scored, 3e-6);
            check_general(one.object("ours"), scored, 2e-6);
            one.complete();
        }
        mirt.complete();
    });
    known.ignore("bank");
    known.ignore("model");
    known.ignore("method");
    known.complete();
}

TEST_CASE("next item: vectors of six criteria and two sets of constraints") {
    const auto file = test::known_answers("adaptive/next_item.json");
    const auto bank = test::known_bank();
    Known known(file);
    std::size_t seen = 0;
    for (auto& one : known.list("cases")) {
        INFO("case " << one.integer("case"));
        ++seen;
        const auto answers = test::answers_of(one, bank);
        const auto ability =
            adaptive::expected_a_posteriori(answers.responses, {}, {-8.0, 8.0}, 161).ability;
        check_near(ability, one.number("theta_EAP"), 1e-12);
        const Criteria criteria(answers.responses, ability);
        check_criteria(one.object("unconstrained"), answers, criteria, bank);
        one.section("constrained_MFI", [&](Known constrained) {
            for (const auto& name : constrained.names()) {
                const auto best = best_five(
                    two_a_competence_one_a_tube(answers, bank, name == "uncovered_first_tube"),
                    criteria, "MFI", bank);
                if (constrained.value(name).is_null()) {
                    CHECK(best.empty());
                    continue;
                }
                auto expected = constrained.object(name);
                INFO(name);
                CHECK(best == test::whole_numbers(expected, "top5"));
                check_near(criteria.of("MFI", bank[best.front()]), expected.number("info"), 1e-12);
                expected.ignore("item");
                expected.complete();
            }
        });
        one.complete();
    }
    CHECK(seen > 0);
}
