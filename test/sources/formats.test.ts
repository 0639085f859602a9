/** Every format by example: a path, a text, and the entries that are read from it. */
import { describe, expect, it } from "vitest";
import { entries, entryLines } from "./outline.ts";

type Case = readonly [path: string, text: string, lines: readonly string[]];

const GLOSSARY = "docs/GLOSSARY.md";

const FORMATS: Readonly<Record<string, Readonly<Record<string, Case>>>> = {
  headings: {
    "with names in brackets, and what divides the document": [
      GLOSSARY,
      `# Glossary

Words we use.

## Introduction

How to read this.

## Money

### Value Added Tax (VAT)

What the state **adds**.

More about it.

### Ledger

A book of entries.

- kept by hand

_Aliases_: journal, day book

### Duty / tariff

What is due at a border.
`,
      [
        "heading: Value Added Tax = VAT | What the state adds. | in Money",
        "heading: Ledger = journal = day book | A book of entries. | in Money",
        "heading: Duty = tariff | What is due at a border. | in Money",
      ],
    ],
    "that send the reader to another one": [
      GLOSSARY,
      "# Glossary\n\n## Saga\n\nA chain of steps.\n\n## Process manager\n\nSee [Saga](#saga).\n\n## Outbox\n\nA table of events.\n\n## Mailbox\n\n_See_ **Outbox**\n",
      [
        "heading: Saga = Process manager | A chain of steps.",
        "heading: Outbox = Mailbox | A table of events.",
      ],
    ],
    "with numbers, and with quotes below them": [
      GLOSSARY,
      "# Glosario\n\n## 🎯 **Entidades**\n\n### 1. **Pedido (Order)**\n> Lo que pide\n> un cliente.\n\n### 2) Cliente\n\nQuien pide.\n\n### BCC (in bulk emails)\n\nA field.\n\n### Draft *(status)*\n\nBegun.\n",
      [
        "heading: Pedido | Lo que pide un cliente. | in Entidades",
        "heading: Cliente | Quien pide. | in Entidades",
        "heading: BCC | A field. | in Entidades",
        "heading: Draft | Begun. | in Entidades",
      ],
    ],
    "by letter": [
      GLOSSARY,
      "# Glossary\n\n## A\n\n### Account\n\nWho pays.\n\n### Agent\n\nWho acts.\n\n## B\n\n### Broker {#broker}\n\nWho mediates.\n",
      ["heading: Account | Who pays.", "heading: Agent | Who acts.", "heading: Broker | Who mediates."],
    ],
    "that are sections of an article": [
      "docs/glossary/article.md",
      "# On words\n\n## How to choose\n\nText.\n\n## When it is hard\n\nText.\n\n## Summary\n\nText.\n",
      [],
    ],
    "without text below most of them": [
      GLOSSARY,
      "# Glossary\n\n## Account\n\n- a\n\n## Agent\n\n```\nx\n```\n\n## Broker\n\nText.\n",
      [],
    ],
    "in Chinese": [
      GLOSSARY,
      "# 术语表\n\n## 订单\n\n客户要的东西。\n\n## 客户（Customer）\n\n付钱的人。\n",
      ["heading: 订单 | 客户要的东西。", "heading: 客户 = Customer | 付钱的人。"],
    ],
  },
  "bold names": {
    "with a dash or a colon": [
      GLOSSARY,
      "# Glossary\n\n## Terms\n\n**Stack** - What is deployed together.\n\n**Project**: Code for one stack.\n\n**Lane:** A way to production,\nor back.\n\n**Zone** — Where it runs.\n",
      [
        "list: Stack | What is deployed together.",
        "list: Project | Code for one stack.",
        "list: Lane | A way to production, or back.",
        "list: Zone | Where it runs.",
      ],
    ],
    "with names to avoid": [
      "CONTEXT.md",
      `# Ordering

## Language

**Order**:
What a customer has asked for.
_Avoid_: Purchase, "transaction" (in copy); basket.

**Customer**:
Who orders.
_Avoid_: client、user

## Relationships

- An **Order** belongs to one **Customer**

## Notes

**Status**: done
`,
      [
        "list: Order | What a customer has asked for. | not: Purchase, transaction, basket",
        "list: Customer | Who orders. | not: client, user",
      ],
    ],
    "with names to avoid on several lines": [
      "CONTEXT.md",
      '# Game\n\n## Language\n\n### Places\n\n**World**: \nThe space that all share.\nThere is one.\n_Avoid_: Server, realm (reserve "map" for\nnothing), channel (the old\nname)\n\n**Zone**:\nA part of the world.\n_Avoid_: level; and _map_ as a name for what is drawn\n',
      [
        "list: World | The space that all share. There is one. | in Places | not: Server, realm, channel",
        "list: Zone | A part of the world. | in Places | not: level",
      ],
    ],
    "in a context file about something else": [
      "CONTEXT.md",
      "# Context\n\n**Status**: accepted\n\n**Owner**: the team\n\n## Decision\n\n**Option one**: do it\n\n**Option two**: leave it\n",
      [],
    ],
    "that are no names": [
      GLOSSARY,
      "# Glossary\n\n**Note**: read this.\n\n**What is new?** A lot.\n\n**Step 1**: begin.\n\n**Stack** - One.\n",
      [],
    ],
    "as code in a list": [
      GLOSSARY,
      "# Glossary\n\n- `task card`: the smallest unit.\n- `B0`: read-only review. Look.\n- `source pack`: what is known.\n",
      [
        "list: task card | the smallest unit.",
        "list: B0 | read-only review. Look.",
        "list: source pack | what is known.",
      ],
    ],
    "in brackets beside them": [
      GLOSSARY,
      "# Glossary\n\n**ADR** (Architecture Decision Record) - A decision.\n\n**RFC** (Request for Comments): A proposal.\n",
      [
        "list: ADR = Architecture Decision Record | A decision.",
        "list: RFC = Request for Comments | A proposal.",
      ],
    ],
  },
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
  "definition lists": {
    "with shared definitions and blank lines": [
      GLOSSARY,
      `# Glossary

Cold start
: The first call of a function,
  which takes longer.

Warm-up
**Pre-warming**
:   A call made in advance.

Lambda

: A function.

: A letter.
`,
      [
        "definition-list: Cold start | The first call of a function, which takes longer.",
        "definition-list: Warm-up = Pre-warming | A call made in advance.",
        "definition-list: Lambda | A function.",
      ],
    ],
    "without blank lines between the terms": [
      GLOSSARY,
      "# Glossary\n\nOne\n: The first.\nTwo\n: The second.\nThree\n: The\nthird.\n",
      [
        "definition-list: One | The first.",
        "definition-list: Two | The second.",
        "definition-list: Three | The third.",
      ],
    ],
    "with CRLF": [
      GLOSSARY,
      "# Glossary\r\n\r\nOne\r\n: The first.\r\n",
      ["definition-list: One | The first."],
    ],
    "that nothing precedes": [GLOSSARY, "# Glossary\n\n: nothing\n\n:: x\n\n:::note\ny\n:::\n", []],
  },
  abbreviations: {
    "in their own file": [
      "includes/abbreviations.md",
      "*[HTML]: HyperText Markup Language\n*[W3C]:  World Wide Web Consortium\n*[SLA]: What we promise, and what follows if we do not keep it.\n*[]: x\n*[EMPTY]:\n",
      [
        "abbreviation: HTML = HyperText Markup Language | HyperText Markup Language",
        "abbreviation: W3C = World Wide Web Consortium | World Wide Web Consortium",
        "abbreviation: SLA | What we promise, and what follows if we do not keep it.",
        "abbreviation: EMPTY",
      ],
    ],
    elsewhere: ["docs/page.md", "*[HTML]: HyperText Markup Language\n", []],
  },
  directives: {
    "of MyST": [
      "docs/page.md",
      `# Page

\`\`\`{glossary}
:sorted:

environment
  A place where code runs,
  as {term}\`stage <stages>\`.

source directory
root
  The folder of sources.
\`\`\`

:::{glossary}
Builder
: What makes output.
:::
`,
      [
        "definition-list: environment | A place where code runs, as stage.",
        "definition-list: source directory = root | The folder of sources.",
        "definition-list: Builder | What makes output.",
      ],
    ],
    "of Sphinx": [
      "docs/page.md",
      "```{eval-rst}\n.. glossary::\n   :sorted:\n\n   domain : D\n      A collection of :term:`roles <role>`.\n\n   role\n      A piece of markup.\n\nAfter.\n```\n",
      ["definition-list: domain | A collection of roles.", "definition-list: role | A piece of markup."],
    ],
    "without content": [
      "docs/page.md",
      "```{glossary}\n```\n\n```{glossary}\nterm\n```\n\n:::{glossary}\n",
      [],
    ],
  },
  "sections of a specification": {
    "with bullets": [
      "specs/001/spec.md",
      "# Spec\n\n**Status**: draft\n\n- **Other**: x\n\n## 7. Glossary\n\n- **Desync**: Two files differ\n- **device-flow** — A way to log in\n\n## Next\n\n- **Not**: this\n",
      [
        "section: Desync | Two files differ | only specs/001/spec.md",
        "section: device-flow | A way to log in | only specs/001/spec.md",
      ],
    ],
    "with bare bullets": [
      "specs/001/spec.md",
      "# Requirements\n\n## Glossary\n\n- Kiosk: Where visitors sign in\n- Visitor: Who signs in\n\n## Terminology\n\n- one\n- Two: x\n",
      [
        "section: Kiosk | Where visitors sign in | only specs/001/spec.md",
        "section: Visitor | Who signs in | only specs/001/spec.md",
      ],
    ],
    "with a table, bold names and subheadings": [
      "a.md",
      "# A\n\n## Terminology\n\n| Term | Description |\n|---|---|\n| Hub | A centre |\n\n**Spoke** - A way\n\n**Rim** - An edge\n\n## Terms and Definitions\n\n### Axle\n\nA rod.\n\n### Nut\n\nA ring.\n",
      [
        "section: Hub | A centre | only a.md",
        "section: Spoke | A way | only a.md",
        "section: Rim | An edge | only a.md",
        "section: Axle | A rod. | only a.md",
        "section: Nut | A ring. | only a.md",
      ],
    ],
    "of another name": [
      "a.md",
      "# A\n\n## Glossary Links\n\n- **X** - y\n\n## Terms of use\n\n- **X** - y\n\n## Options\n\n- **X** - y\n",
      [],
    ],
    "in code": ["a.md", "# A\n\n```md\n## Glossary\n\n- **X** - y\n```\n", []],
  },
  "term pages": {
    "of the Cloud Native Glossary": [
      "content/en/cluster.md",
      "---\nTitle: Cluster\nStatus: Completed\nCategory: Concept\ntags: [a, '', '']\n---\n\nA group of [nodes](/nodes/).\n\n## Problem it addresses\n\nOne is not enough.\n",
      ["page: Cluster | A group of nodes. | in Concept"],
    ],
    "of its translations": [
      "content/zh-cn/container.md",
      "---\ntitle: 容器\nstatus: Completed\ncategory: 技术\n---\n\n## 是什么\n\n容器是一个进程。\n\n## 解决的问题\n\n很多。\n",
      ["page: 容器 | 容器是一个进程。 | in 技术"],
    ],
    "of Kubernetes": [
      "content/en/docs/reference/pod.md",
      '---\ntitle: Pod\nid: pod\nfull_link: /docs/pods/\nshort_description: >\n  The smallest object.\naka:\n- Pods group\ntags:\n- core\n---\nRuns {{< glossary_tooltip text="containers" term_id="container" >}}.\n\n<!--more-->\n\nMore.\n',
      ["page: Pod = Pods group | Runs containers."],
    ],
    "of Kubernetes, with nothing but a description": [
      "content/en/docs/reference/pod.md",
      "---\ntitle: Pod\nid: pod\nshort_description: >\n  The smallest\n  <b>object</b>.\naka:\ntags: [core]\n---\n",
      ["page: Pod | The smallest <b>object</b>."],
    ],
    "of MDN": [
      "files/en-us/glossary/api/index.md",
      '---\ntitle: API\nslug: Glossary/API\npage-type: glossary-definition\n---\n\nAn **API** joins {{Glossary("Program","programs")}}.\n',
      ["page: API | An API joins programs."],
    ],
    "that say what they are in a sentence": [
      "docs/terms/saga.md",
      "# Saga (SEC)\n\nA **saga** is a chain of steps.\n",
      ["page: Saga | A saga is a chain of steps."],
    ],
    "of a licence": ["legal/terms/privacy.md", "# Privacy\n\nWe keep nothing.\n\n## Data\n\nNone.\n", []],
    "that only look like one": [
      "blog/post.md",
      "---\ntitle: News\nstatus: Completed\ncategory: Concept\ndate: 2020-01-01\ntags: [a]\n---\n\nText.\n",
      [],
    ],
    "of a decision": [
      "docs/adr/1.md",
      "---\ntitle: Use X\nstatus: deprecated\ntags: [a]\n---\n\n# Use X\n\n## Context\n\nText.\n",
      [],
    ],
  },
  "other files": {
    "with bold labels, tables and lists": [
      "docs/page.md",
      "# Page\n\n**Stack** - One.\n\n**Project**: Two.\n\n| Term | Definition |\n|---|---|\n| A | b |\n\nTerm\n: def\n\n- **A** - x\n- **B** - y\n- **C** - z\n",
      [],
    ],
    "called terms": [
      "TERMS.md",
      "# Terms of service\n\n## Liability\n\nNone.\n\n## Payment\n\nAt once.\n\n1. **Fees** - due\n2. **Taxes** - due\n3. **Other** - due\n",
      [],
    ],
  },
};

