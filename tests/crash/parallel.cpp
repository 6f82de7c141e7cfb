// SPDX-License-Identifier: Apache-2.0
#include "crash/parallel.hpp"

#include <algorithm>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace preau::crash {

namespace {

struct Child {
    pid_t id;
    int result;
};

void work(int result, std::size_t first, std::size_t step, std::size_t count,
          const std::function<Tally(std::size_t)>& run) {
    Tally sum;
    for (auto job = first; job < count; job += step) sum += run(job);
    const bool whole = ::write(result, &sum, sizeof sum) == sizeof sum;
    ::_exit(whole ? 0 : 1);
}

Tally collect(const Child& child) {
    Tally sum;
    const bool whole = ::read(child.result, &sum, sizeof sum) == sizeof sum;
    ::close(child.result);
    int status = 0;
    ::waitpid(child.id, &status, 0);
    if (!whole || status != 0) {
        sum = {};
        sum.unopened = 1;
        sum.remember("a child process died");
    }
    return sum;
}

}  // namespace

Tally in_parallel(std::size_t count, const std::function<Tally(std::size_t job)>& run) {
    const std::size_t processes = std::clamp(std::thread::hardware_concurrency(), 1u, 8u);
    std::vector<Child> children;
    for (std::size_t i = 0; i < processes; ++i) {
        int ends[2];
        if (::pipe(ends) != 0) break;
        const auto id = ::fork();
        if (id == 0) work(ends[1], i, processes, count, run);
        ::close(ends[1]);
        children.push_back({id, ends[0]});
    }
    Tally sum;
    if (children.size() < processes) sum.remember("no process could be started");
    if (children.size() < processes) sum.unopened = 1;
    for (const auto& child : children) sum += collect(child);
    return sum;
}

}  // namespace preau::crash
