/** Statements that somebody types are hints: they name one thing, or look at what has happened lately. */
import { describe, expect, it } from "vitest";
import { report, sql } from "./report.ts";

const FEEDS = sql(
  "CREATE TABLE feeds (id INT PRIMARY KEY, name TEXT, url TEXT, state TEXT, payload JSONB, seen_at TIMESTAMP);",
);

function severityOf(page: string, path = "docs/feeds.md"): string | undefined {
  return report("query/unindexed", `-- ${path} --\n${FEEDS}\n${page}`, path).found[0]?.severity;
}

describe("a statement", () => {
  const TYPED: readonly string[] = [
    "UPDATE feeds SET state = 'off' WHERE name = 'Daily News'",
    "SELECT * FROM feeds WHERE name IN ('Daily News (Politics)', 'The Weekly')",
    "SELECT * FROM feeds WHERE url LIKE '%example.org%'",
    "SELECT * FROM feeds WHERE name LIKE '%science%'",
    "SELECT * FROM feeds WHERE seen_at > '2025-11-04'",
    "SELECT * FROM feeds WHERE payload->>'feed_id' = '177'",
    "SELECT count(*) FROM feeds WHERE seen_at > NOW() - INTERVAL '24 hours'",
    "SELECT state, count(*) FROM feeds WHERE seen_at > CURRENT_DATE - INTERVAL '7 days' GROUP BY state",
    "SELECT * FROM feeds WHERE state = 'failed' ORDER BY seen_at DESC LIMIT 5",
  ];
  for (const statement of TYPED)
    it(`${statement}: hint`, () => {
      expect(severityOf(sql(statement))).toBe("hint");
      expect(severityOf(`\`\`\`bash\npsql -c "${statement}"\n\`\`\`\n`)).toBe("hint");
    });

  const SENT: readonly string[] = [
    "SELECT * FROM feeds WHERE name = ?",
    "SELECT * FROM feeds WHERE name = '%s'",
    "SELECT * FROM feeds WHERE name = '#{name}'",
    "SELECT * FROM feeds WHERE state = 'pending'",
    "SELECT * FROM feeds WHERE name = 'someone@example.org'",
    "DELETE FROM feeds WHERE seen_at < NOW() - INTERVAL '30 days'",
    "SELECT * FROM feeds WHERE seen_at > NOW() - INTERVAL '1 day' AND state = $1",
    "SELECT * FROM feeds WHERE state = 'failed' ORDER BY seen_at DESC LIMIT 500",
  ];
  for (const statement of SENT)
    it(`${statement}: warning`, () => {
      expect(severityOf(sql(statement))).toBe("warning");
    });

  it("in program code: warning", () => {
    expect(severityOf("```ts\ndb.query(\"SELECT * FROM feeds WHERE name = 'Daily News'\");\n```\n")).toBe(
      "warning",
    );
  });

  it("in the plan of an increment, about what happens lately: warning", () => {
    const statement = "SELECT count(*) FROM feeds WHERE seen_at > NOW() - INTERVAL '24 hours'";
    expect(severityOf(sql(statement), "specs/001-feeds/plan.md")).toBe("warning");
  });

  for (const path of ["docs/handoffs/feeds.md", "docs/deployment-guide.md", "docs/feeds-validation.md"])
    it(`on a page of those who run it, ${path}: hint`, () => {
      expect(severityOf(sql("SELECT * FROM feeds WHERE name = ?"), path)).toBe("hint");
    });
});
