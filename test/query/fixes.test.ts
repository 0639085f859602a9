/** Every fix that is offered for a query mends it, wherever the query stands. */
import { describe, expect, it } from "vitest";
import { diagnose, fixesAt } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { PAGE, pageOf, rethrow, workspace } from "../fixture.ts";
import { parseSql } from "../sql.ts";

const rules = RULES.filter(({ id }) => id.startsWith("query/"));

function open(text: string, path: string) {
  const at = workspace({ [path]: text }, { bring: { parseSql } });
  return { snapshot: at.snapshot, page: pageOf(at, path) };
}

function fixes(text: string, path = PAGE) {
  const { snapshot, page } = open(text, path);
  const [first] = diagnose(rules, snapshot, page, rethrow);
  if (!first) throw new Error(`nothing is reported in ${text}`);
  return fixesAt(rules, snapshot, page, first.span, rethrow).map(({ fix }) => {
    const edits = fix.changes.flatMap((change) => (change.kind === "edit" ? change.edits : []));
    return { title: fix.title, text: applyEdits(text, edits) };
  });
}

function reported(text: string, path = PAGE): string[] {
  const { snapshot, page } = open(text, path);
  return diagnose(rules, snapshot, page, rethrow).map(({ message }) => message);
}

const SELECT = "SELECT * FROM carts WHERE owner = 1";

describe("every fix mends a query", () => {
  const PLACES: readonly (readonly [where: string, text: string])[] = [
    ["in a fence", `\`\`\`sql\n${SELECT};\n\`\`\`\n`],
    ["in a fence without a semicolon", `\`\`\`sql\n${SELECT}\n\`\`\`\n`],
    ["before a remark", `\`\`\`sql\n${SELECT}; -- the list\nSELECT 1;\n\`\`\`\n`],
    ["before another statement", `\`\`\`sql\n${SELECT}; SELECT 1;\n\`\`\`\n`],
    ["behind another statement", `\`\`\`sql\nSELECT 1;\n\n-- the list\n${SELECT};\n\`\`\`\n`],
    ["with Windows line ends", `\`\`\`sql\r\n${SELECT};\r\nSELECT 1;\r\n\`\`\`\r\n`],
    ["in a fence without an end", `\`\`\`sql\n${SELECT};`],
    ["in a list", `- Read:\n\n  \`\`\`sql\n  ${SELECT};\n  \`\`\`\n\n- Next\n`],
    ["in a quote", `> \`\`\`sql\n> ${SELECT};\n> \`\`\`\n`],
    ["in inline code", `Read by \`${SELECT}\` at night.\n\nNext.\n`],
    ["in an item", `- Read by \`${SELECT}\`\n- Next\n`],
    ["in a nested item", `1. A\n   - Read by \`${SELECT}\`\n2. B\n`],
    ["in a heading", `## \`${SELECT}\`\n\nText.\n`],
    ["in a table", `| A | B |\n|---|---|\n| a | \`${SELECT}\` |\n`],
    ["in a string", `\`\`\`ts\nawait db.query("${SELECT}");\n\`\`\`\n`],
    [
      "with a table that is declared",
      `\`\`\`sql\nCREATE TABLE carts (id INT, owner INT)\n\`\`\`\n\n\`${SELECT}\`\n`,
    ],
    ["of Prisma", `\`\`\`prisma\nmodel Cart {\n  id Int @id\n  owner Int\n}\n\`\`\`\n\n\`${SELECT}\`\n`],
    ["of which only the condition is shown", "Add `WHERE owner_id = 1` to it.\n"],
    ["by several columns", `\`${SELECT} AND state = 'open' AND placed_at > '2020'\`\n`],
    ["by a function", "`SELECT * FROM carts WHERE lower(owner) = 'a'`\n"],
    ["by a part of a text", "```sql\nSELECT * FROM carts WHERE owner LIKE '%a%';\n```\n"],
    ["in quoted names", '```sql\nSELECT * FROM "Carts" WHERE "ownerId" = 1;\n```\n'],
    ["in MySQL", "```mysql\nSELECT * FROM `carts` WHERE `owner` = 1;\n```\n"],
  ];
  for (const [where, text] of PLACES) {
    it(where, () => {
      const offered = fixes(text);
      expect(offered.length).toBeGreaterThan(1);
      for (const { title, text: after } of offered) {
        expect(after, title).not.toBe(text);
        expect([title, ...reported(after)], after).toEqual([title]);
      }
    });
  }

  it("in a specification for everybody, without SQL", () => {
    const offered = fixes(`\`\`\`sql\n${SELECT};\n\`\`\`\n`, "specs/001-a/spec.md");
    expect(offered).toEqual([
      {
        title: "Add a line “Index: carts(owner)”",
        text: `\`\`\`sql\n${SELECT};\n\`\`\`\n\n**Index**: carts(owner)\n`,
      },
    ]);
  });

  it("in MDX, with a comment of MDX", () => {
    const [, mark] = fixes(`Read by \`${SELECT}\`.\n`, "docs/a.mdx");
    expect(mark?.text).toBe(`Read by \`${SELECT}\` {/* unindexed-ok */}.\n`);
  });
});
