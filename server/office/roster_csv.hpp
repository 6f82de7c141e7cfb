// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/candidate.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace preau::office {

/// A cell that cannot be taken as it is. The code is Pix's (certification-candidates-errors.js),
/// the message is French, for the school office.
struct RosterProblem {
    int line = 0;
    std::string column;
    std::string code;
    std::string message;
};

/// The candidates of a session as the school's file lists them, or everything that is wrong with
/// it: nothing is enrolled until the file is clean.
struct Roster {
    std::vector<exam::Enrolment> enrolments;
    std::vector<RosterProblem> problems;
};

/// Reads a UTF-8 file, `;` between cells, first line the column names in any order:
/// `Nom de naissance`, `Prénom`, `Date de naissance` (JJ/MM/AAAA), and if wanted `Classe`,
/// `Temps majoré` (percent), `Aménagement` (oui or nothing), `Identifiant plateforme`. Candidates
/// are numbered in the file's order from 1. Two of the same name and birth date must differ by
/// their platform ids; no id is there twice.
Roster read_roster(std::string_view csv);

/// "ligne 3, colonne « Date de naissance » : …"
std::string explain(const RosterProblem& problem);

}  // namespace preau::office
