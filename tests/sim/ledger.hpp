// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "room/answer_receipt.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace preau::sim {

/// What somebody answered to what.
struct GivenAnswer {
    std::uint32_t candidate = 0;
    int number = 0;
    std::string item;
    std::string value;

    bool operator==(const GivenAnswer&) const = default;
};

struct Acknowledged {
    CommandId command;
    GivenAnswer answer;
    room::AnswerReceipt receipt;
};

/// What the browsers of a world have given, under which id, and what they were told of it.
struct Ledger {
    std::map<CommandId, GivenAnswer> given;
    std::vector<Acknowledged> acknowledged;
    std::set<CommandId> refused;    ///< what people were told does not count
    std::set<CommandId> acts_done;  ///< of invigilators, that the box said are done
    /// Candidate and item of the reports that the box said it has.
    std::set<std::pair<std::uint32_t, std::string>> reports_heard;
    /// Candidate and item of the questions that somebody asked to open.
    std::set<std::pair<std::uint32_t, std::string>> opened;
    /// Candidate and item of the focus questions whose page was left, and of those that the box
    /// said it knows of.
    std::set<std::pair<std::uint32_t, std::string>> looked_away, heard_away;
};

}  // namespace preau::sim
