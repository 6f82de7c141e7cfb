// SPDX-License-Identifier: Apache-2.0
#include "agent/courier.hpp"

#include "agent/acceptance.hpp"
#include "agent/tus_upload.hpp"
#include "base/file.hpp"
#include "base/limits.hpp"
#include "base/log.hpp"

namespace preau::agent {

namespace {

// What was announced is not what came, which the platform sees at the last byte.
constexpr int kResendsMax = 1;

std::string bundle_path(const Parcel& parcel) { return "/v1/bundles/" + to_hex(parcel.sha256); }

DeliveryState state_after(const Obstacle& obstacle, bool is_whole) {
    switch (obstacle.trouble) {
        case Trouble::refused:
        case Trouble::rejected:
        case Trouble::contested:
            return DeliveryState::refused;
        default:
            return is_whole ? DeliveryState::stored : DeliveryState::waiting;
    }
}

}  // namespace

Courier::Courier(CourierConfig config, HttpClient& client, Clock& clock, Deliveries& deliveries)
    : config_(std::move(config)),
      platform_(config_.central),
      client_(client),
      clock_(clock),
      deliveries_(deliveries) {}

Result<std::set<std::string>> Courier::waiting() const {
    auto sessions = sessions_in(config_.outbox);
    if (!sessions) return sessions;
    std::erase_if(*sessions, [&](const std::string& session) {
        // The note is written last: without it the box is not done.
        return std::filesystem::exists(config_.inbox / (session + ".receipt")) ||
               !std::filesystem::exists(config_.outbox / (session + ".preau.sig"));
    });
    return sessions;
}

Result<void, Obstacle> Courier::carry(const std::string& session) {
    auto& delivery = deliveries_.of(session);
    delivery.state = DeliveryState::sending;
    delivery.tried_at = clock_.wall_now();
    delivery.next_try = std::nullopt;
    deliveries_.write();
    const auto parcel = read_parcel(config_.outbox, session);
    if (parcel) delivery.bytes_total = parcel->bundle.size();
    auto outcome = parcel ? attempt(*parcel)
                          : Result<void, Obstacle>(fail(Obstacle{
                                .trouble = Trouble::unreadable, .detail = parcel.error().message}));
    show(session, outcome);
    return outcome;
}

void Courier::show(const std::string& session, const Result<void, Obstacle>& outcome) {
    auto& delivery = deliveries_.of(session);
    delivery.last = outcome ? Obstacle{} : outcome.error();
    if (outcome || !is_of_the_line(outcome.error().trouble))
        deliveries_.contact = {clock_.wall_now(), {}};
    else
        deliveries_.contact.last = outcome.error();
    const bool is_whole = delivery.bytes_sent == delivery.bytes_total;
    delivery.state = outcome ? DeliveryState::accepted : state_after(delivery.last, is_whole);
    deliveries_.write();
    if (outcome)
        return log::info("bundle.delivered",
                         {{"session", session}, {"bytes", std::to_string(delivery.bytes_total)}});
    log::warning("bundle.not_delivered", {{"session", session},
                                          {"trouble", std::string(word(delivery.last.trouble))},
                                          {"why", delivery.last.detail},
                                          {"said", delivery.last.said}});
}

Result<void, Obstacle> Courier::attempt(const Parcel& parcel) {
    bool is_stored = has_stored(parcel);
    for (int more = kResendsMax;; --more) {
        if (auto sent = is_stored ? Result<void, Obstacle>{} : upload(parcel); !sent) return sent;
        const auto fate = ask_fate(parcel);
        if (!fate) return fail(fate.error());
        if (fate->state != BundleFate::State::partial || more == 0) return take_fate(parcel, *fate);
        is_stored = false;
    }
}

/// The platform has stated before that the bytes are safe: there is only the receipt to wait for.
bool Courier::has_stored(const Parcel& parcel) {
    const auto note =
        read_file(config_.inbox / (parcel.session + ".stored"), limits::note_bytes_max);
    if (!note || !check_stored(parcel, as_text(*note), config_.keys)) return false;
    deliveries_.of(parcel.session).bytes_sent = parcel.bundle.size();
    return true;
}

Result<void, Obstacle> Courier::upload(const Parcel& parcel) {
    auto& delivery = deliveries_.of(parcel.session);
    TusUpload upload(platform_, client_, clock_, chunk_, [&](std::uint64_t bytes_sent) {
        delivery.bytes_sent = bytes_sent;
        deliveries_.write_now_and_then();
    });
    auto sent = upload.send(parcel);
    if (sent) delivery.bytes_sent = parcel.bundle.size();
    return sent;
}

Result<BundleFate, Obstacle> Courier::ask_fate(const Parcel& parcel) {
    const auto answer = client_.exchange({.url = platform_.at(bundle_path(parcel))});
    if (!answer) return fail(obstacle_of(answer.error()));
    return read_fate(*answer);
}

Result<void, Obstacle> Courier::take_fate(const Parcel& parcel, const BundleFate& fate) {
    if (auto kept = keep_stored(parcel, fate.stored); !kept) return kept;
    if (!fate.receipt.empty()) return keep_receipt(parcel, fate.receipt);
    if (fate.state == BundleFate::State::partial) deliveries_.of(parcel.session).bytes_sent = 0;
    return fail(Obstacle{.trouble = trouble_of(fate.state),
                         .detail = fate.code + ": " + fate.detail,
                         .said = fate.title});
}

/// One that does not verify is as good as none.
Result<void, Obstacle> Courier::keep_stored(const Parcel& parcel, std::string_view note) {
    if (note.empty() || !check_stored(parcel, note, config_.keys)) return {};
    const auto file = config_.inbox / (parcel.session + ".stored");
    if (std::filesystem::exists(file)) return {};
    auto kept = write_file(file, as_bytes(note));
    if (!kept) return fail(Obstacle{.trouble = Trouble::disk, .detail = kept.error().message});
    return {};
}

Result<void, Obstacle> Courier::keep_receipt(const Parcel& parcel, std::string_view note) {
    if (auto checked = check_receipt(parcel, note, config_.keys); !checked)
        return fail(Obstacle{.trouble = Trouble::receipt_wrong, .detail = checked.error().message});
    auto kept = write_file(config_.inbox / (parcel.session + ".receipt"), as_bytes(note));
    if (!kept) return fail(Obstacle{.trouble = Trouble::disk, .detail = kept.error().message});
    return {};
}

}  // namespace preau::agent
