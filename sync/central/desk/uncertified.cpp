// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"
#include "central/desk/desk_commands.hpp"
#include "pack/open.hpp"
#include "seal/hash.hpp"

namespace preau::central {

namespace {

constexpr Duration kDay = minutes(24 * 60);
constexpr Duration kClockTolerance = minutes(60);  // between the platform's clock and a box's

constexpr char kKnown[] = "SELECT name FROM box WHERE name = $1";
constexpr char kKeep[] =
    "INSERT INTO authorisation (session, number, envelope, roster, made_at) "
    "VALUES ($1, $2, $3, $4, $5)";

Result<void> check_boxes(OpenedDesk& desk, std::span<const std::string> boxes) {
    for (const auto& box : boxes) {
        const auto known = desk.database->query(kKnown, box);
        if (!known) return fail(known.error());
        if (known->empty())
            return fail(Error::malformed("box " + box + " is not enrolled: preau-central enrol"));
    }
    return {};
}

}  // namespace

Printed authorise_uncertified(OpenedDesk& desk, const AuthoriseSession& options) {
    const auto& order = options.order;
    if (std::filesystem::exists(options.out))
        return fail(Error::malformed(options.out.string() +
                                     " exists: an authorisation is never overwritten"));
    if (auto known = check_boxes(desk, order.boxes); !known) return fail(std::move(known.error()));
    const auto pack = pack::open(options.pack, desk.keys.root().verifier(seal::Role::content).key);
    if (!pack) return fail(pack.error());
    const auto now = desk.clock.wall_now();
    seal::Authorisation made{.session = {},
                             .number = order.number,
                             .uai = order.uai,
                             .campaign = order.campaign,
                             .boxes = order.boxes,
                             .not_before = now + (Duration{} - kClockTolerance),
                             .not_after = now + Duration{options.days * kDay.ms},
                             .pack_id = pack->id,
                             .pack_version = pack->version,
                             .pack_hash = pack->hash,
                             .roster_hash = seal::sha256(order.roster),
                             .max_candidates = order.max_candidates};
    desk.entropy.fill(made.session.bytes);
    const auto text = seal::write_authorisation(made);
    if (auto read = seal::read_authorisation(as_bytes(text)); !read)
        return fail(std::move(read.error()));
    const auto key = desk.keys.signer(seal::Role::session);
    if (!key) return fail(key.error());
    const auto envelope = seal::sign_authorisation(made, **key);
    const auto kept =
        desk.database->run(kKeep, made.session, made.number, envelope, order.roster, now.ms);
    if (!kept) return fail(kept.error());
    if (auto written = write_file(options.out, as_bytes(envelope)); !written)
        return fail(std::move(written.error()));
    return json::Value(json::Object{{"session", made.session.hex()}});
}

}  // namespace preau::central
