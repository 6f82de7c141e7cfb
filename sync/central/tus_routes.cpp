// SPDX-License-Identifier: Apache-2.0
#include "central/tus_routes.hpp"

#include "base/limits.hpp"
#include "central/ingest_problem.hpp"
#include "json/write.hpp"
#include "seal/hash.hpp"

#include <fmt/format.h>

#include <charconv>

namespace preau::central {

namespace {

constexpr std::string_view kVersion = "1.0.0";
constexpr std::string_view kChunkType = "application/offset+octet-stream";

Failure<Stop> malformed(std::string detail) {
    return fail(Stop{StopCode::upload_malformed, std::move(detail)});
}

http::Response refused(const Stop& stop) {
    auto response = problem(stop);
    add_tus_fields(response);
    return response;
}

http::Response with_offset(int status, const Progress& progress) {
    http::Response response;
    response.status = status;
    response.headers = {{"Upload-Offset", std::to_string(progress.received)}};
    add_tus_fields(response);
    return response;
}

Result<std::uint64_t, Stop> number_in(std::string_view field, std::string_view name) {
    std::uint64_t number = 0;
    const auto read = std::from_chars(field.data(), field.data() + field.size(), number);
    if (field.empty() || read.ec != std::errc{} || read.ptr != field.data() + field.size())
        return malformed(fmt::format("{} is no number", name));
    return number;
}

/// "key base64,key base64"; a key without value has none to be found.
Result<std::string, Stop> metadata(std::string_view field, std::string_view key) {
    while (!field.empty()) {
        const auto pair = field.substr(0, field.find(','));
        field.remove_prefix(std::min(field.size(), pair.size() + 1));
        const auto space = pair.find(' ');
        if (space == std::string_view::npos || pair.substr(0, space) != key) continue;
        const auto value = from_base64(pair.substr(space + 1));
        if (!value) return malformed(fmt::format("Upload-Metadata: {} is no base64", key));
        return std::string(as_text(*value));
    }
    return malformed(fmt::format("Upload-Metadata: {} is missing", key));
}

Result<void, Stop> check_version(const http::Request& request) {
    if (request.tus_resumable == kVersion) return {};
    return malformed("Tus-Resumable: 1.0.0 is expected");
}

/// The note, its hash and length those that the request announces.
Result<Sidecar, Stop> announced(const http::Request& request, UploadDesk& desk) {
    if (auto version = check_version(request); !version) return fail(std::move(version.error()));
    const auto length = number_in(request.upload_length, "Upload-Length");
    if (!length) return fail(length.error());
    if (*length > limits::bundle_bytes_max)
        return fail(Stop{StopCode::upload_too_large, "larger than any bundle"});
    const auto note = metadata(request.upload_metadata, "sig");
    if (!note) return fail(note.error());
    const auto hex = metadata(request.upload_metadata, "sha256");
    if (!hex) return fail(hex.error());
    const auto sha256 = array_from_hex<32>(*hex);
    if (!sha256) return malformed("Upload-Metadata: sha256 is no hash");
    auto sidecar = desk.open_sidecar(*note);
    if (!sidecar) return sidecar;
    if (sidecar->sha256 != *sha256 || sidecar->bytes != *length)
        return fail(Stop{StopCode::note_refused, "the note is of another file"});
    return sidecar;
}

Result<void, Stop> check_chunk(const http::Request& request) {
    if (auto version = check_version(request); !version) return version;
    if (request.content_type != kChunkType)
        return malformed("the content type of a chunk is wrong");
    constexpr std::string_view kAlgorithm = "sha256 ";
    const std::string_view field = request.upload_checksum;
    if (!field.starts_with(kAlgorithm)) return malformed("Upload-Checksum: sha256 is expected");
    const auto sum = from_base64(field.substr(kAlgorithm.size()));
    if (!sum || sum->size() != 32) return malformed("Upload-Checksum is no hash");
    if (*sum != to_bytes(seal::sha256(as_bytes(request.body))))
        return fail(Stop{StopCode::upload_damaged, "the bytes changed on the way"});
    return {};
}

}  // namespace

void add_tus_fields(http::Response& response) {
    response.headers.emplace_back("Tus-Resumable", kVersion);
}

http::Response create_upload(const http::Request& request, UploadDesk& desk) {
    const auto sidecar = announced(request, desk);
    if (!sidecar) return refused(sidecar.error());
    const auto progress = desk.uploads.create(*sidecar);
    if (!progress) return refused(progress.error());
    if (progress->is_whole()) return with_offset(200, *progress);
    auto response = with_offset(201, *progress);
    response.headers.emplace_back("Location", "/v1/bundles/" + to_hex(sidecar->sha256));
    return response;
}

http::Response tell_offset(const Hash& sha256, UploadDesk& desk) {
    const auto progress = desk.uploads.progress(sha256);
    if (!progress) return refused(progress.error());
    auto response = with_offset(200, *progress);
    response.headers.emplace_back("Upload-Length", std::to_string(progress->bytes));
    return response;
}

http::Response append_chunk(const http::Request& request, const Hash& sha256, UploadDesk& desk) {
    if (auto good = check_chunk(request); !good) return refused(good.error());
    const auto offset = number_in(request.upload_offset, "Upload-Offset");
    if (!offset) return refused(offset.error());
    const auto progress = desk.uploads.append(sha256, *offset, as_bytes(request.body));
    if (!progress) return refused(progress.error());
    if (progress->is_whole()) desk.examine(sha256);
    return with_offset(204, *progress);
}

http::Response tell_fate(const Hash& sha256, UploadDesk& desk) {
    const auto known = desk.register_of_sessions.bundle(sha256);
    if (!known) return problem(Stop::disk(known.error()));
    json::Object fate;
    if (*known) {
        const auto& bundle = **known;
        const auto state = bundle.state == State::parked ? State::stored : bundle.state;
        fate = {{"state", word(state)},
                {"code", bundle.code},
                {"title", title_of(bundle.code)},
                {"detail", bundle.detail}};
        if (!bundle.stored.empty()) fate.push_back({"stored", bundle.stored});
        if (!bundle.receipt.empty()) fate.push_back({"receipt", bundle.receipt});
    } else {
        const auto progress = desk.uploads.progress(sha256);
        if (!progress) return problem(progress.error());
        fate = {{"state", "partial"}, {"code", "partial"}, {"title", ""}, {"detail", ""}};
    }
    http::Response response;
    response.headers = {{"Content-Type", "application/json"}};
    response.body = json::write(std::move(fate));
    return response;
}

}  // namespace preau::central
