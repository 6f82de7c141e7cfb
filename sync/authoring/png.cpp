// SPDX-License-Identifier: Apache-2.0
#include "authoring/picture.hpp"
#include "base/big_endian.hpp"
#include "pack/format.hpp"

#include <algorithm>
#include <array>

namespace preau::authoring {

namespace {

constexpr std::string_view kSignature = "\x89PNG\r\n\x1a\n";
constexpr std::uint32_t kSideMax = pack::format::picture_side_max;

/// Chunks that only say how pixels look. Texts, dates, Exif and animations are not among them.
constexpr std::array<std::string_view, 9> kChunks = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS",
                                                     "gAMA", "cHRM", "sRGB", "pHYs"};

Failure<Error> refused(std::string message) { return fail(Error::malformed(std::move(message))); }

Result<PictureSize> read_header(ByteView data) {
    ByteReader header(data);
    const auto width = header.u32();
    const auto height = header.u32();
    if (data.size() != 13 || width == 0 || height == 0 || width > kSideMax || height > kSideMax)
        return refused("must be a PNG of 1 to 4000 pixels a side: resize it");
    return PictureSize{static_cast<int>(width), static_cast<int>(height)};
}

}  // namespace

Result<PictureSize> check_png(ByteView bytes) {
    ByteReader reader(bytes);
    if (as_text(reader.bytes(kSignature.size())) != kSignature)
        return refused("is not a PNG: export the picture again");
    Result<PictureSize> size = refused("is a PNG without its header: export the picture again");
    bool has_pixels = false;
    for (int chunk = 0; reader.remaining() > 0; ++chunk) {
        const auto length = reader.u32();
        const auto type = as_text(reader.bytes(4));
        const auto data = reader.bytes(length);
        reader.u32();  // CRC: the browser's concern, our hash covers the bytes
        if (!reader.ok() || (chunk == 0) != (type == "IHDR")) break;
        if (std::ranges::find(kChunks, type) == kChunks.end())
            return refused(
                "carries more than pixels: export the picture again without its "
                "description (metadata)");
        if (type == "IHDR") size = read_header(data);
        if (type == "IDAT") has_pixels = true;
        if (type == "IEND" && reader.finished() && has_pixels) return size;
    }
    return refused("is not a whole PNG: export the picture again");
}

}  // namespace preau::authoring
