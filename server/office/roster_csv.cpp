// SPDX-License-Identifier: Apache-2.0
#include "office/roster_csv.hpp"

#include "base/limits.hpp"
#include "base/time.hpp"
#include "office/csv.hpp"
#include "office/office_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace preau::office {

namespace {

constexpr std::string_view kLastName = "Nom de naissance";
constexpr std::string_view kFirstName = "Prénom";
constexpr std::string_view kBirthdate = "Date de naissance";
constexpr std::string_view kGroup = "Classe";
constexpr std::string_view kExtraTime = "Temps majoré";
constexpr std::string_view kAdjustment = "Aménagement";
constexpr std::string_view kAccount = "Identifiant plateforme";
constexpr std::array kColumns = {kLastName,  kFirstName,  kBirthdate, kGroup,
                                 kExtraTime, kAdjustment, kAccount};
constexpr std::size_t kRequiredColumns = 3;

/// "14/07/2010" to "2010-07-14"; nothing when it is not such a day.
std::optional<std::string> iso_date(std::string_view text) {
    if (text.size() != 10 || text[2] != '/' || text[5] != '/') return std::nullopt;
    auto iso = fmt::format("{}-{}-{}", text.substr(6), text.substr(3, 2), text.substr(0, 2));
    return is_date(iso) ? std::optional(iso) : std::nullopt;
}

class RosterReader {
  public:
    Roster read(std::string_view csv) {
        const auto rows = read_csv(csv);
        if (rows.empty()) problem(1, "", "CSV_DATA_REQUIRED", "le fichier est vide");
        if (rows.empty() || !read_header(rows.front())) return std::move(roster_);
        if (rows.size() == 1)
            problem(rows.front().line, "", "CSV_DATA_REQUIRED", "le fichier ne liste personne");
        for (std::size_t i = 1; i < rows.size(); ++i) read_row(rows[i]);
        return std::move(roster_);
    }

  private:
    bool read_header(const CsvRow& header) {
        for (std::size_t i = 0; i < header.cells.size(); ++i) {
            const auto& name = header.cells[i];
            if (std::ranges::find(kColumns, name) == kColumns.end())
                problem(header.line, name, "CSV_HEADERS_NOT_VALID", "cette colonne est inconnue");
            else if (!columns_.emplace(name, i).second)
                problem(header.line, name, "CSV_HEADERS_NOT_VALID", "cette colonne est en double");
        }
        for (std::size_t i = 0; i < kRequiredColumns; ++i)
            if (!columns_.contains(kColumns[i]))
                problem(header.line, kColumns[i], "CSV_HEADERS_NOT_VALID",
                        "cette colonne est obligatoire");
        return roster_.problems.empty();
    }

    void read_row(const CsvRow& row) {
        if (row.cells.size() != columns_.size())
            return problem(
                row.line, "", "CSV_DATA_REQUIRED",
                fmt::format("{} cellules au lieu de {}", row.cells.size(), columns_.size()));
        if (roster_.enrolments.size() == limits::candidates_per_session_max)
            return problem(row.line, "", "CANDIDATE_COUNT",
                           fmt::format("une session accueille au plus {} candidats",
                                       limits::candidates_per_session_max));
        exam::Enrolment enrolment;
        enrolment.candidate.value = static_cast<std::uint32_t>(roster_.enrolments.size() + 1);
        enrolment.identity.last_name = name(row, kLastName, "CANDIDATE_LAST_NAME_REQUIRED");
        enrolment.identity.first_name = name(row, kFirstName, "CANDIDATE_FIRST_NAME_REQUIRED");
        enrolment.identity.birthdate = birthdate(row);
        enrolment.group = short_text(row, kGroup);
        enrolment.extra_time_percent = extra_time(row);
        enrolment.accessibility_adjustment = adjustment(row);
        enrolment.account = short_text(row, kAccount);
        refuse_duplicate(row, enrolment);
        roster_.enrolments.push_back(std::move(enrolment));
    }

