// SPDX-License-Identifier: Apache-2.0
// A report of a question, as a candidate makes it.

export class Report {
  constructor(page) {
    this.page = page;
    this.dialog = page.getByRole("dialog", { name: "Signaler un problème avec la question" });
  }

  button(name) {
    return this.dialog.getByRole("button", { name });
  }

  async open() {
    await this.page.getByRole("button", { name: "Signaler un problème avec la question" }).click();
    await this.dialog.waitFor();
  }

  /** Up to the confirmation. */
  async prepare(reason) {
    await this.open();
    await this.dialog.getByLabel(reason).check();
    await this.button("Continuer").click();
    await this.dialog.getByRole("heading", { name: "Envoyer ce signalement ?" }).waitFor();
  }

  async send(reason) {
    await this.prepare(reason);
    await this.button("Envoyer le signalement").click();
  }

  /** The screen on which one waits for the invigilator. */
  get waiting() {
    return this.page.getByRole("heading", { level: 1, name: "Signalement envoyé" });
  }
}
