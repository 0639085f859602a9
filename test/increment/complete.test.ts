import { describe, expect, it } from "vitest";
import { incrementCompletion } from "../../glossary/increment/features/complete.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { cursorOf, workspace } from "../fixture.ts";
import { COPY, PLAN, SPEC, shop, TASKS } from "./shop.ts";

function complete(path: string, text: string, more = "") {
  const at = workspace(shop({ [path]: () => text }) + more);
  const { page, offset } = cursorOf(at);
  const found = incrementCompletion(at.snapshot, page, offset);
  const after = (i: number) => {
    const one = found?.[i];
    return one && applyEdits(page.text, [{ span: one.replace, text: one.text }]);
  };
  return { labels: found?.map(({ label, note }) => label + (note && ` (${note})`)).join(", "), found, after };
}

const TASK = (fields: string) => `### T-001: Add
**User Story**: US-001 | **Satisfies ACs**: AC-US1-01 | **Status**: [x] completed

### T-002: Go on
${fields}

### T-003: End
**Dependencies**: T-002
**Status**: [ ] pending
`;

const OFFERS: readonly (readonly [what: string, path: string, text: string, offers: string | undefined])[] = [
  [
    "criteria: what is not covered first, of the task's own story before all",
    TASKS,
    TASK("**User Story**: US-002 | **Satisfies ACs**: $0"),
    "AC-US2-01 (not covered), AC-US1-02 (not covered), AC-US1-03 (not covered), AC-US1-01",
  ],
  [
    "criteria that are not named yet",
    TASKS,
    TASK("**User Story**: US-001\n**AC**: AC-US1-02, $0"),
    "AC-US1-03 (not covered), AC-US2-01 (not covered), AC-US1-01",
  ],
  [
    "criteria behind what has been typed",
    TASKS,
    TASK("**ACs**: AC-U$0"),
    "AC-US1-02 (not covered), AC-US1-03 (not covered), AC-US2-01 (not covered), AC-US1-01",
  ],
  ["stories", TASKS, TASK("**User Story**: $0 | **Satisfies ACs**: AC-US1-02"), "US-001 (P1), US-002 (P2)"],
  ["tasks, without those that wait for this one", TASKS, TASK("**Dependencies**: $0"), "T-001 (done)"],
  ["statuses as the page writes them", TASKS, TASK("**Status**: $0"), "[x] completed, [ ] pending"],
  [
    "statuses as SpecWeave writes them, where the page has none",
    TASKS,
    "### T-001: A\n**Status**: $0\n",
    "[ ] pending, [x] completed",
  ],
  [
    "statuses without boxes",
    TASKS,
    "### T-001: A\n**Status**: done\n\n### T-002: B\n**Status**: $0\n",
    "done",
  ],
  ["priorities", TASKS, TASK("**Priority**: $0"), "P0, P1, P2, P3"],
  ["priorities of the front matter", SPEC, "---\npriority: $0\n---\n", "P0, P1, P2, P3"],
  [
    "statuses of the front matter",
    SPEC,
    "---\nstatus: a$0\n---\n",
    "planning, active, backlog, paused, ready_for_review, completed, abandoned",
  ],
  [
    "types of the front matter",
    SPEC,
    "---\ntype:$0\n---\n",
    "feature, bug, hotfix, change-request, refactor, experiment",
  ],
  ["nothing for other keys", SPEC, "---\ntitle: $0\n---\n", undefined],
  [
    "nothing for the list of criteria in a specification",
    SPEC,
    "### US-001: A\n\n**Acceptance Criteria**: $0\n",
    undefined,
  ],
  ["nothing in a test", TASKS, TASK("**Test**: $0"), undefined],
  ["nothing in running text", TASKS, TASK("See $0"), undefined],
  ["nothing on the line behind a field", TASKS, TASK("**Satisfies ACs**: AC-US1-01\n$0"), undefined],
  ["nothing in the label", TASKS, TASK("**Satisfies $0ACs**: AC-US1-01"), undefined],
  ["nothing in code", PLAN, "```\n**Satisfies ACs**: $0\n```\n", undefined],
  ["nothing in copies", COPY, "**Satisfies ACs**: $0\n", undefined],
];

describe("a field is offered", () => {
  for (const [what, path, text, offers] of OFFERS)
    it(what, () => {
      expect(complete(path, text).labels).toBe(offers);
    });

  it("the projects of the configuration", () => {
    const config = '-- .specweave/config.json --\n{"multiProject": {"projects": {"web": {}, "app": {}}}}\n';
    const spec = "### US-001: A\n\n**Project**: $0\n\n### US-002: B\n\n**Project**: old\n";
    expect(complete(SPEC, spec, config).labels).toBe("web, app, old");
  });

  it("ids with what they stand for", () => {
    expect(complete(TASKS, TASK("**ACs**: $0")).found?.[0]?.detail).toBe("An article is added twice");
  });
});

/** What the field is afterwards, with the first of what is offered. */
const WRITES: readonly (readonly [before: string, after: string])[] = [
  ["**Satisfies ACs**: $0", "**Satisfies ACs**: AC-US1-02"],
  ["**Satisfies ACs**:$0", "**Satisfies ACs**: AC-US1-02"],
  ["**Satisfies ACs:**$0", "**Satisfies ACs:** AC-US1-02"],
  ["**Satisfies ACs**: AC-US1-03,$0", "**Satisfies ACs**: AC-US1-03, AC-US1-02"],
  ["**Satisfies ACs**: AC-$0", "**Satisfies ACs**: AC-US1-02"],
  [
    "**Satisfies ACs**: AC-US2-$0 | **Status**: [ ] pending",
    "**Satisfies ACs**: AC-US1-02 | **Status**: [ ] pending",
  ],
  ["- **Satisfies ACs**: AC-$0US1-01, AC-US1-03", "- **Satisfies ACs**: AC-US1-02, AC-US1-03"],
  ["**Status**: [ ] in prog$0ress", "**Status**: [x] completed"],
  ["**Status**: $0", "**Status**: [x] completed"],
];

describe("a word that stands there already", () => {
  it("can be exchanged for any other", () => {
    const filters = (field: string) => complete(TASKS, TASK(field)).found?.map(({ filter }) => filter);
    expect(filters("**Priority**: P$01")).toEqual(["P1 P0", "P1 P1", "P1 P2", "P1 P3"]);
    expect(filters("**Priority**: P$0")).toEqual(["P0", "P1", "P2", "P3"]);
  });
});

describe("a field is written", () => {
  for (const [before, after] of WRITES)
    it(before, () => {
      expect(complete(TASKS, TASK(before)).after(0)).toBe(TASK(after));
    });
});
