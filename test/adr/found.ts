/** What the rules for decisions find in a whole folder. */
import { adrLog } from "../../glossary/adr/features/log.ts";
import { diagnose } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { positionAt } from "../../glossary/text/lines.ts";
import { pageOf, rethrow, workspace } from "../fixture.ts";

const OF_DECISIONS = RULES.filter(({ id }) => id.startsWith("adr/"));

export type Files = Readonly<Record<string, string>>;

/** `path:line rule` of each finding, the folder and the area left out, by path. */
export function found(files: Files): string[] {
  const { snapshot } = workspace(files);
  return Object.keys(files)
    .filter((path) => path.endsWith(".md"))
    .sort()
    .flatMap((path) => {
      const page = pageOf({ snapshot }, path);
      return diagnose(OF_DECISIONS, snapshot, page, rethrow).map(({ span, rule }) => {
        const line = positionAt(page.lines, span.start).line + 1;
        return `${path.slice(path.lastIndexOf("/") + 1, -3)}:${line} ${rule.slice("adr/".length)}`;
      });
    });
}

/** The messages of a rule, by path. */
export function messages(files: Files, rule: string): string[] {
  const { snapshot } = workspace(files);
  const rules = OF_DECISIONS.filter(({ id }) => id === `adr/${rule}`);
  return Object.keys(files)
    .filter((path) => path.endsWith(".md"))
    .flatMap((path) =>
      diagnose(rules, snapshot, pageOf({ snapshot }, path), rethrow).map(({ message }) => message),
    );
}

/** The log: number or title, and status. */
export function logged(files: Files): string[] {
  const { snapshot } = workspace(files);
  return adrLog(snapshot).entries.map(({ number, title, status, kind }) =>
    `${number || title} ${status || "–"} ${kind}`.trim(),
  );
}

/** Files of a folder: `0001-a` and so on. */
export function folder(texts: Files, at = "docs/adr"): Files {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${at}/${name}.md`, text]));
}
