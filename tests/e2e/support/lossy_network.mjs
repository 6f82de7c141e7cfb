// SPDX-License-Identifier: Apache-2.0
// A network of the test's own, of which packets are lost. Needs what root has, or a kernel that
// lets users have it in a namespace; without it, says why.
import { execFileSync, spawnSync } from "node:child_process";

const mark = "PREAU_OWN_NETWORK";
const unshare = ["--map-root-user", "--net"];
/** Who is not root may not have the folder of `ip` and `nft` in the path. */
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };

export const isInOwnNetwork = process.env[mark] === "1";

/** Why there can be no such network on this machine; false when there can. */
export function whyNoOwnNetwork() {
  const tried = spawnSync("unshare", [...unshare, "sh", "-c", `ip link set lo up && nft -f -`], {
    input: rules(1, 5),
    env,
  });
  if (tried.error) return `no network of its own: ${tried.error.message}`;
  return tried.status === 0 ? false : `no network of its own: ${tried.stderr}`.trim();
}

/** Runs a test file again in a network of its own; returns whether it passed, and what it said. */
export function runInOwnNetwork(file) {
  const { NODE_TEST_CONTEXT: _ours, ...clean } = env;
  const command = `ip link set lo up && exec "$0" --test --test-reporter=spec "$1"`;
  const run = spawnSync("unshare", [...unshare, "sh", "-c", command, process.execPath, file], {
    env: { ...clean, [mark]: "1" },
    encoding: "utf8",
  });
  return { passed: run.status === 0, said: run.stdout + run.stderr };
}

/** From now on, so many packets in a hundred to and from the port are lost. */
export function losePackets(port, percent) {
  execFileSync("nft", ["-f", "-"], { input: rules(port, percent), env });
}

// Lost on arrival: a packet refused on departure would be known to be lost.
function rules(port, percent) {
  const lose = `numgen random mod 100 < ${percent} drop`;
  return `table inet lossy {
  chain input {
    type filter hook input priority 0
    tcp dport ${port} ${lose}
    tcp sport ${port} ${lose}
  }
}
`;
}
