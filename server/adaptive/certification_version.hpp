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
    Configuration configuration;
    int assessment_duration_minutes = 105;
    int minimum_answers = 20;  ///< fewer do not make a certification
    DeadlinePolicy deadline_policy = DeadlinePolicy::ask_invigilator;
    std::vector<Interval> mesh_intervals;  ///< one for each mesh, in order
    std::map<std::string, std::vector<Interval>> competence_intervals;  ///< by competence code

    bool operator==(const CertificationVersion&) const = default;
};

/// Refuses, naming the parameter, a version under which a test could not be run or scored.
Result<void> check_version(const CertificationVersion& version);

}  // namespace preau::adaptive
