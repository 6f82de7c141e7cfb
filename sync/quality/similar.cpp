// SPDX-License-Identifier: Apache-2.0
#include "quality/similar.hpp"

#include "answers/normalise.hpp"

#include <algorithm>
#include <cctype>
#include <functional>
#include <tuple>
#include <unordered_map>

namespace preau::quality {

namespace {

constexpr std::size_t kShingleWords = 3;

using Shingles = std::vector<std::size_t>;  ///< hashes, increasing, each once

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const auto end_word = [&] {
        auto plain = answers::t2(answers::t1(answers::pretreat(word)));
        if (!plain.empty()) words.push_back(std::move(plain));
        word.clear();
    };
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || std::isalnum(byte) != 0)
            word += c;
        else
            end_word();
    }
    end_word();
    return words;
}

Shingles shingles_of(std::string_view text) {
    const auto words = words_of(text);
    Shingles shingles;
    const auto last = words.size() < kShingleWords ? 1 : words.size() - kShingleWords + 1;
    for (std::size_t i = 0; i < last; ++i) {
        std::string run;
        for (std::size_t j = i; j < std::min(i + kShingleWords, words.size()); ++j)
            run += words[j] + " ";
        shingles.push_back(std::hash<std::string>{}(run));
    }
    std::ranges::sort(shingles);
    shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
    return shingles;
}

double jaccard(std::size_t shared, const Shingles& a, const Shingles& b) {
    const auto all = a.size() + b.size() - shared;
    return static_cast<double>(shared) / static_cast<double>(all);
}

}  // namespace

std::vector<Similar> similar_texts(std::span<const std::string> texts, double threshold) {
    std::vector<Shingles> shingles;
    std::unordered_map<std::size_t, std::vector<std::size_t>> holders;
    std::vector<Similar> found;
    for (std::size_t second = 0; second < texts.size(); ++second) {
        shingles.push_back(shingles_of(texts[second]));
        std::unordered_map<std::size_t, std::size_t> shared;
        for (const auto shingle : shingles.back())
            for (const auto first : holders[shingle]) ++shared[first];
        for (const auto& [first, count] : shared) {
            const auto likeness = jaccard(count, shingles[first], shingles[second]);
            if (likeness >= threshold) found.push_back({first, second, likeness});
        }
        for (const auto shingle : shingles.back()) holders[shingle].push_back(second);
    }
    std::ranges::sort(found, [](const Similar& a, const Similar& b) {
        return std::tuple(-a.likeness, a.first, a.second) <
               std::tuple(-b.likeness, b.first, b.second);
    });
    return found;
}

}  // namespace preau::quality
