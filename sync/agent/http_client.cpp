// SPDX-License-Identifier: Apache-2.0
#include "agent/http_client.hpp"

#include "base/check.hpp"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace preau::agent {

namespace {

struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, FreeList>;

void append(List& list, const std::string& line) {
    curl_slist* longer = curl_slist_append(list.get(), line.c_str());
    PREAU_CHECK(longer != nullptr);
    (void)list.release();  // it is now the head of the longer list, or the same
    list.reset(longer);
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (auto& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

List header_list(const HttpRequest& request) {
    List list;
    append(list, "Expect:");  // wait for no "100 Continue": our bodies are small or wanted
    bool names_type = false;
    for (const auto& [name, value] : request.headers) {
        names_type = names_type || lower(name) == "content-type";
        append(list, name + ": " + value);
    }
    if (!names_type) append(list, "Content-Type:");  // else libcurl would call it a form
    return list;
}

/// The library's global state; made once, before any thread, by whoever makes the first client.
void initialise_library() {
    static const CURLcode code = curl_global_init(CURL_GLOBAL_DEFAULT);
    PREAU_CHECK(code == CURLE_OK);
}

std::string_view trimmed(std::string_view text) {
    const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

/// What one request fills in while it runs.
struct Exchange {
    CURL* curl = nullptr;
    const HttpRequest* request = nullptr;
    std::size_t bytes_max = 0;
    const std::function<bool()>* is_cancelled = nullptr;
    HttpAnswer answer{};
};

int status_of(CURL* curl) {
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    return static_cast<int>(status);
}

/// Taking fewer bytes than were brought ends the transfer.
std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* exchange) {
    auto& to = *static_cast<Exchange*>(exchange);
    const std::string_view piece(bytes, size * count);
    const auto status = status_of(to.curl);
    if (to.request->sink && (status == 200 || status == 206))
        return to.request->sink(status, piece) ? piece.size() : 0;
    if (to.answer.body.size() + piece.size() > to.bytes_max) return 0;
    to.answer.body.append(piece);
    return piece.size();
}

std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* exchange) {
    auto& headers = static_cast<Exchange*>(exchange)->answer.headers;
    const std::string_view line(bytes, size * count);
    if (line.starts_with("HTTP/")) headers.clear();  // an interim answer came before
    const auto colon = line.find(':');
    if (colon != line.npos)
        headers.emplace_back(lower(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
    return size * count;
}

int look_up(void* exchange, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    const auto& is_cancelled = *static_cast<Exchange*>(exchange)->is_cancelled;
    return is_cancelled && is_cancelled() ? 1 : 0;
}

LineFault fault_of(CURLcode code) {
    switch (code) {
        case CURLE_URL_MALFORMAT:
        case CURLE_UNSUPPORTED_PROTOCOL:
            return LineFault::bad_address;
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_RESOLVE_PROXY:
            return LineFault::unresolved;
        case CURLE_COULDNT_CONNECT:
            return LineFault::unreachable;
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_SSL_CACERT_BADFILE:
            return LineFault::untrusted;
        case CURLE_OPERATION_TIMEDOUT:
            return LineFault::too_slow;
        case CURLE_WRITE_ERROR:
            return LineFault::too_long;
        case CURLE_ABORTED_BY_CALLBACK:
            return LineFault::given_up;
        default:
            return LineFault::cut;
    }
}

}  // namespace

std::string_view HttpAnswer::header(std::string_view name) const {
    const auto found = std::ranges::find(headers, name, [](const auto& h) { return h.first; });
    return found == headers.end() ? std::string_view{} : std::string_view(found->second);
}

class HttpClient::Handle {
  public:
    explicit Handle(HttpClientConfig config) : config_(std::move(config)) {
        initialise_library();
        curl_ = curl_easy_init();
        PREAU_CHECK(curl_ != nullptr);
    }
    ~Handle() { curl_easy_cleanup(curl_); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    Result<HttpAnswer, LineFailure> exchange(const HttpRequest& request) {
        Exchange exchange{curl_, &request, config_.answer_bytes_max, &config_.is_cancelled};
        const auto headers = header_list(request);
        std::array<char, CURL_ERROR_SIZE> words{};
        curl_easy_reset(curl_);  // keeps the connections
        set_policy();
        set_request(request, headers.get());
        set(CURLOPT_WRITEDATA, &exchange);
        set(CURLOPT_HEADERDATA, &exchange);
        set(CURLOPT_XFERINFODATA, &exchange);
        set(CURLOPT_ERRORBUFFER, words.data());
        const auto code = curl_easy_perform(curl_);
        if (code != CURLE_OK) return failed(request, code, words.data());
        exchange.answer.status = status_of(curl_);
        return std::move(exchange.answer);
    }

  private:
    template <class Value>
    void set(CURLoption option, Value value) {
        const auto code = curl_easy_setopt(curl_, option, value);
        PREAU_CHECK(code == CURLE_OK);  // else this libcurl lacks something we rely on
    }

    void set_policy() {
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
        set(CURLOPT_FOLLOWLOCATION, 0L);
        set(CURLOPT_NOSIGNAL, 1L);  // other threads may be running
        set(CURLOPT_NOPROGRESS, 0L);
        set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(config_.connect_timeout.ms));
        set(CURLOPT_LOW_SPEED_LIMIT, 1L);
        set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(config_.stall_timeout.ms / 1000));
        set(CURLOPT_WRITEFUNCTION, &take_body);
        set(CURLOPT_HEADERFUNCTION, &take_header);
        set(CURLOPT_XFERINFOFUNCTION, &look_up);
        if (config_.proxy == Proxy::none) set(CURLOPT_PROXY, "");
    }

    void set_request(const HttpRequest& request, curl_slist* headers) {
        set(CURLOPT_URL, request.url.c_str());
        set(CURLOPT_HTTPHEADER, headers);
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(request.timeout.ms));
        if (request.method == "HEAD") set(CURLOPT_NOBODY, 1L);
        if (request.method != "GET" && request.method != "HEAD") {
            set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
            set(CURLOPT_POSTFIELDS, request.body.data());
        }
        set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
    }

    Failure<LineFailure> failed(const HttpRequest& request, CURLcode code,
                                const char* words) const {
        if (code == CURLE_WRITE_ERROR) words = "the answer is longer than accepted";
        if (code == CURLE_ABORTED_BY_CALLBACK) words = "given up";
        const std::string_view why = *words != '\0' ? words : curl_easy_strerror(code);
        return fail(LineFailure{
            fault_of(code),
            Error::environment(fmt::format("{} {}: {}", request.method, request.url, why))});
    }

    HttpClientConfig config_;
    CURL* curl_ = nullptr;
};

HttpClient::HttpClient(HttpClientConfig config)
    : handle_(std::make_unique<Handle>(std::move(config))) {}
HttpClient::~HttpClient() = default;
HttpClient::HttpClient(HttpClient&&) noexcept = default;
HttpClient& HttpClient::operator=(HttpClient&&) noexcept = default;

Result<HttpAnswer, LineFailure> HttpClient::exchange(const HttpRequest& request) {
    return handle_->exchange(request);
}

Result<HttpAnswer> HttpClient::send(const HttpRequest& request) {
    auto answer = exchange(request);
    if (!answer) return fail(std::move(answer.error().error));
    return std::move(*answer);
}

}  // namespace preau::agent
