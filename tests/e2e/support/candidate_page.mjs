// SPDX-License-Identifier: Apache-2.0
// The candidate's page, as a candidate handles it.
import assert from "node:assert/strict";
import { tabTo } from "./keyboard.mjs";
import { until } from "./patience.mjs";

export const questionCount = 32;

export class CandidatePage {
  /** What was confirmed here: {number, value}, as the box reads it. */
  given = [];

  /** `length`: questions of a test of the site's pack. */
  constructor(page, site, length = questionCount) {
    this.page = page;
    this.site = site;
    this.length = length;
  }

  heading(text) {
    return this.page.getByRole("heading", { level: 1, name: text });
  }

  button(name) {
    return this.page.getByRole("button", { name });
  }

  /** By the address that the invigilator gives, session number included. */
  async open() {
    await this.page.goto(`${this.site.origin}/#${this.site.session.number}`);
    await this.heading("Rejoindre une session").waitFor();
  }

  async fillIdentity({ last_name, first_name, day, month, year }) {
    await this.page.getByLabel("Nom de naissance").fill(last_name);
    await this.page.getByLabel("Prénom").fill(first_name);
    await this.page.getByLabel("Jour").fill(day);
    await this.page.getByLabel("Mois").fill(month);
    await this.page.getByLabel("Année").fill(year);
  }

  async join(pupil) {
    await this.open();
    await this.fillIdentity(pupil);
    await this.button("Entrer dans la session").click();
    await this.heading("Est-ce bien vous ?").waitFor();
    await this.button("Oui, c’est moi").click();
  }

  async readInformation() {
    for (let page = 1; page < 5; ++page) {
      await this.heading(`Page ${page} sur 5`).waitFor();
      await this.button("Continuer").click();
    }
    await this.heading("Page 5 sur 5").waitFor();
    await this.page.getByRole("checkbox").check();
    await this.button("Terminer la lecture").click();
  }

  async typeAccessCode(code = this.site.session.access_code) {
    await this.page.getByLabel("Code d’accès").fill(code);
    await this.button("Commencer").click();
  }

  /** From the first page to the first question, an invigilator being there to confirm. */
  async begin(pupil, invigilator) {
    await this.join(pupil);
    await this.readInformation();
    await this.heading("Le surveillant va confirmer").waitFor();
    await invigilator.confirm(pupil);
    await this.typeAccessCode();
    await this.seeQuestion(1);
  }

  /** A press in the message's first moments does not count, and is made again. */
  async readMessage() {
    const read = this.button("J’ai lu");
    await until("the message is read", async () => {
      if ((await read.count()) > 0) await read.click({ timeout: 1000 }).catch(() => {});
      return (await read.count()) === 0;
    });
  }

  /** The question is there; the tab and the focus say so too. */
  async seeQuestion(number) {
    const title = `Question ${number} sur ${this.length}`;
    // The screens that hold a test begin with the same words.
    await this.page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
    assert.equal(await this.page.title(), `${title} – Préau`);
    const focused = await this.page.evaluate(() => document.activeElement.textContent);
    assert.equal(focused, title, "the focus is on the question's title");
    this.number = number;
  }

  /** "qcu", "qcm" or "qroc". */
  async kind() {
    const type = await this.page.locator("#reponse").getAttribute("type");
    return { radio: "qcu", checkbox: "qcm", text: "qroc" }[type];
  }

  hasPicture() {
    return this.page.locator("figure img").isVisible();
  }

  /** Prepares an answer with the mouse and returns its value. */
  async prepare() {
    const proposal = (place) => this.page.locator("label.choice input").nth(place);
    switch (await this.kind()) {
      case "qcu":
        await proposal(1).check();
        return "2";
      case "qcm":
        await proposal(2).check();
        await proposal(0).check();
        return "1,3";
      case "qroc":
        await this.page.locator("#reponse").fill("42");
        return "42";
    }
  }

  async prepareByKeyboard() {
    const { keyboard } = this.page;
    await tabTo(this.page, "#reponse");
    switch (await this.kind()) {
      case "qcu":
        await keyboard.press("Space");
        await keyboard.press("ArrowDown");
        return "2";
      case "qcm":
        await keyboard.press("Space");
        await keyboard.press("Tab");
        await keyboard.press("Space");
        return "1,2";
      case "qroc":
        await keyboard.type("42");
        return "42";
    }
  }

  get isLast() {
    return this.number === this.length;
  }

  async validate(value) {
    await this.button("Je valide").click();
    await this.heading(`Votre réponse à la question ${this.number}`).waitFor();
    this.given.push({ number: this.number, value });
  }

  async confirm() {
    await this.button(this.isLast ? "Confirmer et terminer" : "Confirmer").click();
  }

  async answer() {
    await this.validate(await this.prepare());
    await this.confirm();
  }

  async answerByKeyboard() {
    const value = await this.prepareByKeyboard();
    await tabTo(this.page, "main button.primary");
    await this.page.keyboard.press("Enter");
    await this.heading(`Votre réponse à la question ${this.number}`).waitFor();
    this.given.push({ number: this.number, value });
    await tabTo(this.page, "main button.primary");
    await this.page.keyboard.press("Enter");
  }

  async skip() {
    await this.button("Je passe").click();
    await this.heading(`Passer la question ${this.number}`).waitFor();
    this.given.push({ number: this.number, value: "#ABAND#" });
    await this.button(this.isLast ? "Confirmer et terminer" : "Oui, passer").click();
  }

  /** The badge that says where the answers are. */
  badge(text) {
    return this.page.locator(".badge .digits").getByText(text);
  }
}
