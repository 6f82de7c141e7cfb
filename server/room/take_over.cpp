// SPDX-License-Identifier: Apache-2.0
#include "room/take_over.hpp"

#include "seal/authorisation.hpp"
#include "seal/hash.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace preau::room {

namespace {

Failure<Error> refuse(std::string what) { return fail(Error::malformed(std::move(what))); }

bool is_of(const seal::Authorisation& authorisation, const store::CopyCover& cover) {
    if (cover.session == authorisation.session) return cover.number == authorisation.number;
    const auto& local = authorisation.local.numbers;
    return std::ranges::find(local, cover.number) != local.end() &&
           cover.session == seal::local_session_id(authorisation.session, cover.number);
}

Result<void> check_authorised(const seal::Authorisation& authorisation,
                              const store::CopySheet& sheet, const store::CopyCover& cover,
                              const std::string& box) {
    if (!authorisation.names_box(box))
        return refuse(fmt::format("session {} is authorised for {}, not for this box ({})",
                                  cover.number, fmt::join(authorisation.boxes, " and "), box));
    if (!is_of(authorisation, cover))
        return refuse("the copy is of another session than its authorisation");
    const bool is_local = cover.session != authorisation.session;
    if (!is_local && seal::sha256(as_bytes(sheet.row.roster)) != authorisation.roster_hash)
        return refuse("the roster is not the one that the authorisation names");
    return {};
}

Result<std::vector<seal::Certificate>> open_certificates(const store::CopySheet& sheet,
                                                         const seal::Authorisation& authorisation,
                                                         const seal::Root& root) {
    std::vector<seal::Certificate> boxes;
    for (const auto& document : sheet.certificates) {
        auto certificate = seal::open_certificate(document, root);
        if (!certificate) return fail(std::move(certificate.error()).with_context("certificate"));
        if (!authorisation.names_box(certificate->box))
            return refuse(
                fmt::format("box {} wrote it, which is not authorised to", certificate->box));
        boxes.push_back(std::move(*certificate));
    }
    return boxes;
}

}  // namespace

Result<OpenedCopy> open_copy(const store::FoundCopy& copy, const store::PayloadCipher& cipher,
                             const seal::Root& root, const std::string& box,
                             const seal::PublicKey& own) {
    const auto authorisation = seal::open_authorisation(copy.cover.authorisation, root);
    if (!authorisation) return fail(authorisation.error());
    auto sheet = store::open_sheet(copy.sheet, cipher);
    if (!sheet) return fail(std::move(sheet.error()));
    if (auto fits = check_authorised(*authorisation, *sheet, copy.cover, box); !fits)
        return fail(std::move(fits.error()));
    auto boxes = open_certificates(*sheet, *authorisation, root);
    if (!boxes) return fail(std::move(boxes.error()));
    auto records = store::read_copy(copy.journal, copy.chain, cipher);
    if (records.entries.empty()) return refuse("the copy holds no record");

    record::BoxKeys keys;
    for (const auto& certificate : *boxes) keys[certificate.box] = certificate.signing;
    keys[box] = own;
    record::ChainReader reader({copy.chain.session, copy.chain.authorisation, std::move(keys)});
    if (auto read = reader.read_all(records.entries); !read) return fail(std::move(read.error()));
    return OpenedCopy{std::move(sheet->row), std::move(records.entries), std::move(*boxes),
                      std::move(sheet->certificates)};
}

Result<std::vector<record::Entry>> records_ahead(const store::FoundCopy& copy,
                                                 std::span<const record::Entry> journal,
                                                 const store::PayloadCipher& cipher) {
    auto records = store::read_copy(copy.journal, copy.chain, cipher).entries;
    const auto common = std::min(records.size(), journal.size());
    if (common > 0 && records[common - 1].leaf != journal[common - 1].leaf)
        return refuse(
            "the second copy and this box's journal go on differently from each other: take the "
            "medium out to go on with this box's, and keep it for the platform");
    records.erase(records.begin(), records.begin() + static_cast<std::ptrdiff_t>(common));
    return records;
}

}  // namespace preau::room
