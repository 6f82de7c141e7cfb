// SPDX-License-Identifier: Apache-2.0
#include "http/own_address.hpp"

namespace preau::http {

bool names_own_address(std::string_view text) {
    return text.find(kOwnAddress) != std::string_view::npos;
}

std::string with_own_address(std::string_view text, std::string_view host) {
    const auto address = "http://" + std::string(host);
    std::string addressed;
    for (auto at = text.find(kOwnAddress); at != std::string_view::npos;
         at = text.find(kOwnAddress)) {
        addressed.append(text.substr(0, at)).append(address);
        text.remove_prefix(at + kOwnAddress.size());
    }
    return addressed.append(text);
}

}  // namespace preau::http
