/** A report as Markdown: one row for each check, then what the rules found. */
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

/** The report as Markdown. Text from the pages is escaped: nothing in it is markup. */
export function reportMarkdown(
  report: PerformanceReport,
  linkTo: (path: string, offset: number) => PlaceLink,
): string {
  const link = (path: string, offset: number) => {
    const { label, url } = linkTo(path, offset);
    return `[${literal(label)}](<${url.replace(/[<>]/g, encodeURIComponent)}>)`;
  };
  const say = (text: string | undefined) => (text === undefined ? "–" : literal(text));
  const rows = report.checks.map(({ title, state, required, measured, note, evidence }) => {
    const places = evidence.map(({ path, span }) => link(path, span.start)).join(" ");
    return `| ${ICONS[state]} ${state} | ${say(title)} | ${say(required)} | ${say(measured)} | ${say(note)} | ${places || "–"} |`;
  });
  const findings = report.checks
    .flatMap((check) => check.findings)
    .map(({ message, path, span, rule }) => `- ${literal(message)} (${link(path, span.start)}, \`${rule}\`)`);
  const queries = report.checks
    .flatMap((check) => check.evidence)
    .filter(({ kind }) => kind === "query")
    .map(({ text, path, span }) => `- ${literal(text)} (${link(path, span.start)})`);
  return [
    `# Performance of ${literal(report.title)}`,
    [
      "| State | Check | Required | Measured | Why | Evidence |",
      "|-------|-------|----------|----------|-----|----------|",
      ...rows,
    ].join("\n"),
    ...(findings.length > 0 ? ["## Numbers that do not fit together", findings.join("\n")] : []),
    ...(queries.length > 0 ? ["## Queries without an index", queries.join("\n")] : []),
    "A check passes when a result is recorded that meets the criterion. A target, or a tick behind it, is no result.",
  ].join("\n\n");
}

/** Text of the pages with as few backslashes as possible: the report is read as it is written, too. */
function literal(text: string): string {
  return text.replace(/[\\`*_[\]|<>~&#]/g, "\\$&").replace(/\s+/g, " ");
}
