// SPDX-License-Identifier: Apache-2.0
#include "tool/robot_value.hpp"

#include "answers/examine.hpp"
#include "base/check.hpp"
#include "json/write.hpp"

#include <fmt/format.h>

#include <numeric>
#include <utility>

namespace preau::tool {

namespace {

using answers::Kind;

constexpr int kTriesMax = 1000;

const std::string& one_of(const std::vector<std::string>& values, SplitMix64& random) {
    return values.at(random.below(values.size()));
}

/// Numbers 1 to count in a drawn order (Fisher and Yates).
std::vector<std::size_t> shuffled(std::size_t count, SplitMix64& random) {
    std::vector<std::size_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), std::size_t{1});
    for (std::size_t left = count; left > 1; --left)
        std::swap(numbers[left - 1], numbers[random.below(left)]);
    return numbers;
}

std::string proposals_text(std::uint64_t bits, std::size_t proposals) {
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < proposals; ++i)
        if ((bits >> i & 1) != 0) chosen.push_back(i + 1);
    return fmt::format("{}", fmt::join(chosen, ","));
}

std::string typed(const std::vector<std::string>& options, SplitMix64& random) {
    return options.empty() ? std::to_string(random.below(1'000'000'000)) : one_of(options, random);
}

json::Object right_fields(const pack::Question& question, const answers::Key& key,
                          SplitMix64& random) {
    json::Object fields;
    const auto groups = shuffled(key.groups.size(), random);
    for (std::size_t i = 0; i < question.fields.size(); ++i) {
        const auto& accepted = key.kind == Kind::qrocm_ind ? key.fields.at(i).accepted
                                                           : key.groups.at(groups.at(i) - 1);
        fields.push_back({question.fields[i].name, one_of(accepted, random)});
    }
    return fields;
}

/// Any value that the form of that kind can send.
std::string any_value(const pack::Question& question, const answers::Key& key, SplitMix64& random) {
    const auto proposals = question.french.proposals_html.size();
    switch (key.kind) {
        case Kind::qcu:
            return std::to_string(1 + random.below(proposals));
        case Kind::qcm:
            return proposals_text(1 + random.below((std::uint64_t{1} << proposals) - 1), proposals);
        case Kind::qroc:
            return typed(question.options, random);
        case Kind::ordering:
            return fmt::format("{}", fmt::join(shuffled(proposals, random), ","));
        case Kind::matching: {
            std::vector<std::size_t> targets(proposals);
            for (auto& target : targets)
                target = 1 + random.below(question.french.targets_html.size());
            return fmt::format("{}", fmt::join(targets, ","));
        }
        case Kind::qrocm_ind:
        case Kind::qrocm_dep: {
            auto fields = right_fields(question, key, random);
            const auto spoilt = random.below(fields.size());
            fields[spoilt].value = typed(question.fields[spoilt].options, random);
            return json::write(std::move(fields));
        }
    }
    PREAU_UNREACHABLE();
}

}  // namespace

std::string right_value(const pack::Question& question, const answers::Key& key,
                        SplitMix64& random) {
    if (key.kind == Kind::qrocm_ind || key.kind == Kind::qrocm_dep)
        return json::write(right_fields(question, key, random));
    return one_of(key.solutions, random);
}

std::string wrong_value(const pack::Question& question, const answers::Key& key,
                        SplitMix64& random) {
    for (int tries = 0; tries < kTriesMax; ++tries) {
        auto value = any_value(question, key, random);
        if (answers::validate(key, value) != answers::Status::ok) return value;
    }
    PREAU_UNREACHABLE();
}

}  // namespace preau::tool
