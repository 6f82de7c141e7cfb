// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/desk/desk.hpp"
#include "central/desk/desk_room.hpp"

namespace preau::test {

/// A desk that is asked as its clients do.
class ServedDesk : public DeskRoom {
  public:
    explicit ServedDesk(DeskEngine engine = DeskEngine::sqlite);

    /// A token with that scope, of "holder"; the same each time.
    std::string token(central::Scope scope, const std::string& holder = "holder");
    /// The cookie of somebody who logged in with both scopes of the pages.
    std::string cookie(const std::string& person = "Mme Arnaud");

    http::Response ask(http::Method method, const std::string& path, const std::string& body = {},
                       const std::string& bearer = {});
    http::Response get_page(const std::string& path, const std::string& cookie);
    /// A form as the page sends it: own origin, form token.
    http::Response post_page(const std::string& path, const std::string& cookie,
                             const std::string& form);
    http::Response respond(const http::Request& request);

    static http::Request request(http::Method method, const std::string& path);

    central::DeskTries tries;
    central::ScoreAgain score_again;

  private:
    std::map<std::string, std::string> tokens_;
};

/// A text as a form sends it.
std::string form_encoded(std::string_view text);

}  // namespace preau::test
