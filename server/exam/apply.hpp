// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/events.hpp"

namespace preau::exam {

/// When an event happened: on the session's running clock, and the wall's label.
struct Stamp {
    Tick tick;
    WallTime wall;
};

/// An event that has happened.
struct Fact {
    Event event;
    Stamp stamp;
};

/// The session after one more fact. Pure; never asks, never chooses. An event about a candidate who
/// was not enrolled is a bug and aborts: record::replay refuses such a journal before.
Session apply(Session session, const Event& event, const Stamp& stamp);

}  // namespace preau::exam
