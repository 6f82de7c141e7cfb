// SPDX-License-Identifier: Apache-2.0
// The companion as the box serves it, and places to try it at.
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer, get } from "node:http";
import { dirname, join } from "node:path";
import { patienceMs } from "./patience.mjs";

/** A file under /companion/, asked for under the name that the room has for the box. */
export async function served(site, name) {
  const { host } = new URL(site.origin);
  const asked = { host: "127.0.0.1", port: site.port, path: `/companion/${name}` };
  const [response] = await once(get({ ...asked, headers: { Host: host } }), "response");
  const content = Buffer.concat(await response.toArray());
  if (response.statusCode !== 200) throw new Error(`${name}: ${response.statusCode}`);
  return content;
}

/** Writes what Chromium's package holds in `folder`. Its files are stored as they are. */
export function unpackCrx(crx, folder) {
  const archive = crx.subarray(12 + crx.readUInt32LE(8));
  const fileHeader = 0x04034b50;
  for (let at = 0; archive.readUInt32LE(at) === fileHeader;) {
    const name = at + 30;
    const content = name + archive.readUInt16LE(at + 26);
    const end = content + archive.readUInt32LE(at + 18);
    const file = join(folder, archive.toString("utf8", name, content));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, archive.subarray(content, end));
    at = end;
  }
  return folder;
}

/** How a Chromium is started that has it, and for which these names lead to this machine. */
export function chromiumWith(extension) {
  return {
    ignoreDefaultArgs: ["--disable-extensions"],
    args: [
      "--host-resolver-rules=MAP *.lan 127.0.0.1, MAP example.org 127.0.0.1",
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  };
}

/** Who waits for a silence need not wait for long. */
export const silenceMs = 3_000;

/**
 * What a page gets from the companion when it asks for `type`; null: nothing in `ms`. Works in both
 * browsers' drivers.
 */
export function ask(page, type, ms = patienceMs) {
  return page.evaluate(
    ([asked, patience]) =>
      new Promise((resolve) => {
        const silence = setTimeout(() => resolve(null), patience);
        addEventListener("message", function hear({ data }) {
          if (data.from !== "companion") return;
          clearTimeout(silence);
          removeEventListener("message", hear);
          resolve(data);
        });
        window.postMessage({ preau: 1, to: "companion", type: asked }, location.origin);
      }),
    [type, ms],
  );
}

/** Pages at every name and one port: /room says that it is a candidate's page, others do not. */
export class Elsewhere {
  /** Name and path of every request that arrived. */
  asked = [];

  static async start() {
    const elsewhere = new Elsewhere();
    elsewhere.server = createServer((request, response) => elsewhere.#answer(request, response));
    await once(elsewhere.server.listen(0, "127.0.0.1"), "listening");
    elsewhere.port = elsewhere.server.address().port;
    return elsewhere;
  }

  at(name, path = "/") {
    return `http://${name}:${this.port}${path}`;
  }

  #answer({ headers, url }, response) {
    this.asked.push(headers.host.replace(/:.*/, "") + url);
    const tag = url === "/room" ? '<meta name="preau" content="candidate" />' : "";
    response.setHeader("Content-Type", "text/html");
    response.end(`<!doctype html><html lang="fr">${tag}<title>${headers.host}</title></html>`);
  }

  stop() {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** Why `programSeeing` would not work here; nothing when it does. */
export function whyNoMount(over) {
  if (!existsSync(over)) return `${over} does not exist`;
  try {
    execFileSync("unshare", ["-m", "--propagation", "private", "true"], { stdio: "ignore" });
  } catch {
    return "mount namespaces are not permitted here";
  }
}

/** A program that starts `program` where the folder `shown` lies over `over`, for it alone. */
export function programSeeing(program, shown, over, script) {
  const command = `mount --bind '${shown}' '${over}' && exec '${program}' "$@"`;
  writeFileSync(
    script,
    `#!/bin/sh\nexec unshare -m --propagation private sh -c '${command.replaceAll("'", `'\\''`)}' sh "$@"\n`,
  );
  chmodSync(script, 0o755);
  return script;
}
