/** What is read of decision records: recognition, numbers, status, dates, relations. */
import { describe, expect, it } from "vitest";
import { idOfPath, idOfTitle, meaningOf, mentionsIn, readStatus } from "../../glossary/adr/model/index.ts";
import { causeIn } from "../../glossary/adr/model/reasons.ts";
import { pageOf, workspace } from "../fixture.ts";

const NOWHERE = { start: 0, end: 0 };

describe("numbers", () => {
  const PATHS = {
    "docs/adr/0043-carts.md": "43",
    "docs/adr/0031-001-names.md": "31-1",
    "docs/adr/ADR-7-x.md": "7",
    "docs/adr/adr_012.md": "12",
    "docs/adr/0005-x/README.md": "5",
    "docs/adr/20240131-carts.md": undefined,
    "docs/adr/2024-01-31-carts.md": undefined,
    "docs/adr/README.md": undefined,
    "docs/adr/carts.md": undefined,
    "docs/adr/0024-365-days.md": "24-365",
  };
  for (const [path, key] of Object.entries(PATHS))
    it(`of ${path}`, () => expect(idOfPath(path)?.key).toBe(key));

  const TITLES = {
    "ADR-0043: Carts": "43",
    "43. Carts": "43",
    "[ADR-12] Carts": "12",
    "ADR 0031-001 – Carts": "31-1",
    "007 — Carts": "7",
    "2024 — a year of carts": undefined,
    "3 ways to pay": undefined,
    "2024-01-31 Carts": undefined,
    Carts: undefined,
  };
  for (const [title, key] of Object.entries(TITLES))
    it(`of “${title}”`, () => expect(idOfTitle(title)?.id.key).toBe(key));

  it("in a text, but not within names, addresses and dates", () => {
    const text = "ADR-0043, ADR-0031-001; see x/ADR-1.md, MADR-2, ADR-2024-01-31, ADR-12-carts.md, (ADR 7).";
    expect(mentionsIn(text, () => []).map(({ key }) => key)).toEqual(["43", "31-1", "7"]);
  });
});

describe("status", () => {
  const KINDS = {
    Accepted: "accepted",
    "✅ **ACCEPTED**": "accepted",
    "Superseded (was: Accepted)": "superseded",
    "superseded by [ADR-0012](0012-x.md)": "superseded",
    "Partly superseded": "superseded",
    "on hold": "draft",
    Akzeptiert: "accepted",
    "Remplacé par [x](y.md)": "superseded",
    承認済み: "accepted",
    "採用 (Accepted in May)": "accepted",
    "Acceptee.": "accepted",
    已废弃: "deprecated",
    승인됨: "accepted",
    Önerildi: "proposed",
    Imlpemented: undefined,
  };
  for (const [text, kind] of Object.entries(KINDS))
    it(text, () => expect(readStatus(text, NOWHERE, "line")?.kind).toBe(kind));

  it("of 2,000 characters is cut", () => {
    expect(readStatus(`Accepted ${"x ".repeat(1_000)}`, NOWHERE, "line")?.text.length).toBeLessThanOrEqual(
      120,
    );
  });

  it("that lists what it could be is a placeholder", () => {
    for (const text of [
      "[proposed | accepted | rejected]",
      "{status}",
      "draft / review / approved / deprecated",
    ])
      expect(readStatus(text, NOWHERE, "line")?.placeholder).toBe(true);
    expect(readStatus("accepted, implemented", NOWHERE, "line")?.placeholder).toBe(false);
  });
});

