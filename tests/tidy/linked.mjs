// SPDX-License-Identifier: Apache-2.0
// Prints what each program links and fails when that is not in the list: a new library needs a
// decision record first. Usage: node linked.mjs FOLDER-OF-PROGRAMS

import { execFileSync } from "node:child_process";
import { join } from "node:path";

const system = ["libc", "libgcc_s", "libm", "libstdc++", "ld-linux-x86-64", "ld-linux-aarch64"];
const core = ["libfmt", "libsodium", "libcrypto", "libboost_json"];

/** Program → libraries beyond the system's. docs/decisions says why each is there. */
const allowed = {
  "preau-box": [...core, "libsqlite3", "libutf8proc", "libqrencode", "libtomlplusplus"],
  "preau-sync": [...core, "libcurl"],
  "preau-central": [...core, "libsqlite3", "libutf8proc", "libpq"],
  preau: [...core, "libutf8proc", "libcurl", "libcmark", "libtomlplusplus", "libpugixml", "libyaml-cpp"],
};

function linkedBy(program) {
  const dynamic = execFileSync("readelf", ["-d", program]).toString();
  return [...dynamic.matchAll(/\(NEEDED\).*\[(.+?)\.so/g)].map(([, name]) => name);
}

let failures = 0;
for (const [program, libraries] of Object.entries(allowed)) {
  const linked = linkedBy(join(process.argv[2], program)).filter((name) => !system.includes(name));
  const unexpected = linked.filter((name) => !libraries.includes(name));
  console.log(`linked: ${program}: ${linked.sort().join(" ")}`);
  for (const name of unexpected) console.log(`${program} may not link ${name}`);
  failures += unexpected.length;
}
process.exit(failures === 0 ? 0 : 1);
