// SPDX-License-Identifier: Apache-2.0
#include "unit/agent/tus_platform.hpp"

#include "json/write.hpp"
#include "seal/hash.hpp"

#include <array>
#include <charconv>
#include <sys/socket.h>

namespace preau::agent {

namespace {

using Request = TusPlatform::Request;
using Answer = TusPlatform::Answer;

constexpr std::size_t kHeadBytesMax = 32 * 1024;
constexpr std::size_t kBodyBytesMax = 8 * 1024 * 1024;
const std::string kUploads = "/v1/bundles/uploads/";

std::optional<std::size_t> number(const std::string& text) {
    std::size_t value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || parsed.ptr != text.data() + text.size()) return std::nullopt;
    return value;
}

/// Nothing when it is no head of HTTP/1.1.
std::optional<Request> parse_head(const std::string& head) {
    const auto line = head.substr(0, head.find("\r\n"));
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == line.npos || last == first || line.substr(last) != " HTTP/1.1")
        return std::nullopt;
    Request request{line.substr(0, first), line.substr(first + 1, last - first - 1), {}, {}};
    for (auto at = line.size() + 2; at < head.size();) {
        const auto end = head.find("\r\n", at);
        const auto field = head.substr(at, end - at);
        const auto colon = field.find(": ");
        if (colon == field.npos) return std::nullopt;
        auto name = field.substr(0, colon);
        for (auto& c : name)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (!request.headers.emplace(name, field.substr(colon + 2)).second) return std::nullopt;
        at = end + 2;
    }
    return request;
}

class Input {
  public:
    explicit Input(int socket) : socket_(socket) {}

    /// Nothing at the end of the connection; a request without method when it was none.
    std::optional<Request> next() {
        std::size_t end = 0;
        while ((end = bytes_.find("\r\n\r\n")) == bytes_.npos)
            if (bytes_.size() > kHeadBytesMax || !fill()) return std::nullopt;
        auto request = parse_head(bytes_.substr(0, end + 2));
        if (!request || request->headers.contains("transfer-encoding")) return Request{};
        const auto length = request->headers.contains("content-length")
                                ? number(request->header("content-length"))
                                : std::optional<std::size_t>(0);
        if (!length || *length > kBodyBytesMax) return Request{};
        bytes_.erase(0, end + 4);
        while (bytes_.size() < *length)
            if (!fill()) return std::nullopt;
        request->body = bytes_.substr(0, *length);
        bytes_.erase(0, *length);
        return request;
    }

  private:
    bool fill() {
        std::array<char, 16 * 1024> buffer{};
        const auto count = ::recv(socket_, buffer.data(), buffer.size(), 0);
        if (count <= 0) return false;
        bytes_.append(buffer.data(), static_cast<std::size_t>(count));
        return true;
    }

    int socket_;
    std::string bytes_;
};

std::string wire(const Answer& answer, bool has_body) {
    auto text = "HTTP/1.1 " + std::to_string(answer.status) + " Said\r\n";
    for (const auto& [name, value] : answer.headers) text += name + ": " + value + "\r\n";
    if (answer.status != 204)
        text += "Content-Length: " + std::to_string(answer.body.size()) + "\r\n";
    return text + "\r\n" + (has_body ? answer.body : "");
}

Answer tus(int status, std::vector<std::pair<std::string, std::string>> headers = {}) {
    headers.emplace_back("Tus-Resumable", "1.0.0");
    return {status, std::move(headers), {}};
}

/// The value of one key of Upload-Metadata.
std::string metadata(const Request& request, const std::string& key) {
    const auto all = "," + request.header("upload-metadata") + ",";
    const auto at = all.find("," + key + " ");
    if (at == all.npos) return {};
    const auto from = at + key.size() + 2;
    const auto bytes = from_base64(all.substr(from, all.find(',', from) - from));
    return bytes ? std::string(as_text(*bytes)) : std::string{};
}

}  // namespace

TusPlatform::TusPlatform(Script script)
    : script_(std::move(script)), loopback_([this](int socket, int) { serve(socket); }) {}

