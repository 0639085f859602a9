/** What package.json contributes hangs together: menus and the walkthrough name commands and files that there are. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { MARKDOWN_LANGUAGES } from "../glossary/workspace/files.ts";
import { COMPARE_DEFINITIONS, OPEN_ADR, SHOW_USES } from "../server/protocol.ts";

// What commands do is tested in a real VS Code; here they are only listed.
vi.mock("vscode", () => ({}));
vi.mock("vscode-languageclient", () => ({}));
const { COMMANDS } = await import("../client/commands/all.ts");

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly svg: string };
  readonly completionEvents: readonly string[];
}

const { activationEvents, contributes } = JSON.parse(readFileSync("package.json", "utf8")) as {
  activationEvents: readonly string[];
  contributes: {
    commands: readonly { command: string; category: string }[];
    menus: Readonly<Record<string, readonly { command?: string; submenu?: string }[]>>;
    submenus: readonly { id: string }[];
    snippets: readonly { language: string; path: string }[];
    walkthroughs: readonly { steps: readonly Step[] }[];
  };
};
const commands = contributes.commands.map(({ command }) => command);
const steps = contributes.walkthroughs.flatMap((one) => one.steps);

/** Commands of ours that a text names. */
const named = (text: string) => text.match(/\bspecGlossary\.\w+/g) ?? [];

describe("commands", () => {
  it("are those of the extension, but for those that only the server names", () => {
    const named = [...commands, COMPARE_DEFINITIONS, OPEN_ADR, SHOW_USES];
    expect(COMMANDS.map(({ id }) => id).sort()).toEqual(named.sort());
  });
});

describe("menus", () => {
  it("name commands and menus that there are", () => {
    const items = Object.values(contributes.menus).flat();
    expect(commands).toEqual(expect.arrayContaining(items.flatMap(({ command }) => command ?? [])));
    expect(Object.keys(contributes.menus)).toEqual(
      expect.arrayContaining([
        ...items.flatMap(({ submenu }) => submenu ?? []),
        ...contributes.submenus.map(({ id }) => id),
      ]),
    );
  });

  it("show in the palette only what there is something to do for", () => {
    const always = ["specGlossary.restartServer", "specGlossary.showOutput"];
    const limited = contributes.menus.commandPalette?.map(({ command }) => command);
    expect([...(limited ?? []), ...always].sort()).toEqual([...commands].sort());
  });
});

describe("Markdown in other languages of VS Code", () => {
  const text = JSON.stringify(contributes.menus);
  const OTHERS = MARKDOWN_LANGUAGES.join("|");

  it("has the menus of Markdown", () => {
    expect(text).not.toMatch(/LangId ==/);
    const asked = [...text.matchAll(/LangId =~ \/\^\(([^)]*)\)\$\//g)].map(([, languages]) => languages);
    expect(asked).toEqual(["resource", "resource", "editor"].map(() => OTHERS));
  });

  it("has its snippets", () => {
    const pathsOf = (one: string) =>
      contributes.snippets.flatMap(({ language, path }) => (language === one ? [path] : []));
    for (const language of MARKDOWN_LANGUAGES) expect(pathsOf(language)).toEqual(pathsOf("markdown"));
  });

  it("starts the extension", () => {
    const starts = activationEvents.flatMap((event) => event.split(/^onLanguage:/).slice(1));
    expect(starts).toEqual(MARKDOWN_LANGUAGES);
  });
});

describe("the walkthrough", () => {
  it.each(steps)("step $id has a picture, commands that there are, and an end", (step) => {
    expect(existsSync(step.media.svg)).toBe(true);
    expect(commands).toEqual(expect.arrayContaining(named(step.description)));
    const done = step.completionEvents.filter((event) => event.startsWith("onCommand:"));
    expect(commands).toEqual(expect.arrayContaining(done.flatMap(named)));
    expect(done.length).toBeGreaterThan(0);
  });
});
