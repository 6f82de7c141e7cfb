// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

/// One line per event on standard error, with the priority prefix that journald reads:
/// `<6>session.sealed session=… size=…`. Values are quoted and control characters escaped, so that
/// nothing a peer sends can forge a line. Any thread.
namespace preau::log {

struct Field {
    std::string_view key;
    std::string value;
};
using Fields = std::initializer_list<Field>;

void info(std::string_view event, Fields fields = {});
void warning(std::string_view event, Fields fields = {});
void error(std::string_view event, Fields fields = {});

}  // namespace preau::log
