// SPDX-License-Identifier: Apache-2.0
#include "agent/tus_upload.hpp"

#include "seal/hash.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace preau::agent {

namespace {

constexpr Duration kRequestTimeout = minutes(10);
// From the first chunk's size down to the least there are eight halvings.
constexpr int kStallsMax = 12;
constexpr int kCreationsMax = 3;

std::string base64(std::string_view text) { return to_base64(as_bytes(text)); }

HttpRequest tus_request(std::string method, std::string url) {
    return {.method = std::move(method),
            .url = std::move(url),
            .headers = {{"Tus-Resumable", "1.0.0"}, {"X-Preau", "1"}},
            .body = {},
            .timeout = kRequestTimeout};
}

std::optional<std::uint64_t> offset_in(const HttpAnswer& answer) {
    const auto text = answer.header("upload-offset");
    std::uint64_t offset = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), offset);
    if (text.empty() || parsed.ec != std::errc{} || parsed.ptr != text.data() + text.size())
        return std::nullopt;
    return offset;
}

bool is_forgotten(int status) { return status == 404 || status == 410; }

}  // namespace

Result<void, Obstacle> TusUpload::send(const Parcel& parcel) {
    for (int creations = 0; creations < kCreationsMax;) {
        const auto created = create(parcel);
        if (!created && insists_after(created.error())) continue;
        if (!created) return fail(created.error());
        if (*created == Created::whole) return {};
        auto followed = follow(parcel);
        if (followed || followed.error().trouble != Trouble::none) return followed;
        ++creations;
    }
    return fail(Obstacle{.trouble = Trouble::busy,
                         .detail = "the platform forgets the upload as soon as it is created"});
}

/// An obstacle without trouble: the upload was forgotten, create it again.
Result<void, Obstacle> TusUpload::follow(const Parcel& parcel) {
    offset_known_ = false;
    while (!offset_known_ || offset_ < parcel.bundle.size()) {
        const auto step = advance(parcel);
        if (step && *step == Step::done) continue;
        if (step && *step == Step::forgotten) return fail(Obstacle{});
        auto obstacle = step ? Obstacle{.trouble = Trouble::cut,
                                        .detail = "the offset of the upload does not move"}
                             : step.error();
        if (!insists_after(obstacle)) return fail(std::move(obstacle));
        if (!step && offset_known_) chunk_.failed();
        offset_known_ = false;
    }
    return {};
}

/// A line that broke while it carried something, not one that was never there.
bool TusUpload::insists_after(const Obstacle& obstacle) {
    const bool broke = obstacle.trouble == Trouble::cut || obstacle.trouble == Trouble::too_slow ||
                       obstacle.trouble == Trouble::damaged_on_the_way;
    return broke && ++stalls_ <= kStallsMax;
}

Result<TusUpload::Step, Obstacle> TusUpload::advance(const Parcel& parcel) {
    return offset_known_ ? send_chunk(parcel) : ask_offset(parcel);
}

Result<TusUpload::Created, Obstacle> TusUpload::create(const Parcel& parcel) {
    auto request = tus_request("POST", platform_.at("/v1/bundles"));
    request.headers.emplace_back("Upload-Length", std::to_string(parcel.bundle.size()));
    request.headers.emplace_back("Upload-Metadata", "sig " + base64(parcel.note) + ",sha256 " +
                                                        base64(to_hex(parcel.sha256)));
    const auto answer = client_.exchange(request);
    if (!answer) return fail(obstacle_of(answer.error()));
    if (auto obstacle = obstacle_of(*answer, Speech::tus)) return fail(std::move(*obstacle));
    const auto location = answer->header("location");
    if (answer->status == 200 && location.empty()) return Created::whole;
    const auto followed = platform_.follow(location);
    if (!followed)
        return fail(Obstacle{.trouble = Trouble::portal,
                             .detail = "the creation of an upload says no place for it"});
    location_ = *followed;
    return Created::begun;
}

Result<TusUpload::Step, Obstacle> TusUpload::ask_offset(const Parcel& parcel) {
    const auto answer = client_.exchange(tus_request("HEAD", location_));
    if (!answer) return fail(obstacle_of(answer.error()));
    if (is_forgotten(answer->status)) return Step::forgotten;
    if (auto obstacle = obstacle_of(*answer, Speech::tus)) return fail(std::move(*obstacle));
    const auto offset = offset_in(*answer);
    if (!offset || *offset > parcel.bundle.size()) return Step::ask_again;
    moved_to(*offset);
    return Step::done;
}

Result<TusUpload::Step, Obstacle> TusUpload::send_chunk(const Parcel& parcel) {
    const auto count = std::min<std::size_t>(chunk_.bytes(), parcel.bundle.size() - offset_);
    const auto chunk = ByteView(parcel.bundle).subspan(offset_, count);
    auto request = tus_request("PATCH", location_);
    request.headers.emplace_back("Content-Type", "application/offset+octet-stream");
    request.headers.emplace_back("Upload-Offset", std::to_string(offset_));
    request.headers.emplace_back("Upload-Checksum", "sha256 " + to_base64(seal::sha256(chunk)));
    request.body = as_text(chunk);
    const auto began = clock_.boot_now();
    const auto answer = client_.exchange(request);
    if (!answer) return fail(obstacle_of(answer.error()));
    auto step = judge_chunk(*answer, offset_ + count);
    if (step && *step == Step::done) chunk_.went_through(clock_.boot_now() - began);
    return step;
}

Result<TusUpload::Step, Obstacle> TusUpload::judge_chunk(const HttpAnswer& answer,
                                                         std::uint64_t after) {
    if (is_forgotten(answer.status)) return Step::forgotten;
    if (answer.status == 409) return Step::ask_again;
    if (answer.status == 460)
        return fail(Obstacle{.trouble = Trouble::damaged_on_the_way,
                             .detail = "status 460: the checksum differs"});
    if (auto obstacle = obstacle_of(answer, Speech::tus)) return fail(std::move(*obstacle));
    if (offset_in(answer) != after) return Step::ask_again;
    moved_to(after);
    return Step::done;
}

void TusUpload::moved_to(std::uint64_t offset) {
    if (offset > furthest_) stalls_ = 0;
    furthest_ = std::max(furthest_, offset);
    offset_ = offset;
    offset_known_ = true;
    progress_(offset);
}

}  // namespace preau::agent
