/** The language status item: how far the index is, then how many terms it holds; or that the server does not run. */
import {
  type Command,
  commands,
  type Disposable,
  LanguageStatusSeverity,
  languages,
  workspace,
} from "vscode";
import { State } from "vscode-languageclient";
import type { StatusParams } from "../server/protocol.ts";
import { MARKDOWN_LANGUAGES } from "./documents.ts";

export const SHOW_OUTPUT = "specGlossary.showOutput";
export const RESTART = "specGlossary.restartServer";

const OUTPUT: Command = { title: "Show Output", command: SHOW_OUTPUT };
const OPEN_FOLDER: Command = { title: "Open Folder", command: "workbench.action.files.openFolder" };
const GET_STARTED: Command = {
  title: "Get Started",
  command: "workbench.action.openWalkthrough",
  arguments: ["spec-glossary.spec-glossary#start"],
};

export class StatusItem implements Disposable {
  readonly #item = languages.createLanguageStatusItem("specGlossary.status", [...MARKDOWN_LANGUAGES]);

  constructor() {
    this.#item.name = "Spec Glossary";
    this.follow(State.Starting);
  }

  show({ read, of, terms, complete }: StatusParams): void {
    const hasFolder = workspace.workspaceFolders !== undefined;
    const found = terms > 0 ? count(terms, "term") : hasFolder ? "No terms yet" : "No folder is open";
    this.#item.busy = !complete;
    this.#item.text = complete ? found : `Indexing ${read}/${of}`;
    this.#item.detail = complete && hasFolder ? `Spec Glossary · ${count(of, "file")}` : "Spec Glossary";
    this.#item.command = terms > 0 || !complete ? OUTPUT : hasFolder ? GET_STARTED : OPEN_FOLDER;
  }

  /** Between the server's own words: whether it runs at all. */
  follow(state: State): void {
    const stopped = state === State.Stopped || state === State.StartFailed;
    this.#item.severity = stopped ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    this.#item.command = stopped ? { title: "Restart", command: RESTART } : OUTPUT;
    if (state === State.Running) return;
    this.#item.busy = !stopped;
    this.#item.text = stopped ? "Not running" : "Starting";
    this.#item.detail = "Spec Glossary";
  }

  dispose(): void {
    this.#item.dispose();
  }
}

/** For menus and the walkthrough: what there is, and what is known to be missing. */
export function setContexts({ terms, adrs, increments }: StatusParams): void {
  const contexts = { hasTerms: terms > 0, noAdrs: adrs === 0, noIncrements: increments === 0 };
  for (const [key, value] of Object.entries(contexts))
    void commands.executeCommand("setContext", `specGlossary.${key}`, value);
}

function count(n: number, one: string): string {
  return `${n} ${one}${n === 1 ? "" : "s"}`;
}
