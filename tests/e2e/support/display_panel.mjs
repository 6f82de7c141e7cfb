// SPDX-License-Identifier: Apache-2.0
// The panel in which candidates choose how they read.

const step = 10; // per cent

export class DisplayPanel {
  constructor(page) {
    this.page = page;
    this.dialog = page.getByRole("dialog", { name: "Affichage" });
  }

  async open() {
    await this.page.getByRole("button", { name: "Affichage" }).click();
    await this.dialog.waitFor();
  }

  async close() {
    await this.dialog.getByRole("button", { name: "Fermer" }).click();
    await this.dialog.waitFor({ state: "detached" });
  }

  /** One of the values side by side, by its words. */
  choose(words) {
    return this.dialog.getByRole("radio", { name: words, exact: true }).check();
  }

  /** A step at a time: each is seen before the next. */
  async enlargeTo(percent) {
    const shown = this.dialog.getByRole("status");
    for (let now = parseInt(await shown.innerText()); now < percent; now += step) {
      await this.dialog.getByRole("button", { name: "Plus grand" }).click();
      await shown.getByText(`${now + step} %`).waitFor();
    }
  }

  /** Opens, chooses, closes. */
  async set(...words) {
    await this.open();
    for (const one of words) await this.choose(one);
    await this.close();
  }
}

/** What the page wears. */
export function lookOf(page) {
  return page.evaluate(() => {
    const { dataset, style } = document.documentElement;
    const { fontSize, fontFamily, lineHeight, color, backgroundColor } = getComputedStyle(
      document.body,
    );
    return {
      theme: dataset.theme ?? null,
      scale: style.getPropertyValue("--text-scale"),
      font: fontFamily.split(",")[0].replaceAll('"', ""),
      leading: Math.round((100 * parseFloat(lineHeight)) / parseFloat(fontSize)) / 100,
      size: parseFloat(fontSize),
      color,
      backgroundColor,
    };
  });
}
