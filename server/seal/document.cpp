// SPDX-License-Identifier: Apache-2.0
#include "seal/document.hpp"

#include "seal/names.hpp"

namespace preau::seal {

WallTime read_time(json::Fields& fields, std::string_view name) {
    const auto time = from_iso8601(fields.text(name, 24));
    if (!time) fields.refuse(name, "malformed", "AAAA-MM-JJThh:mm:ss.sssZ est attendu.");
    return time ? *time : WallTime{};
}

TimeWindow read_window(json::Fields& fields) {
    const TimeWindow window{read_time(fields, "nbf"), read_time(fields, "naf")};
    if (window.not_after <= window.not_before)
        fields.refuse("naf", "out_of_range", "La fin précède le début.");
    return window;
}

bool read_choice(json::Fields& fields, std::string_view name, std::string_view when_true,
                 std::string_view when_false) {
    const auto choice = fields.text(name, 16);
    if (choice != when_true && choice != when_false)
        fields.refuse(name, "out_of_range", "Cette valeur n'est pas connue.");
    return choice == when_true;
}

std::string read_box_name(json::Fields& fields, std::string_view name) {
    auto box = fields.text(name, kDocumentNameBytesMax);
    if (!is_box_name(box)) fields.refuse(name, "malformed", "Ce n'est pas un nom de boîtier.");
    return box;
}

}  // namespace preau::seal
