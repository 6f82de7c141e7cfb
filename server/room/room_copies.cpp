// SPDX-License-Identifier: Apache-2.0
//
// What a room does with second copies before a session goes on.
#include "base/check.hpp"
#include "base/log.hpp"
#include "room/room.hpp"
#include "seal/authorisation.hpp"
#include "store/session_cipher.hpp"

#include <algorithm>

namespace preau::room {

namespace {

Failure<StillLocked> locked(Lock why, const Error& error) {
    return fail(StillLocked{why, error.message});
}

}  // namespace

/// Authorised by the platform for this box, and not on its disk.
bool Room::is_offered(const store::FoundCopy& copy) const {
    if (find(copy.cover.session) != nullptr || find_locked(copy.cover.number) != nullptr)
        return false;
    const auto authorisation = seal::open_authorisation(copy.cover.authorisation, copies_->root);
    return authorisation && authorisation->names_box(ports_.box.name);
}

const store::FoundCopy* Room::offered(std::string_view number) const {
    const auto* copy = copies_ ? copies_->shelf.find(number) : nullptr;
    return copy != nullptr && is_offered(*copy) ? copy : nullptr;
}

bool Room::can_take_over(std::string_view number) const { return offered(number) != nullptr; }

bool Room::may_take_over() const {
    return copies_ && std::ranges::any_of(copies_->shelf.all(), [this](const auto& entry) {
               return is_offered(entry.second);
           });
}

Result<void, StillLocked> Room::take_over(std::string_view number, std::string_view code,
                                          const std::function<bool(const std::string&)>& fits) {
    const auto* copy = offered(number);
    PREAU_CHECK(copy != nullptr);
    const auto authorisation = seal::open_authorisation(copy->cover.authorisation, copies_->root);
    PREAU_CHECK(authorisation.has_value());  // it was when the copy was offered
    auto unsealed = vault_.unseal(*authorisation, copy->cover.session, code);
    if (!unsealed) return fail(std::move(unsealed.error()));
    const auto key = std::make_shared<const seal::SessionDataKey>(std::move(unsealed->key));
    const store::SessionCipher cipher(key, ports_.entropy);
    auto opened =
        open_copy(*copy, cipher, copies_->root, ports_.box.name, ports_.box.key.public_key());
    if (!opened) return locked(Lock::copy_damaged, opened.error());
    if (!fits(opened->row.password_hash)) return fail(StillLocked{Lock::password_wrong});
    if (auto kept = keep_certificates(*opened); !kept) return kept;
    if (auto added = journal_.add_session(opened->row, opened->entries); !added)
        return locked(Lock::journal_damaged, added.error());
    log::warning("session.taken_over", {{"session", opened->row.number},
                                        {"records", std::to_string(opened->entries.size())}});
    locked_.push_back({std::move(opened->row), {}});
    return {};
}

Result<void, StillLocked> Room::keep_certificates(const OpenedCopy& copy) {
    for (std::size_t i = 0; i < copy.boxes.size(); ++i) {
        const auto& box = copy.boxes[i];
        if (box.box == ports_.box.name) continue;
        if (auto kept = copies_->keep(box, copy.certificates[i]); !kept)
            return locked(Lock::copy_damaged, kept.error());
        ports_.other_boxes[box.box] = box.signing;
    }
    return {};
}

/// This box's own disk may have been set back: what the copy has more is the session's.
Result<void, StillLocked> Room::catch_up(const store::SessionRow& row,
                                         const store::PayloadCipher& cipher) {
    if (!copies_) return {};
    if (!copies_->shelf.is_ready()) return fail(StillLocked{Lock::copy_unread});
    const auto* copy = copies_->shelf.find(row.id);
    if (copy == nullptr || copy->cover.authorisation != row.authorisation) return {};
    const auto entries = journal_.load(row.id);
    if (!entries) return locked(Lock::journal_damaged, entries.error());
    const auto ahead = records_ahead(*copy, *entries, cipher);
    if (!ahead) return locked(Lock::copy_differs, ahead.error());
    if (ahead->empty()) return {};
    log::error("journal.set_back", {{"session", row.number},
                                    {"records", std::to_string(entries->size())},
                                    {"missing", std::to_string(ahead->size())},
                                    {"then", "they are taken from the second copy"}});
    auto whole = *entries;
    whole.insert(whole.end(), ahead->begin(), ahead->end());
    if (auto verified = verify(row, whole); !verified)
        return locked(Lock::copy_damaged, verified.error());
    std::vector<store::Staged> staged;
    for (const auto& entry : *ahead) staged.push_back({row.id, entry});
    if (auto written = journal_.append(staged); !written)
        return locked(Lock::journal_damaged, written.error());
    return {};
}

}  // namespace preau::room
