// SPDX-License-Identifier: Apache-2.0
#include "api/session_view.hpp"

#include "api/card.hpp"
#include "api/invigilator_names.hpp"
#include "api/seats.hpp"
#include "base/check.hpp"
#include "exam/words.hpp"
#include "seal/code.hpp"

#include <algorithm>

namespace preau::api {

namespace {

using json::Object;

json::Value sheet_view(const room::LiveSession& session) {
    const auto& sheet = session.state().sheet;
    return Object{{"number", sheet.number},
                  {"site", sheet.site},
                  {"room", sheet.room},
                  {"date", sheet.date},
                  {"time", sheet.time},
                  {"examiner", sheet.examiner},
                  {"access_code", sheet.access_code},
                  {"finalised", session.state().finalised},
                  {"lockdown", exam::word(sheet.lockdown)},
                  {"pack_title", session.pack_title()}};
}

json::Value seal_view(const room::LiveSession& session, const office::Receipts& receipts) {
    if (!session.sealed())
        return Object{{"state", "open"},
                      {"size", session.size()},
                      {"root", nullptr},
                      {"received_at", nullptr},
                      {"code", nullptr}};
    const auto receipt = receipts.received_at(session.row().id);
    const auto& checkpoint = session.checkpoint();
    PREAU_CHECK(checkpoint.has_value());  // it is what seals
    json::Value received_at;
    if (receipt) received_at = to_iso8601(*receipt);
    return Object{{"state", receipt ? "received" : "sealed"},
                  {"size", checkpoint->size},
                  {"root", to_hex(checkpoint->root)},
                  {"received_at", std::move(received_at)},
                  {"code", seal::session_code(checkpoint->size, checkpoint->root)}};
}

json::Value copy_view(const room::LiveSession& session) {
    using State = store::CopyStanding::State;
    const auto& copy = session.copy();
    const auto state = copy.state == State::attached ? "attached"
                       : copy.state == State::lost   ? "lost"
                                                     : "unknown";
    json::Value reason;
    if (copy.state == State::lost) reason = exam::word(copy.loss);
    return Object{{"state", state},
                  {"reason", std::move(reason)},
                  {"required", session.is_copy_required()},
                  {"waived", session.state().second_copy.waived}};
}

json::Array invigilators_view(const exam::Session& state) {
    json::Array view;
    for (const auto& invigilator : state.invigilators) {
        const json::Value line = Object{{"name", invigilator.name}, {"listed", invigilator.listed}};
        // Somebody who came back with another device is one person.
        if (std::ranges::find(view, line) == view.end()) view.push_back(line);
    }
    return view;
}

json::Array messages_view(const exam::Session& state) {
    json::Array view;
    for (const auto& message : state.messages)
        view.push_back(Object{{"number", message.number},
                              {"text", message.text},
                              {"by", name_of(state, message.invigilator)},
                              {"at", to_iso8601(message.wall)}});
    return view;
}

}  // namespace

BoxState state_of(const World& world) {
    return {world.receipts, world.convenience, world.clock.wall_now()};
}

json::Value session_view(const room::LiveSession& session, const BoxState& box) {
    json::Array cards;
    for (const auto& [number, candidate] : session.state().candidates)
        cards.push_back(card(session, candidate));
    return Object{{"session", sheet_view(session)},
                  {"seal", seal_view(session, box.receipts)},
                  {"second_copy", copy_view(session)},
                  {"counts", counts(session)},
                  {"paused", session.state().paused},
                  {"invigilators", invigilators_view(session.state())},
                  {"seats", seats_summary(box.convenience, box.time)},
                  {"messages", messages_view(session.state())},
                  {"candidates", std::move(cards)},
                  {"box_time", to_iso8601(box.time)}};
}

json::Value counts_view(const room::LiveSession& session) {
    return Object{{"counts", counts(session)}};
}

json::Value seen_view(const room::LiveSession& session) {
    json::Array seen;
    for (const auto& [number, candidate] : session.state().candidates)
        if (const auto silence = session.silence(number))
            seen.push_back(json::Array{number.value, silence->ms});
    return Object{{"seen", std::move(seen)}};
}

}  // namespace preau::api
