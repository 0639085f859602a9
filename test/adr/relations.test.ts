/** What a record supersedes or amends, and what is no reference to another one. */
import { describe, expect, it } from "vitest";
import { adrLog } from "../../glossary/adr/features/log.ts";
import { workspace } from "../fixture.ts";
import { folder, found } from "./found.ts";

const record = (n: number, fields: string) =>
  `# ADR-000${n}: Thing ${n}\n\n${fields}\n\n## Context\n\nCarts vanish.\n\n## Decision\n\nWe keep them because people change devices.\n`;
const relationsOf = (fields: string) => {
  const { snapshot } = workspace(
    folder({ "0001-a": record(1, "- **Status:** Accepted"), "0002-b": record(2, fields) }),
  );
  return snapshot.adrs.records.get("docs/adr/0002-b.md")?.relations.map(({ kind, key }) => `${kind} ${key}`);
};

describe("a field without a value", () => {
  const EMPTY = [
    "—",
    "-",
    "–",
    "n/a",
    "N/A",
    "none",
    "None.",
    "nothing",
    "keine",
    "aucune",
    "",
    "_none_",
    "(none)",
    "— (see ADR-0001)",
    "None (extends ADR-0001)",
  ];
  for (const value of EMPTY)
    it(`names nothing, and does not take the next item: ${JSON.stringify(value)}`, () => {
      expect(
        relationsOf(`- **Status:** Accepted\n- **Superseded by:** ${value}\n- **Related:** ADR-0001`),
      ).toEqual([]);
      expect(relationsOf(`* Status: Accepted\n* Supersedes: ${value}\n* See ADR-0001`)).toEqual([]);
      expect(relationsOf(`1. Status: Accepted\n2. Supersedes: ${value}\n3. See ADR-0001`)).toEqual([]);
      expect(
        relationsOf(`**Status:** Accepted  \n**Supersedes:** ${value}  \n**Related:** ADR-0001`),
      ).toEqual([]);
      expect(
        relationsOf(
          `| | |\n|---|---|\n| Status | Accepted |\n| Supersedes | ${value} |\n| Related | ADR-0001 |`,
        ),
      ).toEqual([]);
    });
});

describe("a field with a value", () => {
  const NAMED = [
    "- **Status:** Accepted\n- **Supersedes:** ADR-0001\n- **Related:** none",
    "- **Status:** Accepted\n- **Supersedes:**\n  - ADR-0001\n- **Related:** ADR-0003",
    "**Status:** Accepted\n**Supersedes:**\n\n- ADR-0001\n",
    "**Status:** Accepted\n\nSupersedes\nADR-0001 in all of it.",
    "| | |\n|---|---|\n| Status | Accepted |\n| Supersedes | ADR-0001 |",
  ];
  for (const fields of NAMED)
    it(`names a record: ${JSON.stringify(fields)}`, () =>
      expect(relationsOf(fields)).toEqual(["supersedes 1"]));
});

it("two records that only say that they are related supersede nothing", () => {
  const fields = (other: number) =>
    `- **Status:** Accepted\n- **Supersedes:** —\n- **Superseded by:** —\n- **Related:** ADR-000${other}`;
  expect(found(folder({ "0001-a": record(1, fields(2)), "0002-b": record(2, fields(1)) }))).toEqual([]);
});

describe("a superseded record leads on", () => {
  const old = (head: string) => `# 1. Old\n\n${head}\n\n## Decision\n\nWe do it because we can.\n`;
  const LEADS = [
    "- Status: superseded — PR#305 does it now",
    "- Status: superseded — PR#305가 대체. 예약이 없어진다.",
    "- Status: superseded by !42",
    "Superseded\n\nThis is a feature of the engine now: <https://engine.example/news/retargeting>",
    "**Status**: Superseded, see [the wiki](https://wiki.example/carts)",
  ];
  for (const head of LEADS)
    it(JSON.stringify(head), () => expect(found(folder({ "0001-old": old(head) }))).toEqual([]));
  const DEAD = [
    "- Status: superseded\n- Related issue: [#27](https://tracker.example/27)",
    "**Status**: Superseded",
  ];
  for (const head of DEAD)
    it(`or does not: ${JSON.stringify(head)}`, () =>
      expect(found(folder({ "0001-old": old(head) }))).toEqual(["0001-old:1 superseded-without-link"]));
});

describe("a link to a file that is gone", () => {
  const of = (name: string) =>
    workspace({
      "docs/adr/0003-c.md": record(3, `- **Status:** Accepted\n- **Supersedes:** [ADR-0001](0001-a.md)`),
      [`docs/decisions/${name}`]: record(1, "- **Status:** Accepted"),
    }).snapshot;
  const edges = (name: string) => adrLog(of(name)).edges.map(({ to }) => to);

  it("means the record of that name where that is now", () => {
    expect(edges("0001-a.md")).toEqual(["docs/decisions/0001-a.md"]);
  });
  it("means no other record with its number in another folder", () => {
    expect(edges("0001-other.md")).toEqual([]);
  });
});

it("ends a status where its line does, whichever way", () => {
  const { snapshot } = workspace({ "docs/adr/0001-a.md": "# ADR-0001: A\r\rStatus: Accepted\r# Context\r" });
  expect(snapshot.adrs.records.get("docs/adr/0001-a.md")?.status?.text).toBe("Accepted");
});

it("a record that is named twice in a line misses one link back", () => {
  const fields = "Supersedes a part of [ADR-0001](0001-a.md). ADR 0001 named this as a way.";
  const log = { "0001-a": record(1, "- **Status:** Accepted"), "0002-b": record(2, fields) };
  expect(found(folder(log)).filter((one) => one.includes("missing-back-link"))).toHaveLength(1);
});
