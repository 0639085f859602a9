/** What is wrong with one increment, whatever its state: the pages to look at, the numbers, and the report. */

import type { Diagnostic } from "../../rule/run.ts";
import { positionAt } from "../../text/lines.ts";
import { basename } from "../../text/paths.ts";
import type { Span } from "../../text/span.ts";
import { SEVERITIES, type Severity } from "../../workspace/settings/settings.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutOf } from "../layouts/layouts.ts";
import type { Increment } from "../model/increment.ts";
import { incrementTitle } from "./title.ts";

/** The snapshot in which rules speak of increments that are archived or completed, too. */
export function withClosed(snapshot: IncrementView): IncrementView {
  return { ...snapshot, settings: { ...snapshot.settings, archived: true } };
}

const ORDER = ["spec", "requirements", "plan", "tasks", "rubric", "metadata", "other"];

/** The pages of an increment in the order in which they are read. */
export function pagesOf({ pages }: Increment): string[] {
  const rank = (path: string) => ORDER.indexOf(pages.get(path)?.place.role ?? "other");
  return [...pages.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

export interface IncrementNumbers {
  readonly stories: number;
  readonly criteria: number;
  /** Criteria that some task satisfies; `undefined` where no task names any. */
  readonly covered: number | undefined;
  readonly criteriaDone: number;
  readonly tasks: number;
  readonly tasksDone: number;
}

/** What there is in an increment, and how much of it is done. */
export function numbersOf(increment: Increment): IncrementNumbers {
  const { coverage, linked, stories, tasks } = increment;
  const all = [...tasks.values()].flatMap(([first]) => (first ? [first.what] : []));
  const criteria = [...coverage.values()].map(({ criterion }) => criterion.what);
  return {
    stories: stories.size,
    criteria: criteria.length,
    covered: linked ? [...coverage.values()].filter((one) => one.tasks.length > 0).length : undefined,
    criteriaDone: criteria.filter(({ state }) => state?.work === "done").length,
    tasks: all.length,
    tasksDone: all.filter(({ work }) => work === "done").length,
  };
}

/** How many findings of each severity there are, the worst first: `1 error, 2 warnings`; `none`. */
export function countFindings(findings: readonly { readonly severity: Severity }[]): string {
  const parts = SEVERITIES.flatMap((severity) => {
    const count = findings.filter((one) => one.severity === severity).length;
    const word = severity === "information" || count === 1 ? severity : `${severity}s`;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return parts.join(", ") || "none";
}

/** A piece of the report that stands for a line of a page, counted from 0. */
export interface ReportLink {
  readonly span: Span;
  readonly path: string;
  readonly line: number;
}

export interface Report {
  readonly text: string;
  /** Empty where the links are in the text. */
  readonly links: readonly ReportLink[];
}

/**
 * The report as Markdown. `linkTo` gives the address of a line of a page, counted from 1, for links of Markdown; without
 * it the text stays easy to read as it is, and `links` says what leads where.
 */
export function reportMarkdown(
  snapshot: IncrementView,
  increment: Increment,
  findings: readonly Diagnostic[],
  linkTo?: (path: string, line: number) => string,
): Report {
  const links: ReportLink[] = [];
  let text = "";
  const write = (...pieces: (string | Omit<ReportLink, "span">)[]) => {
    for (const piece of pieces) {
      const name = typeof piece === "string" ? piece : nameOf(piece);
      const start = text.length;
      text +=
        typeof piece === "string" || !linkTo ? name : `[${name}](${linkTo(piece.path, piece.line + 1)})`;
      if (typeof piece !== "string" && !linkTo)
        links.push({ span: { start, end: start + name.length }, ...piece });
    }
    text += "\n";
  };
  const paths = pagesOf(increment);
  write(`# Validation of ${literal(increment.name)}`, "\n");
  for (const [name, value] of summary(increment, findings)) write(`- ${name}: ${value}`);
  for (const path of paths) {
    const own = findings.filter((one) => one.path === path);
    if (own.length === 0) continue;
    write(`\n## ${literal(basename(path))}`, "\n");
    const starts = snapshot.pages.get(path)?.lines ?? new Uint32Array(1);
    for (const { span, severity, message, rule } of own) {
      const { line } = positionAt(starts, span.start);
      write("- ", { path, line }, ` ${severity}: ${literal(message)} (\`${rule}\`)`);
    }
  }
  if (findings.length === 0) {
    const files = paths.flatMap((path, i) => [i === 0 ? "" : ", ", { path, line: 0 }]);
    write("\nNothing is wrong in ", ...files);
  }
  return { text, links };
}

function summary(
  increment: Increment,
  findings: readonly Diagnostic[],
): readonly (readonly [name: string, value: string])[] {
  const { stories, criteria, covered, criteriaDone, tasks, tasksDone } = numbersOf(increment);
  const title = incrementTitle(increment);
  const { words, criteria: are } = layoutOf(increment);
  return [
    ...(title === increment.name ? [] : [["Title", literal(title)] as const]),
    ["Status", literal(increment.status?.what.text ?? "not stated")],
    ...(words.story ? [[plural(words.story), String(stories)] as const] : []),
    // Where they are not told apart, there are none to be missed.
    ...(criteria === 0 && are !== "boxes"
      ? []
      : ([
          ["Acceptance criteria", are === "numbers" ? String(criteria) : `${criteria}, ${criteriaDone} done`],
          [
            "Covered by tasks",
            covered === undefined ? "no task names a criterion" : `${covered} of ${criteria}`,
          ],
        ] as const)),
    ["Tasks", `${tasks}, ${tasksDone} done`],
    ["Findings", countFindings(findings)],
  ];
}

/** `User stories` */
function plural(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).replace(/y$/, "ie").concat("s");
}

function nameOf({ path, line }: Omit<ReportLink, "span">): string {
  return line === 0 ? literal(basename(path)) : `${literal(basename(path))}:${line + 1}`;
}

/** Workspace text in one line, with no more backslashes than Markdown needs to show it as it is. */
function literal(text: string): string {
  return text
    .replace(/[\\`*[\]<>|~&]|(?<!\w)_|_(?!\w)/g, "\\$&")
    .replace(/\s+/g, " ")
    .trim();
}
