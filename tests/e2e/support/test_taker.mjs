// SPDX-License-Identifier: Apache-2.0
import { CandidatePage } from "./candidate_page.mjs";
import { shownModel } from "./kinds_pack.mjs";
import { tabTo } from "./keyboard.mjs";
import { pupils } from "./roster.mjs";

/** Who sits a test made of models: the invigilator is the box's API, so that nothing else shows. */
export class TestTaker extends CandidatePage {
  /** The values that left this page, as the box was sent them. */
  sent = [];
  /** What this page told the box of its questions: "open", "focus-lost". */
  told = [];

  constructor(page, site) {
    super(page, site);
    page.on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (/\/answers\/\d+$/.test(pathname)) this.sent.push(request.postDataJSON().value);
      const act = /\/questions\/\d+\/(.+)$/.exec(pathname);
      if (act) this.told.push(act[1]);
    });
  }

  async startTest(pupil = pupils[0]) {
    const invigilator = await this.site.client.enter(this.site.session.invigilator_password);
    await this.join(pupil);
    await this.readInformation();
    await this.heading("Le surveillant va confirmer").waitFor();
    await invigilator.confirm(pupil);
    await this.typeAccessCode();
    this.number = 1;
  }

  /** The question, or the screen before it. */
  async arrive() {
    await this.page
      .getByRole("heading", { level: 1, name: `Question ${this.number} sur` })
      .waitFor();
  }

  isAnnounced() {
    return this.button("Afficher la question").isVisible();
  }

  async showQuestion() {
    await this.button("Afficher la question").click();
    await this.seeShown();
  }

  /** The question itself, after the screen before it. */
  async seeShown() {
    await this.page.locator(".question-text").waitFor();
    await this.seeQuestion(this.number);
  }

  /** Goes on to the first question that `wanted` takes; passes the others. */
  async goTo(wanted) {
    for (;;) {
      await this.arrive();
      if (await wanted()) return;
      if (await this.isAnnounced()) await this.showQuestion();
      await this.skip();
      ++this.number;
    }
  }

  goToModel(name) {
    return this.goTo(async () => !(await this.isAnnounced()) && (await this.model()) === name);
  }

  /** Its instruction names it. */
  model() {
    return shownModel(this.page);
  }

  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Asks for the confirmation, by keyboard. */
  async validateByKeyboard() {
    await tabTo(this.page, "form button.primary");
    await this.press("Enter");
    await this.heading(`Votre réponse à la question ${this.number}`).waitFor();
  }

  async confirmByKeyboard() {
    await tabTo(this.page, "main button.primary");
    await this.press("Enter");
    ++this.number;
    await this.arrive();
  }

  lastSent() {
    return this.sent.at(-1);
  }
}
