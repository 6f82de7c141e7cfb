// SPDX-License-Identifier: Apache-2.0
#include "store/second_copy_format.hpp"

#include "base/big_endian.hpp"
#include "base/limits.hpp"
#include "record/header.hpp"
#include "seal/merkle.hpp"

#include <algorithm>

namespace preau::store {

namespace {

constexpr std::string_view kSheetMagic = "PREAUCOPY1\n";
constexpr std::string_view kRecordMagic = "PRE1";
constexpr std::string_view kCopySuffix = ".pre-journal";
constexpr std::string_view kSheetSuffix = ".pre-session";
constexpr std::size_t kHeaderBytes = std::tuple_size_v<record::HeaderBytes>;
constexpr std::size_t kSaltBytes = std::tuple_size_v<record::Salt>;
constexpr std::size_t kSealingBytesMax = 64;  // nonce and tag
constexpr std::size_t kRecordBytesMax =
    kHeaderBytes + kSaltBytes + limits::payload_bytes_max + kSealingBytesMax;
constexpr std::size_t kCertificatesMax = 8;

struct Framed {
    record::HeaderBytes header{};
    ByteView sealed;
};

/// Nothing at the zero tail, and at whatever is no record.
std::optional<Framed> read_framed(ByteReader& reader) {
    const auto length = reader.u32();
    if (length < kHeaderBytes + kSaltBytes || length > kRecordBytesMax) return std::nullopt;
    Framed framed;
    framed.header = reader.array<kHeaderBytes>();
    framed.sealed = reader.bytes(length - kHeaderBytes);
    return reader.ok() ? std::optional(framed) : std::nullopt;
}

/// Walks along the headers that follow one another.
class Walk {
  public:
    Walk(ByteView file, const CopyChain& chain)
        : file_(file), reader_(file), session_(chain.session), head_(chain.authorisation) {}

    /// Nothing when what comes next does not follow.
    std::optional<Framed> next() {
        const auto framed = read_framed(reader_);
        if (!framed) return std::nullopt;
        const auto header = record::decode(framed->header);
        if (!header || header->session != session_ || header->sequence != count_ ||
            header->previous != head_)
            return std::nullopt;
        header_ = *header;
        return framed;
    }
    /// The record that next() gave counts.
    void accept(const Framed& framed) {
        head_ = seal::leaf_hash(framed.header);
        ++count_;
        end_ = file_.size() - reader_.remaining();
    }

    const record::Header& header() const { return header_; }
    const Hash& head() const { return head_; }
    std::uint64_t count() const { return count_; }
    std::size_t end() const { return end_; }

