/** Whether a record says why, in many styles and languages. */
import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";

const PRESENT: Readonly<Record<string, string>> = {
  "a section of its own":
    "# Clock\n\n## Decision\n\nOne clock.\n\n## Rationale\n\nTests have to control the time in every module.\n",
  "a section that asks why":
    "# ADR-1: Sign-in\n\n**Status:** Accepted\n\n### What\n\nOne provider.\n\n### Why\n\n- one sign-in for all tools\n- no passwords in our database\n",
  "a label":
    "# ADR-1: Sign-in\n\n**Status:** Accepted\n\n**Decision:** One provider.\n\n**Rationale:** One sign-in for all tools.\n",
  "an argument, after Tyree and Akerman":
    "# Styles\n\n## Summary\n\n### Issue\n\nLook.\n\n### Decision\n\nPlain CSS.\n\n## Details\n\n### Positions\n\nTwo frameworks.\n\n### Argument\n\nBoth frameworks ask for a build step that nobody here wants to look after.\n",
  "a Y-statement":
    "# ADR-2: Carts\n\n**Status**: Accepted\n\nIn the context of the shop, facing lost carts, we decided for a table and against sessions to achieve restarts at any time, accepting one more read.\n",
  "a Y-statement in bold, on lines of its own":
    "# ADR-2: Carts\n\n**Status**: Accepted\n\n**In the context of** the shop,\n\n**facing** lost carts,\n\n**we decided for** a table,\n\n**to reuse** the backups that exist,\n\n**accepting** one more read.\n",
  "a table of what was turned down":
    "# 3. Cache\n\n## Status\n\nAccepted\n\n## Decision\n\nMemory.\n\n## Alternatives\n\n| Alternative | Why not |\n|---|---|\n| A table | too slow for prices |\n| A file | lost on each start |\n| Nothing | as slow as now |\n",
  "labels with full stops":
    "# 3. Cache\n\n**Status.** Accepted\n\n**Decision.** Memory.\n\n**Rationale.** A table is too slow for prices.\n",
  "points for and against":
    "# Cache\n\n- Status: accepted\n\n## Decision\n\n| Option | Pros | Cons |\n|---|---|---|\n| Memory | quick | small |\n| Table | there | slow |\n| None | simple | slower |\n\nMemory.\n",
  "a label above a list of labels":
    "# ADR-3: Cache\n\n**Status**: Accepted\n\n## Decision\n\nMemory.\n\n## Alternatives\n\n### A table\n\n**Rejected because**:\n- **Time**: A read on each request\n- **Load**: The table is busy already\n",
  "a rejected alternative":
    "# 3. Cache\n\n## Status\n\nAccepted\n\n## Decision\n\nMemory.\n\n## Alternatives\n\nA table. Rejected: it is too slow for prices.\n",
  "a sentence, without any section":
    "# Cache\n\nStatus: accepted\n\nWe keep prices in memory because the table is too slow at noon.\n",
  German:
    "# 5. Suche\n\n## Status\n\nAkzeptiert\n\n## Entscheidung\n\nWir suchen mit der Datenbank, da wir damit bereits Erfahrung haben.\n",
  French:
    "# Recherche\n\n## Statut\n\nAccepté\n\n## Décision\n\nNous gardons la base afin de réduire le nombre de systèmes.\n",
  Spanish:
    "# Búsqueda\n\n## Estado\n\nAceptado\n\n## Decisión\n\nUsamos la base de datos porque ya la conoce todo el equipo.\n",
  Portuguese:
    "# Busca\n\n## Estado\n\nAceito\n\n## Decisão\n\nUsamos o banco de dados para reduzir o número de sistemas.\n",
  Turkish:
    "# Arama\n\n## Durum\n\nKabul edildi\n\n## Karar\n\nVeritabanını kullanıyoruz.\n\n## Gerekçe\n\nEkip bu veritabanını yıllardır tanıyor ve ek bir maliyeti olmuyor burada.\n",
  Japanese:
    "# 検索\n\n## ステータス\n\n承認\n\n## 決定\n\nデータベースで検索する。\n\n## 理由\n\n運用チームがすでに慣れており、追加の費用がかからないため。\n",
  Korean:
    "# 검색\n\n## 상태\n\n승인\n\n## 결정\n\n팀이 이미 잘 알고 있기 때문에 데이터베이스로 검색합니다.\n",
  Chinese: "# 搜索\n\n## 状态\n\n已接受\n\n## 决定\n\n因为团队已经熟悉现有的数据库，所以用它来搜索。\n",
};

