// SPDX-License-Identifier: Apache-2.0
#include "base/log.hpp"

#include <fmt/format.h>

#include <unistd.h>

namespace preau::log {

namespace {

void append_quoted(std::string& line, std::string_view value) {
    line += '"';
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') line += '\\';
        if (byte < 0x20 || byte == 0x7f)
            line += fmt::format("\\x{:02x}", byte);
        else
            line += c;
    }
    line += '"';
}

void write(int priority, std::string_view event, Fields fields) {
    std::string line = fmt::format("<{}>{}", priority, event);
    for (const auto& field : fields) {
        line += fmt::format(" {}=", field.key);
        append_quoted(line, field.value);
    }
    line += '\n';
    // A full or closed standard error must not stop an exam.
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace

void info(std::string_view event, Fields fields) { write(6, event, fields); }
void warning(std::string_view event, Fields fields) { write(4, event, fields); }
void error(std::string_view event, Fields fields) { write(3, event, fields); }

}  // namespace preau::log
