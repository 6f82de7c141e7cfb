// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"
#include "json/value.hpp"

#include <compare>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

namespace preau::tool {

/// An answer as the box said it was saved, or as the platform has stored it.
struct SavedAnswer {
    std::int64_t candidate = 0;
    std::int64_t number = 0;
    std::string item;
    std::string value;
    std::string command;  ///< the browser's id of the act, 32 hexadecimal digits
    std::int64_t sequence = 0;
    std::string leaf;

    auto operator<=>(const SavedAnswer&) const = default;
};

/// What the robots were told was saved. Any thread.
class Ledger {
  public:
    void add(SavedAnswer answer);
    std::size_t size() const;
    std::vector<SavedAnswer> answers() const;

  private:
    mutable std::mutex mutex_;
    std::vector<SavedAnswer> answers_;
};

/// What `preau-central answers` printed.
Result<std::vector<SavedAnswer>> read_answers(const json::Value& printed);

struct Comparison {
    std::size_t lost = 0;         ///< said to be saved, not stored exactly so
    std::size_t doubled = 0;      ///< stored once more for the same candidate and question
    std::size_t unaccounted = 0;  ///< stored, and nobody was told
    bool operator==(const Comparison&) const = default;
};
Comparison compare(std::vector<SavedAnswer> acknowledged, std::vector<SavedAnswer> stored);

}  // namespace preau::tool
