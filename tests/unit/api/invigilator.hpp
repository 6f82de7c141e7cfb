// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unit/api/served_room.hpp"

#include <functional>

namespace preau::test {

/// One act as a page sends it: the same however often it is sent.
struct SentAct {
    http::Method method;
    std::string path;  ///< after /api/v1/invigilation/
    json::Value body;
    CommandId id;
};

/// The id of the n-th act of a test.
CommandId act_id(std::uint32_t n);

/// An invigilator at work, each act under an id of its own.
class Invigilator {
  public:
    explicit Invigilator(ServedRoom& room, const std::string& name = "Claire Durand");

    Reply send(const SentAct& act);
    SentAct post(const std::string& path, json::Value body = json::Object{});
    SentAct put(const std::string& path, json::Value body);

    Reply presence(int candidate, bool present = true);
    Reply everybody_present() { return send(post("presences")); }
    Reply resume(int candidate) { return send(post(of(candidate, "resume"))); }
    Reply release(int candidate) { return send(post(of(candidate, "release"))); }
    Reply waive(int candidate) { return send(post(of(candidate, "lockdown"))); }
    Reply accept(int candidate, const std::string& category);
    Reply refuse(int candidate);
    Reply give(int candidate, int minutes, const std::string& reason = "");
    Reply give_all(int minutes, const std::string& reason = "");
    Reply pause(int candidate, bool paused = true);
    Reply pause_room(bool paused = true);
    Reply rule(int candidate, int interruption, bool granted);
    Reply note(int candidate, const std::string& category, const std::string& description);
    Reply end(int candidate, const std::string& reason = "technical", const std::string& note = "");
    Reply write(const std::string& text);
    Reply finalise(json::Array reasons = {});

    json::Value grid();
    json::Value card(int candidate);
    json::Value sheet(int candidate);

    static std::string of(int candidate, const std::string& act);

    ServedRoom& room;
    std::string token;
};

/// The act is refused so, in French that says something, and the journal is as before.
void check_refused(ServedRoom& room, const std::function<Reply()>& act, int status,
                   const std::string& code, const std::string& field = "");

/// Reports the question asked, as the candidate's device would.
void raise_report(ServedRoom& room, std::uint32_t candidate,
                  exam::ReportReason reason = exam::ReportReason::image);

/// True when a card or a view has that flag.
bool has_flag(const json::Value& card, std::string_view flag);

}  // namespace preau::test
