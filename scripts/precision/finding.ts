/** Something that `check` reports, with enough of its place to judge it and to find it again later. */
export interface Finding {
  readonly repository: string;
  readonly rule: string;
  readonly severity: string;
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
  /** The line itself, without the blanks around it. */
  readonly text: string;
  /** The lines around it. */
  readonly context: string;
}

/** A sample is judged: `-` stands where nobody is asked, nothing where somebody is. */
export type Verdict = "right" | "arguable" | "wrong" | "-" | "";

export interface Judged extends Finding {
  readonly verdict: Verdict;
  /** Why, in a short phrase; the same for all of one cause. */
  readonly note: string;
}

export const COLUMNS = [
  "repository",
  "rule",
  "severity",
  "path",
  "line",
  "message",
  "text",
  "context",
  "verdict",
  "note",
] as const;

const VERDICTS: readonly string[] = ["right", "arguable", "wrong", "-", ""] satisfies Verdict[];

/** What the JSON of `check` says about one finding; lines count from 0. */
export interface Reported {
  readonly rule: string;
  readonly severity: string;
  readonly path: string;
  readonly range: { readonly start: { readonly line: number } };
  readonly message: string;
}

/** A finding with the lines around its place: `before` and `after` it. */
export function findingOf(
  repository: string,
  reported: Reported,
  lines: readonly string[],
  around: { readonly before: number; readonly after: number },
): Finding {
  const { line } = reported.range.start;
  return {
    repository,
    rule: reported.rule,
    severity: reported.severity,
    path: reported.path,
    line: line + 1,
    message: reported.message,
    text: (lines[line] ?? "").trim(),
    context: lines.slice(Math.max(0, line - around.before), line + around.after + 1).join("\n"),
  };
}

/** A row of a file of judgements. Throws where the verdict is none, so that a slip of the pen is no silent loss. */
export function judgedOf(row: Readonly<Record<string, string | undefined>>): Judged {
  const verdict = (row.verdict ?? "").trim().toLowerCase();
  if (!VERDICTS.includes(verdict))
    throw new Error(`“${verdict}” is no verdict: ${row.repository} ${row.path}:${row.line}`);
  return {
    repository: row.repository ?? "",
    rule: row.rule ?? "",
    severity: row.severity ?? "",
    path: row.path ?? "",
    line: Number(row.line),
    message: row.message ?? "",
    text: row.text ?? "",
    context: row.context ?? "",
    verdict: verdict as Verdict,
    note: row.note ?? row.reason ?? "",
  };
}

/** `adr`, `query` … of `adr/missing-rationale`. */
export function areaOf(rule: string): string {
  return rule.slice(0, rule.indexOf("/"));
}
