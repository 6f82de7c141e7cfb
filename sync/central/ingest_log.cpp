// SPDX-License-Identifier: Apache-2.0
#include "central/ingest_log.hpp"

#include "seal/merkle.hpp"

namespace preau::central {

namespace {

constexpr char kHead[] = "SELECT size, subtrees, note FROM ingest_log_head WHERE one = 1";
constexpr char kSetHead[] =
    "UPDATE ingest_log_head SET size = $1, subtrees = $2, note = $3, signed_at = $4 WHERE one = 1";
constexpr char kWaiting[] =
    "SELECT ingest_log.id, line FROM ingest_log_waiting "
    "JOIN ingest_log ON ingest_log.id = ingest_log_waiting.id ORDER BY line LIMIT 1000";
constexpr char kPlace[] = "INSERT INTO ingest_log_leaf (position, id, leaf) VALUES ($1, $2, $3)";
constexpr char kWaitsNoMore[] = "DELETE FROM ingest_log_waiting WHERE id = $1";
constexpr char kLeaves[] = "SELECT leaf FROM ingest_log_leaf ORDER BY position";

Result<seal::MerkleTree> read_tree(sql::Row row) {
    std::vector<Hash> subtrees;
    for (auto rest = row.blob(1); !rest.empty();) {
        auto subtree = to_array<32>(rest.first(std::min<std::size_t>(rest.size(), 32)));
        if (!subtree) return fail(std::move(subtree.error()));
        subtrees.push_back(*subtree);
        rest = rest.subspan(32);
    }
    return seal::MerkleTree::resume(static_cast<std::uint64_t>(row.integer(0)),
                                    std::move(subtrees));
}

Bytes joined(const std::vector<Hash>& hashes) {
    Bytes all;
    for (const auto& hash : hashes) all.insert(all.end(), hash.begin(), hash.end());
    return all;
}

}  // namespace

Hash log_leaf(std::string_view line) { return seal::leaf_hash(as_bytes(line)); }

Result<std::size_t> IngestLog::grow() {
    return sql::in_transaction(connection_, [&] { return grow_locked(); });
}

Result<std::size_t> IngestLog::grow_locked() {
    const auto head = connection_.query(std::string(kHead).append(connection_.for_update()));
    if (!head) return fail(head.error());
    auto tree = read_tree((*head)[0]);
    if (!tree) return fail(std::move(tree.error()).with_context("read the head of the ingest log"));
    const auto lines = waiting();
    if (!lines) return fail(lines.error());
    if (lines->empty()) return std::size_t{0};
    for (const auto& line : *lines) {
        if (auto placed = place(line, tree->size()); !placed) return fail(placed.error());
        tree->append(log_leaf(line.text));
    }
    const auto note = seal::sign_checkpoint({signer_.origin, tree->size(), tree->root()},
                                            signer_.origin, signer_.key);
    const auto set = connection_.run(kSetHead, tree->size(), joined(tree->subtrees()), note,
                                     clock_.wall_now().ms);
    if (!set) return fail(set.error());
    return lines->size();
}

Result<std::vector<IngestLog::Line>> IngestLog::waiting() {
    const auto rows = connection_.query(kWaiting);
    if (!rows) return fail(rows.error());
    std::vector<Line> lines;
    for (std::size_t i = 0; i < rows->size(); ++i)
        lines.push_back({to_bytes((*rows)[i].blob(0)), (*rows)[i].text(1)});
    return lines;
}

Result<void> IngestLog::place(const Line& line, std::uint64_t position) {
    const auto placed = connection_.run(kPlace, position, line.id, log_leaf(line.text));
    if (!placed) return fail(placed.error());
    const auto gone = connection_.run(kWaitsNoMore, line.id);
    if (!gone) return fail(gone.error());
    return {};
}

Result<std::string> IngestLog::head() {
    const auto rows = connection_.query(kHead);
    if (!rows) return fail(rows.error());
    return (*rows)[0].text(2);
}

Result<std::vector<Hash>> IngestLog::leaves() {
    const auto rows = connection_.query(kLeaves);
    if (!rows) return fail(rows.error());
    std::vector<Hash> leaves;
    for (std::size_t i = 0; i < rows->size(); ++i) {
        auto leaf = (*rows)[i].array<32>(0);
        if (!leaf) return fail(std::move(leaf.error()));
        leaves.push_back(*leaf);
    }
    return leaves;
}

}  // namespace preau::central
