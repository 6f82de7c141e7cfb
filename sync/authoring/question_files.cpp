// SPDX-License-Identifier: Apache-2.0
#include "authoring/question_files.hpp"

#include "authoring/picture.hpp"
#include "authoring/source_text.hpp"
#include "base/file.hpp"
#include "json/read.hpp"
#include "pack/format.hpp"
#include "pack/words.hpp"
#include "seal/hash.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace preau::authoring {

namespace {

namespace fs = std::filesystem;
namespace format = pack::format;

bool is_name(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

std::string media_name(ByteView bytes, std::string_view extension) {
    return fmt::format("{}.{}", to_hex(seal::sha256(bytes)), extension);
}

/// Takes the file over under the name of its content.
std::string keep(SourceQuestion& question, const std::string& file, Bytes bytes,
                 std::string_view extension) {
    auto name = media_name(bytes, extension);
    question.files_used.push_back(file);
    question.files.insert_or_assign(name, std::move(bytes));
    return name;
}

void read_attachment(TomlFields& fields, const fs::path& folder, const std::string& name,
                     SourceQuestion& question) {
    const auto refuse = [&](std::string message) {
        fields.refuse("attachments", std::move(message));
    };
    if (!is_attachment_name(name))
        return refuse(
            fmt::format("\"{}\" must be the name of a file beside the question: a-z, "
                        "0-9, \"-\", and a known extension",
                        name));
    const auto file = question.item.competence + "/" + name;
    auto bytes = read_file(folder / file, format::media_bytes_max);
    if (!bytes) return refuse(fmt::format("{}: {}", name, bytes.error().message));
    if (bytes->empty()) return refuse(fmt::format("{} is empty", name));
    const auto extension = name.substr(name.find('.') + 1);
    if (extension == "svg")
        if (const auto size = check_svg(as_text(*bytes)); !size)
            return refuse(fmt::format("{}: {}", name, size.error().message));
    const auto size = bytes->size();
    question.question.attachments.push_back(
        {.media = keep(question, file, std::move(*bytes), extension), .name = name, .bytes = size});
}

/// A text of the simulator without an address of the open web.
std::optional<std::string> read_closed_text(TomlFields& fields, const fs::path& folder,
                                            const std::string& file, std::size_t bytes_max) {
    const auto text = read_source_text(folder, file, bytes_max, fields.problems());
    if (!text) return std::nullopt;
    const auto address = open_web_address(*text);
    if (!address) return text;
    fields.refuse("simulator", fmt::format("{} holds the address {}: the room has no internet, use "
                                           "a name in .example",
                                           file, *address));
    return std::nullopt;
}

void read_page(TomlFields& fields, const fs::path& folder, const std::string& page,
               SourceQuestion& question) {
    if (!is_name(page))
        return fields.refuse("simulator",
                             "page must be the name of a file of simulators/, "
                             "without .html");
    const auto file = fmt::format("simulators/{}.html", page);
    const auto text = read_closed_text(fields, folder, file, format::simulator_bytes_max);
    if (text)
        question.question.simulator->media =
            keep(question, file, to_bytes(as_bytes(*text)), "html");
}

void read_scene(TomlFields& fields, const fs::path& folder, const std::string& scene,
                SourceQuestion& question) {
    if (!scene.ends_with(".json") || !is_name(std::string_view(scene).substr(0, scene.size() - 5)))
        return fields.refuse("simulator", "scene must be the name of a .json beside the question");
    const auto file = question.item.competence + "/" + scene;
    const auto text = read_closed_text(fields, folder, file, format::scene_bytes_max);
    if (!text) return;
    const auto parsed = json::read(*text);
    if (!parsed || parsed->object() == nullptr)
        return fields.refuse("simulator",
                             fmt::format("{} is not a JSON object: {}", file,
                                         parsed ? "write {…}" : parsed.error().message));
    question.question.simulator->scene = *text;
    question.files_used.push_back(file);
}

bool is_reserved(std::string_view machine) {
    constexpr std::array<std::string_view, 4> kReserved = {"example", "test", "invalid",
                                                           "localhost"};
    if (machine == "www.w3.org") return true;
    const auto last = machine.substr(machine.rfind('.') + 1);
    return std::ranges::find(kReserved, last) != kReserved.end() || machine.empty();
}

}  // namespace

bool is_attachment_name(std::string_view name) {
    const auto point = name.find('.');
    return point != std::string_view::npos && name.size() <= format::id_bytes_max &&
           is_name(name.substr(0, point)) && pack::is_media_extension(name.substr(point + 1));
}

std::optional<std::string> open_web_address(std::string_view text) {
    constexpr std::string_view kMark = "://";
    for (auto at = text.find(kMark); at != std::string_view::npos; at = text.find(kMark, at + 1)) {
        const auto from = at + kMark.size();
        auto end = from;
        while (end < text.size() && (is_name(text.substr(end, 1)) || text[end] == '.')) ++end;
        auto machine = text.substr(from, end - from);
        while (machine.ends_with('.')) machine.remove_suffix(1);
        if (!is_reserved(machine)) return std::string(machine);
    }
    return std::nullopt;
}

void read_attachments(TomlFields& fields, const fs::path& folder, SourceQuestion& question) {
    if (!fields.has("attachments")) return;
    for (const auto& name :
         fields.texts("attachments", format::attachments_max, format::id_bytes_max))
        read_attachment(fields, folder, name, question);
}

void read_simulator(TomlFields& fields, const fs::path& folder, SourceQuestion& question) {
    if (!fields.has("simulator")) return;
    const auto* table = fields.table("simulator");
    if (table == nullptr) return;
    TomlFields inner(*table, fields.file(), "simulator.", fields.problems());
    auto& simulator = question.question.simulator.emplace();
    const auto page = inner.text("page", format::id_bytes_max);
    const auto scene = inner.text("scene", format::id_bytes_max);
    simulator.title = inner.text("title", format::label_bytes_max);
    simulator.height =
        inner.integer("height", format::simulator_height_min, format::simulator_height_max);
    simulator.answers = inner.boolean("answers");
    inner.finish();
    read_page(fields, folder, page, question);
    read_scene(fields, folder, scene, question);
}

}  // namespace preau::authoring
