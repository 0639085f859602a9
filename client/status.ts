/** The language status item: how far the index is, then how many terms it holds. */
import { commands, type Disposable, LanguageStatusSeverity, languages } from "vscode";
import type { StatusParams } from "../server/protocol.ts";

const SHOW_OUTPUT = "specGlossary.showOutput";

export class StatusItem implements Disposable {
  readonly #item = languages.createLanguageStatusItem("specGlossary.status", { language: "markdown" });
  readonly #command: Disposable;

  constructor(showOutput: () => void) {
    this.#command = commands.registerCommand(SHOW_OUTPUT, showOutput);
    this.#item.name = "Spec Glossary";
    this.#item.text = "Glossary";
    this.#item.busy = true;
    this.#item.command = { title: "Show Output", command: SHOW_OUTPUT };
  }

  show({ read, of, terms, complete }: StatusParams): void {
    this.#item.busy = !complete;
    const found = terms === 0 ? "No terms yet" : count(terms, "term");
    this.#item.text = complete ? found : `Indexing ${read}/${of}`;
    this.#item.detail = complete ? `Spec Glossary · ${count(of, "file")}` : "Spec Glossary";
    this.#item.severity = LanguageStatusSeverity.Information;
  }

  dispose(): void {
    this.#item.dispose();
    this.#command.dispose();
  }
}

function count(n: number, one: string): string {
  return `${n} ${one}${n === 1 ? "" : "s"}`;
}
