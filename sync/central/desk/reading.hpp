// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/desk/call.hpp"

namespace preau::central {

/// What a request about results or the jury works with.
struct Reading {
    explicit Reading(Call& call)
        : documents(call.documents()),
          jury({call.desk.database, call.desk.keys, documents, call.desk.clock}),
          pupils(call.pupils()),
          results(call.desk.database, jury, pupils) {}
    Reading(const Reading&) = delete;  // they hold each other

    Documents documents;
    JuryDesk jury;
    Pupils pupils;
    Results results;
};

}  // namespace preau::central
