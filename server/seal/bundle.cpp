// SPDX-License-Identifier: Apache-2.0
#include "seal/bundle.hpp"

#include "base/big_endian.hpp"
#include "base/limits.hpp"
#include "json/fields.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "seal/hash.hpp"

#include <fmt/format.h>

#include <optional>

namespace preau::seal {

namespace {

constexpr std::string_view kMagic = "PREAUBUNDLE1\n";
constexpr std::size_t kHeaderBytes = 128;
constexpr std::size_t kHeadersPerRecordMax = 4096;
constexpr std::size_t kPayloadRecordBytesMax = 1024 * 1024;
constexpr std::size_t kPayloadHeadBytes = 8 + 16 + 4;
constexpr std::size_t kCertificatesMax = 8;  // two boxes, their keys renewed
constexpr std::size_t kEndBytes = 1 + 4 + 32;

enum class RecordType : std::uint8_t {
    manifest = 1,
    certificates = 2,
    headers = 3,
    payloads = 4,
    note = 5,
    optional_from = 128,  ///< a reader skips the types from here that it does not know
    end = 255,
};

// ---- writing

void write_record(ByteWriter& out, RecordType type, ByteView body) {
    out.u8(static_cast<std::uint8_t>(type)).u32(static_cast<std::uint32_t>(body.size()));
    out.bytes(body);
}

std::string write_certificates(const Bundle& bundle) {
    json::Array certificates(bundle.certificates.begin(), bundle.certificates.end());
    return json::write(json::Object{{"authorisation", bundle.authorisation},
                                    {"certificates", std::move(certificates)}});
}

void write_headers(ByteWriter& out, const Bundle& bundle) {
    std::span<const ByteArray<kHeaderBytes>> rest(bundle.headers);
    while (!rest.empty()) {
        const auto some = rest.first(std::min(rest.size(), kHeadersPerRecordMax));
        ByteWriter body;
        for (const auto& header : some) body.bytes(header);
        write_record(out, RecordType::headers, body.view());
        rest = rest.subspan(some.size());
    }
}

void write_payloads(ByteWriter& out, const Bundle& bundle) {
    ByteWriter body;
    for (const auto& payload : bundle.payloads) {
        const auto bytes = kPayloadHeadBytes + payload.bytes.size();
        if (body.view().size() + bytes > kPayloadRecordBytesMax)
            write_record(out, RecordType::payloads, body.take());
        body.u64(payload.sequence).bytes(payload.salt);
        body.u32(static_cast<std::uint32_t>(payload.bytes.size())).bytes(payload.bytes);
    }
    if (!body.view().empty()) write_record(out, RecordType::payloads, body.view());
}

// ---- reading

Failure<Error> malformed(std::string_view what) {
    return fail(Error::malformed(fmt::format("bundle: {}", what)));
}

/// Everything before the END record, once its hash is that of END.
Result<ByteView> hashed_part(ByteView bytes) {
    if (bytes.size() > limits::bundle_bytes_max) return malformed("larger than any bundle");
    if (bytes.size() < kMagic.size() + kEndBytes || as_text(bytes.first(kMagic.size())) != kMagic)
        return malformed("not a bundle of version 1");
    const auto before = bytes.first(bytes.size() - kEndBytes);
    ByteReader end(bytes.last(kEndBytes));
    const bool is_end = end.u8() == static_cast<std::uint8_t>(RecordType::end) && end.u32() == 32;
    if (!is_end || end.array<32>() != sha256(before))
        return malformed("cut short, or changed since it was written");
    return before;
}

class Reader {
  public:
    explicit Reader(ByteView records) : rest_(records) {}

    Result<Bundle> read() {
        while (rest_.remaining() > 0) {
            ++record_;
            const auto type = rest_.u8();
            const auto body = rest_.bytes(rest_.u32());
            if (!rest_.ok()) return wrong("longer than the bundle");
            if (auto read = read_record(static_cast<RecordType>(type), body); !read)
                return fail(std::move(read.error()));
        }
        if (last_ != RecordType::note) return wrong("no record follows, the checkpoint is missing");
        return std::move(bundle_);
    }

  private:
    Failure<Error> wrong(std::string_view what) const {
        return malformed(fmt::format("record {}: {}", record_, what));
    }

