// SPDX-License-Identifier: Apache-2.0
#include "api/tokens.hpp"

#include "seal/entropy.hpp"
#include "seal/hash.hpp"

#include <algorithm>

namespace preau::api {

namespace {

constexpr std::string_view kScheme = "Bearer ";
constexpr std::size_t kTokenDigits = 32;

}  // namespace

Hash hash_of(std::string_view token) { return seal::sha256(as_bytes(token)); }

Token draw_token(Entropy& entropy) {
    auto text = seal::random_token(entropy);
    const auto hash = hash_of(text);
    return {std::move(text), hash};
}

std::optional<Hash> bearer_token(const http::Request& request) {
    std::string_view field = request.authorization;
    if (!field.starts_with(kScheme)) return std::nullopt;
    field.remove_prefix(kScheme.size());
    if (field.size() != kTokenDigits || !from_hex(field)) return std::nullopt;
    return hash_of(field);
}

std::optional<Device> find_candidate(const World& world, const Hash& token) {
    for (const auto& session : world.room.sessions())
        for (const auto& [number, candidate] : session->state().candidates) {
            if (candidate.lease == token) return Device{session.get(), number, true, token};
            if (candidate.requested_lease == token)
                return Device{session.get(), number, false, token};
        }
    return std::nullopt;
}

std::optional<Device> find_invigilator(const World& world, const Hash& token) {
    for (const auto& session : world.room.sessions())
        if (session->state().invigilator_with(token) != 0)
            return Device{session.get(), {}, true, token};
    const auto late = world.late_readers.find(token);
    if (!late) return std::nullopt;
    return Device{world.room.find(*late), {}, true, token};
}

}  // namespace preau::api
