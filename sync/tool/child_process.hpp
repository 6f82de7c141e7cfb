// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace preau::tool {

struct ChildCommand {
    std::filesystem::path program;
    std::vector<std::string> arguments;
    std::filesystem::path log;  ///< its standard error is added to that file
};

/// How a process ended: by itself with a code, or by a signal (0 when by none).
struct ChildEnd {
    int code = 0;
    int signal = 0;

    bool is_success() const { return code == 0 && signal == 0; }
    std::string text() const;
};

/// A process of ours, in a group of its own so that Ctrl-C reaches only us. It never outlives the
/// object, nor the thread that started it (the kernel ends it then): start it from the main thread.
class ChildProcess {
  public:
    static Result<ChildProcess> start(const ChildCommand& command);
    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&& other) noexcept;
    ~ChildProcess();

    /// Next line of its standard output, without the line feed.
    Result<std::string> read_line(Duration patience);
    /// How it ended, if it has; does not wait.
    std::optional<ChildEnd> ended();
    /// How it ended, waiting for it that long at most.
    std::optional<ChildEnd> wait_for(Duration patience);
    void signal(int number);
    /// SIGTERM, then SIGKILL when the patience is over.
    ChildEnd stop(Duration patience);

  private:
    ChildProcess(pid_t pid, int output) : pid_(pid), output_(output) {}
    void release();

    pid_t pid_ = -1;
    int output_ = -1;
    std::string input_;
    std::optional<ChildEnd> end_;
};

}  // namespace preau::tool
