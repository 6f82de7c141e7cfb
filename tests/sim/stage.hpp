// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "office/create_session.hpp"
#include "pack/pack.hpp"
#include "record/chain_reader.hpp"
#include "seal/authorisation.hpp"
#include "seal/encryption_key.hpp"
#include "sim/plan.hpp"
#include "support/small_vault.hpp"

#include <vector>

namespace preau::sim {

/// What is there before the day begins: the box's key, the pack, the platform's authorisation, the
/// class.
struct Stage {
    Stage(const Plan& plan, WallTime now);

    record::BoxIdentity box() const { return {"BOX-SIM", box_key, "sim"}; }
    record::ChainTrust trust() const;
    office::SessionRequest request() const;
    office::SessionTrust office_trust() const;
    exam::Identity pupil(std::uint32_t number) const;

    pack::Pack pack;
    seal::SigningKey box_key;
    seal::SigningKey central_key;
    seal::EncryptionKey recipient_key;  ///< the platform's, that opens bundles
    std::string roster;
    seal::Authorisation authorisation;
};

}  // namespace preau::sim
