/** `spec-glossary validate <increment> --performance` */
import {
  type CheckState,
  lensTitle,
  type PerformanceReport,
  performancePaths,
  performanceReport,
  positionAt,
  type ReadPage,
  RULES,
  reportMarkdown,
  type Severity,
  type Snapshot,
  type Span,
} from "../../glossary/index.ts";
import { couldNotRead, type Repository, tell, write } from "./open.ts";

export const PERFORMANCE_FORMATS = ["pretty", "json", "markdown", "sarif"] as const;

export interface PerformanceOptions {
  readonly repository: Repository;
  /** The folders of the increments. */
  readonly folders: readonly string[];
  readonly format: (typeof PERFORMANCE_FORMATS)[number];
  /** What is unknown or only planned counts as a failure, too. */
  readonly strict: boolean;
}

/**
 * Prints what is recorded of the performance of increments; 1 where a check fails, 2 where a rule did or a page could not
 * be read.
 */
export async function performance({
  repository,
  folders,
  format,
  strict,
}: PerformanceOptions): Promise<number> {
  let { snapshot } = repository;
  let broken = false;
  const failed = (rule: string, path: string, error: unknown) => {
    broken = true;
    tell(`the rule ${rule} failed on ${path}: ${(error as Error).stack ?? error}`);
  };
  const reports: PerformanceReport[] = [];
  for (const folder of folders) {
    const pages = await Promise.all(performancePaths(snapshot, folder).map((path) => repository.read(path)));
    const read = pages.filter((page): page is ReadPage => page !== undefined);
    snapshot = await repository.withQueries(read);
    const report = performanceReport(RULES, snapshot, folder, read, failed);
    if (report) reports.push(report);
  }
  await write(FORMATS[format](reports, snapshot));
  if (broken || couldNotRead(repository, folders)) return 2;
  const bad: readonly CheckState[] = strict ? ["fail", "unknown", "planned"] : ["fail"];
  return reports.some(({ checks }) => checks.some(({ state }) => bad.includes(state))) ? 1 : 0;
}

type Print = (reports: readonly PerformanceReport[], snapshot: Snapshot) => string;

const FORMATS: Readonly<Record<PerformanceOptions["format"], Print>> = { pretty, json, markdown, sarif };

function pretty(reports: readonly PerformanceReport[], snapshot: Snapshot): string {
  return reports
    .map((report) => {
      const lines = report.checks.flatMap(
        ({ title, state, required, measured, note, evidence, findings }) => {
          const values = [required && `required ${required}`, measured && `measured ${measured}`].filter(
            Boolean,
          );
          const [first] = evidence;
          return [
            `  ${state.padEnd(8)} ${title}${values.length > 0 ? `: ${values.join("; ")}` : ""}`,
            `           ${note}${first ? ` (${placeOf(snapshot, first)})` : ""}`,
            ...evidence
              .filter(({ kind }) => kind === "query")
              .map((one) => `           ! ${one.text} (${placeOf(snapshot, one)})`),
            ...findings.map((one) => `           ! ${one.message} (${placeOf(snapshot, one)})`),
          ];
        },
      );
      return `${report.title} (${report.folder})\n${lines.join("\n")}\n${lensTitle(report)}\n`;
    })
    .join("\n");
}

function markdown(reports: readonly PerformanceReport[], snapshot: Snapshot): string {
  const line = (path: string, offset: number) => lineOf(snapshot, path, offset);
  const linkTo = (path: string, number: number) => `${encodeURI(path)}#L${number}`;
  return reports.map((report) => reportMarkdown(report, line, linkTo).text).join("\n");
}

function json(reports: readonly PerformanceReport[], snapshot: Snapshot): string {
  const increments = reports.map(({ folder, title, checks }) => ({
    folder,
    title,
    checks: checks.map(({ id, evidence, findings, ...rest }) => ({
      check: id,
      ...rest,
      evidence: evidence.map(({ span, ...one }) => ({ ...one, range: rangeOf(snapshot, one.path, span) })),
      findings: findings.map(({ span, ...one }) => ({ ...one, range: rangeOf(snapshot, one.path, span) })),
    })),
  }));
  return `${JSON.stringify({ version: 1, increments }, null, 2)}\n`;
}

/** SARIF 2.1.0. */
function sarif(reports: readonly PerformanceReport[], snapshot: Snapshot): string {
  const location = ({ path, span }: { readonly path: string; readonly span: Span }) => {
    const { start, end } = rangeOf(snapshot, path, span);
    const region = {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    };
    return { physicalLocation: { artifactLocation: { uri: encodeURI(path) }, region } };
  };
  const results = reports.flatMap(({ checks, title }) =>
    checks.flatMap(({ id, state, title: check, note, evidence, findings }) => [
      {
        ruleId: `performance/${id}`,
        ...KINDS[state],
        message: { text: `${title}: ${check}: ${note}` },
        locations: evidence.slice(0, 1).map(location),
        relatedLocations: evidence.slice(1).map(location),
      },
      ...findings.map((one) => ({
        ruleId: one.rule,
        kind: "fail",
        level: LEVELS[one.severity],
        message: { text: one.message },
        locations: [location(one)],
      })),
    ]),
  );
  const rules = [...new Set(results.map(({ ruleId }) => ruleId))].map((id) => ({ id }));
  const driver = { name: "Spec Glossary", version: process.env.SPEC_GLOSSARY_VERSION, rules };
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** SARIF 3.27.9 and 3.27.10: only what fails has a level. */
const KINDS: Readonly<Record<CheckState, { readonly kind: string; readonly level: string }>> = {
  pass: { kind: "pass", level: "none" },
  planned: { kind: "open", level: "none" },
  fail: { kind: "fail", level: "error" },
  unknown: { kind: "review", level: "none" },
  "n/a": { kind: "notApplicable", level: "none" },
};

const LEVELS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

function placeOf(snapshot: Snapshot, { path, span }: { readonly path: string; readonly span: Span }): string {
  return `${path}:${lineOf(snapshot, path, span.start) + 1}`;
}

function lineOf(snapshot: Snapshot, path: string, offset: number): number {
  return rangeOf(snapshot, path, { start: offset, end: offset }).start.line;
}

function rangeOf(snapshot: Snapshot, path: string, { start, end }: Span) {
  const lines = snapshot.pages.get(path)?.lines ?? new Uint32Array(1);
  return { start: positionAt(lines, start), end: positionAt(lines, end) };
}
