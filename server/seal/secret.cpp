// SPDX-License-Identifier: Apache-2.0
#include "seal/secret.hpp"

#include "base/file.hpp"
#include "seal/initialise.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace preau::seal {

namespace {

std::uint8_t* locked(std::size_t bytes) {
    PREAU_CHECK(initialise());
    auto* memory = static_cast<std::uint8_t*>(sodium_malloc(bytes));
    PREAU_CHECK(memory != nullptr);
    sodium_memzero(memory, bytes);
    return memory;
}

}  // namespace

SecretMemory::SecretMemory(std::size_t bytes) : memory_(locked(bytes)), size_(bytes) {}

void SecretMemory::Wipe::operator()(std::uint8_t* memory) const { sodium_free(memory); }

void wipe(std::span<std::uint8_t> bytes) { sodium_memzero(bytes.data(), bytes.size()); }

void wipe(std::string& text) { sodium_memzero(text.data(), text.size()); }

Result<SecretMemory> read_secret_file(const std::filesystem::path& path, std::size_t bytes_max) {
    const auto intent = fmt::format("read key {}", path.string());
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return fail(errno_error(intent));
    struct stat info {};
    SecretMemory text(bytes_max + 1);
    const bool known = ::fstat(fd, &info) == 0;
    const auto count = ::read(fd, text.bytes().data(), text.bytes().size());
    ::close(fd);
    if (!known || count < 0) return fail(errno_error(intent));
    if ((info.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return fail(Error::environment(
            fmt::format("{}: others can read it (mode {:04o}); if nobody has, chmod 600 it, else "
                        "make a new key",
                        intent, info.st_mode & 07777U)));
    const auto size = static_cast<std::size_t>(count);
    if (!S_ISREG(info.st_mode) || static_cast<std::size_t>(info.st_size) != size ||
        size > bytes_max || size == 0)
        return fail(Error::malformed(intent + ": not a key file"));
    SecretMemory exact(size);
    std::copy_n(text.view().begin(), size, exact.bytes().begin());
    return exact;
}

Result<void> write_secret_file(const std::filesystem::path& path, std::string_view text) {
    std::error_code ec;
    if (std::filesystem::exists(path, ec))
        return fail(Error::environment(fmt::format(
            "write key {}: a key is there already; it is never overwritten", path.string())));
    return write_file(path, as_bytes(text), FileAccess::secret);
}

}  // namespace preau::seal
