// SPDX-License-Identifier: Apache-2.0
#include "agent/acceptance.hpp"

#include "seal/checkpoint.hpp"
#include "seal/delivery_notes.hpp"

namespace preau::agent {

Result<void> check_receipt(const Parcel& parcel, std::string_view receipt,
                           const PlatformKeys& keys) {
    const auto note = seal::read_note(receipt);
    if (!note) return fail(note.error());
    const auto checkpoint = seal::unverified_checkpoint(receipt);
    if (!checkpoint) return fail(checkpoint.error());
    // The box's own signature, and the platform's.
    if (!checkpoint->origin.ends_with("/session/" + parcel.session) || note->signatures.size() < 2)
        return fail(Error::malformed("the answer is not a receipt for this session"));
    if (keys.receipt.empty()) return {};
    Error last;
    for (const auto& key : keys.receipt) {
        const auto time = seal::verify_cosignature(receipt, key);
        if (time) return {};
        last = time.error();
    }
    return fail(std::move(last));
}

Result<void> check_stored(const Parcel& parcel, std::string_view note, const PlatformKeys& keys) {
    Error last = Error::malformed("no key to verify it with");
    for (const auto& key : keys.stored) {
        const auto stated = seal::verify_stored(note, key);
        if (stated && stated->file_hash == parcel.sha256 &&
            stated->file_size == parcel.bundle.size())
            return {};
        last = stated ? Error::malformed("the note is about other bytes") : stated.error();
    }
    return fail(std::move(last));
}

}  // namespace preau::agent
