// SPDX-License-Identifier: Apache-2.0
#include "base/limits.hpp"
#include "central/desk/answers.hpp"
#include "central/desk/reading.hpp"
#include "central/desk/verification_codes.hpp"
#include "json/fields.hpp"
#include "json/read.hpp"

namespace preau::central {

namespace {

constexpr std::size_t kIdBytesMax = 64;

/// What Parcoursup asks for, one of three.
struct Search {
    std::optional<std::string> ine, uai, code;
    exam::Identity identity;
};

std::optional<Search> read_search(const std::string& body) {
    const auto value = json::read(body);
    if (!value) return std::nullopt;
    json::Fields fields(*value);
    Search search;
    search.ine = fields.optional_text("ine", kIdBytesMax);
    search.code = fields.optional_text("verificationCode", kIdBytesMax);
    search.uai = fields.optional_text("organizationUai", kIdBytesMax);
    if (search.uai)
        search.identity = {fields.text("lastName", limits::name_bytes_max),
                           fields.text("firstName", limits::name_bytes_max),
                           fields.text("birthdate", 10)};
    const int ways =
        int{search.ine.has_value()} + int{search.uai.has_value()} + int{search.code.has_value()};
    if (fields.finish() || ways != 1) return std::nullopt;
    return search;
}

http::Response not_found() {
    return problem_of(404, "not_found", "Aucune certification ne correspond à cette recherche.");
}

http::Response several() {
    return problem_of(409, "several_results",
                      "Plusieurs élèves correspondent à cette recherche. Cherchez par INE ou par "
                      "code de vérification.");
}

http::Response answer_search(const Result<std::optional<Readable>>& found) {
    if (!found) return storage_problem(found.error());
    return *found ? json_of(parcoursup_answer(**found)) : not_found();
}

http::Response search_by_identity(Reading& reading, const Search& search) {
    const auto pupils = reading.pupils.with_identity(*search.uai, search.identity);
    if (!pupils) return storage_problem(pupils.error());
    if (pupils->size() > 1) return several();
    const Pupil unlisted{.account = {}, .ine = {}, .uai = *search.uai, .identity = search.identity};
    return answer_search(reading.results.counting_of(pupils->empty() ? unlisted : pupils->front()));
}

http::Response search_by_ine(Reading& reading, const std::string& ine) {
    const auto pupil = reading.pupils.with_ine(ine);
    if (!pupil) return storage_problem(pupil.error());
    if (!*pupil) return not_found();
    return answer_search(reading.results.counting_of(**pupil));
}

}  // namespace

http::Response get_school_report(Call& call) {
    Reading reading(call);
    const auto report = reading.results.of_school(call.wildcards.front());
    if (!report) return storage_problem(report.error());
    return json_of(school_report(*report));
}

http::Response post_parcoursup_search(Call& call) {
    const auto search = read_search(call.request.body);
    if (!search)
        return problem_of(400, "search_malformed",
                          "Une recherche par INE, par établissement et identité, ou par code de "
                          "vérification est attendue.");
    Reading reading(call);
    if (search->uai) return search_by_identity(reading, *search);
    if (search->ine) return search_by_ine(reading, *search->ine);
    const auto code = read_verification_code(*search->code);
    return code ? answer_search(reading.results.with_code(*code)) : not_found();
}

http::Response get_account(Call& call) {
    Reading reading(call);
    const auto all = reading.results.of_account(call.wildcards.front());
    if (!all) return storage_problem(all.error());
    return json_of(account_answer(*all));
}

http::Response put_shared_level(Call& call) {
    const auto value = json::read(call.request.body);
    if (!value) return problem_of(400, "body_malformed", "« shared » est attendu.");
    json::Fields fields(*value);
    const bool shared = fields.boolean("shared");
    if (fields.finish()) return problem_of(400, "body_malformed", "« shared » est attendu.");
    const auto changed = call.pupils().share_level(call.wildcards.front(), shared);
    if (!changed) return storage_problem(changed.error());
    if (!*changed) return problem_of(404, "not_found", "Ce compte n’est celui d’aucun élève.");
    return json_of(json::Object{{"shared", shared}});
}

http::Response post_check(Call& call) {
    if (!call.desk.tries.checks.allow(call.request.peer))
        return problem_of(429, "too_many_tries", "Trop d’essais. Attendez une minute.");
    const auto value = json::read(call.request.body);
    if (!value) return problem_of(400, "body_malformed", "« verificationCode » est attendu.");
    json::Fields fields(*value);
    const auto typed = fields.text("verificationCode", kIdBytesMax);
    if (fields.finish())
        return problem_of(400, "body_malformed", "« verificationCode » est attendu.");
    const auto code = read_verification_code(typed);
    if (!code) return not_found();
    Reading reading(call);
    const auto found = reading.results.with_code(*code);
    if (!found) return storage_problem(found.error());
    return *found ? json_of(certificate_check(**found)) : not_found();
}

}  // namespace preau::central
