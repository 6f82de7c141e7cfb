// SPDX-License-Identifier: Apache-2.0
#include "central/desk/enrolment.hpp"

#include "base/limits.hpp"
#include "seal/code.hpp"
#include "seal/hash.hpp"
#include "seal/names.hpp"

namespace preau::central {

namespace {

constexpr Duration kDay = minutes(24 * 60);
constexpr Duration kClockTolerance = minutes(60);  // a box's clock may be that much behind
constexpr Duration kCertificateLasts{(limits::certificate_days_max - 10) * kDay.ms};
constexpr std::int64_t kSerialMask = (std::int64_t{1} << 52) - 1;

constexpr char kGiveCode[] =
    "INSERT INTO enrolment_code (code_hash, box, uai, made_at, expires_at) "
    "VALUES ($1, $2, $3, $4, $5)";
constexpr char kFindCode[] =
    "SELECT box, uai, used_at FROM enrolment_code WHERE code_hash = $1 AND expires_at > $2";
constexpr char kUseCode[] =
    "UPDATE enrolment_code SET used_at = $1 WHERE code_hash = $2 AND used_at IS NULL";
constexpr char kAdd[] =
    "INSERT INTO box_certificate (box, number, serial, uai, sign_key, encrypt_key, not_before, "
    "not_after, envelope, made_at) SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, "
    "$7, $8, $9 FROM box_certificate WHERE box = $1";
constexpr char kBoxOfKey[] = "SELECT box FROM box_certificate WHERE sign_key = $1 LIMIT 1";
constexpr char kCertificates[] =
    "SELECT envelope FROM box_certificate WHERE box = $1 ORDER BY number DESC";
constexpr char kAll[] =
    "SELECT c.envelope, r.since, r.reason FROM box_certificate c "
    "LEFT JOIN box_revocation r ON r.box = c.box WHERE c.number = "
    "(SELECT max(number) FROM box_certificate m WHERE m.box = c.box) ORDER BY c.box";
constexpr char kFind[] =
    "SELECT c.envelope, r.since, r.reason FROM box_certificate c "
    "LEFT JOIN box_revocation r ON r.box = c.box WHERE c.box = $1 ORDER BY c.number DESC LIMIT 1";
constexpr char kRevoke[] =
    "INSERT INTO box_revocation (box, since, reason, made_by, made_at) "
    "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (box) DO NOTHING";
constexpr char kRevocations[] = "SELECT box, since, reason FROM box_revocation ORDER BY box";

Failure<Refused> refuse(NotEnrolled why, std::string detail) {
    return fail(Refused{why, std::move(detail)});
}
Failure<Refused> disk(const Error& error) {
    return refuse(NotEnrolled::storage_failed, error.message);
}

/// Everything the work writes, or nothing when it refuses.
template <class Work>
Result<std::string, Refused> all_or_nothing(sql::Connection& database, Work work) {
    std::optional<Refused> refused;
    auto done = sql::in_transaction(database, [&]() -> Result<std::string> {
        refused.reset();
        auto asked = work();
        if (asked) return std::move(*asked);
        refused = std::move(asked.error());
        return fail(Error::malformed(refused->detail));
    });
    if (done) return std::move(*done);
    if (refused) return fail(std::move(*refused));
    return disk(done.error());
}

Result<EnrolledBox> box_of(const sql::Row& row, const seal::Root& root) {
    EnrolledBox box;
    box.envelope = row.text(0);
    auto certificate = seal::open_certificate(box.envelope, root);
    if (!certificate) return fail(std::move(certificate.error()));
    box.name = certificate->box;
    box.uai = certificate->uai;
    box.certificate = std::move(*certificate);
    if (!row.is_null(1)) box.revocation = {box.name, {row.integer(1)}, row.text(2)};
    return box;
}

}  // namespace

Result<std::string> Enrolment::give_code(const std::string& box, const std::string& uai) {
    if (!seal::is_box_name(box))
        return fail(Error::malformed(
            "the name of a box is 1 to 32 capital letters, digits and hyphens: BOX-7Q4M"));
    Hash drawn{};
    parts_.entropy.fill(drawn);
    auto code = seal::code_of(drawn);
    const auto now = parts_.clock.wall_now();
    const auto kept = parts_.database.run(kGiveCode, seal::sha256(as_bytes(code)), box, uai, now.ms,
                                          (now + kDay).ms);
    if (!kept) return fail(kept.error());
    return code;
}

Result<std::optional<Enrolment::Code>> Enrolment::find_code(std::string_view typed) {
    const auto code = seal::read_code(typed);
    if (!code) return std::optional<Code>();
    const auto hash = seal::sha256(as_bytes(*code));
    const auto rows = parts_.database.query(kFindCode, hash, parts_.clock.wall_now().ms);
    if (!rows) return fail(rows.error());
    if (rows->empty()) return std::optional<Code>();
    const auto row = (*rows)[0];
    return std::optional(Code{hash, row.text(0), row.text(1), !row.is_null(2)});
}

Enrolment::Asked<Enrolment::Code> Enrolment::usable_code(std::string_view typed,
                                                         const seal::BoxRequest& request) {
    auto code = find_code(typed);
    if (!code) return disk(code.error());
    if (!*code) return refuse(NotEnrolled::code_refused, "no such code, or it is too old");
    if ((*code)->uai != request.uai)
        return refuse(NotEnrolled::school_differs, "the code is for school " + (*code)->uai +
                                                       ", the request for " + request.uai);
    return std::move(**code);
}

Enrolment::Asked<std::string> Enrolment::enrol(std::string_view envelope, std::string_view typed) {
    const auto request = seal::open_request(envelope);
    if (!request) return refuse(NotEnrolled::request_malformed, request.error().message);
    return all_or_nothing(parts_.database, [&]() -> Asked<std::string> {
        const auto code = usable_code(typed, *request);
        if (!code) return fail(code.error());
        const auto used = parts_.database.run(kUseCode, parts_.clock.wall_now().ms, code->hash);
        if (!used) return disk(used.error());
        if (*used == 0) return same_answer(*request, code->box);
        return certify(*request, code->box);
    });
}

Enrolment::Asked<std::string> Enrolment::same_answer(const seal::BoxRequest& request,
                                                     const std::string& box) {
    auto known = find(box);
    if (!known) return disk(known.error());
    if (!*known || (*known)->certificate.signing != request.signing ||
        (*known)->certificate.encryption != request.encryption)
        return refuse(NotEnrolled::code_refused, "the code was used by another machine");
    if ((*known)->revocation) return refuse(NotEnrolled::box_revoked, (*known)->revocation->reason);
    return std::move((*known)->envelope);
}

Enrolment::Asked<std::string> Enrolment::enrol_by_hand(std::string_view envelope,
                                                       const std::string& box) {
    const auto request = seal::open_request(envelope);
    if (!request) return refuse(NotEnrolled::request_malformed, request.error().message);
    return all_or_nothing(parts_.database, [&] { return certify(*request, box); });
}

Enrolment::Asked<std::string> Enrolment::renew(std::string_view envelope) {
    const auto request = seal::open_request(envelope);
    if (!request) return refuse(NotEnrolled::request_malformed, request.error().message);
    return all_or_nothing(parts_.database, [&]() -> Asked<std::string> {
        const auto present = request->replaces.value_or(request->signing);
        const auto box = box_of_key(present);
        if (!box) return disk(box.error());
        if (!*box) return refuse(NotEnrolled::not_rotating, "no box has the key it replaces");
        return certify(*request, **box);
    });
}

Enrolment::Asked<void> Enrolment::check_name(const seal::BoxRequest& request,
                                             const std::string& box) {
    const auto known = find(box);
    if (!known) return disk(known.error());
    if (*known) {
        const auto& held = (*known)->certificate;
        if ((*known)->revocation)
            return refuse(NotEnrolled::box_revoked, (*known)->revocation->reason);
        if ((*known)->uai != request.uai)
            return refuse(NotEnrolled::school_differs, "the box is of school " + (*known)->uai);
        if (held.signing != request.signing && held.signing != request.replaces)
            return refuse(request.replaces ? NotEnrolled::not_rotating : NotEnrolled::box_taken,
                          box + " is another machine: give this one a name of its own");
    } else if (request.replaces) {
        return refuse(NotEnrolled::not_rotating, box + " has no key to replace");
    }
    const auto owner = box_of_key(request.signing);
    if (!owner) return disk(owner.error());
    if (*owner && **owner != box)
        return refuse(NotEnrolled::key_known, "the key is that of " + **owner);
    return {};
}

Enrolment::Asked<std::string> Enrolment::certify(const seal::BoxRequest& request,
                                                 const std::string& box) {
    if (!seal::is_box_name(box)) return refuse(NotEnrolled::box_taken, "no name of a box: " + box);
    if (auto free = check_name(request, box); !free) return fail(std::move(free.error()));
    const auto now = parts_.clock.wall_now();
    ByteArray<8> drawn{};
    parts_.entropy.fill(drawn);
    std::int64_t serial = 0;
    for (const auto byte : drawn) serial = ((serial << 8) | byte) & kSerialMask;
    auto kept = keep({.serial = serial + 1,
                      .box = box,
                      .uai = request.uai,
                      .signing = request.signing,
                      .encryption = request.encryption,
                      .not_before = now + (Duration{} - kClockTolerance),
                      .not_after = now + kCertificateLasts});
    if (!kept) return disk(kept.error());
    return std::move(*kept);
}

Result<std::string> Enrolment::keep(const seal::Certificate& c) {
    // What we sign must be readable by who receives it.
    if (auto read = seal::read_certificate(as_bytes(seal::write_certificate(c))); !read)
        return fail(std::move(read.error()));
    const auto key = parts_.keys.signer(seal::Role::enrol);
    if (!key) return fail(key.error());
    auto envelope = seal::sign_certificate(c, **key);
    const auto added =
        parts_.database.run(kAdd, c.box, c.serial, c.uai, c.signing, c.encryption.bytes,
                            c.not_before.ms, c.not_after.ms, envelope, parts_.clock.wall_now().ms);
    if (!added) return fail(added.error());
    return envelope;
}

Result<std::optional<std::string>> Enrolment::box_of_key(const seal::PublicKey& key) {
    const auto rows = parts_.database.query(kBoxOfKey, key);
    if (!rows) return fail(rows.error());
    if (rows->empty()) return std::optional<std::string>();
    return std::optional((*rows)[0].text(0));
}

Result<std::optional<EnrolledBox>> Enrolment::find(std::string_view box) {
    const auto rows = parts_.database.query(kFind, box);
    if (!rows) return fail(rows.error());
    if (rows->empty()) return std::optional<EnrolledBox>();
    auto read = box_of((*rows)[0], parts_.keys.root());
    if (!read) return fail(std::move(read.error()));
    return std::optional(std::move(*read));
}

Result<std::vector<EnrolledBox>> Enrolment::all() {
    const auto rows = parts_.database.query(kAll);
    if (!rows) return fail(rows.error());
    std::vector<EnrolledBox> boxes;
    for (std::size_t i = 0; i < rows->size(); ++i) {
        auto read = box_of((*rows)[i], parts_.keys.root());
        if (!read) return fail(std::move(read.error()));
        boxes.push_back(std::move(*read));
    }
    return boxes;
}

Result<std::vector<seal::Certificate>> Enrolment::certificates(std::string_view box) {
    const auto rows = parts_.database.query(kCertificates, box);
    if (!rows) return fail(rows.error());
    std::vector<seal::Certificate> all;
    for (std::size_t i = 0; i < rows->size(); ++i) {
        auto read = seal::open_certificate((*rows)[i].text(0), parts_.keys.root());
        if (!read) return fail(std::move(read.error()));
        all.push_back(std::move(*read));
    }
    return all;
}

Result<void> Enrolment::revoke(const std::string& box, WallTime since, const std::string& reason,
                               const std::string& by) {
    const auto known = find(box);
    if (!known) return fail(known.error());
    if (!*known) return fail(Error::malformed("box " + box + " is not enrolled"));
    if (reason.empty()) return fail(Error::malformed("a revocation states its reason"));
    const auto done =
        parts_.database.run(kRevoke, box, since.ms, reason, by, parts_.clock.wall_now().ms);
    if (!done) return fail(done.error());
    return {};
}

Result<std::vector<seal::Revocation>> Enrolment::revocations() {
    const auto rows = parts_.database.query(kRevocations);
    if (!rows) return fail(rows.error());
    std::vector<seal::Revocation> all;
    for (std::size_t i = 0; i < rows->size(); ++i)
        all.push_back({(*rows)[i].text(0), {(*rows)[i].integer(1)}, (*rows)[i].text(2)});
    return all;
}

}  // namespace preau::central
