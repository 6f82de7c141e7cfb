// SPDX-License-Identifier: Apache-2.0
#include "central/reports.hpp"

#include "central/schema.hpp"
#include "record/header.hpp"
#include "record/payload.hpp"

#include <fmt/format.h>

#include <optional>

namespace preau::central {

namespace {

constexpr char kBundles[] =
    "SELECT sha256, bundle.session, number, box, bytes, candidates, tree_size, received_at, "
    "verdict, code, detail FROM bundle "
    "LEFT JOIN authorisation ON authorisation.session = bundle.session "
    "LEFT JOIN exam_session ON exam_session.session = bundle.session "
    "AND verdict IN ('accepted', 'duplicate') "
    "ORDER BY received_at DESC, sha256 LIMIT ?";
constexpr char kHasSession[] = "SELECT 1 FROM exam_session WHERE session = ?";
constexpr char kEvents[] =
    "SELECT seq, header, leaf, payload FROM event WHERE session = ? ORDER BY seq";

BundleRow read_bundle_row(const sqlite::Statement& row) {
    return {.sha256 = to_hex(row.blob(0)),
            .session = to_hex(row.blob(1)),
            .number = row.text(2),
            .box = row.text(3),
            .bytes = row.integer(4),
            .candidates = row.integer(5),
            .events = row.integer(6),
            .received_at = {row.integer(7)},
            .verdict = row.text(8),
            .code = row.text(9),
            .detail = row.text(10)};
}

/// Nothing when the event is no answer.
Result<std::optional<AnswerRow>> read_answer(const sqlite::Statement& row) {
    const auto bytes = to_array<128>(row.blob(1));
    const auto leaf = to_array<32>(row.blob(2));
    if (!bytes || !leaf) return fail(Error::malformed("header or leaf of another size"));
    const auto header = record::decode(*bytes);
    if (!header) return fail(header.error());
    constexpr auto kAnswer = record::Type::answer_recorded;
    if (header->type != static_cast<std::uint16_t>(kAnswer)) return std::optional<AnswerRow>();
    if (row.is_null(3)) return fail(Error::malformed("the answer was erased"));
    const auto event = record::decode_payload(kAnswer, header->candidate, row.blob(3));
    if (!event) return fail(event.error());
    const auto& answer = std::get<exam::event::AnswerRecorded>(*event);
    return std::optional(AnswerRow{answer.candidate.value, answer.number, answer.item,
                                   answer.command.hex(), answer.value, header->sequence, *leaf});
}

}  // namespace

Result<Reports> Reports::open(const std::filesystem::path& data) {
    const auto path = (data / "central.db").string();
    auto connection = sqlite::Connection::open(path, sqlite::Access::read_only);
    if (!connection) return fail(std::move(connection.error()));
    auto version = sqlite::schema_version(*connection, central_schema());
    if (!version) return fail(std::move(version.error()).with_context(path));
    if (*version != central_schema().version())
        return fail(Error::malformed(path + " is of an older version: start preau-central serve"));
    return Reports(std::move(*connection));
}

Result<std::vector<BundleRow>> Reports::bundles(std::int64_t count_max) {
    auto query = connection_.prepare(kBundles);
    if (!query) return fail(std::move(query.error()));
    query->bind(count_max);
    std::vector<BundleRow> rows;
    while (true) {
        const auto row = query->next();
        if (!row) return fail(row.error());
        if (!*row) return rows;
        rows.push_back(read_bundle_row(*query));
    }
}

Result<std::vector<AnswerRow>> Reports::answers(const SessionId& session) {
    auto known = connection_.prepare(kHasSession);
    if (!known) return fail(std::move(known.error()));
    const auto found = known->bind(session.bytes).next();
    if (!found) return fail(found.error());
    if (!*found)
        return fail(
            Error::malformed(fmt::format("no bundle of session {} was accepted", session.hex())));
    auto query = connection_.prepare(kEvents);
    if (!query) return fail(std::move(query.error()));
    query->bind(session.bytes);
    std::vector<AnswerRow> rows;
    while (true) {
        const auto row = query->next();
        if (!row) return fail(row.error());
        if (!*row) return rows;
        auto answer = read_answer(*query);
        if (!answer)
            return fail(std::move(answer.error())
                            .with_context(fmt::format("record {}", query->integer(0))));
        if (*answer) rows.push_back(std::move(**answer));
    }
}

}  // namespace preau::central
