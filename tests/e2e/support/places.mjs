// SPDX-License-Identifier: Apache-2.0
// Where things are. CMake gives the build's folders; by hand, the dev preset's are taken.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const project = join(dirname(fileURLToPath(import.meta.url)), "../../..");
export const programs = process.env.PREAU_PROGRAMS ?? join(project, "build/dev");
export const pages = process.env.PREAU_PAGES ?? join(project, "build/web");
export const chromiumProgram = process.env.PREAU_CHROMIUM ?? "/usr/bin/chromium";
export const firefoxProgram = process.env.PREAU_FIREFOX ?? "/usr/bin/firefox-esr";

/** The browser tools are the pages' own development dependencies. */
export const requireFromWeb = createRequire(join(project, "web/package.json"));
