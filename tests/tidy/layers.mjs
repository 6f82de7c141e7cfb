// SPDX-License-Identifier: Apache-2.0
// The table of docs/architecture.md: what each folder may include, folders and libraries.

const below = (names) => names.split(" ").filter(Boolean);

const room = below("base json adaptive answers exam seal pack record sqlite store");

/** Folder → { folders: those it may include besides itself, libraries: third-party prefixes }. */
export const layers = {
  "server/base": { folders: [], libraries: ["fmt/"] },
  "server/json": { folders: below("base"), libraries: ["boost/json", "fmt/"] },
  "server/adaptive": { folders: below("base"), libraries: ["fmt/"] },
  "server/answers": { folders: below("base json"), libraries: ["utf8proc.h"] },
  "server/exam": { folders: below("base adaptive answers"), libraries: ["fmt/"] },
  "server/seal": { folders: below("base json"), libraries: ["sodium.h", "openssl/evp.h", "fmt/"] },
  "server/pack": { folders: below("base json seal adaptive answers"), libraries: ["fmt/"] },
  "server/record": { folders: below("base json seal adaptive answers exam pack"), libraries: ["fmt/"] },
  "server/sqlite": { folders: below("base"), libraries: ["sqlite3.h", "fmt/"] },
  "server/store": { folders: below("base seal exam record sqlite"), libraries: ["fmt/"] },
  "server/room": { folders: room, libraries: ["fmt/"] },
  "server/office": { folders: [...room, "room"], libraries: ["fmt/", "qrencode.h"] },
  "server/http": { folders: below("base"), libraries: ["boost/asio", "boost/beast", "boost/system", "fmt/"] },
  "server/api": { folders: [...room, "room", "office", "http"], libraries: ["fmt/"] },
  "server/app": { folders: [...room, "room", "office", "http", "api"], libraries: ["fmt/", "CLI/", "toml++/"] },
  "sync/agent": { folders: below("base json seal"), libraries: ["curl/", "CLI/", "fmt/"] },
  "sync/central": {
    folders: below("base json adaptive answers exam seal pack record sqlite http"),
    libraries: ["CLI/", "fmt/", "libpq-fe.h"],
  },
  "sync/simulation": { folders: below("base json adaptive"), libraries: ["fmt/"] },
  "sync/authoring": {
    folders: below("base json adaptive answers exam seal pack simulation"),
    libraries: ["cmark.h", "toml++/", "fmt/"],
  },
  "sync/importers": {
    folders: below("base json answers pack authoring"),
    libraries: ["pugixml.hpp", "yaml-cpp/", "fmt/"],
  },
  "sync/quality": { folders: below("base adaptive answers pack authoring"), libraries: ["fmt/"] },
  "sync/tool": {
    folders: below(
      "base json adaptive answers exam seal pack record http agent authoring importers quality simulation",
    ),
    libraries: ["CLI/", "fmt/"],
  },
};

/** Of http, api may know the message only: transport stays behind it. */
export const onlyHeaders = { "server/api": { http: ["http/message.hpp"] } };
