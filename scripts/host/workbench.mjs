// The VS Code workbench as a person uses it: keys and what is on the screen (VS Code 1.139).

export class Workbench {
  constructor(page) {
    this.page = page;
  }

  async ready(timeout = 60_000) {
    await this.page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout });
    await this.page
      .locator(".monaco-workbench .explorer-folders-view .monaco-list-row")
      .first()
      .waitFor({ timeout });
  }

  async openFile(file, line = 1, column = 1) {
    const name = file.split("/").at(-1);
    await this.#pick("Control+P", `${file}:${line}:${column}`, name);
    await this.tab(name).waitFor();
    await this.cursor().waitFor();
  }

  async goto(line, column) {
    await this.page.keyboard.press("Control+G");
    await this.answer(`:${line}:${column}`);
    await this.#quickInput().waitFor({ state: "hidden" });
  }

  async command(title) {
    await this.#pick("F1", `>${title}`, title);
  }

  /** Waits until nothing on the screen changes any more. */
  async settled(timeout = 15_000) {
    await this.page.mouse.move(5, 5);
    let before = Buffer.alloc(0);
    await this.#retry(timeout, "the screen does not come to rest", async () => {
      const after = await this.page.screenshot({ caret: "hide" });
      const same = before.equals(after);
      before = after;
      await this.page.waitForTimeout(400);
      if (!same) throw new Error("something changed");
    });
  }

  /** Waits until what fades in is there: pictures show it half way otherwise. */
  async #shown() {
    await this.page.evaluate(() => {
      const ends = (animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime);
      return Promise.allSettled(
        document
          .getAnimations()
          .filter(ends)
          .map(({ finished }) => finished),
      );
    });
  }

  /** Answers the input box that a command has opened. */
  async answer(text) {
    await this.#quickInput().waitFor();
    await this.#quickInput().locator("input").first().fill(text);
    await this.page.keyboard.press("Enter");
  }

  tab = (name) => this.page.locator(`.tab.active[data-resource-name="${name}"]`);
  editor = () => this.page.locator(".editor-group-container.active .editor-instance .monaco-editor").first();
  cursor = () => this.editor().locator(".cursors-layer .cursor").first();
  hovers = () => this.page.locator(".monaco-hover:visible .monaco-hover-content");

  /** Points at the text right of the cursor until a hover matches; an early request is not repeated by VS Code. */
  async hoverAtCursor(pattern, timeout = 30_000) {
    return this.#retry(timeout, `no hover matches ${pattern}`, async () => {
      await this.page.mouse.move(5, 5);
      await this.hovers().first().waitFor({ state: "hidden", timeout: 2_000 });
      const box = await this.cursor().boundingBox();
      await this.page.mouse.move(box.x + 2, box.y + box.height / 2);
      await this.page.mouse.move(box.x + 6, box.y + box.height / 2);
      await this.hovers().filter({ hasText: pattern }).first().waitFor({ timeout: 2_000 });
      await this.#shown();
      return (await this.hovers().allInnerTexts()).join("\n");
    });
  }

  /** Accepts the suggestion with this label; the list is asked for again while the server has nothing yet. */
  async acceptSuggestion(label, timeout = 15_000) {
    const widget = this.page.locator(".suggest-widget.visible");
    const row = widget.locator(".monaco-list-row", { has: this.page.getByText(label, { exact: true }) });
    await this.#retry(timeout, `no suggestion ${label}`, async () => {
      await this.page.keyboard.press("Escape");
      await this.page.keyboard.press("Control+Space");
      await row.first().waitFor({ timeout: 2_000 });
    });
    await row.first().click();
    await widget.waitFor({ state: "hidden" });
  }

  /** Chooses a quick fix; without any yet, VS Code says so instead of opening the menu. */
  async quickFix(title, timeout = 15_000) {
    const menu = this.page.locator(".action-widget:not(.action-list-submenu-panel)");
    const row = menu.locator(".monaco-list-row.action", { hasText: title }).first();
    await this.#retry(timeout, `no quick fix ${title}`, async () => {
      await this.page.keyboard.press("Escape");
      await this.page.keyboard.press("Control+.");
      await row.waitFor({ timeout: 2_000 });
    });
    await row.click();
    await menu.waitFor({ state: "hidden" });
  }

  /** The label of the row in the Problems view that matches, as a screen reader says it. */
  async problem(pattern) {
    const panel = this.page.locator(".markers-panel");
    if (!(await panel.isVisible())) await this.page.keyboard.press("Control+Shift+M");
    const row = panel.locator(".monaco-list-row", { hasText: pattern }).first();
    await row.waitFor();
    return row.getAttribute("aria-label");
  }

  /** What matches in the language status, which the `{}` in the status bar shows on hover. */
  async languageStatus(pattern, timeout = 30_000) {
    return this.#retry(timeout, `the language status does not match ${pattern}`, async () => {
      await this.page.mouse.move(5, 5);
      await this.page.locator('[id="status.languageStatus"]').hover({ timeout: 2_000 });
      const item = this.page.locator(".hover-language-status").getByText(pattern).first();
      await item.waitFor({ timeout: 2_000 });
      return pattern.exec(await item.textContent())[0];
    });
  }

  /** The text of the editor; the screen lags behind the keys, so it is read until it matches. */
  async expectText(pattern) {
    return this.#retry(8_000, `the editor does not show ${pattern}`, async () => {
      const text = await this.#text();
      if (!pattern.test(text)) throw new Error(text);
    });
  }

  async save() {
    await this.page.keyboard.press("Control+S");
    await this.page.locator(".tab.active.dirty").waitFor({ state: "detached" });
  }

  #quickInput = () => this.page.locator(".quick-input-widget:visible");

  async #pick(keys, text, row) {
    await this.#retry(15_000, `${keys} opens nothing`, async () => {
      await this.page.keyboard.press(keys);
      await this.#quickInput().waitFor({ timeout: 3_000 });
    });
    await this.#quickInput().locator("input").first().fill(text);
    const label = this.page.getByText(row, { exact: true });
    const chosen = this.#quickInput().locator(".monaco-list-row.focused", { has: label });
    // The first row is not always the one: others fit “Trigger Suggest” better in the eyes of VS Code.
    await this.#retry(15_000, `${row} is not in the list`, async () => {
      try {
        await chosen.waitFor({ timeout: 1_000 });
      } catch (error) {
        await this.page.keyboard.press("ArrowDown");
        throw error;
      }
    });
    await this.page.keyboard.press("Enter");
    await chosen.waitFor({ state: "hidden" }); // not the whole widget: a command may ask for input in it
  }

  async #text() {
    const lines = await this.editor()
      .locator(".view-lines .view-line")
      .evaluateAll((rows) =>
        rows.map((row) => ({ top: Number.parseFloat(row.style.top), text: row.textContent })),
      );
    const shown = lines.sort((a, b) => a.top - b.top).map((line) => line.text);
    return shown.join("\n").replaceAll("\u00a0", " ").replaceAll("\u200b", "");
  }

  /** Polls: each attempt waits for the screen itself, so there is no pause between two. */
  async #retry(timeout, complaint, attempt) {
    const deadline = Date.now() + timeout;
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (Date.now() > deadline) throw new Error(`${complaint}: ${error.message}`);
        await this.page.evaluate(() => new Promise(requestAnimationFrame));
      }
    }
  }
}
