// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/check.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace preau::json {

class Value;
struct Member;
using Array = std::vector<Value>;
using Object = std::vector<Member>;  ///< order kept; names are unique, the reader refuses others

/// Largest magnitude of a whole number that every JSON reader keeps exact.
inline constexpr std::int64_t kIntegerMax = std::int64_t{1} << 53;

/// One JSON value: null, boolean, whole number within ±2⁵³, finite double, text, array or object.
/// 1 and 1.0 are different values and are written differently.
class Value {
  public:
    Value() = default;
    Value(std::nullptr_t) {}
    template <std::same_as<bool> Boolean>  // not a pointer that happens to convert
    Value(Boolean value) : content_(value) {}
    template <std::integral Integer>
    requires(!std::same_as<Integer, bool>) Value(Integer value)
        : content_(static_cast<std::int64_t>(value)) {
        PREAU_CHECK(std::in_range<std::int64_t>(value));
        check_integer();
    }
    Value(double value);  ///< finite
    Value(std::string value);
    Value(std::string_view value);
    Value(const char* value);
    Value(Array value);
    Value(Object value);

    bool is_null() const;
    const bool* boolean() const;
    const std::int64_t* integer() const;
    std::optional<double> number() const;  ///< a double, or a whole number as one
    const std::string* text() const;
    const Array* array() const;
    const Object* object() const;

    /// The member of that name; null when there is none or this is no object.
    const Value* find(std::string_view name) const;

    bool operator==(const Value& other) const;

  private:
    void check_integer() const;

    std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object> content_;
};

struct Member {
    std::string name;
    Value value;

    bool operator==(const Member&) const = default;
};

}  // namespace preau::json