    std::string name(const CsvRow& row, std::string_view column, std::string_view code) {
        auto text = short_text(row, column);
        if (text.empty()) problem(row.line, column, code, "cette cellule est obligatoire");
        return text;
    }

    std::string birthdate(const CsvRow& row) {
        const auto text = cell(row, kBirthdate);
        const auto iso = iso_date(text);
        if (text.empty())
            problem(row.line, kBirthdate, "CANDIDATE_BIRTHDATE_REQUIRED",
                    "cette cellule est obligatoire");
        else if (!iso)
            problem(row.line, kBirthdate, "CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID",
                    fmt::format("« {} » n’est pas une date JJ/MM/AAAA", text));
        return iso.value_or("");
    }

    std::string short_text(const CsvRow& row, std::string_view column) {
        auto text = cell(row, column);
        if (const auto why = unfit_text(text))
            problem(row.line, column, "CANDIDATE_TEXT_NOT_VALID", std::string(*why));
        return text;
    }

    int extra_time(const CsvRow& row) {
        const auto text = cell(row, kExtraTime);
        int percent = 0;
        if (text.empty()) return percent;
        const auto* end = text.data() + text.size();
        const auto parsed = std::from_chars(text.data(), end, percent);
        if (parsed.ec != std::errc{} || parsed.ptr != end)
            problem(row.line, kExtraTime, "CANDIDATE_EXTRA_TIME_INTEGER",
                    fmt::format("« {} » n’est pas un nombre entier de pour cent", text));
        else if (percent < 0 || percent > limits::extra_time_percent_max)
            problem(row.line, kExtraTime, "CANDIDATE_EXTRA_TIME_OUT_OF_RANGE",
                    fmt::format("{} % n’est pas entre 0 et {}", percent,
                                limits::extra_time_percent_max));
        return percent;
    }

    bool adjustment(const CsvRow& row) {
        const auto text = cell(row, kAdjustment);
        if (!text.empty() && text != "oui" && text != "non")
            problem(row.line, kAdjustment, "CANDIDATE_ADJUSTMENT_NOT_VALID",
                    "écrire « oui », « non » ou rien");
        return text == "oui";
    }

    void refuse_duplicate(const CsvRow& row, const exam::Enrolment& enrolment) {
        for (const auto& other : roster_.enrolments) {
            const bool both_known = !other.account.empty() && !enrolment.account.empty();
            if (both_known && other.account == enrolment.account)
                problem(row.line, kAccount, "DUPLICATE_CANDIDATE_IN_SESSION",
                        fmt::format("« {} » est déjà inscrit plus haut", enrolment.account));
            else if (!both_known && exam::same_person(other.identity, enrolment.identity))
                problem(row.line, kLastName, "DUPLICATE_CANDIDATE_IN_SESSION",
                        fmt::format("{} {} est déjà inscrit plus haut",
                                    enrolment.identity.last_name, enrolment.identity.first_name));
        }
    }

    std::string cell(const CsvRow& row, std::string_view column) const {
        const auto found = columns_.find(column);
        return found == columns_.end() ? std::string{} : row.cells[found->second];
    }

    void problem(int line, std::string_view column, std::string_view code, std::string message) {
        roster_.problems.push_back(
            {line, std::string(column), std::string(code), std::move(message)});
    }

    std::map<std::string, std::size_t, std::less<>> columns_;
    Roster roster_;
};

}  // namespace

Roster read_roster(std::string_view csv) { return RosterReader().read(csv); }

std::string explain(const RosterProblem& problem) {
    if (problem.column.empty())
        return fmt::format("ligne {} : {} ({})", problem.line, problem.message, problem.code);
    return fmt::format("ligne {}, colonne « {} » : {} ({})", problem.line, problem.column,
                       problem.message, problem.code);
}

}  // namespace preau::office
