/** What a rule on queries reports on one page, and how SQL is written in the tests. */

import type { Call } from "../../glossary/query/model/calls/calls.ts";
import type { Condition } from "../../glossary/query/model/conditions.ts";
import { diagnose } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { mark, PAGE, pageOf, rethrow, workspace } from "../fixture.ts";
import { parseSql } from "../sql.ts";

/** The page at `path` with `«…»` around what the rule reports, and around what the fixture expects. */
export function report(rule: string, source: string, path = PAGE) {
  const at = workspace(source, { bring: { parseSql } });
  const page = pageOf(at, path);
  const rules = RULES.filter(({ id }) => id === rule);
  const found = diagnose(rules, at.snapshot, page, rethrow);
  return {
    text: mark(
      page.text,
      found.map(({ span }) => span),
    ),
    found,
    expected: mark(page.text, at.spans.get(path) ?? []),
  };
}

/** A fence of SQL. */
export const sql = (...lines: readonly string[]) => `\`\`\`sql\n${lines.join("\n")}\n\`\`\`\n`;

export const USERS = sql(
  "CREATE TABLE users (",
  "  id BIGINT PRIMARY KEY,",
  "  email TEXT NOT NULL,",
  "  name TEXT,",
  "  is_admin BOOLEAN,",
  "  team_id BIGINT REFERENCES teams (id),",
  "  tags JSONB,",
  "  created_at TIMESTAMP",
  ");",
);

/** What a call reads: `Order: and(state equal, total range)` */
export function shownCall({ scope, unique }: Call): string {
  return `${scope.tables[0]?.name}: ${written(scope.where)}${unique ? ", unique" : ""}`;
}

function written(condition: Condition): string {
  if (condition.kind === "leaf") return `${condition.text} ${condition.how}`;
  if (condition.kind === "nothing") return "nothing";
  return `${condition.kind}(${condition.parts.map(written).join(", ")})`;
}