describe("where the status stands", () => {
  const PLACES: Readonly<Record<string, readonly [head: string, status: string | undefined]>> = {
    "in bold, alone": ["## Status\n\n**Approved**\n", "Approved"],
    "in a box that is ticked": ["## Status\n\n- [ ] Draft\n- [x] Decided\n- [ ] Rejected\n", "Decided"],
    "in boxes of which none is ticked": ["## Status\n\n- [ ] Draft\n- [ ] Decided\n", undefined],
    "in a table below its heading": [
      "## Status\n\n| Stage | State |\n|---|---|\n| Status | Accepted |\n| Built | No |\n",
      "Accepted",
    ],
    "in a column of the only row": [
      "| Status | Date | Owner |\n|---|---|---|\n| Rejected | 2024-05-06 | Kim |\n",
      "Rejected",
    ],
    "in its heading, in Chinese": ["## 状态：已接受\n", "已接受"],
    "behind a wide colon": ["- 状态：Accepted\n", "Accepted"],
    "under a French heading": ["## État\n\nAccepté\n", "Accepté"],
    "nowhere: this is how things are": [
      "## Current status\n\nEvery shop has a cart of its own.\n",
      undefined,
    ],
  };
  for (const [title, [head, status]] of Object.entries(PLACES))
    it(title, () => {
      const path = "docs/adr/0001-a.md";
      const text = `# A\n\n${head}\n## Decision\n\nA.\n`;
      expect(pageOf(workspace({ [path]: text }), path).exports.adr.record?.status?.text).toBe(status);
    });

  it("also the date in a column", () => {
    const path = "docs/adr/0001-a.md";
    const text = "| Status | Date |\n|---|---|\n| Rejected | 2024-05-06 |\n\n## Decision\n\nA.\n";
    expect(pageOf(workspace({ [path]: text }), path).exports.adr.record?.date).toBe("2024-05-06");
  });
});

describe("titles", () => {
  const TITLES: Readonly<Record<string, readonly [path: string, heading: string]>> = {
    Carts: ["docs/adr/0001-x.md", "# Architecture Decision Record: Carts\n"],
    "One cart": ["docs/adr/0001-x.md", "# [ADR] One cart\n"],
    "Two carts": ["docs/adr/0002-x.md", "# 002 — Two carts\n"],
    "merge all carts": ["docs/adr/0003-merge-all-carts.md", ""],
    "drop carts": ["docs/adr/2024-05-06-drop-carts.md", ""],
  };
  for (const [title, [path, heading]] of Object.entries(TITLES))
    it(title, () => {
      const text = `${heading}\n## Decision\n\nA.\n`;
      expect(pageOf(workspace({ [path]: text }), path).exports.adr.record?.title).toBe(title);
    });
});

describe("headings", () => {
  const MEANINGS = {
    "Decision Drivers": "drivers",
    "Decision Outcome": "decision",
    "Chosen Option": "decision",
    "2. Context and Problem Statement": "context",
    "Why not a queue?": "rationale",
    "Rejected Alternatives": "alternatives",
    "Positive Consequences": "consequences",
    "Deprecation Reason": "afterthought",
    Entscheidung: "decision",
    Begründung: "rationale",
    Conséquences: "consequences",
    "Opciones consideradas": "alternatives",
    Gerekçe: "rationale",
    Sonuçlar: "consequences",
    背景: "context",
    決定: "decision",
    대안: "alternatives",
    理由: "rationale",
    API: undefined,
    "Command Line": undefined,
  };
  for (const [name, meaning] of Object.entries(MEANINGS))
    it(name, () => expect(meaningOf(name)).toBe(meaning));
});

describe("a reason", () => {
  const REASONS = {
    "We do it because the team knows it well.": "real",
    "Because if we develop it twice, it differs.": "real",
    "The disk is full and nobody cleans it up every week, therefore we move.": "real",
    "We do it to avoid a second deployment.": "real",
    "This reduces the number of calls.": "real",
    "Wir nehmen es, weil es schon da ist.": "real",
    "Nous le prenons car il existe déjà ici.": "real",
    "Lo usamos porque el equipo lo conoce bien.": "real",
    "運用が簡単になるため、これを採用する。": "real",
    "因为团队已经熟悉这种数据库，所以选择它。": "real",
    "운영이 간단하기 때문에 이것을 선택합니다.": "real",
    "Chosen option: A, because it works.": "vacuous",
    "Chosen option: A, because": undefined,
    "We use it since version 3.": undefined,
    "We use React.": undefined,
  };
  for (const [text, cause] of Object.entries(REASONS)) it(text, () => expect(causeIn(text)).toBe(cause));
});

