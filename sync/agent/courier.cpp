// SPDX-License-Identifier: Apache-2.0
#include "agent/courier.hpp"

#include "base/file.hpp"
#include "base/ids.hpp"
#include "base/limits.hpp"
#include "base/log.hpp"
#include "seal/bundle.hpp"
#include "seal/checkpoint.hpp"
#include "seal/hash.hpp"

#include <algorithm>
#include <charconv>

namespace preau::agent {

namespace {

constexpr Duration kUploadTimeout = minutes(10);
constexpr int kRetryAfterSecondsMax = 3600;
constexpr std::size_t kLoggedBytesMax = 500;

Duration retry_after(const HttpAnswer& answer) {
    const auto text = answer.header("retry-after");
    int value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    if (parsed.ec != std::errc{}) return {};
    return seconds(std::clamp(value, 0, kRetryAfterSecondsMax));
}

bool is_worth_a_retry(int status) { return status == 408 || status == 429 || status >= 500; }

/// A portal that answers 200 with its own page must not pass for the platform: a receipt is the
/// bundle's own note with one more signature.
Result<void> check_receipt(ByteView bundle, std::string_view receipt,
                           const std::optional<seal::VerifierKey>& key) {
    const auto sent = seal::read_bundle(bundle);
    if (!sent) return fail(sent.error());
    const auto before = seal::read_note(sent->note);
    const auto after = seal::read_note(receipt);
    if (!before || !after || after->text != before->text ||
        after->signatures.size() != before->signatures.size() + 1)
        return fail(Error::malformed("the answer is not a receipt for this bundle"));
    if (!key) return {};
    const auto time = seal::verify_cosignature(receipt, *key);
    return time ? Result<void>{} : fail(time.error());
}

}  // namespace

Courier::Courier(CourierConfig config, HttpClient& client)
    : config_(std::move(config)), client_(client) {
    while (config_.central.ends_with('/')) config_.central.pop_back();
}

Result<std::set<std::string>> Courier::waiting() const {
    std::set<std::string> sessions;
    std::error_code error;
    for (std::filesystem::directory_iterator at(config_.outbox, error), end; !error && at != end;
         at.increment(error)) {
        const auto& path = at->path();
        const auto session = path.stem().string();
        if (path.extension() != ".preau" || !SessionId::from_hex(session)) continue;
        if (!std::filesystem::exists(config_.inbox / (session + ".receipt")))
            sessions.insert(session);
    }
    if (error)
        return fail(Error::environment("read " + config_.outbox.string() + ": " + error.message()));
    return sessions;
}

Round Courier::carry(const std::set<std::string>& sessions) {
    Round round;
    for (const auto& session : sessions) {
        if (auto carried = carry_one(session, round); !carried) {
            ++round.failed;
            log::warning("bundle.not_delivered",
                         {{"session", session}, {"why", carried.error().message}});
        }
    }
    return round;
}

Result<void> Courier::carry_one(const std::string& session, Round& round) {
    const auto bundle = read_file(config_.outbox / (session + ".preau"), limits::bundle_bytes_max);
    if (!bundle) return fail(bundle.error());
    const auto answer = upload(*bundle);
    if (!answer) return fail(answer.error());
    round.retry_after = std::max(round.retry_after, retry_after(*answer));
    if (answer->status != 200) {
        ++(is_worth_a_retry(answer->status) ? round.failed : round.refused);
        log::warning("bundle.refused", {{"session", session},
                                        {"status", std::to_string(answer->status)},
                                        {"answer", answer->body.substr(0, kLoggedBytesMax)}});
        return {};
    }
    if (auto kept = keep_receipt(session, *bundle, answer->body); !kept) return kept;
    ++round.delivered;
    log::info("bundle.delivered",
              {{"session", session}, {"bytes", std::to_string(bundle->size())}});
    return {};
}

Result<HttpAnswer> Courier::upload(ByteView bundle) {
    HttpRequest request;
    request.method = "PUT";
    request.url = config_.central + "/v1/bundles/" + to_hex(seal::sha256(bundle));
    request.headers = {{"Content-Type", "application/vnd.preau.bundle"}, {"X-Preau", "1"}};
    request.body = as_text(bundle);
    request.timeout = kUploadTimeout;
    return client_.send(request);
}

Result<void> Courier::keep_receipt(const std::string& session, ByteView bundle,
                                   std::string_view note) {
    if (auto checked = check_receipt(bundle, note, config_.receipt_key); !checked) return checked;
    return write_file(config_.inbox / (session + ".receipt"), as_bytes(note));
}

}  // namespace preau::agent
