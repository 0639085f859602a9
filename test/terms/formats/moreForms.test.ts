/** Shapes of glossaries that are told by a word, a mark or their place. */
import { describe, expect, it } from "vitest";
import { usesIn } from "../../../glossary/terms/index/uses.ts";
import { PAGE, pageOf, workspace } from "../../fixture.ts";
import { entryLines } from "./outline.ts";

const GLOSSARY = "docs/glossary.md";

const CASES: Readonly<Record<string, readonly [path: string, text: string, expected: readonly string[]]>> = {
  "headings named like sections, between terms": [
    GLOSSARY,
    "# Glossary\n\n## Overview\n\nText.\n\n## Anchor\n\nHolds.\n\n## Link\n\nA pointer.\n\n## Feature\n\nAn extension.\n\n## Queue\n\nWaits.\n\n## License\n\nMIT.\n",
    [
      "heading: Anchor | Holds.",
      "heading: Link | A pointer.",
      "heading: Feature | An extension.",
      "heading: Queue | Waits.",
    ],
  ],
  "one term": [GLOSSARY, "# Glossary\n\n## Anchor\n\nHolds.\n", ["heading: Anchor | Holds."]],
  "numbers of sections": [
    GLOSSARY,
    "# Glossary\n\n## 3.1 outbox\n\nText.\n\n## 3.2 queue\n\nText.\n",
    ["heading: outbox | Text.", "heading: queue | Text."],
  ],
  "spec-up": [
    "spec/spec.md",
    "# S\n\n[[def:Wallet, Wallets, WLT]]\n~ A store.\n\n[[def: Verifier]]\n\n~ Asks a [[ref:Wallet]].\n\n[[def:]]\n",
    [
      "definition-list: Wallet = Wallets = WLT | A store.",
      "definition-list: Verifier | Asks a [[ref:Wallet]].",
    ],
  ],
  "sections of mkdocs-ezglossary": [
    GLOSSARY,
    "# Glossary\n\nterm:latency\n:   Time.\n\nhttp://x\n:   Text.\n",
    ["definition-list: latency | Time.", "definition-list: http://x | Text."],
  ],
  "a name in brackets in another script": [
    GLOSSARY,
    "# Глоссарий\n\n## Момент инерции (momentum)\n\nТекст.\n\n## Package (пакет)\n\nТекст.\n\n## Ответ (v2)\n\nТекст.\n",
    [
      "heading: Момент инерции = momentum | Текст.",
      "heading: Package = пакет | Текст.",
      "heading: Ответ | Текст.",
    ],
  ],
  "a name in another script behind a colon": [
    GLOSSARY,
    "# 用語集\n\n## ラベル: label\n\n本文。\n\n## 注文: order\n\n本文。\n",
    ["heading: ラベル = label | 本文。", "heading: 注文 = order | 本文。"],
  ],
};

describe("read are", () => {
  it.each(Object.entries(CASES))("%s", (_, [path, text, expected]) => {
    expect(entryLines(path, text)).toEqual(expected);
  });
});

describe("words of", () => {
  const TABLES: readonly (readonly [string, string, string, string])[] = [
    ["Korean", "용어집", "표준 용어", "의미"],
    ["Arabic", "المصطلحات", "المصطلح", "المعنى"],
    ["Vietnamese", "Thuật ngữ quan trọng", "Thuật ngữ", "Giải thích"],
    ["German", "Mini-Glossar für Neue", "Begriff", "Ein-Satz-Definition"],
    ["Hebrew", "מילון מונחים", "מונח", "הסבר"],
    ["Swedish", "Ordlista", "Begrepp", "Innebörd"],
    ["French", "Glossaire", "Français", "Ce que ça désigne"],
  ];
  it.each(TABLES)("%s", (_, title, term, definition) => {
    const text = `# X\n\n## ${title}\n\n| ${term} | ${definition} |\n|---|---|\n| Outbox | A table. |\n`;
    expect(entryLines("docs/x.md", text)).toEqual(["section: Outbox | A table. | only docs/x.md"]);
  });
});

describe("a capital S", () => {
  it("is no plural", () => {
    const rows = ["HTTP", "HTTPS", "DN", "DNS", "Case", "Cases"].map(
      (name) => `| ${name} | About ${name}. |`,
    );
    const glossary = `# Glossary\n\n| Term | Definition |\n|---|---|\n${rows.join("\n")}\n`;
    const at = workspace({ "docs/glossary.md": glossary, [PAGE]: "HTTPS, HTTPs, DNS\n" });
    const snapshot = at.host.snapshot();
    expect([...snapshot.glossary.terms.values()].map(({ name }) => name).sort()).toEqual(
      ["Case", "Cases", "DN", "DNS", "HTTP", "HTTPS"].sort(),
    );
    expect(usesIn(snapshot, pageOf(at)).map(({ terms }) => terms.map(({ name }) => name))).toEqual([
      ["HTTPS"],
      ["HTTP"],
      ["DNS"],
    ]);
  });
});
