// SPDX-License-Identifier: Apache-2.0
#include "seal/hash.hpp"

#include "base/check.hpp"

#include <openssl/evp.h>

#include <memory>

namespace preau::seal {

namespace {

const EVP_MD* algorithm() {
    static const EVP_MD* const sha_256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    PREAU_CHECK(sha_256 != nullptr);
    return sha_256;
}

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

Context new_context() {
    Context context(EVP_MD_CTX_new());
    PREAU_CHECK(context != nullptr);
    PREAU_CHECK(EVP_DigestInit_ex2(context.get(), algorithm(), nullptr) == 1);
    return context;
}

}  // namespace

Hash sha256(ByteView bytes) { return sha256({bytes}); }

Hash sha256(std::initializer_list<ByteView> parts) {
    // One context for each thread: making one costs more than hashing a journal's header.
    thread_local const Context context = new_context();
    PREAU_CHECK(EVP_DigestInit_ex2(context.get(), nullptr, nullptr) == 1);
    for (const auto part : parts)
        PREAU_CHECK(EVP_DigestUpdate(context.get(), part.data(), part.size()) == 1);
    Hash hash{};
    PREAU_CHECK(EVP_DigestFinal_ex(context.get(), hash.data(), nullptr) == 1);
    return hash;
}

}  // namespace preau::seal
