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
    "SELECT sha256, session, coalesce(box, ''), bytes, received_at, state, code, detail "
    "FROM bundle ORDER BY received_at DESC, sha256 LIMIT $1";
constexpr char kNumber[] = "SELECT number FROM authorisation WHERE session = $1";
constexpr char kCounts[] = "SELECT candidates, tree_size FROM exam_session WHERE session = $1";
constexpr char kHasSession[] = "SELECT tree_size FROM exam_session WHERE session = $1";
constexpr char kEvents[] =
    "SELECT seq, header, leaf, payload FROM event WHERE session = $1 ORDER BY seq";

BundleRow read_bundle_row(sql::Row row) {
    return {.sha256 = to_hex(row.blob(0)),
            .session = row.is_null(1) ? "" : to_hex(row.blob(1)),
            .number = {},
            .box = row.text(2),
            .bytes = row.integer(3),
            .received_at = {row.integer(4)},
            .state = row.text(5),
            .code = row.text(6),
            .detail = row.text(7)};
}

/// Nothing when the event is no answer.
Result<std::optional<AnswerRow>> read_answer(sql::Row row) {
    const auto bytes = row.array<128>(1);
    const auto leaf = row.array<32>(2);
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

Result<Reports> Reports::open(const std::string& url) {
    auto connection = sql::open_reader(url, central_schema());
    if (!connection) return fail(std::move(connection.error()));
    return Reports(std::move(*connection));
}

Result<std::vector<BundleRow>> Reports::bundles(std::int64_t count_max) {
    const auto found = connection_->query(kBundles, count_max);
    if (!found) return fail(found.error());
    std::vector<BundleRow> rows;
    for (std::size_t i = 0; i < found->size(); ++i) {
        const auto row = (*found)[i];
        rows.push_back(read_bundle_row(row));
        if (row.is_null(1)) continue;
        if (auto added = add_session(rows.back(), row.blob(1)); !added)
            return fail(std::move(added.error()));
    }
    return rows;
}

/// The session's own rows are elsewhere than the bundle's when a database is spread.
Result<void> Reports::add_session(BundleRow& bundle, ByteView session) {
    const auto number = connection_->query(kNumber, session);
    if (!number) return fail(number.error());
    if (!number->empty()) bundle.number = (*number)[0].text(0);
    if (bundle.state != "accepted" && bundle.state != "duplicate") return {};
    const auto counts = connection_->query(kCounts, session);
    if (!counts) return fail(counts.error());
    if (counts->empty()) return {};
    bundle.candidates = (*counts)[0].integer(0);
    bundle.events = (*counts)[0].integer(1);
    return {};
}

Result<std::vector<AnswerRow>> Reports::answers(const SessionId& session) {
    const auto known = connection_->query(kHasSession, session);
    if (!known) return fail(known.error());
    if (known->empty())
        return fail(
            Error::malformed(fmt::format("no bundle of session {} was accepted", session.hex())));
    const auto events = connection_->query(kEvents, session);
    if (!events) return fail(events.error());
    std::vector<AnswerRow> rows;
    for (std::size_t i = 0; i < events->size(); ++i) {
        auto answer = read_answer((*events)[i]);
        if (!answer)
            return fail(std::move(answer.error())
                            .with_context(fmt::format("record {}", (*events)[i].integer(0))));
        if (*answer) rows.push_back(std::move(**answer));
    }
    return rows;
}

}  // namespace preau::central