    Result<void> read_record(RecordType type, ByteView body) {
        if (type >= RecordType::optional_from && type != RecordType::end) return {};
        if (!may_follow(type)) return wrong("unknown, twice or out of order");
        last_ = type;
        switch (type) {
            case RecordType::manifest:
                return read_manifest(body);
            case RecordType::certificates:
                return read_certificates(body);
            case RecordType::headers:
                return read_headers(body);
            case RecordType::payloads:
                return read_payloads(body);
            case RecordType::note:
                return read_note(body);
            case RecordType::optional_from:
            case RecordType::end:
                break;
        }
        return wrong("unknown");
    }

    /// Manifest, certificates, headers once or more, payloads any number of times, note.
    bool may_follow(RecordType type) const {
        switch (type) {
            case RecordType::manifest:
                return !last_;
            case RecordType::certificates:
                return last_ == RecordType::manifest;
            case RecordType::headers:
                return last_ == RecordType::certificates || last_ == RecordType::headers;
            case RecordType::payloads:
            case RecordType::note:
                return last_ == RecordType::headers || last_ == RecordType::payloads;
            case RecordType::optional_from:
            case RecordType::end:
                break;
        }
        return false;
    }

    Result<void> read_manifest(ByteView body) {
        if (body.size() > limits::manifest_bytes_max) return wrong("manifest too long");
        bundle_.manifest = as_text(body);
        return {};
    }

    Result<void> read_certificates(ByteView body) {
        if (body.size() > limits::manifest_bytes_max) return wrong("certificates too long");
        const auto value = json::read(as_text(body));
        if (!value) return wrong(value.error().message);
        json::Fields fields(*value);
        bundle_.authorisation = fields.text("authorisation", limits::manifest_bytes_max);
        for (const auto& certificate : fields.array("certificates", kCertificatesMax)) {
            if (certificate.text() == nullptr) return wrong("a certificate is not a text");
            bundle_.certificates.push_back(*certificate.text());
        }
        if (auto done = fields.finished("certificates"); !done) return wrong(done.error().message);
        if (write_certificates(bundle_) != as_text(body))
            return wrong("certificates: not the one spelling");
        return {};
    }

    Result<void> read_headers(ByteView body) {
        const auto count = body.size() / kHeaderBytes;
        if (count == 0 || body.size() % kHeaderBytes != 0) return wrong("not whole headers");
        if (count > kHeadersPerRecordMax ||
            bundle_.headers.size() + count > limits::events_per_session_max)
            return wrong("more headers than a session has");
        ByteReader reader(body);
        for (std::size_t i = 0; i < count; ++i)
            bundle_.headers.push_back(reader.array<kHeaderBytes>());
        return {};
    }

    Result<void> read_payloads(ByteView body) {
        if (body.empty() || body.size() > kPayloadRecordBytesMax)
            return wrong("payloads of no bytes or too many");
        ByteReader reader(body);
        while (reader.remaining() > 0) {
            Bundle::Payload payload;
            payload.sequence = reader.u64();
            payload.salt = reader.array<16>();
            const auto bytes = reader.u32();
            if (bytes > limits::payload_bytes_max) return wrong("payload too long");
            payload.bytes = to_bytes(reader.bytes(bytes));
            if (!reader.ok()) return wrong("a payload goes beyond its record");
            if (payload.sequence >= bundle_.headers.size() ||
                (!bundle_.payloads.empty() && bundle_.payloads.back().sequence >= payload.sequence))
                return wrong("a payload twice, out of order or without header");
            bundle_.payloads.push_back(std::move(payload));
        }
        return {};
    }

    Result<void> read_note(ByteView body) {
        if (body.empty() || body.size() > limits::note_bytes_max) return wrong("note too long");
        bundle_.note = as_text(body);
        return {};
    }

    ByteReader rest_;
    std::size_t record_ = 0;
    std::optional<RecordType> last_;
    Bundle bundle_;
};

}  // namespace

Bytes write_bundle(const Bundle& bundle) {
    ByteWriter out;
    out.bytes(as_bytes(kMagic));
    write_record(out, RecordType::manifest, as_bytes(bundle.manifest));
    write_record(out, RecordType::certificates, as_bytes(write_certificates(bundle)));
    write_headers(out, bundle);
    write_payloads(out, bundle);
    write_record(out, RecordType::note, as_bytes(bundle.note));
    const Hash hash = sha256(out.view());
    write_record(out, RecordType::end, hash);
    return out.take();
}

Result<Bundle> read_bundle(ByteView bytes) {
    const auto records = hashed_part(bytes);
    if (!records) return fail(records.error());
    return Reader(records->subspan(kMagic.size())).read();
}

}  // namespace preau::seal
