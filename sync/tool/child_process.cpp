// SPDX-License-Identifier: Apache-2.0
#include "tool/child_process.hpp"

#include "base/system_clock.hpp"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace preau::tool {

namespace {

class Descriptor {
  public:
    explicit Descriptor(int fd = -1) : fd_(fd) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int get() const { return fd_; }
    int release() { return std::exchange(fd_, -1); }
    void close() {
        if (fd_ >= 0) ::close(std::exchange(fd_, -1));
    }

  private:
    int fd_;
};

/// What fork() needs, made before it: the child may only call what is safe in a signal handler.
struct Prepared {
    std::vector<char*> arguments;
    int output = -1;
    int log = -1;
    int failure = -1;
    pid_t parent = 0;
};

[[noreturn]] void become(const Prepared& prepared) {
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != prepared.parent) ::_exit(1);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::signal(SIGPIPE, SIG_DFL);
    ::dup2(prepared.output, STDOUT_FILENO);
    ::dup2(prepared.log, STDERR_FILENO);
    ::execv(prepared.arguments.front(), prepared.arguments.data());
    const int why = errno;
    (void)!::write(prepared.failure, &why, sizeof why);  // nobody else can be told
    ::_exit(127);
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> all;
    for (auto& text : texts) all.push_back(text.data());
    all.push_back(nullptr);
    return all;
}

ChildEnd end_of(int status) {
    if (WIFSIGNALED(status)) return {0, WTERMSIG(status)};
    return {WEXITSTATUS(status), 0};
}

}  // namespace

std::string ChildEnd::text() const {
    if (signal != 0) return fmt::format("killed by signal {}", signal);
    return fmt::format("exit code {}", code);
}

Result<ChildProcess> ChildProcess::start(const ChildCommand& command) {
    const auto intent = "start " + command.program.string();
    std::array<int, 2> output{};
    std::array<int, 2> failure{};
    if (::pipe2(output.data(), O_CLOEXEC) != 0) return fail(errno_error(intent));
    Descriptor output_read(output[0]), output_write(output[1]);
    if (::pipe2(failure.data(), O_CLOEXEC) != 0) return fail(errno_error(intent));
    Descriptor failure_read(failure[0]), failure_write(failure[1]);
    const Descriptor log(
        ::open(command.log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644));
    if (log.get() < 0) return fail(errno_error("write " + command.log.string()));

    std::vector<std::string> words{command.program.string()};
    words.insert(words.end(), command.arguments.begin(), command.arguments.end());
    const Prepared prepared{pointers(words), output_write.get(), log.get(), failure_write.get(),
                            ::getpid()};
    const pid_t pid = ::fork();
    if (pid < 0) return fail(errno_error(intent));
    if (pid == 0) become(prepared);
    output_write.close();
    failure_write.close();
    ChildProcess child(pid, output_read.release());
    int why = 0;
    if (::read(failure_read.get(), &why, sizeof why) == sizeof why) {
        errno = why;
        return fail(errno_error(intent));
    }
    return child;
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)),
      output_(std::exchange(other.output_, -1)),
      input_(std::move(other.input_)),
      end_(other.end_) {}

ChildProcess& ChildProcess::operator=(ChildProcess&& other) noexcept {
    if (this == &other) return *this;
    release();
    pid_ = std::exchange(other.pid_, -1);
    output_ = std::exchange(other.output_, -1);
    input_ = std::move(other.input_);
    end_ = other.end_;
    return *this;
}

ChildProcess::~ChildProcess() { release(); }

void ChildProcess::release() {
    if (pid_ > 0) (void)stop(Duration{});  // how it ends no longer matters
    if (output_ >= 0) ::close(std::exchange(output_, -1));
    pid_ = -1;
}

Result<std::string> ChildProcess::read_line(Duration patience) {
    SystemClock clock;
    const auto deadline = clock.boot_now() + patience;
    for (;;) {
        const auto end = input_.find('\n');
        if (end != std::string::npos) {
            auto line = input_.substr(0, end);
            input_.erase(0, end + 1);
            return line;
        }
        const auto left = deadline - clock.boot_now();
        pollfd ready{output_, POLLIN, 0};
        if (left.ms <= 0 || ::poll(&ready, 1, static_cast<int>(left.ms)) == 0)
            return fail(Error::environment(fmt::format("no answer within {} ms", patience.ms)));
        std::array<char, 4096> buffer{};
        const auto count = ::read(output_, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return fail(Error::environment("it ended without an answer"));
        input_.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

std::optional<ChildEnd> ChildProcess::ended() {
    if (end_ || pid_ <= 0) return end_;
    int status = 0;
    if (::waitpid(pid_, &status, WNOHANG) == pid_) end_ = end_of(status);
    return end_;
}

void ChildProcess::signal(int number) {
    if (!ended()) ::kill(pid_, number);
}

std::optional<ChildEnd> ChildProcess::wait_for(Duration patience) {
    constexpr Duration kStep = milliseconds(10);
    for (Duration waited; !ended() && waited < patience; waited = waited + kStep)
        std::this_thread::sleep_for(std::chrono::milliseconds(kStep.ms));
    return end_;
}

ChildEnd ChildProcess::stop(Duration patience) {
    if (patience.ms > 0) {
        signal(SIGTERM);
        if (const auto end = wait_for(patience)) return *end;
    }
    signal(SIGKILL);
    constexpr Duration kKernelPatience = seconds(10);  // beyond it the disk itself is stuck
    return wait_for(kKernelPatience).value_or(ChildEnd{0, SIGKILL});
}

}  // namespace preau::tool
