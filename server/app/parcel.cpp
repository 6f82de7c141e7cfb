// SPDX-License-Identifier: Apache-2.0
#include "app/parcel.hpp"

#include "base/limits.hpp"
#include "json/fields.hpp"
#include "json/read.hpp"
#include "seal/age.hpp"

namespace preau::app {

namespace {

constexpr const char* kWhat = "parcel";
constexpr std::size_t kRosterBytesMax = 1024 * 1024;

}  // namespace

Result<Parcel> open_parcel(ByteView file, const seal::EncryptionKey& key) {
    const auto clear = seal::age_decrypt(file, key);
    if (!clear) return fail(Error(clear.error()).with_context(kWhat));
    const auto value = json::read(as_text(*clear));
    if (!value) return fail(Error(value.error()).with_context(kWhat));
    json::Fields fields(*value);
    Parcel parcel;
    parcel.authorisation = fields.text("authorisation", limits::manifest_bytes_max);
    parcel.roster = fields.text("roster", kRosterBytesMax);
    if (auto done = fields.finished(kWhat); !done) return fail(std::move(done.error()));
    return parcel;
}

}  // namespace preau::app
