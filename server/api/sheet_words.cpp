// SPDX-License-Identifier: Apache-2.0
#include "api/sheet_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace preau::api {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kFrench = {{
    {"identity", "par nom et date de naissance"},
    {"code", "par code personnel"},
    {"everybody", "avec tous les présents"},
    {"image", "image"},
    {"simulator", "simulateur"},
    {"file", "fichier"},
    {"instruction", "consigne"},
    {"other", "autre motif"},
    {"granted", "temps rendu"},
    {"withdrawn", "temps repris"},
    {"none", "aucun verrouillage"},
    {"companion", "extension compagnon"},
    {"seb", "Safe Exam Browser"},
    {"candidate", "abandon du candidat"},
    {"technical", "problème technique"},
    {"completed", "toutes les questions"},
    {"ended_by_invigilator", "par un surveillant"},
    {"time", "temps écoulé"},
    {"finalised", "session terminée"},
    {"exhausted", "plus de question"},
    {"C6", "C6 suspicion de fraude"},
    {"C4", "C4 signature"},
}};

/// Categories go by their own names.
std::string_view french(std::string_view word) {
    const auto found =
        std::ranges::find(kFrench, word, &std::pair<std::string_view, std::string_view>::first);
    return found == kFrench.end() ? word : found->second;
}

}  // namespace

std::string sheet_text(const room::Occurrence& occurrence) {
    std::string text;
    const auto add = [&](std::string_view part) {
        if (part.empty()) return;
        if (!text.empty()) text += " – ";
        text += part;
    };
    if (occurrence.question > 0) add("question " + std::to_string(occurrence.question));
    if (occurrence.minutes > 0) add(std::to_string(occurrence.minutes) + " min");
    for (const auto& word : occurrence.words) add(french(word));
    add(occurrence.text);
    return text;
}

}  // namespace preau::api
