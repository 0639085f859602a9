/** A report as Markdown: one row for each check, then what the rules found. */
import type { Span } from "../../text/span.ts";
import type { CheckState, PerformanceReport } from "./report.ts";

const ICONS: Readonly<Record<CheckState, string>> = {
  pass: "✅",
  planned: "🕓",
  fail: "❌",
  unknown: "❔",
  "n/a": "➖",
};

/** How a place is named and where a link to it leads. */
export interface PlaceLink {
  readonly label: string;
  readonly url: string;
}

/**
 * The report as Markdown, to be read as it is written or as it is shown: a table of the checks, then each with its
 * evidence. Text from the pages is escaped: nothing in it is markup.
 */
export function reportMarkdown(
  report: PerformanceReport,
  linkTo: (path: string, offset: number) => PlaceLink,
): string {
  const link = ({ path, span }: { readonly path: string; readonly span: Span }) => {
    const { label, url } = linkTo(path, span.start);
    return `[${literal(label)}](<${url.replace(/[<>]/g, encodeURIComponent)}>)`;
  };
  const say = (text: string | undefined) => (text === undefined ? "–" : literal(text));
  const rows = report.checks.map(({ title, state, required, measured }) => [
    ...[`${ICONS[state]} ${state}`, say(title), say(required), say(measured)],
  ]);
  const sections = report.checks.map(({ title, state, note, evidence, findings }) => {
    const lines = [
      ...evidence.map((one) => `- ${one.kind} ${link(one)}: ${literal(one.text)}`),
      ...findings.map((one) => `- ⚠ ${link(one)}: ${literal(one.message)} (\`${one.rule}\`)`),
    ];
    return [
      `## ${ICONS[state]} ${literal(title)}: ${state}`,
      literal(note),
      ...(lines.length > 0 ? [lines.join("\n")] : []),
    ];
  });
  return [
    `# Performance of ${literal(report.title)}`,
    table([["State", "Check", "Required", "Measured"], ...rows]),
    "A check passes when a result is recorded that meets the criterion. A target, or a tick behind it, is no result.",
    ...sections.flat(),
  ].join("\n\n");
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
