// SPDX-License-Identifier: Apache-2.0
#include "agent/parcel.hpp"

#include "base/file.hpp"
#include "base/limits.hpp"
#include "seal/hash.hpp"

namespace preau::agent {

Result<std::set<std::string>> sessions_in(const std::filesystem::path& outbox) {
    std::set<std::string> sessions;
    std::error_code error;
    for (std::filesystem::directory_iterator at(outbox, error), end; !error && at != end;
         at.increment(error)) {
        const auto session = at->path().stem().string();
        if (at->path().extension() == ".preau" && SessionId::from_hex(session))
            sessions.insert(session);
    }
    if (error) return fail(Error::environment("read " + outbox.string() + ": " + error.message()));
    return sessions;
}

Result<Parcel> read_parcel(const std::filesystem::path& outbox, const std::string& session) {
    auto bundle = read_file(outbox / (session + ".preau"), limits::bundle_bytes_max);
    if (!bundle) return fail(std::move(bundle.error()));
    const auto sha256 = seal::sha256(*bundle);
    Parcel parcel{session, std::move(*bundle), {}, sha256};
    const auto note = read_file(outbox / (session + ".preau.sig"), limits::note_bytes_max);
    if (!note) return fail(note.error());
    parcel.note = as_text(*note);
    return parcel;
}

}  // namespace preau::agent
