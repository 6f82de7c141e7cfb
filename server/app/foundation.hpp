// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/configuration.hpp"
#include "app/pack_shelf.hpp"
#include "base/system_clock.hpp"
#include "room/room.hpp"
#include "seal/entropy.hpp"
#include "store/convenience.hpp"
#include "store/journal.hpp"

#include <memory>

namespace preau::app {

/// What every command of the box stands on: its folder, its key, its database, its packs. Opening
/// it takes the database for this process alone.
struct Foundation {
    Configuration configuration;
    SystemClock clock;
    seal::SystemEntropy entropy;
    seal::SigningKey key;
    store::Journal journal;
    store::Convenience convenience;
    PackShelf packs;

    static Result<std::unique_ptr<Foundation>> open(Configuration configuration);

    record::BoxIdentity identity() const;
    room::LiveSession::Ports ports();
};

/// The data folder with its rooms, and the box's key, made when they are not there yet.
Result<seal::SigningKey> settle(const Configuration& configuration, Entropy& entropy);

}  // namespace preau::app
