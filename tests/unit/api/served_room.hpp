// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/live_updates.hpp"
#include "api/serve.hpp"
#include "support/small_room.hpp"
#include "support/temp_dir.hpp"
#include "unit/api/schema.hpp"

namespace preau::test {

/// Password of the invigilators of every served room, and its hash.
inline constexpr std::string_view kPassword = "Bcd2f!";
const std::string& password_hash();

/// What no answer may ever contain: every secret of the small pack made by hide_canaries holds it.
inline constexpr std::string_view kCanary = "7654321";
/// Gives a question of the small pack that kind, with four proposals, three targets, or a typed and
/// a chosen field.
void make_kind(pack::Question& question, answers::Key& key, answers::Kind kind);
/// Questions of every kind in turn, each with a picture.
void hide_canaries(pack::Pack& pack);
std::string right_answer(const json::Value& question);

struct Reply {
    http::Response response;
    json::Value body;  ///< null for streams and pictures

    int status() const { return response.status; }
    std::string text(std::string_view name) const;
    std::string code() const { return text("code"); }
    std::string field() const { return text("field"); }
    int retry_after() const;
};

struct Published {
    std::string topic;
    http::StreamEvent event;
};

/// A small room behind the API, as the box runs it: serve, commit, announce. Every answer and every
/// event is compared with docs/api/openapi.json and searched for secrets.
class ServedRoom {
  public:
    explicit ServedRoom(SmallRoomOptions options = {},
                        api::NetworkMode mode = api::NetworkMode::direct);

    SmallRoom& room() { return room_; }
    ManualClock& clock() { return room_.clock(); }
    api::World& world() { return world_; }
    store::Convenience& convenience() { return convenience_; }
    const exam::Candidate& candidate(std::uint32_t number);
    std::uint64_t records() { return room_.session().size(); }

    /// The box starts again, and nobody has given the code of the day yet.
    void power_cut() { room_.reopen_locked(); }

    Reply ask(http::Request request);
    Reply get(const std::string& path, const std::string& token);
    Reply post(const std::string& path, const std::string& token, json::Value body);
    Reply put(const std::string& path, const std::string& token, json::Value body);
    Reply answer(const std::string& token, const json::Value& question, const std::string& value,
                 const CommandId& key);

    /// Under a token of its own, which token() then is.
    Reply join(const exam::Identity& who, const std::string& session = "123456");
    Reply join_by_code(const std::string& code, const std::string& session = "123456");
    const std::string& token() const { return tokens_.back(); }
    std::string draw_token();
    Reply beat(const std::string& token);
    Reply enter(const std::string& password = std::string(kPassword),
                const std::string& session = "123456");
    Reply enter_as(const std::string& name);
    /// Tokens of devices that got what they asked for.
    std::string joined(std::uint32_t pupil);
    std::string entered();
    /// Of the office, whose box keeps its code and its mail in a folder of the test.
    std::string office_token();
    /// In front of the first question.
    std::string started(std::uint32_t pupil);

    /// What was published since the last call.
    std::vector<Published> heard();
    /// Topics whose streams were ended.
    const std::vector<std::string>& ended() const { return ended_; }
    api::LiveUpdates& updates() { return updates_; }

    std::string peer = "192.168.1.20";  ///< of the requests that follow
    std::string host = "examen.lan:8080";

  private:
    struct Relay : room::Announcer {
        room::Announcer* to = nullptr;
        void announce(const room::LiveSession& session, CandidateNumber candidate) override;
        void announce_together(const room::LiveSession& session,
                               const std::set<CandidateNumber>& changed) override;
    };
    static SmallRoomOptions completed(SmallRoomOptions options, room::Announcer& announcer);
    http::Request an_act(http::Request request);
    void check_no_secret(const http::Response& response, const std::string& issued);
    void check_no_secret(const std::string& text, const std::string& issued);

    Relay relay_;
    SmallRoom room_;
    api::LiveUpdates updates_;
    office::Receipts receipts_;
    store::Convenience convenience_;
    api::RateLimits rate_limits_;
    api::World world_;
    std::uint32_t acts_ = 0;
    std::vector<Published> published_;
    std::vector<std::string> ended_;
    std::vector<std::string> tokens_;
    TempDir office_;
};

http::Request request(http::Method method, std::string path, const std::string& token = "",
                      const json::Value& body = json::Object{});
/// An address of the document with a number in the place of each of its holes.
std::string filled(std::string path);
json::Object no_lockdown();
json::Object joining_body(const std::string& token, const std::string& session = "123456");
json::Object identity_body(const exam::Identity& who,
                           const std::string& token = std::string(32, '5'),
                           const std::string& session = "123456");

}  // namespace preau::test
