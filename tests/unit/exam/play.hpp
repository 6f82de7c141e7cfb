// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/apply.hpp"
#include "exam/decide.hpp"
#include "support/catch.hpp"

#include <string>
#include <vector>

namespace preau::test {

/// Six questions on each of the 16 competences, no two on one tube; the right answer is "1".
exam::Content small_content();

exam::SessionSheet sheet();
exam::command::OpenSession opening(std::uint32_t candidates);

/// "Nom1 Prénom1", born 2008-01-01, and so on.
exam::Enrolment enrolment(std::uint32_t number);
exam::Identity identity(std::uint32_t number);
Hash token(std::uint8_t byte);

/// A session played by hand: commands are decided, their events applied, time moved.
class Play {
  public:
    explicit Play(exam::Content content = small_content(), std::uint32_t candidates = 3);
    Play(exam::Content content, const exam::command::OpenSession& open);

    exam::Decision decide(const exam::Command& command) const;
    /// Decides and applies.
    exam::Decision act(const exam::Command& command);
    /// The same, of a command that must not be refused.
    std::vector<exam::Event> does(const exam::Command& command);
    /// "ok", or the code of the refusal; applies nothing.
    std::string verdict(const exam::Command& command) const;

    void wait(Duration duration) { now_ = now_ + duration; }
    Tick now() const { return now_; }

    /// The shortest way to a phase for candidate 1 and on.
    void bring(std::uint32_t number, exam::Phase phase);
    /// An answer to the current question, right or wrong.
    exam::command::AnswerQuestion answer(std::uint32_t number, bool right = true);
    void answer_all(std::uint32_t number, int count, bool right = true);

    const exam::Session& session() const { return session_; }
    const exam::Candidate& candidate(std::uint32_t number) const;
    const std::vector<exam::Event>& journal() const { return journal_; }
    exam::Content& content() { return content_; }

  private:
    exam::Content content_;
    exam::Session session_;
    Tick now_;
    std::vector<exam::Event> journal_;
    std::uint8_t commands_ = 0;
};

template <class E>
const E* find_event(const std::vector<exam::Event>& events) {
    for (const auto& event : events)
        if (const auto* found = std::get_if<E>(&event)) return found;
    return nullptr;
}

}  // namespace preau::test
