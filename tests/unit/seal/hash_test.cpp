// SPDX-License-Identifier: Apache-2.0
#include "seal/hash.hpp"

#include "support/catch.hpp"
#include "support/seeded_entropy.hpp"

#include <sodium.h>

#include <chrono>
#include <thread>

using namespace preau;

namespace {

Hash by_libsodium(ByteView bytes) {
    Hash hash{};
    crypto_hash_sha256(hash.data(), bytes.data(), bytes.size());
    return hash;
}

double nanoseconds(Hash (*function)(ByteView), ByteView bytes, int times) {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < times; ++i) (void)function(bytes);
    const std::chrono::duration<double, std::nano> taken = std::chrono::steady_clock::now() - start;
    return taken.count() / times;
}

}  // namespace

TEST_CASE("two libraries agree on the hash of every length up to 300 bytes, whole or in parts") {
    Bytes bytes(300);
    test::SeededEntropy(1).fill(bytes);
    for (std::size_t length = 0; length <= bytes.size(); ++length) {
        const auto text = ByteView(bytes).first(length);
        CHECK(seal::sha256(text) == by_libsodium(text));
        CHECK(seal::sha256({text.first(length / 3), {}, text.subspan(length / 3)}) ==
              by_libsodium(text));
    }
}

TEST_CASE("threads hash side by side") {
    const auto known = by_libsodium(as_bytes("abc"));
    std::vector<std::thread> threads;
    std::array<bool, 4> right{};
    for (auto& result : right)
        threads.emplace_back([&result, &known] {
            result = true;
            for (int i = 0; i < 1000; ++i)
                result = result && seal::sha256({as_bytes("a"), as_bytes("bc")}) == known;
        });
    for (auto& thread : threads) thread.join();
    CHECK(right == std::array{true, true, true, true});
}

TEST_CASE("speed: SHA-256 of libcrypto and of libsodium, in one run") {
    const Bytes large(4 << 20, 7), leaf(129, 7);
    const auto ours = static_cast<Hash (*)(ByteView)>(seal::sha256);
    const auto megabytes = [&](Hash (*function)(ByteView)) {
        return static_cast<double>(large.size()) * 1000 / nanoseconds(function, large, 4);
    };
    WARN("4 MiB: libcrypto " << megabytes(ours) << " MB/s, libsodium " << megabytes(by_libsodium)
                             << " MB/s; a leaf: libcrypto " << nanoseconds(ours, leaf, 20'000)
                             << " ns, libsodium " << nanoseconds(by_libsodium, leaf, 20'000)
                             << " ns");
}