  private:
    ByteView file_;
    ByteReader reader_;
    SessionId session_;
    Hash head_;
    record::Header header_;
    std::uint64_t count_ = 0;
    std::size_t end_ = 0;
};

bool is_zero(ByteView bytes) {
    return std::ranges::all_of(bytes, [](std::uint8_t byte) { return byte == 0; });
}

std::optional<record::Entry> open_record(const Framed& framed, const record::Header& header,
                                         const PayloadCipher& cipher) {
    auto plain = cipher.open(framed.sealed, framed.header);
    if (!plain || plain->size() < kSaltBytes) return std::nullopt;
    record::Entry entry;
    entry.header = framed.header;
    entry.leaf = seal::leaf_hash(framed.header);
    std::copy_n(plain->begin(), kSaltBytes, entry.salt.begin());
    plain->erase(plain->begin(), plain->begin() + kSaltBytes);
    entry.payload = std::move(*plain);
    const bool is_named = header.payload_bytes == entry.payload.size() &&
                          header.payload_hash == record::payload_hash(entry.salt, entry.payload);
    return is_named ? std::optional(std::move(entry)) : std::nullopt;
}

bool opens(const Framed& framed, const SessionId& session, const PayloadCipher& cipher) {
    const auto header = record::decode(framed.header);
    return header && header->session == session && open_record(framed, *header, cipher);
}

/// Its first two records follow one another, and neither is the session's: what a torn write or a
/// damaged byte leaves of our own is never that.
bool is_of_another(ByteView file, const SessionId& session, const PayloadCipher& cipher) {
    ByteReader reader(file);
    const auto first = read_framed(reader);
    const auto second = first ? read_framed(reader) : std::nullopt;
    if (!second || opens(*first, session, cipher) || opens(*second, session, cipher)) return false;
    const auto next = record::decode(second->header);
    return next && next->previous == seal::leaf_hash(first->header);
}

void put_text(ByteWriter& writer, std::string_view text) {
    writer.u32(static_cast<std::uint32_t>(text.size())).bytes(as_bytes(text));
}

std::string take_text(ByteReader& reader) {
    const auto length = reader.u32();
    return std::string(as_text(reader.bytes(length)));
}

Bytes encode_cover(const SessionRow& row) {
    ByteWriter writer;
    writer.bytes(as_bytes(kSheetMagic)).bytes(row.id.bytes);
    put_text(writer, row.number);
    put_text(writer, row.authorisation);
    return writer.take();
}

struct SplitSheet {
    CopyCover cover;
    ByteView bound;  ///< the cover's bytes
    ByteView sealed;
};

Result<SplitSheet> split_sheet(ByteView sheet) {
    ByteReader reader(sheet);
    SplitSheet split;
    const bool is_sheet = as_text(reader.bytes(kSheetMagic.size())) == kSheetMagic;
    split.cover.session.bytes = reader.array<16>();
    split.cover.number = take_text(reader);
    split.cover.authorisation = take_text(reader);
    split.bound = sheet.first(reader.ok() ? sheet.size() - reader.remaining() : 0);
    split.sealed = reader.bytes(reader.u32());
    if (!is_sheet || !reader.finished() || !is_session_number(split.cover.number))
        return fail(Error::malformed("not the sheet of a session's second copy"));
    return split;
}

}  // namespace

Bytes encode_copy(const record::Entry& entry, const PayloadCipher& cipher) {
    ByteWriter plain;
    plain.bytes(entry.salt).bytes(entry.payload);
    const auto sealed = cipher.seal(plain.view(), entry.header);
    ByteWriter writer;
    writer.u32(static_cast<std::uint32_t>(entry.header.size() + sealed.size()));
    writer.bytes(entry.header).bytes(sealed);
    return writer.take();
}

CopyHeaders read_copy_headers(ByteView file, const CopyChain& chain) {
    Walk walk(file, chain);
    CopyHeaders headers;
    while (const auto framed = walk.next()) {
        walk.accept(*framed);
        headers.leaves.push_back(walk.head());
        headers.epoch = walk.header().epoch;
    }
    return headers;
}

std::uint64_t claimed_size(ByteView file, const CopyChain& chain, const PayloadCipher& cipher) {
    constexpr std::size_t kLengthBytes = 4;
    const auto magic = as_bytes(kRecordMagic);
    std::uint64_t claimed = 0;
    if (is_of_another(file, chain.session, cipher)) return kClaimOfAnother;
    for (auto at = file.begin();; ++at) {
        at = std::search(at, file.end(), magic.begin(), magic.end());
        const auto offset = static_cast<std::size_t>(at - file.begin());
        if (file.size() - offset < kHeaderBytes) return claimed;
        if (offset < kLengthBytes) continue;
        ByteReader reader(file.subspan(offset - kLengthBytes));
        const auto framed = read_framed(reader);
        if (!framed || !opens(*framed, chain.session, cipher)) continue;
        claimed = std::max(claimed, record::decode(framed->header)->sequence + 1);
    }
}

CopyRecords read_copy(ByteView file, const CopyChain& chain, const PayloadCipher& cipher) {
    Walk walk(file, chain);
    CopyRecords records;
    while (const auto framed = walk.next()) {
        auto entry = open_record(*framed, walk.header(), cipher);
        if (!entry) break;
        records.entries.push_back(std::move(*entry));
        walk.accept(*framed);
    }
    records.end = walk.end();
    records.clean = is_zero(file.subspan(walk.end()));
    return records;
}

Bytes encode_sheet(const CopySheet& sheet, const PayloadCipher& cipher) {
    ByteWriter plain;
    put_text(plain, sheet.row.roster);
    put_text(plain, sheet.row.password_hash);
    plain.u8(static_cast<std::uint8_t>(sheet.certificates.size()));
    for (const auto& certificate : sheet.certificates) put_text(plain, certificate);
    const auto cover = encode_cover(sheet.row);
    const auto sealed = cipher.seal(plain.view(), cover);
    ByteWriter writer;
    writer.bytes(cover).u32(static_cast<std::uint32_t>(sealed.size())).bytes(sealed);
    return writer.take();
}

Result<CopyCover> read_cover(ByteView sheet) {
    auto split = split_sheet(sheet);
    if (!split) return fail(std::move(split.error()));
    return std::move(split->cover);
}

Result<CopySheet> open_sheet(ByteView sheet, const PayloadCipher& cipher) {
    auto split = split_sheet(sheet);
    if (!split) return fail(std::move(split.error()));
    const auto plain = cipher.open(split->sealed, split->bound);
    if (!plain)
        return fail(Error::malformed("the sheet of the second copy is damaged, or another's"));
    ByteReader reader(*plain);
    CopySheet opened;
    opened.row.id = split->cover.session;
    opened.row.number = std::move(split->cover.number);
    opened.row.authorisation = std::move(split->cover.authorisation);
    opened.row.roster = take_text(reader);
    opened.row.password_hash = take_text(reader);
    const auto count = reader.u8();
    for (std::size_t i = 0; i < std::min<std::size_t>(count, kCertificatesMax); ++i)
        opened.certificates.push_back(take_text(reader));
    if (!reader.finished()) return fail(Error::malformed("the sheet of the second copy is cut"));
    return opened;
}

std::string copy_name(const SessionId& session) { return session.hex().append(kCopySuffix); }
std::string copy_sheet_name(const SessionId& session) { return session.hex().append(kSheetSuffix); }

std::optional<SessionId> session_of_sheet(std::string_view name) {
    if (!name.ends_with(kSheetSuffix)) return std::nullopt;
    name.remove_suffix(kSheetSuffix.size());
    const auto id = SessionId::from_hex(name);
    return id ? std::optional(*id) : std::nullopt;
}

}  // namespace preau::store
