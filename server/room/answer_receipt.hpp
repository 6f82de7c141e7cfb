// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "base/time.hpp"
#include "seal/keys.hpp"

#include <optional>

namespace preau::room {

/// Where in the journal an answer stands.
struct RecordedAnswer {
    std::uint32_t epoch = 0;
    std::uint64_t sequence = 0;
    Hash leaf{};
    Tick tick;

    bool operator==(const RecordedAnswer&) const = default;
};

/// What the browser is told once its answer is on the disk: the place in the journal, signed by the
/// key of the epoch in force when the reply leaves. No key is left once the session is sealed.
struct AnswerReceipt {
    struct EpochSignature {
        std::uint32_t epoch = 0;
        seal::Signature bytes{};

        bool operator==(const EpochSignature&) const = default;
    };

    RecordedAnswer answer;
    std::optional<EpochSignature> signature;
};

/// The bytes that are signed: "preau-answer-receipt/v1\n", session, epoch, sequence, leaf, tick.
Bytes receipt_statement(const SessionId& session, const RecordedAnswer& answer);

}  // namespace preau::room
