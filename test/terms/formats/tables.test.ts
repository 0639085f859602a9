/** Tables of terms, by example. */
import { GLOSSARY, tryFormats } from "./format.ts";

tryFormats({
  tables: {
    "with aliases and names to avoid": [
      "docs/UBIQUITOUS_LANGUAGE.md",
      `# Ubiquitous Language

## Orders

| Term | Definition | Aliases to avoid |
|------|------------|------------------|
| **Order** | What a customer \`asked\` for | Purchase, transaction |
| **Invoice (INV)** | A request for payment | Bill; payment request |
| Empty | | x |

| Term | Meaning | Also known as | Example |
|---|---|---|---|
| Parcel | What is shipped | package, box | The parcel is on its way. |
`,
      [
        "table: Order | What a customer asked for | in Orders | not: Purchase, transaction",
        "table: Invoice = INV | A request for payment | in Orders | not: Bill, payment request",
        "table: Parcel = package = box | What is shipped | in Orders | e.g. The parcel is on its way.",
      ],
    ],
    "with longer headers": [
      GLOSSARY,
      "# Glossary\n\n| Concept | Real-world meaning | Notes |\n|---|---|---|\n| Depot | A hall | x |\n\n| Term | Meaning in this context |\n|---|---|\n| Gate | A door |\n\n| 用語 | 現場での意味 | 備考 |\n|---|---|---|\n| 倉庫 | 荷物を置く所 | — |\n",
      ["table: Depot | A hall", "table: Gate | A door", "table: 倉庫 | 荷物を置く所"],
    ],
    "of a template": [
      GLOSSARY,
      "# Glossary\n\n| Term | Definition |\n|---|---|\n| *\\<Term 1>* | *\\<Definition 1>* |\n| [Term 2] | [Definition 2] |\n",
      [],
    ],
    "beside relationships and ambiguities": [
      "UBIQUITOUS_LANGUAGE.md",
      '# Ubiquitous Language\n\n| Term | Definition | Aliases to avoid |\n|---|---|---|\n| **Host** (new) | Where it runs | "local" (ambiguous — so is a box) |\n\n## Relationships\n\n- **Host** - runs one **Box**\n- **Box** - has one host\n- **Lid** - x\n\n## Flagged ambiguities\n\n- **"Local"** — Use **host**.\n- **"Run"** — Ambiguous.\n- **"Box"** — Unclear.\n',
      ["table: Host | Where it runs | not: local"],
    ],
    "in Japanese, with two names in a cell": [
      GLOSSARY,
      "# 用語集\n\n| 用語 | 定義 | 別名 |\n|---|---|---|\n| 受付端末 / kiosk | 来客が使う端末 | 端末、タブレット |\n| 来客 | 訪れる人 | なし |\n",
      ["table: 受付端末 = kiosk = 端末 = タブレット | 来客が使う端末", "table: 来客 | 訪れる人"],
    ],
    "of acronyms": [
      GLOSSARY,
      "# Acronyms\n\n| Acronym | Stands for |\n|---|---|\n| RTO | Recovery Time Objective |\n| [RPO](x.md) | Recovery Point Objective |\n",
      [
        "table: RTO = Recovery Time Objective | Recovery Time Objective",
        "table: RPO = Recovery Point Objective | Recovery Point Objective | → x.md",
      ],
    ],
    "about other things": [
      "docs/glossary/categories/tools.md",
      "# Tools\n\n| Name | Description |\n|---|---|\n| grep | Finds |\n\n| Term | English | Spanish |\n|---|---|---|\n| Plan | Plan | Plan |\n",
      [],
    ],
    "with rows that are too short or too long": [
      GLOSSARY,
      "# Glossary\n\n| Term | Definition |\n|---|---|\n| A |\n| Bee | x | y | z |\n|  | x |\n",
      ["table: Bee | x"],
    ],
  },
});
