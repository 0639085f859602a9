import { describe, expect, it } from "vitest";
import { entryLines } from "./outline.ts";

const PATH = "docs/glossary/README.md";

describe("an index list", () => {
  it("is read by letter", () => {
    const text = `# Glossary

## A–Z

### A

- **[ADR (Architecture Decision Record)](./terms/adr)** - A decision and its reasons
- **Agile** - Short rounds

### X, Y, Z

- **[YAML](terms/yaml.md)** — A format
- **YAGNI**: You won't need it
`;
    expect(entryLines(PATH, text)).toEqual([
      "index: ADR = Architecture Decision Record | A decision and its reasons | → ./terms/adr",
      "index: Agile | Short rounds",
      "index: YAML | A format | → terms/yaml.md",
      "index: YAGNI | You won't need it",
    ]);
  });

  it("is read by category, plain rows beside linked ones", () => {
    const text = `# By category

## 🔌 Back end

- [REST](./terms/rest) - A style
- Backend - What runs on a server
- [ ] a task - not a term
- see above

## How to contribute

- Step one - read
- Step two - write
`;
    expect(entryLines("docs/glossary/index-by-category.md", text)).toEqual([
      "index: REST | A style | → ./terms/rest | in Back end",
      "index: Backend | What runs on a server | in Back end",
      "index: a task | not a term | in Back end",
    ]);
  });

  it("needs three rows, and its own kind of file", () => {
    const rows = "- **A** - x\n- **B** - y\n- **C** - z\n";
    expect(entryLines(PATH, rows)).toHaveLength(3);
    expect(entryLines(PATH, rows.replace("- **C** - z\n", ""))).toEqual([]);
    expect(entryLines("docs/glossary/categories/x.md", rows)).toEqual([]);
    expect(entryLines("docs/README.md", rows)).toEqual([]);
  });

  it("needs one row where a glossary has nothing else", () => {
    const row = "# Glossary\n\n## L\n\n- **Ledger**: A book\n";
    expect(entryLines("GLOSSARY.md", row)).toEqual(["list: Ledger | A book"]);
    expect(entryLines("README.md", row)).toEqual(["section: Ledger | A book | only README.md"]);
    expect(entryLines("GLOSSARY.md", row.replace("## L", "## Posting"))).toEqual([]);
    expect(entryLines("GLOSSARY.md", `${row}- See also the wiki\n`)).toEqual([]);
  });

  it("takes nested rows for details", () => {
    const text = "- **A** - x\n  - **A1** - detail\n- **B** - y\n- **C** - z\n";
    expect(entryLines(PATH, text)).toEqual(["index: A | x", "index: B | y", "index: C | z"]);
  });

  it("keeps hyphens in names", () => {
    const text = "- **E2E-Test** - x\n- [Blue-Green - Deployment](a.md) - y\n- **C** -z\n- **D** - z\n";
    expect(entryLines(PATH, text)).toEqual([
      "index: E2E-Test | x",
      "index: Blue-Green - Deployment | y | → a.md",
      "index: D | z",
    ]);
  });
});
