// SPDX-License-Identifier: Apache-2.0
// Chromium 109: the last one for Windows 7 and 8, which schools still run.
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { project } from "./places.mjs";

const build = join(project, "build");
const folder = join(build, "chromium-109");

/** How to start it; unpacks it the first time. */
export function oldChromium() {
  if (!existsSync(folder)) unpack();
  return {
    executablePath: join(folder, "chromium"),
    args: ["--headless", "--no-zygote", "--single-process"],
  };
}

function unpack() {
  // Its own module cannot be asked where it is: it would look for the cloud it was made for.
  const packed = join(
    dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium/package.json")),
    "bin",
  );
  mkdirSync(build, { recursive: true });
  const unfinished = mkdtempSync(join(build, "unpacking-"));
  const unpacked = (name) => brotliDecompressSync(readFileSync(join(packed, `${name}.br`)));
  writeFileSync(join(unfinished, "chromium"), unpacked("chromium"), { mode: 0o755 });
  execFileSync("tar", ["x", "-C", unfinished], { input: unpacked("swiftshader.tar") });
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    if (!existsSync(folder)) throw error; // otherwise another test was faster
  }
}
