// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/desk/call.hpp"

namespace preau::central {

/// Who may come to a route.
enum class Door {
    open,   ///< anybody
    token,  ///< `Authorization: Bearer`, with the scope
    page,   ///< a browser that is logged in, with the scope
};

struct Route {
    http::Method method = http::Method::get;
    std::string_view pattern;  ///< `*` stands for one segment, `**` at the end for all the rest
    Door door = Door::open;
    std::optional<Scope> scope;
    http::Response (*answer)(Call&) = nullptr;
};

/// Every address of the desk.
std::span<const Route> desk_routes();

/// How many bytes a request to the desk may bring; 0 for an address that is not the desk's.
std::size_t desk_body_bytes_max(http::Method method, std::string_view path);

/// Answers everything but uploads: enrolment, documents for boxes, results, jury, pages. One
/// thread, and a database connection of its own.
class Desk {
  public:
    explicit Desk(DeskParts parts) : parts_(std::move(parts)) {}

    /// Nothing for an address that is not the desk's.
    std::optional<http::Response> respond(const http::Request& request);

  private:
    http::Response answer(const Route& route, Call& call);
    http::Response for_token(const Route& route, Call& call);
    http::Response for_page(const Route& route, Call& call);
    std::optional<http::Response> wrong_form(Call& call) const;

    DeskParts parts_;
};

}  // namespace preau::central
