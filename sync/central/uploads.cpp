// SPDX-License-Identifier: Apache-2.0
#include "central/uploads.hpp"

#include "base/limits.hpp"
#include "base/log.hpp"
#include "central/chunk_file.hpp"

#include <fmt/format.h>

namespace preau::central {

namespace {

constexpr char kFind[] =
    "SELECT bytes, received, box, session, sidecar, touched_at FROM upload WHERE sha256 = $1";
constexpr char kIsHere[] = "SELECT bytes FROM bundle WHERE sha256 = $1";
constexpr char kOthersOfBox[] =
    "SELECT count(sha256), coalesce(max(touched_at), 0) FROM upload WHERE box = $1 AND sha256 <> "
    "$2";
constexpr char kOfLastHour[] =
    "SELECT count(sha256) FROM bundle WHERE box = $1 AND received_at > $2";
constexpr char kBegin[] =
    "INSERT INTO upload (sha256, bytes, received, box, session, sidecar, begun_at, touched_at) "
    "VALUES ($1, $2, 0, $3, $4, $5, $6, $6) ON CONFLICT (sha256) DO NOTHING";
constexpr char kMove[] = "UPDATE upload SET received = $2, touched_at = $3 WHERE sha256 = $1";
constexpr char kForget[] = "DELETE FROM upload WHERE sha256 = $1";
constexpr char kLeftAlone[] =
    "SELECT sha256 FROM upload WHERE touched_at < $1 OR received = bytes LIMIT 100";

constexpr Duration kKept = minutes(7 * 24 * 60);
// Another bundle of a box that still sends one waits this long after its last chunk.
constexpr Duration kAtItFor = seconds(30);
constexpr std::int64_t kUnfinishedOfBoxMax = 8;
constexpr std::int64_t kBundlesOfBoxAnHourMax = 600;

Failure<Stop> stop(StopCode code, std::string detail) {
    return fail(Stop{code, std::move(detail)});
}
Failure<Stop> disk(const Error& error) { return fail(Stop::disk(error)); }

}  // namespace

std::filesystem::path Uploads::file_of(const Hash& sha256) const {
    return parts_.folder / (to_hex(sha256) + ".part");
}

/// What the work decides is kept also when it stops: a stop is an answer, not a failure.
template <class Work>
Uploads::Checked<Progress> Uploads::in_transaction(Work work) {
    Checked<Progress> outcome(Progress{});
    const auto done =
        sql::in_transaction(parts_.register_of_sessions.connection(), [&]() -> Result<void> {
            outcome = work();
            const bool failed = !outcome && outcome.error().code == StopCode::storage_failed;
            if (failed) return fail(Error::environment(outcome.error().detail));
            return {};
        });
    if (!done) return disk(done.error());
    return outcome;
}

Result<std::optional<Uploads::Row>> Uploads::find(const Hash& sha256, bool locked) {
    auto& connection = parts_.register_of_sessions.connection();
    auto sql = std::string(kFind);
    if (locked) sql += connection.for_update();
    const auto rows = connection.query(sql, sha256);
    if (!rows) return fail(rows.error());
    if (rows->empty()) return std::optional<Row>();
    const auto row = (*rows)[0];
    const auto session = row.array<16>(3);
    if (!session) return fail(session.error());
    return std::optional(Row{{.box = row.text(2),
                              .session = {*session},
                              .sha256 = sha256,
                              .bytes = static_cast<std::uint64_t>(row.integer(0)),
                              .note = row.text(4)},
                             static_cast<std::uint64_t>(row.integer(1)),
                             {row.integer(5)}});
}

Result<Progress, Stop> Uploads::create(const Sidecar& sidecar) {
    if (sidecar.bytes == 0 || sidecar.bytes > limits::bundle_bytes_max)
        return stop(
            StopCode::upload_too_large,
            fmt::format("{} bytes, 1 to {} are accepted", sidecar.bytes, limits::bundle_bytes_max));
    auto known = progress(sidecar.sha256);
    if (known || known.error().code != StopCode::upload_unknown) return known;
    return in_transaction([&] { return begin(sidecar); });
}

Uploads::Checked<Progress> Uploads::begin(const Sidecar& sidecar) {
    if (auto room = make_room_for(sidecar); !room) return fail(std::move(room.error()));
    if (auto made = make_folder(parts_.folder); !made) return disk(made.error());
    const auto begun = parts_.register_of_sessions.connection().run(
        kBegin, sidecar.sha256, sidecar.bytes, sidecar.box, sidecar.session, sidecar.note,
        parts_.clock.wall_now().ms);
    if (!begun) return disk(begun.error());
    // Another process may have taken the last chunk in since nothing was found here.
    const auto here = parts_.register_of_sessions.connection().query(kIsHere, sidecar.sha256);
    if (!here) return disk(here.error());
    if (here->empty()) return Progress{0, sidecar.bytes};
    if (auto gone = forget(sidecar.sha256); !gone) return disk(gone.error());
    return Progress{sidecar.bytes, sidecar.bytes};
}

Uploads::Checked<void> Uploads::make_room_for(const Sidecar& sidecar) {
    auto& connection = parts_.register_of_sessions.connection();
    const auto now = parts_.clock.wall_now();
    const auto others = connection.query(kOthersOfBox, sidecar.box, sidecar.sha256);
    if (!others) return disk(others.error());
    if ((*others)[0].integer(0) >= kUnfinishedOfBoxMax)
        return stop(StopCode::uploads_too_many, "the box has unfinished uploads enough");
    if ((*others)[0].integer(1) > (now + (Duration{} - kAtItFor)).ms)
        return stop(StopCode::uploads_too_many, "the box is still sending another bundle");
    const auto lately =
        connection.query(kOfLastHour, sidecar.box, (now + (Duration{} - minutes(60))).ms);
    if (!lately) return disk(lately.error());
    if ((*lately)[0].integer(0) >= kBundlesOfBoxAnHourMax)
        return stop(StopCode::uploads_too_many, "the box has sent enough for one hour");
    return {};
}

Result<Progress, Stop> Uploads::progress(const Hash& sha256) {
    const auto here = parts_.register_of_sessions.connection().query(kIsHere, sha256);
    if (!here) return disk(here.error());
    if (!here->empty()) {
        const auto bytes = static_cast<std::uint64_t>((*here)[0].integer(0));
        return Progress{bytes, bytes};
    }
    const auto row = find(sha256, false);
    if (!row) return disk(row.error());
    if (!*row) return stop(StopCode::upload_unknown, "nothing of these bytes is here");
    return Progress{(*row)->received, (*row)->sidecar.bytes};
}

Result<Progress, Stop> Uploads::append(const Hash& sha256, std::uint64_t offset, ByteView chunk) {
    return in_transaction([&]() -> Checked<Progress> {
        const auto row = find(sha256, true);
        if (!row) return disk(row.error());
        if (*row) return write(**row, offset, chunk);
        auto known = progress(sha256);
        if (!known) return known;
        return stop(StopCode::upload_elsewhere, "all the bytes are here already");
    });
}

Uploads::Checked<Progress> Uploads::write(const Row& row, std::uint64_t offset, ByteView chunk) {
    if (offset != row.received)
        return stop(StopCode::upload_elsewhere,
                    fmt::format("the upload stands at {}", row.received));
    const Progress after{offset + chunk.size(), row.sidecar.bytes};
    if (after.received > after.bytes)
        return stop(StopCode::upload_too_large, "more bytes than the upload announced");
    if (auto written = write_chunk(file_of(row.sidecar.sha256), offset, chunk); !written)
        return disk(written.error());
    if (after.is_whole()) return finish(row);
    const auto moved = parts_.register_of_sessions.connection().run(
        kMove, row.sidecar.sha256, after.received, parts_.clock.wall_now().ms);
    if (!moved) return disk(moved.error());
    return after;
}

Uploads::Checked<Progress> Uploads::finish(const Row& row) {
    const auto& sidecar = row.sidecar;
    if (!parts_.blobs.has(sidecar.sha256)) {
        const auto hash = hash_of_file(file_of(sidecar.sha256));
        if (!hash) return disk(hash.error());
        if (*hash != sidecar.sha256) {
            if (auto gone = forget(sidecar.sha256); !gone) return disk(gone.error());
            return stop(StopCode::hash_differs, "the bytes are not those that the box signed for");
        }
    }
    if (auto taken = parts_.blobs.take_in(sidecar.sha256, file_of(sidecar.sha256)); !taken)
        return disk(taken.error());
    if (auto settled = settle(sidecar); !settled) return disk(settled.error());
    return Progress{sidecar.bytes, sidecar.bytes};
}

Result<void> Uploads::settle(const Sidecar& sidecar) {
    const auto now = parts_.clock.wall_now();
    auto& sessions = parts_.register_of_sessions;
    if (auto received = sessions.receive({.sha256 = sidecar.sha256,
                                          .bytes = sidecar.bytes,
                                          .session = sidecar.session,
                                          .box = sidecar.box,
                                          .sidecar = sidecar.note,
                                          .stored = parts_.sign_stored(sidecar, now),
                                          .at = now});
        !received)
        return received;
    if (auto gone = sessions.connection().run(kForget, sidecar.sha256); !gone)
        return fail(gone.error());
    return {};
}

Result<void> Uploads::forget(const Hash& sha256) {
    if (auto gone = parts_.register_of_sessions.connection().run(kForget, sha256); !gone)
        return fail(gone.error());
    std::error_code ignored;  // a file without a row is overwritten by the next upload
    std::filesystem::remove(file_of(sha256), ignored);
    return {};
}

Result<void> Uploads::tidy() {
    const auto now = parts_.clock.wall_now();
    const auto rows =
        parts_.register_of_sessions.connection().query(kLeftAlone, (now + (Duration{} - kKept)).ms);
    if (!rows) return fail(rows.error());
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const auto sha256 = (*rows)[i].array<32>(0);
        if (!sha256) return fail(sha256.error());
        const auto tidied = in_transaction([&]() -> Checked<Progress> {
            const auto row = find(*sha256, true);
            if (!row) return disk(row.error());
            if (!*row) return Progress{};
            if ((*row)->received == (*row)->sidecar.bytes) return finish(**row);
            log::info("upload.forgotten", {{"sha256", to_hex(*sha256)}});
            if (auto gone = forget(*sha256); !gone) return disk(gone.error());
            return Progress{};
        });
        if (!tidied && tidied.error().code == StopCode::storage_failed)
            return fail(Error::environment(tidied.error().detail));
    }
    return {};
}

}  // namespace preau::central
