/** What holds for every format. */
import { describe, expect, it } from "vitest";
import { effort, SOON } from "../../effort.ts";
import { GLOSSARY } from "./format.ts";
import { entries } from "./outline.ts";

describe("every format", () => {
  it("takes names of built-in properties for what they are", () => {
    const names = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"];
    const table = `# Glossary\n\n| Term | Definition | Avoid |\n|---|---|---|\n${names.map((name) => `| \`${name}\` | x ${name} | y |`).join("\n")}\n`;
    expect(entries(GLOSSARY, table)).toHaveLength(names.length);
    const list = `# Glossary\n\n${names.map((name) => `${name}\n: a thing\n`).join("\n")}`;
    expect(entries(GLOSSARY, list)).toHaveLength(names.length);
  });

  it("is read in time, however its text is made", () => {
    const body = {
      labels: `**A**:\nx\n${"_Avoid_: a, b (\n".repeat(3_000)}`,
      macros: `**A**: ${'{{< x text="'.repeat(9_000)}`,
      roles: `**A**: ${"{a}`".repeat(9_000)}`,
      colons: "a\n: b\n".repeat(5_000),
      headings: Array.from({ length: 1_500 }, (_, i) => `### T${i}\n\nText.\n`).join("\n"),
      space: `**A**:\nx\n${" ".repeat(50_000)}y`,
      sections: "## Glossary\n\n- **T** - d\n\n".repeat(300),
    };
    for (const [title, text] of Object.entries(body)) {
      const spent = effort();
      entries(GLOSSARY, `# Glossary\n\n${text}\n\n**B**: z\n`);
      expect(spent(), title).toBeLessThan(SOON);
    }
  });
});