const WEAK: Readonly<Record<string, string>> = {
  "a need in a few words":
    "# ADR 0003: Sign-in\n\n**Status**: Accepted\n\n## Context\n\nNeed sign-in without sessions.\n\n## Decision\n\nSigned tokens.\n",
  "the beginning of a Y-statement":
    "# ADR-2: Carts\n\n**Status**: Accepted\n\nIn the context of the shop, facing lost carts, we decided for a table.\n",
  "only the situation":
    "# 4. Zones\n\n## Status\n\nAccepted\n\n## Context\n\nOur customers live in one time zone.\n\n## Decision\n\nOne zone.\n",
  "only what follows":
    "# 4. Zones\n\n## Status\n\nAccepted\n\n## Decision\n\nOne zone.\n\n## Consequences\n\nReports show the time of the shop.\n",
  "a reason that says nothing":
    '# Zones\n\n## Decision Outcome\n\nChosen option: "One zone", because it works.\n\n## Considered Options\n\n* One zone\n* Two zones\n',
  "headings of its own, with much to say":
    "# ADR-4: Zones\n\nStatus: Accepted\n\n## Decision\n\nOne zone.\n\n## Reports\n\nA day in a report is the day of the shop. Nobody asks in which zone an order was made, and a day has 24 hours except twice a year. The accountants close the books at midnight, which is one midnight for everybody who works here.\n",
};

const MISSING: Readonly<Record<string, string>> = {
  "a decision and nothing else": "# 6. Go\n\n## Status\n\nAccepted\n\n## Decision\n\nWe use Go.\n",
  "a sentence and nothing else": "# Go\n\nStatus: accepted\n\nWe use Go.\n",
  "links instead of reasons":
    "# Go\n\n- Status: accepted\n\n## Decision\n\nWe use Go.\n\n## Links\n\n- [Why we moved everything to Go](https://go.example/why)\n",
  "placeholders instead of text":
    "# 6. Go\n\n## Status\n\nAccepted\n\n## Context\n\nTODO: describe why this is necessary for us\n\n## Decision\n\nWe use Go.\n\n## Consequences\n\nTBD\n",
  "a description of how it works":
    "---\nadr: 12\ntitle: Price format\nstatus: Final\n---\n\n## Abstract\n\nThis document describes how prices are written. Prices are whole numbers because cents are counted.\n\n## Schema\n\nA price has an amount and a currency. Both MUST be present.\n",
  "nothing in Turkish": "# Arama\n\n## Durum\n\nKabul edildi\n\n## Karar\n\nVeritabanını kullanacağız.\n",
};

describe.each([
  ["present", PRESENT],
  ["weak", WEAK],
  ["missing", MISSING],
] as const)("a rationale is %s", (verdict, cases) => {
  for (const [title, text] of Object.entries(cases))
    it(`with ${title}`, () => expect(evaluate("docs/adr/record-of-it.md", text).rationale).toBe(verdict));
});

describe("nothing is reported", () => {
  const SILENT: Readonly<Record<string, string>> = {
    "docs/adr/0000-template.md":
      "# N. Title\n\n## Status\n\nWhat is the status, such as proposed, accepted, rejected, deprecated, superseded, etc.?\n\n## Decision\n\n{decision}\n\n## Consequences\n\n{consequences}\n",
    "docs/adr/README.md": "# Decisions\n\n- [Go](0001-go.md)\n- [Search](0002-search.md)\n",
    "docs/adr/0002-proposed.md": "# 2. Go\n\n## Status\n\nProposed\n\n## Decision\n\nWe use Go.\n",
    "docs/adr/0003-superseded.md":
      "# 3. Go\n\n## Status\n\nSuperseded by [4](0004-x.md)\n\n## Decision\n\nWe use Go.\n",
    "docs/adr/_archive/0004-old.md": "# 4. Go\n\n## Status\n\nAccepted\n\n## Decision\n\nWe use Go.\n",
    "test/fixtures/adr/0005-x.md": "# 5. Go\n\n## Status\n\nAccepted\n\n## Decision\n\nWe use Go.\n",
    "docs/page.md":
      "# How to\n\n```md\n**ADR-1**: Go\n- **Trade-offs**: none\n```\n\n## Related Decisions\n\n**ADR-0001**: Go\n**ADR-0002**: Search\n",
  };
  for (const [path, text] of Object.entries(SILENT))
    it(`in ${path}`, () => expect(evaluate(path, text).reported).toEqual([]));
});
