// SPDX-License-Identifier: Apache-2.0
#include "agent/stick_watch.hpp"

#include "base/log.hpp"

#include <sys/stat.h>

namespace preau::agent {

namespace {

namespace fs = std::filesystem;

constexpr Duration kBetweenExchanges = seconds(10);

bool is_another_medium(const fs::path& folder, const fs::path& parent) {
    struct stat own {
    }, above{};
    return ::stat(folder.c_str(), &own) == 0 && ::stat(parent.c_str(), &above) == 0 &&
           own.st_dev != above.st_dev;
}

}  // namespace

std::set<fs::path> StickWatch::sticks() const {
    std::set<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator at(mounts_, error), end; !error && at != end; at.increment(error)) {
        std::error_code ignored;
        if (!at->is_directory(ignored)) continue;
        if (is_another_medium(at->path(), mounts_) ||
            fs::is_directory(at->path() / kStickFolder, ignored))
            found.insert(at->path());
    }
    return found;
}

bool StickWatch::is_due(const std::set<fs::path>& here) const {
    return here != seen_ || clock_.boot_now() - done_at_ >= kBetweenExchanges;
}

void StickWatch::look() {
    const auto here = sticks();
    if (!is_due(here)) return;
    seen_ = here;
    done_at_ = clock_.boot_now();
    for (const auto& root : here) exchange(root);
    if (!here.empty() || !deliveries_.stick || !deliveries_.stick->is_here) return;
    deliveries_.stick->is_here = false;
    deliveries_.write();
}

StickExchange StickWatch::exchange(const fs::path& root) {
    auto done = stick_.exchange(root);
    const bool is_news = !deliveries_.stick || !deliveries_.stick->is_here || done.taken > 0 ||
                         deliveries_.stick->carried != done.carried ||
                         deliveries_.stick->last.trouble != done.obstacle.trouble;
    if (!is_news) return done;
    deliveries_.stick =
        StickNews{true, done.carried, done.waiting, done.taken, done.obstacle, clock_.wall_now()};
    deliveries_.write();
    log::info("stick.exchanged", {{"stick", root.string()},
                                  {"carried", std::to_string(done.carried)},
                                  {"taken", std::to_string(done.taken)},
                                  {"trouble", std::string(word(done.obstacle.trouble))},
                                  {"why", done.obstacle.detail}});
    return done;
}

}  // namespace preau::agent
