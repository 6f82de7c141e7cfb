// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/check.hpp"
#include "base/error.hpp"

#include <utility>
#include <variant>

namespace preau {

template <class E>
struct Failure {
    E error;
};

/// `return fail(Error::malformed("…"));`
template <class E>
Failure<E> fail(E error) {
    return Failure<E>{std::move(error)};
}

/// A value or the reason why there is none. Unlike std::expected's predecessors in Debian, it
/// cannot be dropped without a warning. Asking the wrong side is a bug and aborts.
template <class T, class E = Error>
class [[nodiscard]] Result {
  public:
    using value_type = T;
    using error_type = E;

    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Failure<E> failure) : state_(std::in_place_index<1>, std::move(failure.error)) {}

    bool has_value() const { return state_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T& value() & { return checked(); }
    const T& value() const& { return const_cast<Result*>(this)->checked(); }
    T&& value() && { return std::move(checked()); }
    T& operator*() & { return checked(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(checked()); }
    T* operator->() { return &checked(); }
    const T* operator->() const { return &value(); }

    E& error() {
        PREAU_CHECK(!has_value());
        return *std::get_if<1>(&state_);
    }
    const E& error() const { return const_cast<Result*>(this)->error(); }

    T value_or(T other) && { return has_value() ? std::move(checked()) : std::move(other); }

  private:
    T& checked() {
        PREAU_CHECK(has_value());
        return *std::get_if<0>(&state_);
    }

    std::variant<T, E> state_;
};

template <class E>
class [[nodiscard]] Result<void, E> {
  public:
    using value_type = void;
    using error_type = E;

    Result() = default;
    Result(Failure<E> failure) : failed_(true), error_(std::move(failure.error)) {}

    bool has_value() const { return !failed_; }
    explicit operator bool() const { return has_value(); }

    E& error() {
        PREAU_CHECK(failed_);
        return error_;
    }
    const E& error() const { return const_cast<Result*>(this)->error(); }

  private:
    bool failed_ = false;
    E error_{};
};

}  // namespace preau
