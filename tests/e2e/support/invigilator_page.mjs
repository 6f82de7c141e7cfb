// SPDX-License-Identifier: Apache-2.0
// The invigilator's page, as an invigilator handles it.
import { until } from "./patience.mjs";

export const nameOf = ({ last_name, first_name }) =>
  `${last_name.toLocaleUpperCase("fr")} ${first_name}`;

/** Acts that a card shows in front while they are awaited. The others are in the candidate's sheet. */
const inFront = [
  "Traiter le signalement",
  "Continuer sans verrouillage",
  "Autoriser la reprise",
  "Confirmer la présence",
  "Accorder ce temps",
];

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

  /** The dialog on top. */
  get dialog() {
    return this.page.getByRole("dialog").last();
  }

  /** A button of the dialog on top, by the beginning of its words. */
  answer(name) {
    return this.dialog.getByRole("button", { name: new RegExp(`^${name}`) });
  }

  async open() {
    await this.page.goto(`${this.site.origin}/surveillant`);
    await this.heading("Surveiller une session").waitFor();
  }

  async enter(password = this.site.session.invigilator_password, name = "Mme Roche") {
    await this.page.getByLabel("Numéro de session").fill(this.site.session.number);
    await this.page.getByLabel("Mot de passe de la session", { exact: true }).fill(password);
    await this.page.getByLabel("Votre nom").fill(name);
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
    return this.card(pupil).getByText(text).first().waitFor();
  }

  /** Waits until the pupil's card does not show this state any more. */
  seeNoMore(pupil, state) {
    return this.card(pupil).locator(".chip").getByText(state).waitFor({ state: "detached" });
  }

  async openSheet(pupil) {
    await this.card(pupil)
      .getByRole("button", { name: nameOf(pupil), exact: true })
      .click();
    await this.dialog.getByRole("heading", { level: 2, name: nameOf(pupil) }).waitFor();
  }

  /** Closes the dialog on top, and waits until it is gone. */
  async closeDialog() {
    const dialogs = this.page.getByRole("dialog");
    const open = await dialogs.count();
    await this.page.keyboard.press("Escape");
    await until("the dialog is closed", async () => (await dialogs.count()) < Math.max(1, open));
  }

  /** Presses an act's button, on the card or in the sheet, which then stays open. */
  async press(pupil, act) {
    if (inFront.includes(act)) return this.button(`${act} : ${nameOf(pupil)}`).click();
    await this.openSheet(pupil);
    await this.answer(act).click();
  }

  /** Does an act that needs no answer. */
  async act(pupil, act) {
    await this.press(pupil, act);
    if (!inFront.includes(act)) await this.closeDialog();
  }

  confirm(pupil) {
    return this.act(pupil, "Confirmer la présence");
  }

  async end(pupil, reason = "Problème technique") {
    await this.press(pupil, "Terminer le test");
    await this.dialog.getByLabel(reason).check();
    await this.answer("Continuer").click();
    await this.answer(`Arrêter le test de ${nameOf(pupil)}`).click();
    await this.closeDialog();
  }

  /** No act for this pupil is under way. */
  async seeIdle(pupil) {
    await this.openSheet(pupil);
    await this.answer("Noter un incident")
      .and(this.page.locator("[aria-disabled=false]"))
      .waitFor();
    await this.closeDialog();
  }

  /** Every act has left this device. */
  seeNothingWait() {
    return this.page.locator(".pending").first().waitFor({ state: "detached" });
  }

  /** Opens one of the acts for the whole room. */
  async pressRoom(act) {
    await this.button("Salle : ").click();
    await this.answer(act).click();
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
