// SPDX-License-Identifier: Apache-2.0
// The invigilator's page, as an invigilator handles it.

export const nameOf = ({ last_name, first_name }) =>
  `${last_name.toLocaleUpperCase("fr")} ${first_name}`;

export class InvigilatorPage {
  constructor(page, site) {
    this.page = page;
    this.site = site;
  }

  heading(text) {
    return this.page.getByRole("heading", { name: text });
  }

  button(name) {
    return this.page.getByRole("button", { name });
  }

  /** A button whose act is not under way. */
  get idle() {
    return this.page.locator("[aria-disabled=false]");
  }

  async open() {
    await this.page.goto(`${this.site.origin}/surveillant`);
    await this.heading("Surveiller une session").waitFor();
  }

  async enter(password = this.site.session.invigilator_password) {
    await this.page.getByLabel("Numéro de session").fill(this.site.session.number);
    await this.page.getByLabel("Mot de passe de la session", { exact: true }).fill(password);
    await this.button("Entrer").click();
  }

  async seeRoom() {
    await this.heading(`Session ${this.site.session.number}`).waitFor();
    await this.page.evaluate(() => (window.visit = "the same"));
  }

  /** The page has been neither reloaded nor left since `seeRoom`. */
  async isStillTheSameVisit() {
    return (await this.page.evaluate(() => window.visit)) === "the same";
  }

  card(pupil) {
    const name = this.page.getByRole("heading", { level: 3, name: nameOf(pupil), exact: true });
    return this.page.getByRole("listitem").filter({ has: name });
  }

  /** Waits until the pupil's card says so. */
  see(pupil, text) {
    return this.card(pupil).getByText(text).waitFor();
  }

  async act(pupil, act) {
    await this.button(`${act} : ${nameOf(pupil)}`).click();
  }

  confirm(pupil) {
    return this.act(pupil, "Confirmer la présence");
  }

  async end(pupil) {
    await this.act(pupil, "Terminer le test");
    const dialog = this.page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Continuer" }).click();
    await dialog.getByRole("button", { name: `Arrêter le test de ${nameOf(pupil)}` }).click();
  }

  async openClosing() {
    await this.button("Terminer la session").click();
    await this.page.getByRole("heading", { level: 1, name: "Terminer la session" }).waitFor();
  }

  async giveReason(pupil, reason) {
    await this.page
      .getByRole("group", { name: nameOf(pupil) })
      .getByLabel(reason)
      .check();
  }

  async close() {
    await this.button("Terminer la session").click();
    await this.button("Oui, terminer la session").click();
  }

  /** Waits until the header counts so many. */
  seeCount(name, number) {
    const line = this.page.locator(".room-counts div").filter({ hasText: name });
    return line.getByText(number, { exact: true }).waitFor();
  }
}
