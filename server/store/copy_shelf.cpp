// SPDX-License-Identifier: Apache-2.0
#include "store/copy_shelf.hpp"

#include "base/log.hpp"
#include "seal/envelope.hpp"
#include "seal/hash.hpp"
#include "seal/names.hpp"

namespace preau::store {

namespace {

constexpr Duration kLookEvery = seconds(5);
constexpr Duration kPatience = seconds(10);
constexpr std::size_t kCopiesMax = 64;  // a school's sessions of a week

std::optional<FoundCopy> read_copy_of(CopyFolder& folder, const SessionId& session) {
    auto sheet = folder.read(copy_sheet_name(session), kCopySheetBytesMax);
    if (!sheet || !*sheet) return std::nullopt;
    auto cover = read_cover(**sheet);
    if (!cover || cover->session != session) return std::nullopt;
    const auto payload = seal::unverified_payload(cover->authorisation, seal::kAuthorisationType);
    if (!payload) return std::nullopt;
    auto journal = folder.read(copy_name(session), kCopyBytesMax);
    if (!journal || !*journal) return std::nullopt;
    FoundCopy found{.cover = std::move(*cover),
                    .chain = {session, seal::sha256(*payload)},
                    .sheet = std::move(**sheet),
                    .journal = std::move(**journal),
                    .headers = {}};
    found.headers = read_copy_headers(found.journal, found.chain);
    return found;
}

}  // namespace

struct CopyShelf::Mailbox {
    std::mutex mutex;
    std::optional<std::map<SessionId, FoundCopy>> found;
    std::function<void()> wake;
};

CopyShelf::CopyShelf(CopyWorker& worker, Clock& clock, std::function<void()> wake)
    : clock_(clock), worker_(worker), mailbox_(std::make_shared<Mailbox>()) {
    mailbox_->wake = std::move(wake);
}

CopyShelf::~CopyShelf() {
    const std::lock_guard lock(mailbox_->mutex);
    mailbox_->wake = nullptr;
}

void CopyShelf::follow(const std::set<SessionId>& running) {
    {
        const std::lock_guard lock(mailbox_->mutex);
        if (mailbox_->found) {
            found_ = std::move(*mailbox_->found);
            mailbox_->found.reset();
            is_busy_ = false;
            has_looked_ = true;
        }
    }
    for (const auto& session : running) found_.erase(session);
    const auto now = clock_.boot_now();
    if (is_busy_ || (since_ && now - *since_ < kLookEvery)) return;
    since_ = now;
    is_busy_ = true;
    worker_.run([mailbox = mailbox_, running](CopyFolder& folder) {
        auto found = look_for_copies(folder, running);
        const std::lock_guard lock(mailbox->mutex);
        mailbox->found = std::move(found);
        if (mailbox->wake) mailbox->wake();
    });
}

bool CopyShelf::is_ready() const {
    return has_looked_ || (since_ && clock_.boot_now() - *since_ >= kPatience);
}

const FoundCopy* CopyShelf::find(const SessionId& session) const {
    const auto found = found_.find(session);
    return found == found_.end() ? nullptr : &found->second;
}

const FoundCopy* CopyShelf::find(std::string_view number) const {
    for (const auto& [session, copy] : found_)
        if (copy.cover.number == number) return &copy;
    return nullptr;
}

std::map<SessionId, FoundCopy> look_for_copies(CopyFolder& folder,
                                               const std::set<SessionId>& running) {
    std::map<SessionId, FoundCopy> copies;
    const auto names = folder.names();
    if (!names) return copies;
    for (const auto& name : *names) {
        const auto session = session_of_sheet(name);
        if (!session || running.contains(*session) || copies.size() == kCopiesMax) continue;
        if (auto found = read_copy_of(folder, *session))
            copies.emplace(*session, std::move(*found));
        else
            log::warning("second_copy.unreadable", {{"file", name}});
    }
    return copies;
}

}  // namespace preau::store
