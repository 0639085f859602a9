import { describe, expect, it } from "vitest";
import { entries, entryLines } from "./outline.ts";

const PATH = "docs/glossary/terms/cdn.md";

describe("a term page", () => {
  const PAGES: Readonly<Record<string, readonly [text: string, line: string]>> = {
    "with front matter and a definition heading": [
      `---
id: cdn
title: CDN (Content Delivery Network)
sidebar_label: CDN
---

# CDN (Content Delivery Network)

## Definition

A **CDN** keeps copies of files near their readers.

A second paragraph explains.

## How It Works
`,
      "page: CDN = Content Delivery Network | A CDN keeps copies of files near their readers.",
    ],
    "with front matter only": [
      "---\ntitle: Cold start\nsidebar_label: Cold boot\naliases: [Warm-up, cold boot]\ncategory: Hosting\n---\n\nThe first call of a function.\n",
      "page: Cold start = Cold boot = Warm-up | The first call of a function. | in Hosting",
    ],
    "that starts with a bold lead": [
      "# Circuit Breaker\n\n**A circuit breaker** stops calls to a service that fails.\n\nIt opens and closes.\n",
      "page: Circuit Breaker | A circuit breaker stops calls to a service that fails.",
    ],
    "with labels": [
      "# Docker\n\n**Category**: Infrastructure\n\n**Definition**: Runs programs in containers.\n\n**Related**: x\n",
      "page: Docker | Runs programs in containers. | in Infrastructure",
    ],
    "with labels whose colon is inside": [
      "# Docker\n\n**Category:** Infrastructure\n\n**Definition:** Runs programs\nin containers.\n",
      "page: Docker | Runs programs in containers. | in Infrastructure",
    ],
    "with a label alone on its line": [
      "# Docker\n\n**Definition**:\n\nRuns programs in containers.\n",
      "page: Docker | Runs programs in containers.",
    ],
    "with metadata before the definition heading": [
      "# Greenfield\n\n**Category**: Planning\n**Related Terms**: [x](x.md)\n\n---\n\n## Definition\n\nA project that starts from nothing.\n",
      "page: Greenfield | A project that starts from nothing. | in Planning",
    ],
    "with metadata before a plain lead": [
      "# Brownfield\n\n**Category**: Planning\n\nA project that goes on.\n",
      "page: Brownfield | A project that goes on. | in Planning",
    ],
    "with a quote of its end of life first": [
      "# Two-Way Sync\n\n> **Deprecated**: use one-way sync.\n\n**Two-way sync** copies in both directions.\n",
      "page: Two-Way Sync | Two-way sync copies in both directions.",
    ],
    "with a list as definition": [
      "# RACI\n\n## Definition\n\n- Responsible\n- Accountable\n",
      "page: RACI | Responsible",
    ],
    "whose definition is under a question": [
      "# Saga\n\n## What is a Saga?\n\nA row of local transactions.\n",
      "page: Saga | A row of local transactions.",
    ],
    "with nothing but its title": ["# Saga\n", "page: Saga"],
    "without a title": ["A row of local transactions.\n", "page: cdn | A row of local transactions."],
    "with a snake_case name": ["# `user_id`\n\nWho it is.\n", "page: user_id | Who it is."],
    "with a decorated name": ["# 📦 **Saga** _pattern_\n\nText.\n", "page: Saga pattern | Text."],
    "whose lead holds links, code and HTML": [
      "# Saga\n\nA [row](x.md) of `local` <b>transactions</b>.[^1] ![](a.png)\n\n[^1]: note\n",
      "page: Saga | A row of local transactions.",
    ],
    "with CRLF line ends": [
      "---\r\nid: saga\r\ntitle: Saga\r\n---\r\n\r\n# Saga\r\n\r\n## Definition\r\n\r\nA row of\r\nlocal transactions.\r\n",
      "page: Saga | A row of local transactions.",
    ],
    "with examples in code": [
      "# Saga\n\n```markdown\n# Other\n**Definition**: wrong\n```\n\n## Definition\n\nRight.\n",
      "page: Saga | Right.",
    ],
  };
  for (const [title, [text, line]] of Object.entries(PAGES)) {
    it(title, () => expect(entryLines(PATH, text)).toEqual([line]));
  }

  it("counts outside a terms folder where it says that it defines", () => {
    const line = "page: Saga | A row.";
    expect(entryLines("docs/glossary/saga.md", "# Saga\n\n## Definition\n\nA row.\n")).toEqual([line]);
    expect(entryLines("docs/glossary/saga.md", "# Saga\n\n**Definition**: A row.\n")).toEqual([line]);
    expect(entryLines("docs/glossary/saga.md", "# Saga\n\nA row.\n")).toEqual([line]);
    expect(entryLines("docs/glossary/saga.md", "# Saga\n\nText.\n\n# Order\n\nA row.\n")).toEqual([]);
    expect(entryLines("docs/glossary/how.md", "# How to write a term?\n\nA row.\n")).toEqual([]);
  });

  it("is no README, and nothing outside a glossary", () => {
    const text = "# Saga\n\n## Definition\n\nA row.\n";
    expect(entryLines("docs/glossary/terms/README.md", text)).toEqual([]);
    expect(entryLines("docs/term/saga.md", text)).toEqual([]);
    expect(entryLines("docs/my-glossary/saga.md", text)).toEqual([]);
  });

  it("has its meaning in a section, and its synonyms in a line", () => {
    const text =
      "# Ledger\n\n**Synonyms:** Daybook, `.led` file\n\n## Meaning\n\nA book.\n\n## Validity\n\nAlways.\n";
    expect(entryLines("docs/glossary/ledger.md", text)).toEqual([
      "page: Ledger = Daybook = .led file | A book.",
    ]);
    expect(entryLines("docs/glossary/terms/epic.md", "# Epic {#epic-term}\n\nText.\n")).toEqual([
      "page: Epic | Text.",
    ]);
  });

  it("names the place of its name", () => {
    const text = "---\ntitle: T\n---\n\n# Saga **Pattern**\n\nText.\n";
    const [entry] = entries(PATH, text);
    expect(text.slice(entry?.nameSpan.start, entry?.nameSpan.end)).toBe("Saga **Pattern**");
    const plain = "---\ntitle: Saga\n---\n\nText.\n";
    const [other] = entries(PATH, plain);
    expect(plain.slice(other?.nameSpan.start, other?.nameSpan.end)).toBe("Saga");
  });

  it("keeps emphasis in its definition, but no HTML, image or link within the repository", () => {
    const text =
      "# Saga\n\nA **row** of [steps](step.md), see [web](https://x.example).\nSo <script>alert(1)</script> ![i](i.png)\n";
    expect(entries(PATH, text)[0]?.definition).toBe(
      "A **row** of steps, see [web](https://x.example).\nSo alert(1)",
    );
  });
});