for (const [format, cases] of Object.entries(FORMATS)) {
  describe(format, () => {
    for (const [title, [path, text, lines]] of Object.entries(cases)) {
      it(title, () => expect(entryLines(path, text)).toEqual(lines));
    }
  });
}

describe("every format", () => {
  const all = Object.values(FORMATS).flatMap((cases) => Object.values(cases));

  it("reads the same with CRLF line ends", () => {
    for (const [path, text, lines] of all)
      expect(entryLines(path, text.replace(/\r?\n/g, "\r\n"))).toEqual(lines);
  });

  it("names places that hold the name", () => {
    for (const [path, text] of all) {
      for (const { nameSpan, span, names } of entries(path, text)) {
        expect(span.start).toBeLessThanOrEqual(span.end);
        const written = text.slice(nameSpan.start, nameSpan.end).toLowerCase();
        expect(
          names.some((name) => written.includes(name.toLowerCase())),
          `${names} in ${written}`,
        ).toBe(true);
      }
    }
  });

  it("does not throw on any cut of its files", () => {
    for (const [path, text] of all) {
      for (let at = 0; at < text.length; at += 7) {
        expect(() => entries(path, text.slice(0, at))).not.toThrow();
        expect(() => entries(path, text.slice(at))).not.toThrow();
      }
    }
  });

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
      const before = performance.now();
      entries(GLOSSARY, `# Glossary\n\n${text}\n\n**B**: z\n`);
      expect(performance.now() - before, title).toBeLessThan(2_000);
    }
  });
});
