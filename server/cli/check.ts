/** `spec-glossary check` */
import {
  type Diagnostic,
  diagnoseFixable,
  isChecked,
  isConfiguration,
  type Position,
  positionAt,
  RULES,
  SEVERITIES,
  type Severity,
  type Snapshot,
} from "../../glossary/index.ts";
import { type Opening, openRepository, tell, tellOfNoGlossary, write } from "./open.ts";

export interface CheckOptions extends Opening {
  /** Files and folders in the root to report; empty means all. */
  readonly only: readonly string[];
  readonly format: "pretty" | "json";
  readonly failOn: Severity | "never";
}

interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  readonly range: { readonly start: Position; readonly end: Position };
  readonly message: string;
  readonly fixable: boolean;
}

/**
 * Prints the findings; 1 where one is at least as severe as `failOn`, else 0; 2 where a rule failed, or a file that was
 * asked for could not be read.
 */
export async function check({ only, format, failOn, ...opening }: CheckOptions): Promise<number> {
  const { root } = opening;
  const { nameOf, read, ...repository } = await openRepository(opening);
  let { snapshot } = repository;
  tellOfNoGlossary(snapshot, root);
  let broken = 0;
  const failed = (rule: string, path: string, error: unknown) => {
    broken++;
    tell(`the rule ${rule} failed on ${path}: ${(error as Error).stack ?? error}`);
  };
  const wanted = only.map((path) => repository.spelled(path));
  const paths = [...snapshot.pages.keys()]
    .filter((path) => wanted.length === 0 || wanted.some((one) => isAtOrBelow(one, path)))
    .sort();
  for (const one of wanted) {
    const found = [...paths, ...repository.failures.map(({ path }) => path)];
    if (!found.some((path) => isAtOrBelow(one, path)) && (await repository.isReadable(one)))
      tell(`there is nothing to check in ${one}: it holds no Markdown, or is ignored`);
  }
  const findings: Finding[] = [];
  // Whatever is asked for: a mistake in the configuration concerns all of it.
  const configurations = [...snapshot.pages.keys()].filter(isConfiguration);
  for (const path of new Set([...configurations, ...paths])) {
    const page = isChecked(path, snapshot) ? await read(path) : undefined;
    if (!page) continue;
    snapshot = await repository.withQueries([page]);
    for (const diagnostic of diagnoseFixable(RULES, snapshot, page, failed))
      findings.push({ ...toFinding(diagnostic, snapshot), path: nameOf(path) });
  }
  if (format === "json") {
    await write(`${JSON.stringify({ version: 1, root, files: paths.length, findings }, null, 2)}\n`);
  } else {
    await write(pretty(findings, paths.length, snapshot));
  }
  if (broken > 0) return 2;
  if (repository.failures.some(({ path }) => wanted.some((one) => isAtOrBelow(one, path)))) return 2;
  const limit = failOn === "never" ? -1 : SEVERITIES.indexOf(failOn);
  return findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= limit) ? 1 : 0;
}

function isAtOrBelow(place: string, path: string): boolean {
  return place === "" || path === place || path.startsWith(`${place}/`);
}

function toFinding(
  { rule, severity, path, span, message, fixable }: Diagnostic & { readonly fixable: boolean },
  snapshot: Snapshot,
): Finding {
  const lines = snapshot.pages.get(path)?.lines ?? new Uint32Array(1);
  const range = { start: positionAt(lines, span.start), end: positionAt(lines, span.end) };
  return { rule, severity, path, range, message, fixable };
}

function pretty(findings: readonly Finding[], files: number, { glossary }: Snapshot): string {
  const lines: string[] = [];
  let path = "";
  for (const finding of findings) {
    if (finding.path !== path) lines.push(...(path ? [""] : []), finding.path);
    path = finding.path;
    const { line, character } = finding.range.start;
    lines.push(
      `  ${`${line + 1}:${character + 1}`.padEnd(9)} ${finding.severity.padEnd(12)} ${finding.message}  ${finding.rule}`,
    );
  }
  if (lines.length > 0) lines.push("");
  const count = (n: number, one: string) => `${n} ${one}${n === 1 ? "" : "s"}`;
  lines.push(
    `${count(findings.length, "finding")} in ${count(files, "file")}; ${count(glossary.terms.size, "term")}`,
  );
  return `${lines.join("\n")}\n`;
}
