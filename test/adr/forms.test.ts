/** Decision records in forms without the usual sections, and pages beside them that are none. */
import { describe, expect, it } from "vitest";
import { adrLog } from "../../glossary/adr/features/log.ts";
import { workspace } from "../fixture.ts";
import { evaluate } from "./evaluate.ts";

type Case = readonly [path: string, text: string, found: string];

/** `kind | status | rationale | reported`, empty parts left out; `entries: …` where there are some. */
function line(path: string, text: string): string {
  const { kind, status, rationale, reported, entries } = evaluate(path, text);
  const parts = [kind, status, rationale, reported.length > 0 && "reported"];
  if (entries.length > 0)
    parts.push(`entries: ${entries.map(({ id, rationale: said }) => `${id} ${said}`).join(", ")}`);
  return parts.filter((part) => part && part !== "na").join(" | ");
}

const CASES: Readonly<Record<string, Case>> = {
  "paragraphs in a numbered file": [
    "docs/adr/0007-carts-in-redis.md",
    "# Carts in Redis\n\nCarts are kept in Redis, because every request reads them and the database was too slow.\n",
    "record | present",
  ],
  "paragraphs that give no reason": [
    "docs/adr/0008-logs.md",
    "# Logs as JSON\n\nAll services write their logs as lines of JSON to the standard output.\n",
    "record | missing | reported",
  ],
  "paragraphs in a dated file that decide": [
    "decisions/2024-01-15-maps.md",
    "# Maps\n\nWe will use Postgres instead of MySQL. The reason is that its index knows polygons.\n",
    "record | present",
  ],
  "paragraphs in a dated file about a meeting": [
    "decisions/2024-01-16-sync.md",
    "# Meeting of the team\n\nWe talked about the harbour and will meet again in a week.\n",
    "none",
  ],
  "a chapter with a short number": [
    "course/decisions/03-loops.md",
    "# Loops\n\nA loop repeats what stands in it until its condition is false.\n",
    "none",
  ],
  "a Y-statement in a file without a number": [
    "docs/design-decisions/carts.md",
    "# Carts\n\nIn the context of the checkout, facing lost carts, we decided for a table, to achieve carts that survive a restart, accepting one more read.\n",
    "record | present",
  ],
  "a guide in the folder": [
    "docs/adr/how-to.md",
    "# How to write\n\nCopy the template and open a pull request.\n",
    "none",
  ],
  "labels without a status": [
    "docs/decisions/queue.md",
    "# A queue before billing\n\nContext: Imports come in bursts.\n\nDecision: A queue stands between them.\n\nWhy: Billing takes one a second.\n",
    "record | present",
  ],
  "many decisions on one page": [
    "docs/decisions/2024.md",
    "# 2024\n\n## Desktop\n\n**Decision**: egui\n\n**Context**: Linux\n\n## Phone\n\n**Decision**: Slint\n\n**Context**: Android\n",
    "none",
  ],
  "a table of fields": [
    "docs/adr/0011-telemetry.md",
    "# ADR-011 One collector\n\n| Field | Value |\n|---|---|\n| Status | Accepted |\n| Context | Three agents run on every host |\n| Decision | Use one collector |\n| Rationale | One agent to patch, and vendors can be changed |\n",
    "record | Accepted | present",
  ],
  "a table of fields without a reason": [
    "docs/adr/0012-kotlin.md",
    "# ADR-012 Kotlin\n\n| Field | Value |\n|---|---|\n| Status | Accepted |\n| Decision | New services are written in Kotlin |\n| Date | 2024-02-01 |\n| Deciders | The whole team, all of it |\n",
    "record | Accepted | missing | reported",
  ],
  "a status below a summary": [
    "docs/adr/0016-tools.md",
    "# ADR-0016: Tools\n\n## TL;DR\n\nTools are classes.\n\n**Status:** Accepted\n\n## Decision\n\nTools are classes so that they can be injected.\n",
    "record | Accepted | present",
  ],
  "a status in the front matter that is that of the page": [
    "docs/adr/0017-pods.md",
    "---\nstatus: reviewed-by-docs\n---\n\n# ADR-0017: Pods\n\n**Status**: Accepted\n\n## Decision\n\nPods, because they need no root.\n",
    "record | Accepted | present",
  ],
  "a line that says what took its place": [
    "docs/adr/0018-jenkins.md",
    "# ADR-018: Jenkins\n\nSuperseded by [ADR-019](0019-actions.md).\n\nWe build with Jenkins.\n",
    "record | Superseded by ADR-019. | missing",
  ],
  "numbered headings of a page of decisions": [
    "docs/decisions.md",
    "# Decisions\n\n## D1. Foundations first\n\n**Decision.** We mend what is there.\n\n**Why.** Each new city would double the work.\n\n## D2. One map\n\n**Decision.** One basemap.\n",
    "none | reported | entries: 1 present, 2 missing",
  ],
  "numbered headings of another page": [
    "docs/plan.md",
    "# Plan\n\n## D1. Foundations\n\n**Decision.** Mend.\n",
    "none",
  ],
  Russian: [
    "docs/adr/0001-ocheredi.md",
    "# Очередь событий\n\n- Статус: Принято\n\n## Контекст\n\nСервисы вызывают друг друга и вместе выходят из строя.\n\n## Решение\n\nОдна очередь на всех.\n",
    "record | Принято | weak",
  ],
  Italian: [
    "docs/adr/0002-sessioni.md",
    "# ADR-002: Sessioni\n\n**Stato**: Accettato\n\n## Decisione\n\nLe sessioni sono nella memoria perché il database non regge il carico di tutte le richieste.\n",
    "record | Accettato | present",
  ],
  Dutch: [
    "docs/adr/0003-kaarten.md",
    "# ADR-003: Kaarten\n\nWe gebruiken Postgres omdat het voor kaarten heeft wat nodig is.\n",
    "record | missing",
  ],
};

describe("a decision record", () => {
  for (const [form, [path, text, found]] of Object.entries(CASES))
    it(`as ${form}`, () => expect(line(path, text)).toBe(found));
});

describe("the log", () => {
  it("has the decisions of a page of decisions, and none of those in plans", () => {
    const { snapshot } = workspace(`
      -- docs/DECISIONS.md --
      # Decisions

      ## D-002: Two queues

      **Date**: 2024-02-01 · **Status**: Superseded by D-3

      **Decision**: One for each kind.

      ## D-001: One queue

      ### Status

      Accepted

      ### Decision

      One for all.
      -- docs/plan.md --
      # Plan

      ## Decisions

      ### ADR-007: Later

      **Decision**: Not now.
      -- docs/adr/0001-logs.md --
      # ADR-0001: Logs

      **Status**: Proposed
    `);
    const lines = adrLog(snapshot).entries.map(({ label, title, status, kind }) =>
      [label, title, status, kind].join(" | "),
    );
    expect(lines).toEqual([
      "D-002 | Two queues | Superseded by D-3 | superseded",
      "D-001 | One queue | Accepted | accepted",
      "ADR-0001 | Logs | Proposed | proposed",
    ]);
  });
});
