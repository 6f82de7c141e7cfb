// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/configuration.hpp"
#include "app/other_boxes.hpp"
#include "app/pack_shelf.hpp"
#include "base/system_clock.hpp"
#include "office/create_session.hpp"
#include "office/outbox.hpp"
#include "room/room.hpp"
#include "seal/entropy.hpp"
#include "store/convenience.hpp"
#include "store/journal.hpp"

#include <memory>

namespace preau::app {

/// The box's two keys; a box whose folder was made anew is another box.
struct BoxKeys {
    seal::SigningKey signing;
    seal::EncryptionKey encryption;
};

/// The data folder with its rooms, and the box's keys, made when they are not there yet.
Result<BoxKeys> settle(const Configuration& configuration, Entropy& entropy);

/// What every command of the box stands on: its folder, its keys, whom it believes, its database,
/// its packs. Opening it takes the database for this process alone.
struct Foundation {
    Configuration configuration;
    SystemClock clock;
    seal::SystemEntropy entropy;
    BoxKeys keys;
    Trust trust;
    OtherBoxes other_boxes;
    store::Journal journal;
    store::Convenience convenience;
    PackShelf packs;

    static Result<std::unique_ptr<Foundation>> open(Configuration configuration);

    record::BoxIdentity identity() const;
    room::LiveSession::Ports ports();
    /// Who sends bundles, and who can open them.
    office::Sender sender();
    /// Signed certificates of this box and of the others, by name.
    std::map<std::string, std::string> certificates() const;
    /// What a new session has to agree with.
    office::SessionTrust office_trust() const;

  private:
    Foundation(Configuration configured, BoxKeys box_keys, Trust trusted, OtherBoxes others,
               store::Journal opened);
};

}  // namespace preau::app
