// SPDX-License-Identifier: Apache-2.0
#include "authoring/source.hpp"
#include "base/file.hpp"
#include "base/system_clock.hpp"
#include "json/write.hpp"
#include "simulation/prices.hpp"
#include "simulation/report_html.hpp"
#include "tool/command.hpp"
#include "tool/problem_list.hpp"
#include "tool/progress_bar.hpp"
#include "tool/report.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <memory>
#include <optional>

namespace preau::tool {

namespace {

using adaptive::Algorithm;

constexpr const char* kPix = "pix-flash-v3";
constexpr const char* kRoom = "room";
constexpr std::uint64_t kCandidatesMax = 1'000'000;
constexpr std::uint64_t kRoomMax = 1000;
constexpr std::uint64_t kSeedMax = std::uint64_t{1} << 53;  // exact in the JSON outcome
constexpr double kMeanMax = 10.0;
constexpr double kSdMax = 5.0;
constexpr double kSlipMax = 0.5;

struct Options {
    std::string source;
    std::string engine;
    std::uint64_t candidates = 5000;
    std::uint64_t room = 24;
    std::uint64_t seed = 1;
    std::string ability;
    double slip = 0.0;
    double guess = 0.0;
    std::string html;
    bool json = false;
};

std::optional<double> read_number(std::string_view text) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

struct Ability {
    double mean = 0.0;
    double sd = 0.0;
};

std::optional<Ability> read_ability(std::string_view text) {
    const auto comma = text.find(',');
    if (comma == std::string_view::npos) return std::nullopt;
    const auto mean = read_number(text.substr(0, comma));
    const auto sd = read_number(text.substr(comma + 1));
    if (!mean || !sd || std::abs(*mean) > kMeanMax || *sd < 0.0 || *sd > kSdMax)
        return std::nullopt;
    return Ability{*mean, *sd};
}

std::string check_ability(const std::string& text) {
    if (read_ability(text)) return {};
    return fmt::format("is MEAN,SD in logits, such as 0.5,1.3: mean within ±{}, sd from 0 to {}",
                       kMeanMax, kSdMax);
}

std::string check_chance(const std::string& text) {
    const auto value = read_number(text);
    if (value && *value >= 0.0 && *value <= kSlipMax) return {};
    return fmt::format("is a probability from 0 to {}", kSlipMax);
}

std::vector<adaptive::Item> items_of(const authoring::Source& source) {
    std::vector<adaptive::Item> items;
    for (const auto& question : source.questions)
        if (!question.question.needs_internet) items.push_back(question.item);
    return items;
}

simulation::Scenario scenario_of(const Options& options,
                                 const adaptive::CertificationVersion& version) {
    simulation::Scenario scenario{.population = {.competence_sd = version.room.competence_sd,
                                                 .ability = std::nullopt,
                                                 .slip = options.slip,
                                                 .guess = options.guess},
                                  .candidates = options.candidates,
                                  .room = options.room,
                                  .seed = options.seed};
    if (const auto ability = read_ability(options.ability)) {
        scenario.population.ability_mean = ability->mean;
        scenario.population.ability_sd = ability->sd;
    }
    return scenario;
}

/// Runs engines over one pack, telling how far they are.
class Simulator {
  public:
    Simulator(simulation::Comparison& comparison, const adaptive::CertificationVersion& version,
              Clock& clock)
        : comparison_(comparison), version_(version), clock_(clock) {}

    void run(Algorithm algorithm, const char* name) {
        version_.algorithm = algorithm;
        if (algorithm == Algorithm::room) learn_prices();
        ProgressBar bar(clock_, name, comparison_.scenario.candidates);
        const adaptive::Engine engine(comparison_.items, version_);
        comparison_.runs.push_back(
            {name, simulation::simulate(engine, comparison_.scenario,
                                        [&bar](std::size_t done) { bar.show(done); })});
    }

  private:
    void learn_prices() {
        const ProgressBar bar(clock_, "exposure prices, some seconds", 1);
        const auto prices = simulation::learn_prices(comparison_.items, version_);
        for (std::size_t i = 0; i < prices.size(); ++i) comparison_.items[i].price = prices[i];
    }

    simulation::Comparison& comparison_;
    adaptive::CertificationVersion version_;
    Clock& clock_;
};

simulation::Comparison compare(const authoring::Source& source, const Options& options,
                               Clock& clock) {
    const auto& version = source.certification_version;
    simulation::Comparison comparison{
        .pack = source.id + " " + source.version,
        .title = source.title,
        .scenario = scenario_of(options, version),
        .length = static_cast<std::size_t>(version.configuration.maximum_assessment_length),
        .exposure_max = version.room.exposure_max,
        .items = items_of(source),
        .runs = {}};
    Simulator simulator(comparison, version, clock);
    if (options.engine != kRoom) simulator.run(Algorithm::pix_flash_v3, kPix);
    if (options.engine != kPix) simulator.run(Algorithm::room, kRoom);
    return comparison;
}

int simulate(const Options& options) {
    const auto source = authoring::read_source(options.source);
    if (!source) return print_problems(source.error(), options.json);
    SystemClock clock;
    const auto comparison = compare(*source, options, clock);
    if (!options.html.empty()) {
        const auto page = simulation::report_html(comparison);
        if (const auto written = write_file(options.html, as_bytes(page)); !written)
            return report(written.error());
    }
    fmt::print("{}{}",
               options.json ? json::write(simulation::to_json(comparison)) + "\n"
                            : simulation::to_text(comparison),
               options.json || options.html.empty() ? "" : "\n" + options.html + "\n");
    return kDone;
}

void add_population(CLI::App& command, Options& options) {
    command.add_option("--candidates", options.candidates, "How many sit the test")
        ->check(CLI::Range(std::uint64_t{2}, kCandidatesMax))
        ->capture_default_str();
    command.add_option("--room", options.room, "How many sit together")
        ->check(CLI::Range(std::uint64_t{1}, kRoomMax))
        ->capture_default_str();
    command
        .add_option("--ability", options.ability,
                    "MEAN,SD of the candidates' abilities in logits; 0.5,1.3 unless given")
        ->check(check_ability);
    command.add_option("--slip", options.slip, "Probability of a wrong answer that one knows")
        ->check(check_chance);
    command.add_option("--guess", options.guess, "Probability of a right answer by luck")
        ->check(check_chance);
    command.add_option("--seed", options.seed, "The same seed gives the same figures")
        ->check(CLI::Range(std::uint64_t{0}, kSeedMax))
        ->capture_default_str();
}

}  // namespace

void add_pack_simulate(CLI::App& parent, int& exit_code) {
    auto* command = parent.add_subcommand(
        "simulate",
        "Lets simulated candidates sit the test of a pack's source, with both engines side by "
        "side, and tells how well it measures and how often each question is met");
    auto options = std::make_shared<Options>();
    command->add_option("PACK", options->source, "Folder with pack.toml and the questions")
        ->required();
    command->add_option("--engine", options->engine, "Only this engine: pix-flash-v3 or room")
        ->check(CLI::IsMember({kPix, kRoom}));
    add_population(*command, *options);
    command->add_option("--html", options->html, "Also write the figures with plots to this file");
    command->add_flag("--json", options->json, "Print the outcome as one JSON object");
    command->callback([options, &exit_code] { exit_code = simulate(*options); });
}

}  // namespace preau::tool
