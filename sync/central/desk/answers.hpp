// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/desk/call.hpp"

/// What each address of the desk answers. Door and scope were checked before (desk.cpp).
namespace preau::central {

inline constexpr std::string_view kLoginCookie = "preau-session";

// Boxes.
http::Response get_root(Call& call);
http::Response get_timestamp(Call& call);
http::Response post_enrolment(Call& call);
http::Response post_renewal(Call& call);
http::Response get_documents(Call& call);
http::Response get_document(Call& call);

// Systems that read results.
http::Response get_school_report(Call& call);
http::Response post_parcoursup_search(Call& call);
http::Response get_account(Call& call);
http::Response put_shared_level(Call& call);
http::Response post_check(Call& call);

// The staff's programs.
http::Response get_operations(Call& call);
http::Response post_release(Call& call);
http::Response get_jury_session(Call& call);
http::Response post_decision(Call& call);

/// A session as the jury's programs see it.
json::Value session_value(const JuryFile& file);

// Pages.
http::Response get_style(Call& call);
http::Response get_drop_page(Call& call);
http::Response get_drop_script(Call& call);
http::Response get_check_page(Call& call);
http::Response post_check_page(Call& call);
http::Response get_login_page(Call& call);
http::Response post_login(Call& call);
http::Response post_logout(Call& call);
http::Response get_operations_page(Call& call);
http::Response post_release_page(Call& call);
http::Response get_jury_page(Call& call);
http::Response get_session_page(Call& call);
http::Response get_candidate_page(Call& call);
http::Response post_decision_page(Call& call);

}  // namespace preau::central
