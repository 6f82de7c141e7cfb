// SPDX-License-Identifier: Apache-2.0
#include "tool/bundle_comparison.hpp"

#include "record/header.hpp"
#include "record/types.hpp"
#include "seal/merkle.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::tool {

namespace {

using Headers = std::vector<record::HeaderBytes>;

std::string describe(const record::HeaderBytes& bytes) {
    const auto header = record::decode(bytes);
    if (!header) return "a record that cannot be read";
    const auto type = record::known_type(header->type);
    const auto what = type ? std::string(record::name(*type)) : std::string("an unknown record");
    const auto who = header->candidate.value == 0
                         ? std::string()
                         : fmt::format(" of candidate {}", header->candidate.value);
    return fmt::format("{}{}, at {} by the box's clock, epoch {}", what, who,
                       to_iso8601(header->wall), header->epoch);
}

bool same_session(const Headers& one, const Headers& other) {
    if (one.empty() || other.empty()) return false;
    const auto first = record::decode(one.front());
    const auto second = record::decode(other.front());
    return first && second && first->session == second->session;
}

std::uint64_t common_records(const Headers& one, const Headers& other) {
    const auto ends = std::ranges::mismatch(one, other);
    return static_cast<std::uint64_t>(ends.in1 - one.begin());
}

std::string fork_words(const Headers& one, const Headers& other, std::uint64_t common) {
    return fmt::format(
        "Both are of one session and agree on {} records. Then the first has {}; the second has "
        "{}. Both cannot be true: the box was cloned, or its data was put back to an earlier "
        "state and the session was held again from there. Keep both as evidence.",
        common, describe(one[common]), describe(other[common]));
}

}  // namespace

Comparison compare_bundles(const seal::Bundle& one, const seal::Bundle& other) {
    const auto& a = one.headers;
    const auto& b = other.headers;
    if (!same_session(a, b)) return {Kinship::strangers, 0, "They are of different sessions."};
    const auto common = common_records(a, b);
    if (common == a.size() && common == b.size())
        return {Kinship::same, common,
                fmt::format("Both tell the same {} records, in whatever wrapping.", common)};
    if (common == a.size() || common == b.size())
        return {Kinship::continued, common,
                fmt::format("The {} goes on from the {}, which ends after {} records.",
                            a.size() > b.size() ? "first" : "second",
                            a.size() > b.size() ? "second" : "first", common)};
    return {Kinship::forked, common, fork_words(a, b, common)};
}

Result<void> check_continues(const seal::Bundle& bundle, const seal::Checkpoint& earlier) {
    if (earlier.size > bundle.headers.size())
        return fail(Error::malformed(fmt::format(
            "somebody holds a checkpoint of {} records, and this journal has {}: the box's data "
            "was put back to an earlier state",
            earlier.size, bundle.headers.size())));
    seal::MerkleTree tree;
    for (std::uint64_t i = 0; i < earlier.size; ++i)
        tree.append(seal::leaf_hash(bundle.headers[i]));
    if (tree.root() == earlier.root) return {};
    return fail(Error::malformed(fmt::format(
        "somebody holds a checkpoint of the first {} records, and those are others here: the box's "
        "data was changed, or put back to an earlier state and gone on with",
        earlier.size)));
}

}  // namespace preau::tool
