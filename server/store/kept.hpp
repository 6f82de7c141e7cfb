// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>

namespace preau::store {

/// Values in memory, and which of them a file does not know yet.
template <class Key, class Value>
class Kept {
  public:
    using Map = std::map<Key, Value>;

    const Map& all() const { return all_; }
    const Value* find(const Key& key) const {
        const auto found = all_.find(key);
        return found == all_.end() ? nullptr : &found->second;
    }

    void put(const Key& key, Value value) {
        const auto [place, is_new] = all_.try_emplace(key, value);
        if (!is_new && place->second == value) return;
        place->second = std::move(value);
        unwritten_.insert(key);
    }
    void erase(const Key& key) {
        if (all_.erase(key) > 0) unwritten_.insert(key);
    }

    /// Keys that were put or erased since the file knew all.
    const std::set<Key>& unwritten() const { return unwritten_; }
    void all_written() { unwritten_.clear(); }
    void none_written() {
        unwritten_.clear();
        for (const auto& [key, value] : all_) unwritten_.insert(key);
    }
    /// What the file has, at the start.
    void read(const Key& key, Value value) { all_.insert_or_assign(key, std::move(value)); }

  private:
    Map all_;
    std::set<Key> unwritten_;
};

}  // namespace preau::store
