// SPDX-License-Identifier: Apache-2.0
#include "seal/initialise.hpp"

#include <sodium.h>

namespace preau::seal {

Result<void> initialise() {
    if (sodium_init() >= 0) return {};
    return fail(Error::environment("libsodium: this machine gives no random bytes"));
}

}  // namespace preau::seal
