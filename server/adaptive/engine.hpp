// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/ability_estimate.hpp"
#include "adaptive/bank.hpp"
#include "adaptive/capacity.hpp"
#include "adaptive/certification_version.hpp"
#include "adaptive/room_posterior.hpp"
#include "adaptive/selection.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace preau::adaptive {

/// What this room was asked so far, by all its candidates together.
struct RoomCounts {
    std::span<const std::uint32_t> asked{};  ///< by item, how often; empty: nothing is known
    std::uint32_t candidates = 0;            ///< who began their test
};

/// A candidate's test as the engine sees it: a pure function of the seed, of what was answered (or
/// set aside) and in which order. A value: copy it to try something.
struct TestState {
    std::uint64_t seed = 0;
    std::vector<std::size_t> items;             ///< answered, in order
    std::vector<CompetenceResponse> responses;  ///< every answer, in order
    Estimate estimate;

    std::vector<std::uint8_t> order;      ///< room: competence of each question to come and past
    std::vector<std::uint8_t> set_aside;  ///< by item: answered or excluded
    std::vector<std::uint8_t> tubes;      ///< by tube: answered
    std::vector<std::uint8_t> skills;     ///< by skill: answered or excluded
    std::vector<std::uint32_t> counts;    ///< by competence: answers
    std::optional<CapacityEstimator> pix;
    std::optional<RoomPosterior> room;
};

struct CompetenceReport {
    std::string competence;
    int level = 0;
    /// The level lies from low to high with 90 % probability; the same as level for an engine that
    /// does not measure competences.
    int level_low = 0;
    int level_high = 0;
    std::optional<MeanAndSd> ability;  ///< of the competence itself, when it is measured
};

struct Report {
    double capacity = 0.0;                      ///< the certified one, logits
    double standard_error = 0.0;                ///< of it
    Estimate running;                           ///< what the test itself went by
    std::vector<CompetenceReport> competences;  ///< those of the version, by code
};

/// One interface to both engines, prepared once for a pack: building it allocates and takes some
/// milliseconds, count() and choose() do not allocate. Immutable and without chance or time of its
/// own: any thread may use it, the same calls give the same bits.
///
/// To replay a candidate: begin(seed), then count() for each answer in order with the calibration
/// it was asked with, exclude() where a report was accepted, then choose() with the counts of the
/// room at that moment. A question asked but not answered is not in the state: offering it again
/// is the caller's part.
class Engine {
  public:
    /// `version` has passed check_version(); at most 65,535 items and 16 competences.
    Engine(std::span<const Item> items, const CertificationVersion& version);
    ~Engine();
    Engine(Engine&&) noexcept;
    Engine& operator=(Engine&&) noexcept;

    TestState begin(std::uint64_t seed) const;

    /// Counts an answer to the pack's question of that index.
    void count(TestState& test, std::size_t item, const Response& response) const;

    /// Never asks the item's skill again in this test: a report on it was accepted. Whether its
    /// answer counts is the caller's to say.
    void exclude(TestState& test, std::size_t item) const;

    /// Never asks the item itself; others of its skill may be asked.
    void set_aside(TestState& test, std::size_t item) const;

    /// The next question. Draws depend on the seed and on how many answers were counted.
    Result<Pick, NoQuestion> choose(const TestState& test, const RoomCounts& room) const;

    /// The missing questions counted as skipped, each the one that tells most: what a candidate
    /// who gave up is given. Stops early when the pack has none left.
    TestState skip_missing(const TestState& test) const;

    /// The capacity to certify and its standard error.
    AbilityEstimate certified(const TestState& test) const;

    /// Ability in a competence of the bank (its index there), when the engine measures it.
    std::optional<MeanAndSd> competence_ability(const TestState& test,
                                                std::size_t competence) const;

    /// Everything to tell at the end; takes some milliseconds.
    Report report(const TestState& test) const;

    const CertificationVersion& version() const;
    const Bank& bank() const;

  private:
    struct Tables;
    std::optional<std::size_t> next_without_chance(const TestState& test) const;

    std::unique_ptr<const Tables> tables_;
};

}  // namespace preau::adaptive
