/** Quantities and performance through the protocol. */
import { expect, it } from "vitest";
import type { CodeLens, Hover } from "vscode-languageserver-protocol";
import { PERFORMANCE, type PerformanceResult, VALIDATE_PERFORMANCE } from "../../server/protocol.ts";
import { start, uriOf } from "../server/client.ts";

const FOLDER = ".specweave/increments/0001-search";
const spec = (criterion: string) => `-- ${FOLDER}/spec.md --
# Search

## User Stories

### US-001: Find

- [ ] **AC-US1-01**: ${criterion}
-- ${FOLDER}/tasks.md --
# Tasks

### T-001: Measure the search

**Status**: [ ] pending

- Load test: 5K requests/sec (k6)
- Query: \`SELECT * FROM articles WHERE author_id = ?\`
- Alerts: response time > 200 ms
-- docs/page.md --
Nothing.
`;

it("explains a quantity on hover", async () => {
  const client = await start(spec("Search API response time < 1$000 ms (P95)"));
  const { contents } = await client.request<Hover>("textDocument/hover", client.at);
  expect((contents as { value: string }).value).toContain("less than 100 ms");
});

it("shows a line above a specification with a criterion for performance, and above no other", async () => {
  const client = await start(spec("Search API response time < 10$00 ms (P95)"));
  const lenses = await client.request<CodeLens[]>("textDocument/codeLens", {
    textDocument: client.at.textDocument,
  });
  const found = lenses.filter(({ command }) => command?.command === VALIDATE_PERFORMANCE);
  expect(found.map(({ command, range }) => [command?.title, range.start.line])).toEqual([
    ["Performance: 0 pass, 3 planned, 1 fail, 1 unknown, 1 warning", 0],
  ]);
  const other = await start(spec("The search knows $0articles"));
  const none = await other.request<CodeLens[]>("textDocument/codeLens", {
    textDocument: other.at.textDocument,
  });
  expect(none.filter(({ command }) => command?.command === VALIDATE_PERFORMANCE)).toEqual([]);
});

it("gives a report that links to its evidence, and asks which increment is meant where none is", async () => {
  const client = await start(spec("Search API response time < 10$00 ms (P95)"));
  const tasks = uriOf(client.root, `${FOLDER}/tasks.md`);
  const made = await client.request<PerformanceResult>(PERFORMANCE, { uri: tasks });
  if (made.kind !== "report") throw new Error("no report");
  const { title, report, links } = made;
  expect(title).toBe("Search");
  expect(report).toMatch(/## ❌ Database queries indexed: fail\n\n.*\n\n- query .*author\\_id/u);
  const rows = report.split("\n");
  const named = ({ range: { start, end } }: (typeof links)[number]) =>
    rows[start.line]?.slice(start.character, end.character);
  expect(links.map((link) => [named(link), link.uri, link.line])).toContainEqual(["tasks.md:7", tasks, 6]);
  const choice = await client.request<PerformanceResult>(PERFORMANCE, {
    uri: uriOf(client.root, "docs/page.md"),
  });
  expect(choice).toEqual({
    kind: "choose",
    increments: [{ title: "Search", name: "0001-search", uri: uriOf(client.root, FOLDER) }],
  });
});