describe("recognition", () => {
  const kindOf = (path: string, text: string) =>
    pageOf(workspace({ [path]: text }), path).exports.adr.record?.kind;
  const RECORD = "# 1. A\n\n## Status\n\nAccepted\n\n## Decision\n\nA.\n";

  it("by folder, file name, front matter and title", () => {
    expect(kindOf("docs/adr/0001-a.md", RECORD)).toBe("record");
    expect(kindOf("doc/architecture/decisions/0001-a.md", RECORD)).toBe("record");
    expect(kindOf("docs/decision-records/2024-01-31-a/README.md", "# A\n\n## Decision\n\nA.\n")).toBe(
      "record",
    );
    expect(kindOf("notes/a.md", "# ADR-0001: A\n\n**Status**: Accepted\n\n## Decision\n\nA.\n")).toBe(
      "record",
    );
    expect(kindOf("41.02 Decisions/20240506-a.md", RECORD)).toBe("record");
    expect(kindOf("notes/a.md", "---\nadr: 12\n---\n\n# A\n\nWe take A.\n")).toBe("record");
  });

  it("not for specifications, glossaries and notes", () => {
    expect(kindOf("notes/a.md", RECORD)).toBeUndefined();
    expect(kindOf("docs/adr/tasks.md", RECORD)).toBeUndefined();
    expect(kindOf("docs/glossary/terms/adr.md", "# ADR: a record\n\n## Decision\n\nA.\n")).toBeUndefined();
    expect(kindOf("docs/adr/0002-links.md", "# Links\n\n## List\n\n- a\n")).toBeUndefined();
  });

  it("tells templates and indexes from records", () => {
    const template = "# {short title}\n\n## Status\n\n{status}\n\n## Decision\n\n{what we do}\n";
    expect(kindOf("docs/adr/template.md", template)).toBe("template");
    expect(kindOf("docs/adr/0007-template-rendering.md", RECORD)).toBe("record");
    for (const name of [
      "template",
      "0000-adr-template-de",
      "ADR-模板",
      "decision.template",
      "YYYY-MM-DD-what",
    ])
      expect(kindOf(`docs/adr/${name}.md`, RECORD)).toBe("template");
    expect(kindOf("200-decisions/readme.md", RECORD)).toBe("index");
    expect(kindOf("docs/adr/README.md", "# Decisions\n\n## How to add a decision\n\nCopy one.\n")).toBe(
      "index",
    );
    expect(kindOf("docs/adr/README.md", "# Decisions\n\n- [A](0001-a.md)\n- [B](0002-b.md)\n")).toBe("index");
  });
});

describe("relations", () => {
  const relations = (text: string) =>
    pageOf(workspace({ "docs/adr/0001-a.md": text }), "docs/adr/0001-a.md").exports.adr.record?.relations.map(
      ({ kind, url, key }) => [kind, url ?? key],
    );
  it("in the status, as labels, in front matter and in lists", () => {
    expect(relations("# 1. A\n\n## Status\n\nSuperseded by [B](0002-b.md)\n\n## Decision\n\nA.\n")).toEqual([
      ["superseded-by", "0002-b.md"],
    ]);
    expect(
      relations("# ADR-1: A\n\n**Status**: Accepted\n**Supersedes**: ADR-0007\n\n## Decision\n\nA.\n"),
    ).toEqual([["supersedes", "7"]]);
    expect(
      relations("---\nstatus: superseded by ADR-0123\n---\n\n# A\n\n## Decision Outcome\n\nA.\n"),
    ).toEqual([["superseded-by", "123"]]);
    expect(
      relations("# 1. A\n\n## Status\n\nAccepted\n\nAmends [C](0003-c.md)\n\n## Decision\n\nA.\n"),
    ).toEqual([["amends", "0003-c.md"]]);
    expect(relations("# 1. A\n\n## Decision\n\nIt replaces [the parser](x.md) that we had.\n")).toEqual([]);
  });
});
