// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"

#include <map>
#include <string>
#include <vector>

namespace preau::adaptive {

/// Parameters of the choice of questions; the defaults are the values that Pix publishes.
struct Configuration {
    int maximum_assessment_length = 32;
    int challenges_between_same_competence = 2;
    bool limit_to_one_question_per_tube = true;
    bool enable_passage_by_all_competences = true;
    double variation_percent = 0.5;  ///< 0: the capacity may move freely
    double default_candidate_capacity = -3.0;
    double default_probability_to_pick_challenge = 51.0;  ///< percent

    bool operator==(const Configuration&) const = default;
};

/// Which engine chooses the questions and measures.
enum class Algorithm {
    pix_flash_v3,  ///< Pix's own, to the last bit
    room,          ///< a posterior of sixteen competences, questions shared out over the room
};

/// Parameters of the room engine; the abilities are on the logit scale.
struct RoomParameters {
    double population_mean = 0.5;
    double population_sd = 1.5;
    double competence_sd = 0.5;     ///< of a competence around the candidate's ability
    double lower_asymptote = 0.01;  ///< probability of a lucky guess
    double upper_asymptote = 0.98;  ///< 1 less the probability of a careless slip
    double exposure_max = 0.30;     ///< share of the candidates who may meet one question
    double noise = 0.03;            ///< scale of the Gumbel noise of the choice

    bool operator==(const RoomParameters&) const = default;
};

/// A stretch of capacity [min, max) and the level it stands for.
struct Interval {
    int level = 0;
    double min = 0.0;
    double max = 0.0;

    bool operator==(const Interval&) const = default;
};

/// What happens when a candidate's time is over.
enum class DeadlinePolicy {
    ask_invigilator,  ///< the test goes on, flagged, and the invigilator decides: Pix's way
    close,            ///< the test ends
};

/// Everything that a result depends on besides the answers: it travels in the pack, so that the
/// platform scores the same answers with the same rules.
struct CertificationVersion {
    std::string name;
    Algorithm algorithm = Algorithm::pix_flash_v3;
    Configuration configuration;
    int assessment_duration_minutes = 105;
    int minimum_answers = 20;  ///< fewer do not make a certification
    DeadlinePolicy deadline_policy = DeadlinePolicy::ask_invigilator;
    std::vector<Interval> mesh_intervals;  ///< one for each mesh, in order
    std::map<std::string, std::vector<Interval>> competence_intervals;  ///< by competence code
    RoomParameters room;      ///< read by the room engine only
    std::string valid_from;   ///< YYYY-MM-DD, first day on which it may be sat; empty: no limit
    std::string valid_until;  ///< YYYY-MM-DD, last day; empty: no limit

    bool operator==(const CertificationVersion&) const = default;
};

/// Refuses, naming the parameter, a version under which a test could not be run or scored.
Result<void> check_version(const CertificationVersion& version);

}  // namespace preau::adaptive
