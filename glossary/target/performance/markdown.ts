/** A report as Markdown: one row for each check, then what the rules found. */

import type { Report, ReportLink } from "../../increment/features/report.ts";
import { basename } from "../../text/paths.ts";
import type { Span } from "../../text/span.ts";
import type { CheckState, PerformanceReport } from "./report.ts";

const ICONS: Readonly<Record<CheckState, string>> = {
  pass: "✅",
  planned: "🕓",
  fail: "❌",
  unknown: "❔",
  "n/a": "➖",
};

/**
 * The report as Markdown: a table of the checks, then each with its evidence. `linkTo` gives the address of a line of a
 * page, counted from 1, for links of Markdown; without it the text stays easy to read as it is, and `links` says what
 * leads where. Text from the pages is escaped: nothing in it is markup.
 */
export function reportMarkdown(
  report: PerformanceReport,
  lineOf: (path: string, offset: number) => number,
  linkTo?: (path: string, line: number) => string,
): Report {
  const links: ReportLink[] = [];
  let text = "";
  const write = (...pieces: (string | { readonly path: string; readonly span: Span })[]) => {
    for (const piece of pieces) {
      if (typeof piece === "string") {
        text += piece;
        continue;
      }
      const { path } = piece;
      const line = lineOf(path, piece.span.start);
      const name = `${literal(basename(path))}:${line + 1}`;
      if (!linkTo) links.push({ span: { start: text.length, end: text.length + name.length }, path, line });
      text += linkTo ? `[${name}](<${linkTo(path, line + 1).replace(/[<>]/g, encodeURIComponent)}>)` : name;
    }
  };
  const say = (value: string | undefined) => (value === undefined ? "–" : literal(value));
  const rows = report.checks.map(({ title, state, required, measured }) => [
    state,
    say(title),
    say(required),
    say(measured),
  ]);
  write(
    `# Performance of ${literal(report.title)}\n\n`,
    table([["State", "Check", "Required", "Measured"], ...rows]),
    "\n\nA check passes when a result is recorded that meets the criterion. A target, or a tick behind it, is no result.",
  );
  for (const { title, state, note, evidence, findings } of report.checks) {
    write(`\n\n## ${ICONS[state]} ${literal(title)}: ${state}\n\n`, literal(note), "\n");
    for (const one of evidence) write(`\n- ${one.kind} `, one, `: ${literal(one.text)}`);
    for (const one of findings) write("\n- ⚠ ", one, `: ${literal(one.message)} (\`${one.rule}\`)`);
  }
  return { text: `${text.trimEnd()}\n`, links };
}

/** A table whose columns stand below each other in the source, too. */
function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`;
  return [line(head), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...rows.map(line)].join(
    "\n",
  );
}

/** Text of the pages with as few backslashes as possible: the report is read as it is written, too. */
function literal(text: string): string {
  return text.replace(/[\\`*_[\]|<~&#]/g, "\\$&").replace(/\s+/g, " ");
}
