// SPDX-License-Identifier: Apache-2.0
#include "importers/pix_challenge.hpp"

#include "base/file.hpp"
#include "importers/pix_text.hpp"
#include "importers/source_file.hpp"
#include "importers/yaml_lists.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace preau::importers {

namespace {

constexpr std::size_t kFileBytesMax = 256 * 1024;

bool flag(const json::Value& entry, std::string_view name) {
    const auto* value = entry.find(name);
    return value != nullptr && value->boolean() != nullptr && *value->boolean();
}

/// Treatments are on unless the challenge says otherwise, as a boolean or in words.
bool is_on(const json::Value& challenge, std::string_view name) {
    const auto* value = challenge.find(name);
    if (value == nullptr) return true;
    if (value->boolean() != nullptr) return *value->boolean();
    return pix_text_member(challenge, name) != "Désactivé";
}

bool lists(const json::Value& challenge, std::string_view name,
           std::initializer_list<std::string_view> wanted) {
    const auto* list = challenge.find(name);
    if (list == nullptr || list->array() == nullptr || list->array()->empty()) return true;
    return std::ranges::any_of(*list->array(), [&](const json::Value& value) {
        return value.text() != nullptr && std::ranges::find(wanted, *value.text()) != wanted.end();
    });
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (true) {
        const auto end = text.find(separator);
        auto part = text.substr(0, end);
        while (part.starts_with(' ')) part.remove_prefix(1);
        while (part.ends_with(' ') || part.ends_with('\r')) part.remove_suffix(1);
        if (!part.empty()) parts.emplace_back(part);
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

class ChallengeReader {
  public:
    ChallengeReader(const json::Value& challenge, const std::filesystem::path& folder,
                    Imported& imported)
        : challenge_(challenge), folder_(folder), imported_(imported) {}

    void read(const PixPlace& place) {
        draft_.origin = text("id");
        if (!is_operative()) return;
        take_place(place);
        if (!take_calibration() || !take_media() || !take_answer()) return;
        take_instruction();
        take_conditions();
        imported_.drafts.push_back(std::move(draft_));
    }

  private:
    std::string text(std::string_view name) const { return pix_text_member(challenge_, name); }
    void lose(std::string what) { imported_.lose(draft_.origin, std::move(what)); }
    bool leave_out(std::string why) {
        imported_.leave_out(draft_.origin, std::move(why));
        return false;
    }

    bool is_operative() {
        const auto status = text("status");
        if (status != "validé" && status != "archivé")
            return leave_out(
                fmt::format("its status is \"{}\", only validé and archivé are used", status));
        if (!lists(challenge_, "locales", {"fr", "fr-fr"})) return leave_out("it is not in French");
        if (!text("embedUrl").empty())
            return leave_out(fmt::format("its simulator {} is on the web", text("embedUrl")));
        return true;
    }

    void take_place(const PixPlace& place) {
        draft_.competence = pix_text_member(place.competence, "index");
        draft_.tube = pix_text_member(place.tube, "name");
        auto skill = pix_text_member(place.skill, "name");
        if (skill.starts_with(draft_.tube)) skill.erase(0, draft_.tube.size());
        draft_.skill = skill;
        draft_.title = draft_.origin;
    }

    bool take_calibration() {
        const auto read = [&](std::string_view name, double& value) {
            const auto* member = challenge_.find(name);
            const auto number = member ? member->number() : std::nullopt;
            if (!number) return false;
            value = *number;
            return true;
        };
        const bool known = read("alpha", draft_.discriminant) && read("delta", draft_.difficulty);
        return known ? true : leave_out("it has no calibration (alpha, delta)");
    }

    std::optional<Bytes> file_of(const std::string& address) const {
        auto bytes = read_file(folder_ / std::filesystem::path(address).filename(), kFileBytesMax);
        if (!bytes) return std::nullopt;
        return std::move(*bytes);
    }

    bool take_media() {
        if (const auto address = text("illustrationUrl"); !address.empty()) {
            auto bytes = file_of(address);
            const auto extension = std::filesystem::path(address).extension().string();
            if (!bytes)
                return leave_out(fmt::format("its picture {} is not beside the release", address));
            draft_.picture = {extension, text("illustrationAlt"), std::move(*bytes)};
        }
        const auto* attachments = challenge_.find("attachments");
        if (attachments == nullptr || attachments->array() == nullptr) return true;
        for (const auto& attachment : *attachments->array()) {
            const std::string address = attachment.text() ? *attachment.text() : "";
            auto bytes = file_of(address);
            if (!bytes)
                return leave_out(fmt::format("its file {} is not beside the release", address));
            draft_.attachments.push_back(
                {std::filesystem::path(address).filename().string(), std::move(*bytes)});
        }
        return true;
    }

    bool take_answer() {
        draft_.treatments = {.t1 = is_on(challenge_, "t1Status"),
                             .t2 = is_on(challenge_, "t2Status"),
                             .t3 = is_on(challenge_, "t3Status")};
        const auto type = text("type");
        if (type == "QCU" || type == "QCM") return take_choices(type == "QCM");
        if (type == "QROC") return take_qroc();
        if (type == "QROCM-ind" || type == "QROCM-dep") return take_qrocm(type == "QROCM-dep");
        return leave_out(fmt::format("a challenge of type \"{}\" has no counterpart", type));
    }

    bool take_choices(bool several) {
        draft_.kind = several ? answers::Kind::qcm : answers::Kind::qcu;
        const auto right = split(text("solution"), ',');
        int number = 0;
        for (const auto& proposal : pix_proposals(text("proposals"))) {
            const auto mark = std::to_string(++number);
            draft_.lines.push_back({.text = cleaned(proposal),
                                    .right = std::ranges::find(right, mark) != right.end()});
        }
        if (flag(challenge_, "shuffled")) lose("shuffled: the order is kept");
        return true;
    }

    bool take_qroc() {
        draft_.kind = answers::Kind::qroc;
        draft_.accepted = split(text("solution"), '\n');
        const auto blanks = pix_blanks(text("proposals"));
        if (blanks.size() != 1) return leave_out("a QROC has one field");
        draft_.options = blanks.front().options;
        if (!draft_.options.empty())
            draft_.format = answers::Format::select;
        else if (text("format") == "nombre")
            draft_.format = answers::Format::number;
        return true;
    }

    bool take_qrocm(bool dependent) {
        draft_.kind = dependent ? answers::Kind::qrocm_dep : answers::Kind::qrocm_ind;
        const auto solution = read_yaml_lists(text("solution"));
        if (!solution) return leave_out("its solution: " + solution.error().message);
        for (const auto& blank : pix_blanks(text("proposals"))) {
            DraftField field{.name = file_stem(blank.name), .label = cleaned(blank.label)};
            if (field.label.empty())
                field.label = fmt::format("Réponse {}", draft_.fields.size() + 1);
            field.options = blank.options;
            if (!field.options.empty()) field.format = answers::Format::select;
            const auto found = std::ranges::find(*solution, blank.name, &YamlList::key);
            if (!dependent && found == solution->end())
                return leave_out(fmt::format("its solution says nothing of \"{}\"", blank.name));
            if (!dependent) field.accepted = found->values;
            if (dependent && !field.options.empty())
                return leave_out("a list to choose from in a QROCM-dep has no counterpart");
            draft_.fields.push_back(std::move(field));
        }
        if (dependent)
            for (const auto& list : *solution) draft_.groups.push_back(list.values);
        return true;
    }

    std::string cleaned(std::string_view markdown) {
        auto clean = clean_pix_text(markdown);
        for (auto& what : clean.dropped) lose(std::move(what));
        return std::move(clean.markdown);
    }

    void take_instruction() {
        draft_.instruction = cleaned(text("instruction"));
        if (!text("alternativeInstruction").empty()) lose("its alternative instruction");
        if (!text("solutionToDisplay").empty()) lose("its solution to display");
    }

    void take_conditions() {
        if (const auto* timer = challenge_.find("timer"); timer != nullptr && timer->integer())
            draft_.timer_seconds =
                static_cast<int>(std::clamp<std::int64_t>(*timer->integer(), 0, 3600));
        draft_.focus = flag(challenge_, "focusable");
        draft_.needs_internet = flag(challenge_, "requireGafamWebsiteAccess");
        draft_.accessible_blind = text("accessibility1") == "OK";
        draft_.accessible_colour = text("accessibility2") == "OK";
    }

    const json::Value& challenge_;
    const std::filesystem::path& folder_;
    Imported& imported_;
    Draft draft_;
};

}  // namespace

std::string pix_text_member(const json::Value& entry, std::string_view name) {
    const auto* value = entry.find(name);
    return value != nullptr && value->text() != nullptr ? *value->text() : "";
}

void read_pix_challenge(const json::Value& challenge, const PixPlace& place,
                        const std::filesystem::path& folder, Imported& imported) {
    ChallengeReader(challenge, folder, imported).read(place);
}

}  // namespace preau::importers
