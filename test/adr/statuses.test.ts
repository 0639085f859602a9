/** Statuses in the forms in which people write them. */
import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import { folder, found, logged, messages } from "./found.ts";

const BODY =
  "## Context\n\nThe shop has to be quick.\n\n## Decision\n\nWe do it because the shop has to be quick.\n";
const section = (status: string) => `# 4. D\n\n## Status\n\n${status}\n\n${BODY}`;
const statusOf = (text: string) => logged(folder({ "0004-d": text })).join();

describe("a status", () => {
  const KINDS: Readonly<Record<string, string>> = {
    "Partially accepted": "accepted",
    "Mostly implemented": "implemented",
    "Conditionally approved": "accepted",
    "Provisionally accepted": "accepted",
    "Teilweise umgesetzt": "implemented",
    "Partiellement accepté": "accepted",
    "Parcialmente aceptado": "accepted",
    "Not accepted": "rejected",
    Undecided: "proposed",
    "Accepted with changes": "accepted",
    "Work in progress": "draft",
    "On hold": "draft",
    RFC: "proposed",
    Ratified: "accepted",
    "In review": "proposed",
    "Ready for review": "proposed",
    "En cours": "draft",
    Aprobado: "accepted",
    Beschlossen: "accepted",
    Entwurf: "draft",
    採用: "accepted",
    検討中: "proposed",
    已通过: "accepted",
    WIP: "draft",
    "Accepted ✔️": "accepted",
    "🟢 Active": "accepted",
    "Accepted | 2024-01-02": "accepted",
    "[Accepted](README.md)": "accepted",
    "accepted, amended by ADR-0002": "accepted",
    Parked: "draft",
    Blocked: "draft",
    Live: "implemented",
    "Under discussion": "proposed",
    "Needs discussion": "proposed",
    Tentative: "proposed",
    Vigente: "accepted",
    "In Arbeit": "draft",
    Validée: "accepted",
    部分採用: "accepted",
    "~~Accepted~~ Superseded by [ADR-0002](0002-b.md)": "superseded",
    "~~Proposed~~\n\nAccepted": "accepted",
    "~~Proposed~~ / Accepted": "accepted",
    "<del>Proposed</del> Accepted": "accepted",
    "- ~~Proposed~~\n- Accepted": "accepted",
    "Accepted ~~Proposed~~": "accepted",
    "{Active}": "accepted",
    "Partially\naccepted": "accepted",
    "**Proposed.** A draft of our position; not yet accepted.": "proposed",
    "*Accepted.* Since May.": "accepted",
    "Supersedes [2. New](0002-new.md)\n\nAccepted": "accepted",
    "Amends ADR-0002\n\nProposed": "proposed",
    "2026-11-01 proposed\n\n2026-11-05 accepted": "accepted",
    "2026-11-01 accepted\n\n2026-11-06 deprecated": "deprecated",
    "2026-11-01 accepted\n\nSuperseded by [1. Use a queue](0001-use-a-queue.md)": "accepted",
    "- Proposed on 2026-11-01\n- Accepted on 2026-11-05": "accepted",
    "- 2026-11-05: Accepted\n- 2026-11-01: Proposed": "accepted",
    "* **2026-11-01** Proposed\n* **2026-11-05** Rejected": "rejected",
    "Proposed (01.11.2026)\nAccepted (05.11.2026)": "accepted",
    "| Date | Status |\n|---|---|\n| 2026-11-01 | Proposed |\n| 2026-11-05 | Accepted |": "accepted",
  };
  for (const [status, kind] of Object.entries(KINDS))
    it(`is ${kind}: ${JSON.stringify(status)}`, () =>
      expect(statusOf(section(status)).split(" ").at(-1)).toBe(kind));

  it("goes on where a line cannot end", () =>
    expect(
      evaluate("docs/adr/0004-d.md", section("Superseded by\n[ADR-0005](0005-e.md), but only\nfor carts"))
        .status,
    ).toBe("Superseded by ADR-0005, but only for carts"));

  const PLACES: Readonly<Record<string, string>> = {
    "is the first word of the title": `# Draft: Use a queue\n\n${BODY}`,
    "stands before the title in brackets": `# ADR-0004: [Draft] Use a queue\n\n${BODY}`,
    "stands behind the title": `# 4. Use a queue (draft)\n\n${BODY}`,
    "is bold with its label": `# 4. D\n\n**Status: Draft**\\\n**Deciders:** us\n\n${BODY}`,
    "stands below a second heading of the same name": `# Use a queue\n\n## Use a queue\n\n* **Status:** Draft\n\n${BODY}`,
    "stands below a title that ends like a section": `# DB Choices\n\n* **Status:** Draft\n\n${BODY}`,
    "stands below a heading of any name": `# Use a queue\n\n## Document control\n\n- Status: Draft\n- Owner: us\n\n${BODY}`,
    "stands below what became of the record":
      "# 4. D\n\n> **CURRENT STATE (2025-11-03): superseded in part**\n>\n> Kept for those who ask.\n\n**Status**: Draft\n\n" +
      BODY,
    "is labelled in italics": `# 4. D\n\n_Status_: Draft\n\n${BODY}`,
  };
  for (const [name, text] of Object.entries(PLACES))
    it(name, () => expect(statusOf(text).split(" ").at(-1)).toBe("draft"));
});

describe("what states nothing", () => {
  const OTHERS = { "0001-a": section("Accepted"), "0002-b": section("Accepted").replace("4. D", "2. B") };
  for (const status of ["n/a", "TBD", "?", "✅", "—", "- n/a"])
    it(`is no status: ${status}`, () => {
      const files = folder({ ...OTHERS, "0004-d": section(status) });
      expect(found(files).filter((one) => one.startsWith("0004"))).toEqual(["0004-d:5 missing-status"]);
      // Alone, without neighbours to compare it with, the place is reported as one that says nothing.
      expect(found(folder({ "0004-d": section(status) }))).toEqual(["0004-d:5 unknown-status"]);
    });
});

describe("a word that negates", () => {
  for (const status of [
    "Unaccepted",
    "Unapproved",
    "Unresolved",
    "Incomplete",
    "Unentschieden",
    "未通过",
    "Onaylanmadı",
  ])
    it(`is not turned into its opposite: ${status}`, () => {
      const [message = ""] = messages(folder({ "0004-d": section(status) }), "unknown-status");
      expect(message).not.toContain("did you mean");
    });
  for (const [status, known] of [
    ["Acepted", "Accepted"],
    ["Imlpemented", "Implemented"],
    ["Depracated", "Deprecated"],
    ["Inactve", "Inactive"],
  ])
    it(`is a slip: ${status}`, () =>
      expect(messages(folder({ "0004-d": section(status as string) }), "unknown-status").join()).toContain(
        `did you mean “${known}”?`,
      ));
});

describe("a line that says what the record supersedes", () => {
  it("is no status, and no slip of one", () => {
    const [message = ""] = messages(
      folder({ "0004-d": section("Supercedes [2. New](0002-new.md)") }),
      "unknown-status",
    );
    expect(message).toContain("is no known status");
    expect(message).not.toContain("did you mean");
  });
  it("does not make a sentence below it the status", () =>
    expect(statusOf(section("Supersedes ADR-0002\n\nIt is about carts."))).not.toContain("carts"));
});
