// SPDX-License-Identifier: Apache-2.0
#include "unit/api/served_room.hpp"

#include "json/read.hpp"
#include "json/write.hpp"
#include "seal/entropy.hpp"
#include "seal/hash.hpp"
#include "seal/password.hpp"
#include "support/catch.hpp"
#include "unit/api/contract.hpp"

#include <map>

namespace preau::test {

namespace {

double with_canary(std::int64_t thousandths) {
    const std::int64_t canary = thousandths < 0 ? -7'654'321 : 7'654'321;
    return static_cast<double>(thousandths * 100'000'000 + canary) / 1e11;
}

seal::VerifierKey platform() {
    SeededEntropy entropy(5);
    return {"preau.example/central/receipt-test", seal::NoteKeyType::cosignature_v1,
            seal::SigningKey::generate(entropy).public_key()};
}

}  // namespace

const std::string& password_hash() {
    static const auto hash = seal::hash_password(kPassword);
    REQUIRE(hash.has_value());
    return *hash;
}

void make_kind(pack::Question& question, answers::Key& key, answers::Kind kind) {
    using answers::Format;
    using answers::Kind;
    const auto secret = [](const char* word) { return word + std::string(kCanary); };
    question.kind = key.kind = kind;
    if (kind == Kind::qcm) key.solutions = {"1,3"};
    if (kind == Kind::ordering) key.solutions = {"2,1,4,3"};
    if (kind == Kind::matching) key.solutions = {"1,2,1,3"};
    if (kind == Kind::matching) question.french.targets_html = {"rouge", "vert", "<b>bleu</b>"};
    const bool is_typed = kind == Kind::qroc || kind == Kind::qrocm_ind || kind == Kind::qrocm_dep;
    if (!is_typed) return;
    question.french.proposals_html.clear();
    key.solutions = {secret("solution")};
    if (kind == Kind::qroc) return;
    key.solutions.clear();
    question.fields = {{"depart", Format::text, {}}, {"mois", Format::select, {"mai", "juin"}}};
    question.french.labels_html = {"Départ", "Mois"};
    if (kind == Kind::qrocm_ind)
        key.fields = {{"depart", Format::text, {secret("solution")}},
                      {"mois", Format::select, {"juin"}}};
    else
        key.fields = {{"depart"}, {"mois"}};
    if (kind == Kind::qrocm_dep) key.groups = {{secret("solution")}, {"juin"}, {secret("autre")}};
}

void hide_canaries(pack::Pack& pack) {
    using answers::Kind;
    constexpr std::array kKinds = {Kind::qcu,       Kind::qcm,      Kind::qroc,    Kind::qrocm_ind,
                                   Kind::qrocm_dep, Kind::ordering, Kind::matching};
    for (std::size_t i = 0; i < pack.items.size(); ++i) {
        const auto step = static_cast<std::int64_t>(i);
        pack.items[i].discriminant = with_canary(700 + step % 60);
        pack.items[i].difficulty = with_canary(-3000 + 65 * step);
        make_kind(pack.questions[i], pack.keys[i], kKinds.at(i % kKinds.size()));
    }
    std::string media(64, 'a');
    media += ".svg";
    pack.media[media] = to_bytes(as_bytes("<svg/>"));
    for (auto& question : pack.questions) {
        question.picture = pack::Picture{media, 40, 30};
        question.french.alternative = "Un plan";
    }
}

std::string right_answer(const json::Value& question) {
    const std::map<std::string, std::string> values = {
        {"qcu", "1"},
        {"qcm", "1,3"},
        {"qroc", "solution7654321"},
        {"qrocm-ind", R"({"depart":"solution7654321","mois":"juin"})"},
        {"qrocm-dep", R"({"depart":"solution7654321","mois":"juin"})"},
        {"ordering", "2,1,4,3"},
        {"matching", "1,2,1,3"}};
    return values.at(*at(question, "kind").text());
}

std::string Reply::text(std::string_view name) const {
    const auto* member = body.find(name);
    return member && member->text() ? *member->text() : std::string{};
}

int Reply::retry_after() const {
    const auto seconds = header(response, "Retry-After");
    return seconds.empty() ? 0 : std::atoi(seconds.c_str());
}

void ServedRoom::Relay::announce(const room::LiveSession& session, CandidateNumber candidate) {
    if (to != nullptr) to->announce(session, candidate);
}

void ServedRoom::Relay::announce_together(const room::LiveSession& session,
                                          const std::set<CandidateNumber>& changed) {
    if (to != nullptr) to->announce_together(session, changed);
}

SmallRoomOptions ServedRoom::completed(SmallRoomOptions options, room::Announcer& announcer) {
    options.password_hash = password_hash();
    options.announcer = &announcer;
    if (!options.change) options.change = hide_canaries;
    return options;
}

ServedRoom::ServedRoom(SmallRoomOptions options, api::NetworkMode mode)
    : room_(completed(std::move(options), relay_)),
      updates_(
          [this](std::string topic, http::StreamEvent event) {
              CHECK(Contract::of_the_box().difference_in_event(event) == "");
              check_no_secret(event.data, "");
              published_.push_back({std::move(topic), std::move(event)});
          },
          [this](std::string topic) { ended_.push_back(std::move(topic)); }, room_.clock()),
      receipts_(room_.journal(), {platform()}),
      rate_limits_(mode),
      world_{room_.room(), room_.clock(), room_.entropy(), rate_limits_,
             receipts_,    convenience_,  "test",          {}} {
    room_.session().take_changed();
    updates_.show_receipts(receipts_);
    updates_.show_seats(convenience_);
    relay_.to = &updates_;
}

const exam::Candidate& ServedRoom::candidate(std::uint32_t number) {
    return *room_.session().state().find({number});
}

Reply ServedRoom::ask(http::Request request) {
    if (request.peer.empty()) request.peer = peer;
    if (request.host.empty()) request.host = host;
    Reply reply{api::serve(world_, request), {}};
    room_.commit();
    INFO(request.path << " " << request.body.substr(0, 300) << "\n" << reply.response.body);
    CHECK(Contract::of_the_box().difference(request, reply.response) == "");
    if (auto body = json::read(reply.response.body)) reply.body = std::move(*body);
    const auto token = reply.text("token");
    check_no_secret(reply.response, token);
    if (!token.empty()) tokens_.push_back(token);
    room_.room().announce();
    return reply;
}

void ServedRoom::check_no_secret(const http::Response& response, const std::string& issued) {
    check_no_secret(response.body, issued);
    for (const auto& [name, value] : response.headers) check_no_secret(name + value, issued);
    for (const auto& event : response.first_events) {
        CHECK(Contract::of_the_box().difference_in_event(event) == "");
        check_no_secret(event.data, issued);
    }
}

void ServedRoom::check_no_secret(const std::string& text, const std::string& issued) {
    const auto holds = [&](std::string_view secret) {
        return text.find(secret) != std::string::npos;
    };
    CHECK_FALSE(holds(kCanary));
    CHECK_FALSE(holds(kPassword));
    CHECK_FALSE(holds("$argon2id"));
    for (const auto& token : tokens_) {
        CHECK_FALSE(holds(token));
        CHECK_FALSE(holds(to_hex(seal::sha256(as_bytes(token)))));
    }
    if (!issued.empty()) CHECK_FALSE(holds(to_hex(seal::sha256(as_bytes(issued)))));
}

http::Request request(http::Method method, std::string path, const std::string& token,
                      const json::Value& body) {
    http::Request request;
    request.method = method;
    request.path = std::move(path);
    if (!token.empty()) request.authorization = "Bearer " + token;
    if (method == http::Method::get) return request;
    request.x_preau = true;
    request.content_type = "application/json";
    request.body = json::write(body);
    return request;
}

std::string filled(std::string path) {
    for (const auto& [hole, number] :
         {std::pair<std::string_view, std::string_view>{"{number}", "1"}, {"{session}", "123456"}})
        if (const auto at = path.find(hole); at != path.npos) path.replace(at, hole.size(), number);
    return path;
}

json::Object no_lockdown() { return {{"kind", "none"}, {"version", ""}}; }

json::Object joining_body(const std::string& token, const std::string& session) {
    return {{"session", session}, {"token", token}, {"seat", "B3"}, {"lockdown", no_lockdown()}};
}

json::Object identity_body(const exam::Identity& who, const std::string& token,
                           const std::string& session) {
    auto body = joining_body(token, session);
    body.push_back({"last_name", who.last_name});
    body.push_back({"first_name", who.first_name});
    body.push_back({"birthdate", who.birthdate});
    return body;
}

/// Under an id that no other request has had.
http::Request ServedRoom::an_act(http::Request request) {
    request.idempotency_key = command_id(900, static_cast<int>(++acts_)).hex();
    return request;
}

Reply ServedRoom::get(const std::string& path, const std::string& token) {
    return ask(request(http::Method::get, path, token));
}

Reply ServedRoom::post(const std::string& path, const std::string& token, json::Value body) {
    return ask(an_act(request(http::Method::post, path, token, body)));
}

Reply ServedRoom::put(const std::string& path, const std::string& token, json::Value body) {
    return ask(an_act(request(http::Method::put, path, token, body)));
}

Reply ServedRoom::answer(const std::string& token, const json::Value& question,
                         const std::string& value, const CommandId& key) {
    const auto number = std::to_string(*at(question, "number").integer());
    auto answer = request(http::Method::put, "/api/v1/candidates/me/answers/" + number, token,
                          json::Object{{"item", at(question, "item")}, {"value", value}});
    answer.idempotency_key = key.hex();
    return ask(std::move(answer));
}

std::string ServedRoom::draw_token() {
    tokens_.push_back(seal::random_token(room_.entropy()));
    return tokens_.back();
}

Reply ServedRoom::join(const exam::Identity& who, const std::string& session) {
    return post("/api/v1/candidates/join", "", identity_body(who, draw_token(), session));
}

Reply ServedRoom::join_by_code(const std::string& code, const std::string& session) {
    auto body = joining_body(draw_token(), session);
    body.push_back({"code", code});
    return post("/api/v1/candidates/join", "", std::move(body));
}

Reply ServedRoom::beat(const std::string& token) {
    return post("/api/v1/candidates/me/heartbeat", token,
                json::Object{{"lockdown", no_lockdown()}});
}

Reply ServedRoom::enter(const std::string& password, const std::string& session) {
    return post(
        "/api/v1/invigilation/enter", "",
        json::Object{{"session", session}, {"password", password}, {"name", "Claire Durand"}});
}

Reply ServedRoom::enter_as(const std::string& name) {
    return post("/api/v1/invigilation/enter", "",
                json::Object{{"session", "123456"}, {"password", kPassword}, {"name", name}});
}

std::string ServedRoom::joined(std::uint32_t pupil_number) {
    REQUIRE(join(pupil(pupil_number)).status() == 200);
    return token();
}

std::string ServedRoom::office_token() {
    const auto code_file = office_.path() / "office.code";
    world_.office_door = office::OfficeDoor(code_file);
    world_.inbox = world_.outbox = office_.path();
    const auto code = office::OfficeDoor::renew_code(code_file, world_.entropy);
    REQUIRE(code.has_value());
    return post("/api/v1/office/enter", "", json::Object{{"code", *code}}).text("token");
}

std::string ServedRoom::entered() {
    const auto reply = enter();
    REQUIRE(reply.status() == 201);
    return reply.text("token");
}

std::string ServedRoom::started(std::uint32_t pupil_number) {
    auto token = joined(pupil_number);
    room_.does(exam::command::ConfirmPresence{{pupil_number}});
    REQUIRE(post("/api/v1/candidates/me/start", token, json::Object{{"access_code", "BCDF23"}})
                .status() == 200);
    return token;
}

std::vector<Published> ServedRoom::heard() { return std::exchange(published_, {}); }

}  // namespace preau::test
