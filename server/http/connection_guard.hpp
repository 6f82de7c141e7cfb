// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace preau::http {

/// Counts open connections, in all and by address. Io thread only.
class ConnectionGuard {
  public:
    /// per_address_max 0: no limit by address, for rooms behind one address translation.
    ConnectionGuard(std::size_t total_max, std::size_t per_address_max)
        : total_max_(total_max), per_address_max_(per_address_max) {}

    /// A place, held until destruction; the guard outlives it.
    class Place {
      public:
        Place(Place&& other) noexcept
            : guard_(std::exchange(other.guard_, nullptr)), address_(std::move(other.address_)) {}
        Place& operator=(Place&&) = delete;
        ~Place() {
            if (guard_ != nullptr) guard_->leave(address_);
        }

      private:
        friend class ConnectionGuard;
        Place(ConnectionGuard& guard, std::string address)
            : guard_(&guard), address_(std::move(address)) {}
        ConnectionGuard* guard_;
        std::string address_;
    };

    std::optional<Place> enter(const std::string& address) {
        if (total_ >= total_max_) return std::nullopt;
        auto& count = by_address_[address];
        if (per_address_max_ != 0 && count >= per_address_max_) return std::nullopt;
        ++count;
        ++total_;
        return Place(*this, address);
    }
    std::size_t total() const { return total_; }

  private:
    void leave(const std::string& address) {
        --total_;
        const auto found = by_address_.find(address);
        if (--found->second == 0) by_address_.erase(found);
    }

    std::size_t total_max_;
    std::size_t per_address_max_;
    std::size_t total_ = 0;
    std::unordered_map<std::string, std::size_t> by_address_;
};

}  // namespace preau::http
