// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"
#include "http/message.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace preau::http {

/// The built pages, read once and served from memory. An address is looked up among the names
/// found at loading, so none can lead out of the folder. Immutable: any thread.
///
/// - `a/b.css` is at /a/b.css; `a/index.html` at /a and /a/. `b.css.gz` has no
///   address of its own: it is what a client that accepts gzip gets at /a/b.css.
/// - With one `c/<build>/index.html`, "/" and the addresses of other builds' pages redirect to it.
/// - Kept by browsers: pages under /c/<build>/ four hours, so that a killed browser comes back even
///   with the box away; files with a hash in their name for good; all else is revalidated.
/// - A file that names kOwnAddress gets the address that the client used there, and is not kept.
class StaticFiles {
  public:
    /// Refuses a folder without files, or with more than 64 MiB of them.
    static Result<StaticFiles> load(const std::filesystem::path& folder);

    /// Nothing when the method is not GET or HEAD or the address names no file.
    std::optional<Response> find(const Request& request) const;

  private:
    struct Variant {
        std::shared_ptr<const std::string> body;
        std::string etag;
    };
    struct File {
        Variant plain;
        std::optional<Variant> gzip;
        std::string content_type, cache_control;
        bool addressed = false;  ///< names kOwnAddress
    };

    void add(const std::string& name, File file);
    static Response answer(const File& file, const Request& request);
    static Response answer_addressed(const File& file, const Request& request);
    static Response answer_kept(const File& file, const Request& request);

    std::map<std::string, std::shared_ptr<const File>, std::less<>> files_;
    std::string home_;  ///< "/c/<build>/", empty when there is none
};

}  // namespace preau::http
