/** What the rules on queries say about repositories on disk; `npm run eval:query` compares it with labels. */
import { AnalysisHost, withText } from "../../glossary/analysis.ts";
import { isText } from "../../glossary/domains.ts";
import { diagnose } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { positionAt } from "../../glossary/text/lines.ts";
import { rethrow } from "../fixture.ts";
import { parseSql } from "../sql.ts";

export interface Reported {
  readonly rule: string;
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly severity: string;
  readonly message: string;
}

export { isText };

/** Everything the rules on queries report in the pages of a repository, archived ones included. */
export function evaluate(files: ReadonlyMap<string, string>): Reported[] {
  const host = new AnalysisHost();
  host.apply({ put: files, bring: { parseSql }, settings: { archived: true }, complete: true });
  const snapshot = host.snapshot();
  const rules = RULES.filter(({ id }) => id.startsWith("query/"));
  return [...snapshot.pages.values()].flatMap((known) => {
    const page = withText(known, files.get(known.path) ?? "");
    return diagnose(rules, snapshot, page, rethrow).map(({ rule, path, span, severity, message }) => ({
      rule,
      path,
      line: positionAt(page.lines, span.start).line + 1,
      severity,
      message,
    }));
  });
}
