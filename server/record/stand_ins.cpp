// SPDX-License-Identifier: Apache-2.0
#include "record/stand_ins.hpp"

#include "record/header.hpp"
#include "record/payload.hpp"

namespace preau::record {

namespace {

namespace event = exam::event;

Failure<Error> wrong(std::string_view what) { return fail(Error::malformed(std::string(what))); }

std::size_t reports_of(const exam::Candidate& candidate) {
    std::size_t reports = 0;
    for (const auto& question : candidate.questions) reports += question.reports.size();
    return reports;
}

event::TestFinished finished(CandidateNumber candidate, const exam::CandidateMinutes& minutes) {
    return {.candidate = candidate,
            .reason = minutes.reason,
            .by = minutes.by,
            .abort_reason = minutes.abort_reason,
            .note = minutes.note};
}

}  // namespace

StandIns StandIns::of(std::span<const Entry> entries) {
    StandIns stand_ins;
    for (const auto& entry : entries) {
        const auto header = decode(entry.header);
        if (!header || header->type != static_cast<std::uint16_t>(Type::candidate_minuted))
            continue;
        auto event = decode_payload(Type::candidate_minuted, header->candidate, entry.payload);
        if (event)
            stand_ins.minutes_[header->candidate] =
                std::get<event::CandidateMinuted>(std::move(*event)).minutes;
    }
    return stand_ins;
}

Result<exam::Event> StandIns::event(Type type, CandidateNumber number,
                                    const exam::Session& before) const {
    if (!bears_answers(type)) return wrong("its payload was erased, and is needed");
    const auto found = minutes_.find(number);
    const auto* candidate = before.find(number);
    if (found == minutes_.end() || candidate == nullptr)
        return wrong("its payload was erased, and no minutes tell of the candidate");
    const auto& minutes = found->second;
    const auto* current = candidate->current();
    const int asked = current != nullptr ? current->number : 0;
    switch (type) {
        case Type::test_started:
            return exam::Event(event::TestStarted{number, 0});
        case Type::question_asked:
            return exam::Event(event::QuestionAsked{number, candidate->answers() + 1, "", 0, 0, 0});
        case Type::question_opened:
            return exam::Event(event::QuestionOpened{number, asked});
        case Type::focus_lost:
            return exam::Event(event::FocusLost{number, asked});
        case Type::answer_recorded:
            return exam::Event(event::AnswerRecorded{number, asked, "", {}, "", {}, 0, 0});
        case Type::deadline_passed:
            return exam::Event(event::DeadlinePassed{number});
        case Type::test_finished:
            return exam::Event(finished(number, minutes));
        case Type::report_raised:
            if (const auto index = reports_of(*candidate); index < minutes.reports.size())
                return exam::Event(
                    event::ReportRaised{number, asked, minutes.reports[index].reason});
            return wrong("its payload was erased, and the minutes do not tell of the report");
        default:
            return wrong("its payload was erased, and nothing stands for it");
    }
}

}  // namespace preau::record
