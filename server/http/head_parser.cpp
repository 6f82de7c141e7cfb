// SPDX-License-Identifier: Apache-2.0
#include "http/head_parser.hpp"

#include "base/limits.hpp"

#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

namespace preau::http {
namespace {

namespace beast = boost::beast;
using boost::system::error_code;

/// Collects what Beast recognises. Bodies never reach it: it is fed the head alone.
class HeadCollector final : public beast::http::basic_parser<true> {
  public:
    HeadCollector() {
        header_limit(limits::http_header_bytes_max);
        body_limit(boost::none);  // the gate's limit depends on the route
    }

    Head head;

  private:
    void on_request_impl(beast::http::verb, beast::string_view method, beast::string_view target,
                         int version, error_code&) override {
        head.method = std::string_view(method);
        head.target = std::string_view(target);
        head.version = version;
    }
    void on_field_impl(beast::http::field, beast::string_view name, beast::string_view value,
                       error_code&) override {
        head.fields.push_back({std::string(name), std::string(value)});
    }
    void on_response_impl(int, beast::string_view, int, error_code&) override {}
    void on_header_impl(error_code&) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
    std::size_t on_body_impl(beast::string_view, error_code&) override { return 0; }
    void on_chunk_header_impl(std::uint64_t, beast::string_view, error_code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view, error_code&) override {
        return 0;
    }
    void on_finish_impl(error_code&) override {}
};

}  // namespace

Result<Head, Refused> parse_head(std::string_view text) {
    HeadCollector collector;
    error_code failure;
    const auto consumed = collector.put(boost::asio::buffer(text), failure);
    if (failure == beast::http::error::bad_version) return fail(Refused{505});
    if (failure || !collector.is_header_done() || consumed != text.size())
        return fail(Refused{400});
    return std::move(collector.head);
}

}  // namespace preau::http
