// SPDX-License-Identifier: Apache-2.0
#include "json/read.hpp"

#include "base/limits.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <limits>
#include <set>

namespace preau::json {

namespace {

namespace bj = boost::json;

/// Builds the value from what Boost's parser announces. Boost checks the grammar and UTF-8; names
/// and numbers are ours, because Boost keeps the last of two equal names and rounds doubles in a
/// way of its own.
class Builder {
  public:
    static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_array_size = max_object_size;
    static constexpr std::size_t max_key_size = max_object_size;
    static constexpr std::size_t max_string_size = max_object_size;

    const std::string& problem() const { return problem_; }
    Value take() { return std::move(root_); }

    bool on_document_begin(bj::error_code&) { return true; }
    bool on_document_end(bj::error_code&) { return true; }
    bool on_object_begin(bj::error_code&) { return open(true); }
    bool on_object_end(std::size_t, bj::error_code&) { return close(); }
    bool on_array_begin(bj::error_code&) { return open(false); }
    bool on_array_end(std::size_t, bj::error_code&) { return close(); }

    bool on_key_part(bj::string_view part, std::size_t, bj::error_code&) { return gather(part); }
    bool on_key(bj::string_view part, std::size_t, bj::error_code& ec) {
        gather(part);
        auto& object = open_.back();
        object.name = std::move(text_);
        text_.clear();
        return object.names.insert(object.name).second || refuse("name given twice", ec);
    }
    bool on_string_part(bj::string_view part, std::size_t, bj::error_code&) { return gather(part); }
    bool on_string(bj::string_view part, std::size_t, bj::error_code&) {
        gather(part);
        put(std::move(text_));
        text_.clear();
        return true;
    }

    bool on_number_part(bj::string_view part, bj::error_code&) { return gather(part); }
    bool on_int64(std::int64_t value, bj::string_view, bj::error_code& ec) {
        text_.clear();
        if (value > kIntegerMax || value < -kIntegerMax) return refuse(kTooLarge, ec);
        put(value);
        return true;
    }
    bool on_uint64(std::uint64_t, bj::string_view, bj::error_code& ec) {
        return refuse(kTooLarge, ec);  // what fits is announced as int64
    }
    bool on_double(double, bj::string_view part, bj::error_code& ec) {
        gather(part);
        if (text_.find_first_of(".eE") == std::string::npos) return refuse(kTooLarge, ec);
        double value = 0;
        const auto end = text_.data() + text_.size();
        const auto read = std::from_chars(text_.data(), end, value);
        const auto digits = std::string_view(text_).substr(0, text_.find_first_of("eE"));
        const bool vanished =
            value == 0 && digits.find_first_of("123456789") != std::string_view::npos;
        if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(value) || vanished)
            return refuse("number outside the range of a double", ec);
        text_.clear();
        put(value);
        return true;
    }

    bool on_bool(bool value, bj::error_code&) {
        put(value);
        return true;
    }
    bool on_null(bj::error_code&) {
        put(nullptr);
        return true;
    }
    bool on_comment_part(bj::string_view, bj::error_code&) { return true; }
    bool on_comment(bj::string_view, bj::error_code&) { return true; }

  private:
    static constexpr const char* kTooLarge = "whole number outside ±2⁵³";

    struct Open {
        bool is_object = false;
        std::string name;  ///< of the member whose value comes next
        std::set<std::string> names;
        Array array;
        Object object;
    };

    bool open(bool is_object) {
        open_.emplace_back().is_object = is_object;
        return true;
    }

    bool close() {
        auto closed = std::move(open_.back());
        open_.pop_back();
        put(closed.is_object ? Value(std::move(closed.object)) : Value(std::move(closed.array)));
        return true;
    }

    void put(Value value) {
        if (open_.empty())
            root_ = std::move(value);
        else if (open_.back().is_object)
            open_.back().object.push_back({std::move(open_.back().name), std::move(value)});
        else
            open_.back().array.push_back(std::move(value));
    }

    bool gather(bj::string_view part) {
        text_.append(part.data(), part.size());
        return true;
    }

    bool refuse(const char* problem, bj::error_code& ec) {
        problem_ = problem;
        ec = bj::make_error_code(bj::error::exception);
        return false;
    }

    std::string text_;  ///< of the name, text or number being announced in parts
    std::vector<Open> open_;
    Value root_;
    std::string problem_;
};

Failure<Error> malformed(std::size_t byte, std::string_view problem) {
    return fail(Error::malformed(fmt::format("JSON, byte {}: {}", byte, problem)));
}

}  // namespace

Result<Value> read(std::string_view text) {
    bj::parse_options options;
    options.max_depth = limits::json_depth_max;
    bj::basic_parser<Builder> parser(options);
    bj::error_code ec;
    const auto byte = parser.write_some(false, text.data(), text.size(), ec);
    if (!parser.handler().problem().empty()) return malformed(byte, parser.handler().problem());
    if (ec) return malformed(byte, ec.message());
    if (byte != text.size()) return malformed(byte, "text after the value");
    return parser.handler().take();
}

}  // namespace preau::json
