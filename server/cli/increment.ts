/** `spec-glossary validate <increment>`: what all rules say of an increment, whatever its state. */
import {
  countFindings,
  type Diagnostic,
  diagnoseFixable,
  type Increment,
  incrementNumbers,
  incrementPages,
  incrementReport,
  incrementTitle,
  positionAt,
  type ReadPage,
  RULES,
  SEVERITIES,
  type Severity,
  type Snapshot,
} from "../../glossary/index.ts";
import { couldNotRead, type Repository, tell, write } from "./open.ts";

export const INCREMENT_FORMATS = ["pretty", "json", "markdown"] as const;

export interface IncrementOptions {
  /** Opened with archived documents. */
  readonly repository: Repository;
  /** The folders of the increments. */
  readonly folders: readonly string[];
  readonly format: (typeof INCREMENT_FORMATS)[number];
  readonly failOn: Severity | "never";
}

interface Validated {
  readonly increment: Increment;
  readonly findings: readonly (Diagnostic & { readonly fixable: boolean })[];
}

/**
 * Prints what is wrong; 1 where something is at least as severe as `failOn`, else 0; 2 where a rule failed, or a page
 * could not be read.
 */
export async function validateAll(options: IncrementOptions): Promise<number> {
  const { repository, folders, format, failOn } = options;
  let { snapshot } = repository;
  let broken = false;
  const failed = (rule: string, path: string, error: unknown) => {
    broken = true;
    tell(`the rule ${rule} failed on ${path}: ${(error as Error).stack ?? error}`);
  };
  const all: Validated[] = [];
  for (const folder of folders) {
    const increment = snapshot.increments.at(folder);
    if (!increment) continue;
    const read = await Promise.all(incrementPages(increment).map((path) => repository.read(path)));
    const pages = read.filter((page): page is ReadPage => page !== undefined);
    snapshot = await repository.withQueries(pages);
    all.push({
      increment,
      findings: pages.flatMap((page) => diagnoseFixable(RULES, snapshot, page, failed)),
    });
  }
  await write(FORMATS[format](all, snapshot));
  if (broken || couldNotRead(repository, folders)) return 2;
  const limit = failOn === "never" ? -1 : SEVERITIES.indexOf(failOn);
  const findings = all.flatMap((one) => one.findings);
  return findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= limit) ? 1 : 0;
}

type Print = (all: readonly Validated[], snapshot: Snapshot) => string;

const FORMATS: Readonly<Record<IncrementOptions["format"], Print>> = { pretty, json, markdown };

function pretty(all: readonly Validated[], snapshot: Snapshot): string {
  return all
    .map(({ increment, findings }) => {
      const { criteria, criteriaDone, covered, tasks, tasksDone } = incrementNumbers(increment);
      const coverage =
        covered === undefined
          ? "no task names a criterion"
          : `${covered} of ${criteria} ${criteria === 1 ? "criterion" : "criteria"} covered`;
      const rows = findings.map((one) => {
        const { line, character } = rangeOf(snapshot, one).start;
        return `  ${`${one.path}:${line + 1}:${character + 1}`}  ${one.severity}  ${one.message}  ${one.rule}\n`;
      });
      // What is one page may have no place for tasks.
      const sums =
        tasks === 0 && increment.pages.has(increment.unit)
          ? `${criteriaDone} of ${criteria} ${criteria === 1 ? "criterion" : "criteria"} done`
          : `${coverage}; ${tasksDone} of ${tasks} ${tasks === 1 ? "task" : "tasks"} done`;
      return `${incrementTitle(increment)} (${increment.unit})\n${rows.join("")}${sums}; findings: ${countFindings(findings)}\n`;
    })
    .join("\n");
}

function json(all: readonly Validated[], snapshot: Snapshot): string {
  const increments = all.map(({ increment, findings }) => ({
    folder: increment.unit,
    name: increment.name,
    title: incrementTitle(increment),
    status: increment.status?.what.text,
    ...incrementNumbers(increment),
    findings: findings.map(({ rule, severity, path, message, fixable, span }) => ({
      rule,
      severity,
      path,
      range: rangeOf(snapshot, { path, span }),
      message,
      fixable,
    })),
  }));
  return `${JSON.stringify({ version: 1, increments }, null, 2)}\n`;
}

function markdown(all: readonly Validated[], snapshot: Snapshot): string {
  const inHex = (char: string) => `%${char.charCodeAt(0).toString(16)}`;
  const linkTo = (path: string, line: number) => `${encodeURI(path).replace(/[()#?]/g, inHex)}#L${line}`;
  return all
    .map(({ increment, findings }) => incrementReport(snapshot, increment, findings, linkTo).text)
    .join("\n");
}

function rangeOf({ pages }: Snapshot, { path, span }: Pick<Diagnostic, "path" | "span">) {
  const lines = pages.get(path)?.lines ?? new Uint32Array(1);
  return { start: positionAt(lines, span.start), end: positionAt(lines, span.end) };
}