void TusPlatform::serve(int socket) {
    Input input(socket);
    while (const auto request = input.next()) {
        const auto answer = request->method.empty() ? Answer{400} : respond(*request);
        const auto is_sent = test::send_all(socket, wire(answer, request->method != "HEAD"));
        if (!is_sent || request->method.empty()) return;
    }
}

Answer TusPlatform::respond(const Request& request) {
    const std::lock_guard lock(mutex_);
    requests_.push_back(request);
    if (script_)
        if (auto scripted = script_(request)) return *scripted;
    if (request.method != "GET" && request.header("tus-resumable") != "1.0.0") return tus(412);
    if (request.method == "POST" && request.path == "/v1/bundles") return create(request);
    auto* upload = find(request.path);
    if (upload == nullptr) return tus(404);
    if (request.method == "GET") return fate(*upload);
    if (request.method == "HEAD")
        return tus(200, {{"Upload-Offset", std::to_string(upload->bytes.size())},
                         {"Upload-Length", std::to_string(upload->length)}});
    return request.method == "PATCH" ? append(request, *upload) : tus(405);
}

Answer TusPlatform::create(const Request& request) {
    const auto length = number(request.header("upload-length"));
    const auto sha256 = metadata(request, "sha256");
    if (!length || !array_from_hex<32>(sha256) || metadata(request, "sig").empty()) return tus(400);
    auto& upload = uploads_[sha256];
    if (upload.length != 0 && upload.bytes.size() == upload.length) return tus(200);
    upload.length = *length;
    upload.note = metadata(request, "sig");
    return tus(201, {{"Location", kUploads + sha256}});
}

Answer TusPlatform::append(const Request& request, Upload& upload) {
    if (number(request.header("upload-offset")) != upload.bytes.size()) return tus(409);
    const auto body = as_bytes(request.body);
    if (request.header("upload-checksum") != "sha256 " + to_base64(seal::sha256(body)))
        return tus(460);
    if (upload.bytes.size() + body.size() > upload.length) return tus(413);
    upload.bytes.insert(upload.bytes.end(), body.begin(), body.end());
    const auto offset = std::to_string(upload.bytes.size());
    const bool is_whole = upload.bytes.size() == upload.length;
    if (is_whole && &upload != find(kUploads + to_hex(seal::sha256(upload.bytes))))
        upload.bytes.clear();  // what came is not what was announced
    return tus(204, {{"Upload-Offset", offset}});
}

Answer TusPlatform::fate(const Upload& upload) const {
    if (upload.bytes.size() != upload.length || upload.length == 0)
        return {200, {{"Content-Type", "application/json"}}, R"({"state":"partial"})"};
    json::Object body{{"state", state_}};
    if (!title_.empty()) body.push_back({"title", title_});
    if (!stored_.empty()) body.push_back({"stored", stored_});
    if (!receipt_.empty()) body.push_back({"receipt", receipt_});
    return {200, {{"Content-Type", "application/json"}}, json::write(body)};
}

TusPlatform::Upload* TusPlatform::find(const std::string& path) {
    const auto found = uploads_.find(path.substr(path.rfind('/') + 1));
    return found == uploads_.end() ? nullptr : &found->second;
}

void TusPlatform::decide(std::string state, std::string receipt, std::string title,
                         std::string stored) {
    const std::lock_guard lock(mutex_);
    state_ = std::move(state);
    receipt_ = std::move(receipt);
    title_ = std::move(title);
    stored_ = std::move(stored);
}

std::vector<Request> TusPlatform::requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
}

std::size_t TusPlatform::count(const std::string& method) const {
    std::size_t count = 0;
    for (const auto& request : requests())
        if (request.method == method) ++count;
    return count;
}

std::optional<Bytes> TusPlatform::whole(const Hash& sha256) const {
    const std::lock_guard lock(mutex_);
    const auto found = uploads_.find(to_hex(sha256));
    if (found == uploads_.end() || found->second.bytes.size() != found->second.length)
        return std::nullopt;
    return found->second.bytes;
}

std::string TusPlatform::note_of(const Hash& sha256) const {
    const std::lock_guard lock(mutex_);
    const auto found = uploads_.find(to_hex(sha256));
    return found == uploads_.end() ? std::string() : found->second.note;
}

}  // namespace preau::agent
