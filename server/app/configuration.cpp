// SPDX-License-Identifier: Apache-2.0
#include "app/configuration.hpp"

#include "seal/names.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <set>

namespace preau::app {

namespace {

constexpr std::size_t kUaiBytesMax = 64;

/// Reads a table by consuming its keys; keeps the first thing that is wrong.
class Table {
  public:
    explicit Table(const toml::table& table) : table_(table) {}

    std::string text(std::string_view key) {
        const auto value = take(key).value<std::string>();
        if (!value) wrong(key, "a text is expected");
        return value.value_or("");
    }
    std::string text_or(std::string_view key, std::string other) {
        return table_.contains(key) ? text(key) : std::move(other);
    }
    std::int64_t integer_or(std::string_view key, std::int64_t min, std::int64_t max,
                            std::int64_t other) {
        if (!table_.contains(key)) return other;
        const auto value = take(key).value<std::int64_t>();
        if (!value || *value < min || *value > max)
            wrong(key, fmt::format("a whole number from {} to {} is expected", min, max));
        return value.value_or(other);
    }
    bool boolean_or(std::string_view key, bool other) {
        if (!table_.contains(key)) return other;
        const auto value = take(key).value<bool>();
        if (!value) wrong(key, "true or false is expected");
        return value.value_or(other);
    }
    std::vector<std::string> texts(std::string_view key) {
        std::vector<std::string> all;
        if (!table_.contains(key)) return all;
        const auto* array = take(key).as_array();
        if (array == nullptr) wrong(key, "a list of texts is expected");
        if (array == nullptr) return all;
        for (const auto& element : *array) {
            const auto value = element.value<std::string>();
            if (!value) wrong(key, "a list of texts is expected");
            all.push_back(value.value_or(""));
        }
        return all;
    }
    void wrong(std::string_view key, std::string_view what) {
        if (problem_.empty()) problem_ = fmt::format("{}: {}", key, what);
    }
    std::string problem() {
        for (const auto& [key, node] : table_)
            if (!read_.contains(std::string(key.str()))) wrong(key.str(), "this key is unknown");
        return problem_;
    }

  private:
    toml::node_view<const toml::node> take(std::string_view key) {
        read_.emplace(key);
        return table_[key];
    }

    const toml::table& table_;
    std::set<std::string> read_;
    std::string problem_;
};

api::NetworkMode network_mode(Table& table) {
    const auto word = table.text_or("network_mode", "direct");
    if (word != "direct" && word != "nat") table.wrong("network_mode", "direct or nat is expected");
    return word == "nat" ? api::NetworkMode::nat : api::NetworkMode::direct;
}

Result<Configuration> read(const toml::table& document) {
    Table table(document);
    Configuration configuration;
    configuration.name = table.text("name");
    configuration.data = table.text("data");
    configuration.web = table.text("web");
    configuration.address = table.text_or("address", configuration.address);
    configuration.port =
        static_cast<std::uint16_t>(table.integer_or("port", 0, UINT16_MAX, configuration.port));
    configuration.hosts = table.texts("hosts");
    configuration.network_mode = network_mode(table);
    configuration.second_copy = table.text_or("second_copy", "");
    if (!seal::is_box_name(configuration.name))
        table.wrong("name", "1 to 32 capital letters, digits and hyphens are expected");
    configuration.root = table.text("root");
    configuration.demo = table.boolean_or("demo", false);
    configuration.uai = table.text_or("uai", "");
    if (configuration.uai.size() > kUaiBytesMax)
        table.wrong("uai", "64 bytes at most are expected");
    if (const auto problem = table.problem(); !problem.empty())
        return fail(Error::malformed(problem));
    return configuration;
}

}  // namespace

Result<Configuration> read_configuration(const std::filesystem::path& file) {
    const auto intent = fmt::format("configuration {}", file.string());
    if (!std::filesystem::is_regular_file(file))
        return fail(Error::environment(intent + ": there is no such file"));
    try {
        auto configuration = read(toml::parse_file(file.string()));
        if (!configuration) return fail(std::move(configuration.error()).with_context(intent));
        return configuration;
    } catch (const toml::parse_error& error) {
        return fail(Error::malformed(fmt::format("{}: line {}: {}", intent,
                                                 error.source().begin.line, error.description())));
    }
}

}  // namespace preau::app
