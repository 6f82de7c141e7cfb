// SPDX-License-Identifier: Apache-2.0
#include "record/content.hpp"

namespace preau::record {

exam::Content content_of(const pack::Pack& pack) {
    exam::Content content;
    content.version = pack.certification_version;
    for (std::size_t i = 0; i < pack.items.size(); ++i) {
        const auto& question = pack.questions.at(i);
        if (question.needs_internet) continue;  // the room has none
        content.items.push_back(pack.items[i]);
        content.keys.push_back(pack.keys.at(i));
        content.conducts.push_back(
            {.timer_seconds = question.timer_seconds,
             .focus = question.focus,
             .picture = question.picture.has_value(),
             .simulator = question.simulator.has_value(),
             .attachments = !question.attachments.empty(),
             .needs_internet = question.needs_internet,
             .accessible = question.accessible_blind && question.accessible_colour});
    }
    content.prepare();
    return content;
}

}  // namespace preau::record
