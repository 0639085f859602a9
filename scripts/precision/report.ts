import { type Figures, figuresOf, judgedIn, wilson } from "./figures.ts";
import type { Finding, Judged, Verdict } from "./finding.ts";
import { groupBy } from "./groups.ts";
import type { Matched, Matching } from "./match.ts";

/** What is less often right is to be a hint, or off, until it is mended. */
export const LEAST_RIGHT = 0.9;

const WARNINGS = new Set(["error", "warning"]);
/** From the loudest. */
const SEVERITIES = ["error", "warning", "information", "hint"];

/** Per rule, for the warnings and for all: how many are right, with the intervals of the shares. */
export function precisionTable({ matched, fresh }: Matching): string {
  const verdicts = new Map<Finding, Verdict>(fresh.map((finding) => [finding, ""]));
  for (const { finding, judged } of matched) verdicts.set(finding, judged.verdict);
  const rules = [...groupBy(verdicts.keys(), ({ rule }) => rule)].sort(([a], [b]) => (a < b ? -1 : 1));
  const figures = (some: readonly Finding[]) =>
    figuresOf(
      some.length,
      some.map((finding) => verdicts.get(finding) ?? ""),
    );
  const all = [...verdicts.keys()];
  const warnings = all.filter(({ severity }) => WARNINGS.has(severity));
  return table(
    ["Rule", "found", "judged", "right", "arguable", "wrong", "right, 95 %", "wrong, 95 %", ""],
    [
      ...rules.map(([rule, some]) => row(rule, figures(some), remark(some, figures(some)))),
      row("all warnings", figures(warnings)),
      row("all", figures(all)),
    ],
  );
}

/** What has become of what was judged earlier. */
export function changes({ matched, gone, fresh }: Matching): string {
  const lost = (verdict: Verdict) => gone.filter((one) => one.verdict === verdict);
  const quieter = matched.filter(isQuieter);
  const sections: [title: string, lines: string[]][] = [
    ["Right, and gone", lost("right").map(told)],
    ["Arguable, and gone", lost("arguable").map(told)],
    ["Wrong, and gone", lost("wrong").map(told)],
    [
      "Right, and said more quietly",
      quieter.filter(({ judged }) => judged.verdict === "right").map(({ judged }) => told(judged)),
    ],
    ["In other words", matched.filter(({ reworded }) => reworded).map(retold)],
    ["New, to be judged", fresh.map((one) => place(one))],
  ];
  return sections.map(([title, lines]) => [`${title}: ${lines.length}`, ...lines].join("\n  ")).join("\n");
}

/** The reasons why findings are wrong, with their places, the most frequent first. */
export function causes(matched: readonly Matched[]): string {
  const wrong = matched.filter(({ judged }) => judged.verdict === "wrong");
  return [...groupBy(wrong, ({ judged }) => `${judged.rule}: ${judged.note}`)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([note, some]) =>
      [`${some.length} ${note}`, ...some.map(({ finding }) => place(finding))].join("\n  "),
    )
    .join("\n");
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

/** `67 % (52–79)`, or a dash of nothing. */
export function share(part: number, all: number): string {
  if (all === 0) return "–";
  const [low, high] = wilson(part, all).map(percent);
  return `${percent(part / all)} % (${low}–${high})`;
}

function row(name: string, figures: Figures, more = ""): string[] {
  const judged = judgedIn(figures);
  const { found, right, arguable, wrong } = figures;
  const numbers = [found, judged, right, arguable, wrong].map(String);
  return [name, ...numbers, share(right, judged), share(wrong, judged), more];
}

/** Nothing is said of a rule that is a hint already. */
function remark(some: readonly Finding[], figures: Figures): string {
  const judged = judgedIn(figures);
  if (judged === 0 || figures.right / judged >= LEAST_RIGHT) return "";
  return some.some(({ severity }) => severity !== "hint") ? `below ${percent(LEAST_RIGHT)} %` : "";
}

function isQuieter({ finding, judged }: Matched): boolean {
  return SEVERITIES.indexOf(finding.severity) > SEVERITIES.indexOf(judged.severity) && judged.severity !== "";
}

function retold({ finding, judged }: Matched): string {
  return `${place(finding)}\n    it was (${judged.verdict || "not judged"}): ${judged.message}`;
}

function told(one: Judged): string {
  return one.note === "" ? place(one) : `${place(one)} (${one.note})`;
}

function place({ repository, path, line, severity, rule, message }: Finding): string {
  return `${repository} ${path}:${line} ${severity} ${rule}: ${message}`;
}

function percent(share: number): string {
  return (100 * share).toFixed(0);
}
