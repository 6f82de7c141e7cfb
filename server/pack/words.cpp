// SPDX-License-Identifier: Apache-2.0
#include "pack/words.hpp"

#include "base/check.hpp"

#include <algorithm>

namespace preau::pack {

namespace {

template <class E>
struct Entry {
    E value;
    std::string_view word;
};

constexpr std::array kKinds = {Entry{answers::Kind::qcu, "qcu"},
                               Entry{answers::Kind::qcm, "qcm"},
                               Entry{answers::Kind::qroc, "qroc"},
                               Entry{answers::Kind::qrocm_ind, "qrocm-ind"},
                               Entry{answers::Kind::qrocm_dep, "qrocm-dep"},
                               Entry{answers::Kind::ordering, "ordering"},
                               Entry{answers::Kind::matching, "matching"}};
constexpr std::array kAlgorithms = {Entry{adaptive::Algorithm::pix_flash_v3, "pix-flash-v3"},
                                    Entry{adaptive::Algorithm::room, "room"}};
constexpr std::array<std::string_view, 16> kExtensions = {
    "csv", "eml", "html", "ics", "jpg", "json", "log", "md",
    "odt", "ods", "png",  "svg", "tsv", "txt",  "xml", "jpeg"};
constexpr std::array kPackKinds = {Entry{Kind::certification, "certification"},
                                   Entry{Kind::practice, "practice"}};
constexpr std::array kFormats = {Entry{answers::Format::text, "text"},
                                 Entry{answers::Format::number, "number"},
                                 Entry{answers::Format::select, "select"}};
constexpr std::array kPolicies = {
    Entry{adaptive::DeadlinePolicy::ask_invigilator, "ask-invigilator"},
    Entry{adaptive::DeadlinePolicy::close, "close"}};

template <class E, std::size_t N>
std::string_view find_word(const std::array<Entry<E>, N>& entries, E value) {
    const auto found = std::ranges::find(entries, value, &Entry<E>::value);
    PREAU_CHECK(found != entries.end());
    return found->word;
}

template <class E, std::size_t N>
std::optional<E> find_value(const std::array<Entry<E>, N>& entries, std::string_view word) {
    const auto found = std::ranges::find(entries, word, &Entry<E>::word);
    if (found == entries.end()) return std::nullopt;
    return found->value;
}

}  // namespace

std::string_view word(answers::Kind kind) { return find_word(kKinds, kind); }
std::string_view word(answers::Format format) { return find_word(kFormats, format); }
std::string_view word(adaptive::Algorithm algorithm) { return find_word(kAlgorithms, algorithm); }
std::string_view word(Kind kind) { return find_word(kPackKinds, kind); }
std::string_view word(adaptive::DeadlinePolicy policy) { return find_word(kPolicies, policy); }

std::optional<answers::Kind> kind_from_word(std::string_view word) {
    return find_value(kKinds, word);
}

std::optional<answers::Format> format_from_word(std::string_view word) {
    return find_value(kFormats, word);
}

std::optional<adaptive::Algorithm> algorithm_from_word(std::string_view word) {
    return find_value(kAlgorithms, word);
}

std::optional<Kind> pack_kind_from_word(std::string_view word) {
    return find_value(kPackKinds, word);
}

std::optional<adaptive::DeadlinePolicy> deadline_policy_from_word(std::string_view word) {
    return find_value(kPolicies, word);
}

std::vector<std::string> treatment_words(const answers::Treatments& treatments) {
    std::vector<std::string> words;
    if (treatments.t1) words.emplace_back("t1");
    if (treatments.t2) words.emplace_back("t2");
    if (treatments.t3) words.emplace_back("t3");
    return words;
}

std::optional<answers::Treatments> treatments_from_words(const std::vector<std::string>& words) {
    answers::Treatments treatments{.t1 = false, .t2 = false, .t3 = false};
    for (const auto& word : words) {
        bool* treatment = word == "t1"   ? &treatments.t1
                          : word == "t2" ? &treatments.t2
                          : word == "t3" ? &treatments.t3
                                         : nullptr;
        if (treatment == nullptr || *treatment) return std::nullopt;
        *treatment = true;
    }
    return treatments;
}

bool is_media_extension(std::string_view extension) {
    return std::ranges::find(kExtensions, extension) != kExtensions.end();
}

bool is_competence(std::string_view code) {
    return std::ranges::find(kCompetences, code) != kCompetences.end();
}

}  // namespace preau::pack
