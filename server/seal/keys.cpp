// SPDX-License-Identifier: Apache-2.0
#include "seal/keys.hpp"

#include "base/file.hpp"
#include "seal/initialise.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace preau::seal {

namespace {

constexpr std::size_t kSeedBytes = crypto_sign_SEEDBYTES;
constexpr std::size_t kFileBytes = 2 * kSeedBytes + 1;  // hexadecimal digits and a line end

/// The bytes of a secret file, straight into memory that the caller wipes.
Result<void> read_secret(const std::filesystem::path& path, std::span<std::uint8_t> out) {
    const auto intent = fmt::format("read key {}", path.string());
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return fail(errno_error(intent));
    struct stat info {};
    const bool known = ::fstat(fd, &info) == 0;
    const auto count = ::read(fd, out.data(), out.size());
    ::close(fd);
    if (!known || count < 0) return fail(errno_error(intent));
    if ((info.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return fail(Error::environment(
            fmt::format("{}: others can read it (mode {:04o}); if nobody has, chmod 600 it, else "
                        "make a new key",
                        intent, info.st_mode & 07777U)));
    if (!S_ISREG(info.st_mode) || static_cast<std::size_t>(info.st_size) != out.size() ||
        static_cast<std::size_t>(count) != out.size())
        return fail(Error::malformed(intent + ": not a key file of 64 hexadecimal digits"));
    return {};
}

bool is_lower_hex(std::span<const std::uint8_t> text) {
    return std::all_of(text.begin(), text.end(), [](std::uint8_t c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

}  // namespace

void SigningKey::Wipe::operator()(std::uint8_t* secret) const { sodium_free(secret); }

SigningKey::Secret SigningKey::locked(std::size_t bytes) {
    PREAU_CHECK(initialise());
    Secret secret(static_cast<std::uint8_t*>(sodium_malloc(bytes)));
    PREAU_CHECK(secret != nullptr);
    return secret;
}

SigningKey::SigningKey() : secret_(locked(crypto_sign_SECRETKEYBYTES)) {}

SigningKey SigningKey::generate(Entropy& entropy) {
    ByteArray<kSeedBytes> seed{};
    entropy.fill(seed);
    auto key = from_seed(seed);
    sodium_memzero(seed.data(), seed.size());
    return key;
}

SigningKey SigningKey::from_seed(const ByteArray<32>& seed) {
    SigningKey key;
    crypto_sign_seed_keypair(key.public_key_.data(), key.secret_.get(), seed.data());
    return key;
}

Result<SigningKey> SigningKey::load(const std::filesystem::path& path) {
    const auto text = locked(kFileBytes);
    const std::span<std::uint8_t> file(text.get(), kFileBytes);
    if (auto read = read_secret(path, file); !read) return fail(std::move(read.error()));
    if (!is_lower_hex(file.first(2 * kSeedBytes)) || file.back() != '\n')
        return fail(Error::malformed(
            fmt::format("read key {}: not a key file of 64 hexadecimal digits", path.string())));
    ByteArray<kSeedBytes> seed{};
    sodium_hex2bin(seed.data(), seed.size(), reinterpret_cast<const char*>(text.get()),
                   2 * kSeedBytes, nullptr, nullptr, nullptr);
    auto key = from_seed(seed);
    sodium_memzero(seed.data(), seed.size());
    return key;
}

Result<void> SigningKey::save(const std::filesystem::path& path) const {
    std::error_code ec;
    if (std::filesystem::exists(path, ec))
        return fail(Error::environment(fmt::format(
            "write key {}: a key is there already; it is never overwritten", path.string())));
    ByteArray<kSeedBytes> seed{};
    crypto_sign_ed25519_sk_to_seed(seed.data(), secret_.get());
    std::string text = to_hex(seed) + '\n';
    auto written = write_file(path, as_bytes(text), FileAccess::secret);
    sodium_memzero(seed.data(), seed.size());
    sodium_memzero(text.data(), text.size());
    return written;
}

Signature SigningKey::sign(ByteView message) const {
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), secret_.get());
    return signature;
}

bool verify(const PublicKey& key, ByteView message, const Signature& signature) {
    return crypto_sign_verify_detached(signature.data(), message.data(), message.size(),
                                       key.data()) == 0;
}

}  // namespace preau::seal
