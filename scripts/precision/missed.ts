import type { Finding } from "./finding.ts";
import { groupBy } from "./groups.ts";
import { share, table } from "./report.ts";

/** A place in a document where something should be reported. */
export interface Expected {
  /** What kind of place it is: a record without a reason, SQL, a call of an ORM, a loop. */
  readonly kind: string;
  readonly repository: string;
  readonly path: string;
  /** The first line, counted from 1. */
  readonly line: number;
  /** The last line: a finding stands at a column somewhere in between. */
  readonly last: number;
  readonly rule: string;
  readonly note: string;
}

export function expectedOf(row: Readonly<Record<string, string | undefined>>): Expected {
  const line = Number(row.line);
  return {
    kind: row.kind ?? "",
    repository: row.repository ?? "",
    path: row.path ?? "",
    line,
    last: Number(row.last) || line,
    rule: row.rule ?? "",
    note: row.note ?? "",
  };
}

/** Whether it is reported. What concerns a whole page, such as a missing reason, is: anywhere on that page. */
export function isFound(expected: Expected, found: readonly Finding[]): boolean {
  return found.some(
    ({ repository, path, rule, line }) =>
      repository === expected.repository &&
      path === expected.path &&
      rule === expected.rule &&
      (rule.startsWith("adr/") || (line >= expected.line && line <= expected.last)),
  );
}

/** Per kind how many of the places are found, and which are not. */
export function recall(expected: readonly Expected[], found: readonly Finding[]): string {
  const judged = expected.map((one) => ({ ...one, found: isFound(one, found) }));
  const kinds = [...groupBy(judged, ({ kind }) => kind)].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = [...kinds, ["all", judged] as const].map(([kind, some]) => {
    const part = some.filter((one) => one.found).length;
    return [kind, String(some.length), String(part), share(part, some.length)];
  });
  const rest = judged.filter((one) => !one.found);
  return [
    table(["Places", "expected", "found", "share, 95 %"], rows),
    "",
    `Missed: ${rest.length}`,
    ...rest.map(
      ({ repository, path, line, rule, note }) => `  ${repository} ${path}:${line} ${rule} (${note})`,
    ),
  ].join("\n");
}
