/** What of a rule ships; see scripts/lib/ruleTexts.mjs. */
import { expect, test } from "vitest";

const { withoutTexts } = (await import(
  new URL("../../scripts/lib/ruleTexts.mjs", import.meta.url).href as string
)) as { withoutTexts(source: string): string };

const RULE = `const WORDS = { why: "kept" };

export const late = defineRule<Data>({
  id: "plan/late",
  why: \`Überfällig – \${WORDS.why},
told in two lines.\`,
  measured: "Never.",
  examples: [
    { why: "in an example" },
  ],
  check: () => [{ why: "found" }],
});
`;

test("a rule ships without the texts of its page, each line where it was", () => {
  const shipped = withoutTexts(RULE);
  expect(shipped).not.toMatch(/Überfällig|told|Never|in an example/);
  expect(shipped).toContain('why: "kept"');
  expect(shipped).toContain('why: "found"');
  expect(shipped.split("\n").map((line) => /id:|check:/.exec(line)?.[0] ?? "")).toEqual(
    RULE.split("\n").map((line) => /id:|check:/.exec(line)?.[0] ?? ""),
  );
});

test("source without a rule stays", () => {
  expect(withoutTexts("export const why = 1;\n")).toBe("export const why = 1;\n");
});
