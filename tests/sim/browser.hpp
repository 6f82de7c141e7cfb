// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/api_reply.hpp"
#include "sim/ledger.hpp"
#include "sim/network.hpp"

#include <deque>

namespace preau::sim {

/// What a candidate sees.
enum class Screen {
    closed,
    loading,
    join,
    elsewhere,
    waiting,
    code,
    warning,  ///< of a timed or focus question that is not open yet
    question,
    sending,
    finished
};

/// One PC's browser on the candidate's page (web/candidate): the token and the outbox are kept on
/// its disk, everything else goes with a reload. An answer gets its command id and is kept before
/// it is sent, then sent until the box says what became of it.
class Browser {
  public:
    struct Surroundings {
        Scheduler& scheduler;
        Network& network;
        Ledger& ledger;
        Violations& violations;
    };
    Browser(Surroundings around, std::uint32_t candidate, std::string peer, std::uint64_t seed);

    /// Opens the page, or reloads it.
    void open();
    /// The browser is closed or killed: what is not on its disk is gone.
    void close() { page_.reset(); }

    Screen screen() const;
    const json::Value& question() const;
    std::int64_t answered() const;
    /// Code of the refusal of the last join or start; empty when there was none.
    std::string trouble() const { return page_ ? page_->trouble : std::string(); }
    const std::string& peer() const { return peer_; }

    // What people do on the screens.
    void join(const std::string& session, const exam::Identity& identity);
    void start(const std::string& access_code);
    void open_question();
    /// The page of a focus question loses the focus, and says so until the box has heard it.
    void look_away();
    /// Reports the question, and says so until the box has heard it.
    void report();
    void answer(const std::string& value);
    void leave();

  private:
    struct Entry {
        CommandId command;
        GivenAnswer answer;
    };
    /// What a reload loses.
    struct Page {
        json::Value view;
        std::string trouble;  ///< why joining or starting did not work
        bool elsewhere = false;
        bool asking = false;  ///< joins, starts or opens a question
        bool may_send = false;
        bool flying = false;
        bool pausing = false;
        bool streaming = false;
        int failures = 0;
        std::shared_ptr<Network::Line> line;
        ~Page() {
            if (line) line->open = false;
        }
    };
    using SharedPage = std::shared_ptr<Page>;
    using Reply = ApiReply;

    void act();
    void beat();
    void listen();
    void refresh();
    void take_view(const json::Value& view);
    void forget();
    void moved();
    void report_focus_lost(std::int64_t number, const std::string& item);
    void insist_on_report(std::int64_t number, const std::string& item);
    bool is_at(const std::string& item) const { return text_of(question(), "item") == item; }
    bool is_reported() const;
    void advance();
    void settle(const Entry& entry, const Reply& reply);
    void acknowledge(const Entry& entry, const json::Value& body);
    void retry_later(Duration asked);

    http::Request request(http::Method method, std::string path, const json::Value& body) const;
    /// The outcome is for the page that asked: a reloaded one never hears of it.
    void ask(http::Request request, Duration patience, std::function<void(const Reply&)> outcome);
    void later(Duration delay, std::function<void()> act);

    Surroundings around_;
    std::uint32_t candidate_;
    std::string peer_;
    Chance chance_;
    std::string token_;         ///< on the browser's disk
    std::deque<Entry> outbox_;  ///< on the browser's disk
    SharedPage page_;
};

}  // namespace preau::sim
