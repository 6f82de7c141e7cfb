// SPDX-License-Identifier: Apache-2.0
#include "sim/trace.hpp"

#include "seal/hash.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

namespace preau::sim {

Trace::Trace() : prints_(std::getenv("PREAU_SIM_TRACE") != nullptr) {}

void Trace::note(Duration now, std::string_view what) {
    const auto time = fmt::format("{} ", now.ms);
    hash_ = seal::sha256({hash_, as_bytes(time), as_bytes(what)});
    if (prints_) fmt::print(stderr, "{}{}\n", time, what);
}

}  // namespace preau::sim
