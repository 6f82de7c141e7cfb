// SPDX-License-Identifier: Apache-2.0
#include "store/second_copy.hpp"

#include "base/check.hpp"
#include "base/log.hpp"
#include "exam/words.hpp"

#include <deque>

namespace preau::store {

namespace {

constexpr Duration kRetryAfter = seconds(2);
constexpr Duration kSlowAfter = seconds(2);
constexpr std::size_t kBatch = 256;

}  // namespace

/// What a job has come to.
struct SecondCopy::Report {
    std::optional<CopyWriter::Found> found;  ///< the copy was opened and read
    std::uint64_t kept = 0;
};

/// What the worker's thread holds of a copy; only jobs touch it, one after the other.
struct SecondCopy::Task {
    CopySheet sheet;
    CopyChain chain;
    std::shared_ptr<const PayloadCipher> cipher;
    std::optional<CopyWriter> writer{};

    CopyResult<Report> open(CopyFolder& folder) {
        writer.reset();
        auto opened = CopyWriter::open(folder, chain, *cipher);
        if (!opened) return fail(std::move(opened.error()));
        writer.emplace(std::move(*opened));
        return Report{writer->found(), writer->size()};
    }
    CopyResult<Report> begin(CopyFolder& folder) {
        if (auto kept = keep_sheet(folder, sheet, *cipher); !kept)
            return fail(std::move(kept.error()));
        return Report{std::nullopt, writer->size()};
    }
    CopyResult<Report> append(std::span<const record::Entry> entries) {
        if (auto appended = writer->append(entries, *cipher); !appended)
            return fail(std::move(appended.error()));
        return Report{std::nullopt, writer->size()};
    }
};

/// What jobs leave for the room's thread.
struct SecondCopy::Mailbox {
    struct Letter {
        SessionId session;
        std::uint64_t round = 0;
        CopyResult<Report> report;
    };
    std::mutex mutex;
    std::deque<Letter> letters;
    std::function<void()> wake;

    void put(Letter letter) {
        const std::lock_guard lock(mutex);
        letters.push_back(std::move(letter));
        if (wake) wake();
    }
    std::deque<Letter> take() {
        const std::lock_guard lock(mutex);
        return std::exchange(letters, {});
    }
};

struct SecondCopy::Copy {
    enum class Phase {
        away,     ///< to be opened when it is time
        found,    ///< to be compared with the journal
        writing,  ///< the journal's records go to it
    };
    SessionId session;
    std::shared_ptr<Task> task;
    CopyStanding standing;
    Phase phase = Phase::away;
    CopyWriter::Found found;
    std::uint64_t kept = 0;
    std::uint64_t round = 0;  ///< one for each keep()
    bool is_busy = false;
    Duration since;      ///< of the job under way, or of the loss
    bool is_due = true;  ///< never tried yet
};

SecondCopy::SecondCopy(CopyWorker& worker, Records records, Clock& clock,
                       std::function<void()> wake)
    : worker_(worker),
      records_(std::move(records)),
      clock_(clock),
      mailbox_(std::make_shared<Mailbox>()) {
    mailbox_->wake = std::move(wake);
}

/// Jobs that come back later find nobody to wake.
SecondCopy::~SecondCopy() {
    const std::lock_guard lock(mailbox_->mutex);
    mailbox_->wake = nullptr;
}

void SecondCopy::keep(CopySheet sheet, const CopyChain& chain,
                      std::shared_ptr<const PayloadCipher> cipher) {
    auto& copy = copies_[chain.session];
    const auto round = copy.round + 1;  // a job under way is of the round before
    copy = Copy{};
    copy.session = chain.session;
    copy.task = std::make_shared<Task>(Task{std::move(sheet), chain, std::move(cipher)});
    copy.round = round;
}

CopyStanding SecondCopy::standing(const SessionId& session) const {
    const auto found = copies_.find(session);
    return found == copies_.end() ? CopyStanding{} : found->second.standing;
}

Result<void> SecondCopy::follow(const std::function<std::uint64_t(const SessionId&)>& size) {
    collect();
    for (auto& [session, copy] : copies_)
        if (auto followed = follow(copy, size(session)); !followed) return followed;
    return {};
}

void SecondCopy::collect() {
    for (auto& letter : mailbox_->take()) {
        const auto entry = copies_.find(letter.session);
        if (entry == copies_.end() || entry->second.round != letter.round) continue;
        auto& copy = entry->second;
        copy.is_busy = false;
        if (!letter.report) {
            lose(copy, letter.report.error());
        } else if (letter.report->found) {
            copy.phase = Copy::Phase::found;
            copy.found = *letter.report->found;
        } else {
            copy.phase = Copy::Phase::writing;
            copy.kept = letter.report->kept;
        }
    }
}

Result<void> SecondCopy::follow(Copy& copy, std::uint64_t size) {
    const auto now = clock_.boot_now();
    if (copy.is_busy) {
        const bool is_attached = copy.standing.state == CopyStanding::State::attached;
        if (is_attached && now - copy.since >= kSlowAfter)
            copy.standing = {CopyStanding::State::lost, CopyLoss::slow, 0};
        return {};
    }
    if (copy.phase == Copy::Phase::found) return compare(copy, size);
    if (copy.phase == Copy::Phase::writing) return append(copy, size);
    if (!copy.is_due && now - copy.since < kRetryAfter) return {};
    copy.is_due = false;
    post(copy, [](Task& task, CopyFolder& folder) { return task.open(folder); });
    return {};
}

/// Before anything is written: the copy must be the beginning of this journal, or all of it.
Result<void> SecondCopy::compare(Copy& copy, std::uint64_t size) {
    const auto& found = copy.found;
    bool is_ours = found.claimed <= size;
    if (is_ours && found.size > 0) {
        const auto last = records_(copy.session, found.size - 1, 1);
        if (!last) return fail(last.error());
        is_ours = last->size() == 1 && last->front().leaf == found.head;
    }
    if (is_ours)
        post(copy, [](Task& task, CopyFolder& folder) { return task.begin(folder); });
    else
        lose(copy, {CopyLoss::foreign,
                    "it does not follow from this box's journal, and is left as it is"});
    return {};
}

Result<void> SecondCopy::append(Copy& copy, std::uint64_t size) {
    const bool is_whole = copy.kept >= size;
    if (is_whole || copy.standing.state == CopyStanding::State::attached)
        copy.standing = {CopyStanding::State::attached, CopyLoss::removed, copy.kept};
    if (is_whole) return {};
    auto entries = records_(copy.session, copy.kept, kBatch);
    if (!entries) return fail(std::move(entries.error()));
    PREAU_CHECK(!entries->empty());
    post(copy,
         [entries = std::move(*entries)](Task& task, CopyFolder&) { return task.append(entries); });
    return {};
}

void SecondCopy::post(Copy& copy, Work work) {
    copy.is_busy = true;
    copy.since = clock_.boot_now();
    worker_.run([work = std::move(work), task = copy.task, mailbox = mailbox_, id = copy.session,
                 round = copy.round](CopyFolder& folder) {
        mailbox->put({id, round, work(*task, folder)});
    });
}

void SecondCopy::lose(Copy& copy, const CopyFault& fault) {
    const CopyStanding lost{CopyStanding::State::lost, fault.loss, 0};
    if (copy.standing != lost)
        log::error("second_copy.lost", {{"session", copy.session.hex()},
                                        {"reason", std::string(exam::word(fault.loss))},
                                        {"why", fault.message}});
    copy.standing = lost;
    copy.phase = Copy::Phase::away;
    copy.since = clock_.boot_now();
}

}  // namespace preau::store
