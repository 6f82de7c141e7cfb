// SPDX-License-Identifier: Apache-2.0
#include "tool/demo_state.hpp"

#include "base/file.hpp"
#include "base/limits.hpp"
#include "json/fields.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "tool/paths.hpp"

namespace preau::tool {

namespace {

constexpr std::size_t kBytesMax = 16 * 1024;
constexpr std::size_t kTextMax = 128;
constexpr std::int64_t kNumberMax = 9'999'999'999;

DemoSession read_session(json::Fields& fields) {
    DemoSession session;
    auto& opened = session.opened;
    opened = {fields.text("session", kTextMax),
              fields.text("number", kTextMax),
              fields.text("access_code", kTextMax),
              fields.text("invigilator_password", kTextMax),
              {},
              {}};
    for (const auto& code : fields.array("personal_codes", limits::candidates_per_session_max))
        if (code.text() != nullptr) opened.personal_codes.push_back(*code.text());
    opened.day_code = fields.text("day_code", kTextMax);
    session.date = fields.text("date", kTextMax);
    session.pack_hash = fields.text("pack_hash", kTextMax);
    return session;
}

json::Value write_session(const std::optional<DemoSession>& session) {
    if (!session) return nullptr;
    return json::Object{{"session", session->opened.session},
                        {"number", session->opened.number},
                        {"access_code", session->opened.access_code},
                        {"invigilator_password", session->opened.invigilator_password},
                        {"personal_codes", json::Array(session->opened.personal_codes.begin(),
                                                       session->opened.personal_codes.end())},
                        {"day_code", session->opened.day_code},
                        {"date", session->date},
                        {"pack_hash", session->pack_hash}};
}

}  // namespace

Result<DemoState> load_demo_state(const std::filesystem::path& file) {
    if (!is_there(file)) return DemoState{};
    const auto bytes = read_file(file, kBytesMax);
    if (!bytes) return fail(bytes.error());
    const auto value = json::read(as_text(*bytes));
    if (!value) return fail(Error(value.error()).with_context(file.string()));
    json::Fields fields(*value);
    DemoState state;
    state.next_number = fields.integer("next_number", 1, kNumberMax);
    if (const auto& session = fields.value("session"); !session.is_null()) {
        // A demo of before the code of the day opens another session.
        if (session.find("day_code") == nullptr) return state;
        json::Fields inner(session, "session");
        state.session = read_session(inner);
        fields.close(inner);
    }
    if (auto read = fields.finished(file.string()); !read) return fail(std::move(read.error()));
    return state;
}

Result<void> save_demo_state(const DemoState& state, const std::filesystem::path& file) {
    const auto text = json::write(json::Object{{"next_number", state.next_number},
                                               {"session", write_session(state.session)}});
    return write_file(file, as_bytes(text), FileAccess::secret);
}

}  // namespace preau::tool
