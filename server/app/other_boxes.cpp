// SPDX-License-Identifier: Apache-2.0
#include "app/other_boxes.hpp"

#include "base/file.hpp"
#include "base/limits.hpp"

namespace preau::app {

namespace fs = std::filesystem;

Result<OtherBoxes> OtherBoxes::open(fs::path folder, const seal::Root& root) {
    OtherBoxes boxes(std::move(folder));
    std::error_code error;
    fs::create_directories(boxes.folder_, error);
    for (fs::directory_iterator file(boxes.folder_, error), end; !error && file != end;
         file.increment(error)) {
        if (file->path().extension() != ".json") continue;
        const auto bytes = read_file(file->path(), limits::manifest_bytes_max);
        if (!bytes) return fail(bytes.error());
        const std::string document(as_text(*bytes));
        auto certificate = seal::open_certificate(document, root);
        if (!certificate)
            return fail(std::move(certificate.error()).with_context(file->path().string()));
        boxes.documents_[certificate->box] = document;
        boxes.keys_[certificate->box] = certificate->signing;
    }
    if (error)
        return fail(Error::environment("read " + boxes.folder_.string() + ": " + error.message()));
    return boxes;
}

Result<void> OtherBoxes::keep(const seal::Certificate& box, const std::string& document) {
    if (auto written = write_file(folder_ / (box.box + ".json"), as_bytes(document)); !written)
        return written;
    documents_[box.box] = document;
    keys_[box.box] = box.signing;
    return {};
}

record::BoxKeys OtherBoxes::keys() const { return {keys_.begin(), keys_.end()}; }

}  // namespace preau::app
