// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/engine.hpp"
#include "answers/key.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preau::exam {

/// How a question is put, besides its text.
struct Conduct {
    int timer_seconds = 0;  ///< 0: not timed
    bool focus = false;     ///< its page must not be left
    bool picture = false;
    bool simulator = false;
    bool attachments = false;
    bool needs_internet = false;
    bool accessible = true;  ///< to whoever does not see, or not the colours

    bool operator==(const Conduct&) const = default;

    /// A warning comes first; the candidate opens the question, and only then reads it.
    bool must_be_opened() const { return timer_seconds > 0 || focus; }
};

/// What the rules need to know of a pack: the certification version in force, the calibrated items
/// and, at the same index, the key and the conduct of each. Texts and images stay in the pack.
/// Copies share what prepare() made.
struct Content {
    adaptive::CertificationVersion version;
    std::vector<adaptive::Item> items;
    std::vector<answers::Key> keys;
    std::vector<Conduct> conducts;

    /// Numbers the items and makes the engine that the version names, some milliseconds. To be
    /// called once items and version are what they stay; nothing below works before.
    void prepare();

    const adaptive::Engine& engine() const;
    std::optional<std::size_t> index_of(std::string_view item) const;
    /// Of an item that the content must hold.
    const Conduct& conduct_of(std::string_view item) const;

  private:
    struct Prepared {
        adaptive::Engine engine;
        std::map<std::string, std::size_t, std::less<>> indices;
    };
    std::shared_ptr<const Prepared> prepared_;
};

}  // namespace preau::exam
