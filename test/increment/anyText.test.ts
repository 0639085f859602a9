/** What readers ask for, on any text: nothing throws, all spans lie in the text, and a rename changes what it says. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { incrementCompletion } from "../../glossary/increment/features/complete.ts";
import { idHover } from "../../glossary/increment/features/idHover.ts";
import { idDefinition, idReferences } from "../../glossary/increment/features/idUses.ts";
import { incrementLenses } from "../../glossary/increment/features/lenses.ts";
import { planIdRename } from "../../glossary/increment/features/rename.ts";
import { incrementSymbols } from "../../glossary/increment/features/symbols.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { finishRename } from "../../glossary/workspace/renaming.ts";
import { pageOf, workspace } from "../fixture.ts";
import { PLAN, SPEC, TASKS } from "./shop.ts";

const SHOP = [
  "\n",
  "\n\n",
  "\r\n",
  " ",
  "| ",
  "- [x] ",
  "- [ ] ",
  "### ",
  "## ",
  "**",
  "**: ",
  ": ",
  ", ",
  "```\n",
  "US-001",
  "US1",
  "US-2",
  "AC-US1-01",
  "AC-US01-2",
  "AC-US2-01",
  "AC-US1-01 through AC-US1-03",
  "All",
  "T-001",
  "T-002",
  "FR-001",
  "TC-001",
  "FS-007",
  "[US1]",
  "**Satisfies ACs**: ",
  "**Status**: ",
  "Title",
  "**User Story**: ",
  "**Dependencies**: ",
  "---\nstatus: ",
  "\n---\n",
  "[a](spec.md#us-001-title)",
];
const KIRO = [
  "\n",
  "\n\n",
  "\r\n",
  " ",
  "- [x] ",
  "- [ ] ",
  "- [ ]* ",
  "### ",
  "## ",
  "**",
  ": ",
  ", ",
  "```\n",
  "  ",
  "### Requirement 1: ",
  "### 要件2\n",
  "Requirement 1",
  "#### Acceptance Criteria\n\n",
  "1. ",
  "2. ",
  "\n1. ",
  "1.1 ",
  "1.2",
  "2.1",
  "1",
  "All",
  "1.1-1.3",
  "2.0",
  "_",
  "_Requirements: ",
  "**Validates: Requirements ",
  "1.1 Title\n",
  "2. Title",
  "要件: 1.1",
  "Title",
  "[a](requirements.md#requirement-1)",
  "- ",
];
const KIRO_FOLDER = ".kiro/specs/cart";
const BACKLOG = [
  "---\nid: TASK-1\nstatus: To Do\n",
  "---\n",
  "\n",
  "\r\n",
  " ",
  "dependencies: [",
  "dependencies:\n",
  "  - ",
  "TASK-2",
  "task-1",
  "1.1",
  ", ",
  "]",
  "'",
  "status: Do",
  "parent_task_id: ",
  "## Acceptance Criteria\n",
  "## Notes\n",
  "<!-- AC:BEGIN -->\n",
  "<!-- AC:END -->\n",
  "<!-- SECTION:DESCRIPTION:BEGIN -->\n",
  "<!-- SECTION:DESCRIPTION:END -->\n",
  "- [ ] ",
  "- [x] #1 ",
  "#2",
  "```\n",
  "Title",
];

/** The pages of an increment, what they are written with, and the new id of its first story. */
const LAYOUTS: readonly (readonly [name: string, paths: readonly string[], pieces: string[], to: string])[] =
  [
    ["SpecWeave", [SPEC, PLAN, TASKS], SHOP, "US-009"],
    [
      "Kiro",
      ["requirements.md", "design.md", "tasks.md"].map((name) => `${KIRO_FOLDER}/${name}`),
      KIRO,
      "Requirement 9",
    ],
    ["Backlog.md", [1, 2].map((number) => `backlog/tasks/task-${number} - A.md`), BACKLOG, "TASK-9"],
  ];

describe.each(LAYOUTS)("any text in the layout of %s", (_name, paths, pieces, to) => {
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join(""));
  const pages = fc.record(Object.fromEntries(paths.map((path) => [path, text])));
  const first = paths[0] as string;

  it("can be asked about anywhere", () => {
    fc.assert(
      fc.property(pages, (files) => {
        const { snapshot } = workspace(files);
        for (const [path, source] of Object.entries(files)) {
          const page = pageOf({ snapshot }, path);
          const spans = [...incrementLenses(snapshot, page), ...incrementSymbols(page)].map(
            ({ span }) => span,
          );
          for (let offset = 0; offset <= source.length; offset += 3) {
            const hover = idHover(snapshot, page, offset);
            if (hover) spans.push(hover.span);
            spans.push(...idDefinition(snapshot, page, offset).map(({ origin }) => origin));
            idReferences(snapshot, page, offset);
            for (const { replace } of incrementCompletion(snapshot, page, offset) ?? []) {
              expect(replace.start <= offset && offset <= replace.end).toBe(true);
              spans.push(replace);
            }
          }
          for (const { start, end } of spans)
            expect(0 <= start && start <= end && end <= source.length).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("says the new id wherever it said the old one", () => {
    fc.assert(
      fc.property(pages, (files) => {
        const { snapshot } = workspace(files);
        const page = pageOf({ snapshot }, first);
        const story = page.exports.increment?.mentions.find(({ key }) => key === "US-1");
        if (!story) return;
        const read = new Map(Object.keys(files).map((path) => [path, pageOf({ snapshot }, path)]));
        const at = story.span.start;
        const plan = planIdRename(snapshot, page, at);
        if (plan?.kind !== "plan") throw new Error("there is nothing to rename");
        const renaming = finishRename(plan, snapshot, to, { pages: read, texts: new Map() }, true);
        if (renaming.kind === "refused") return;
        const after = Object.entries(files).map(([path, source]) => {
          const own = renaming.edits.filter((edit) => edit.path === path);
          return [path, applyEdits(source, own)] as const;
        });
        const now = workspace(Object.fromEntries(after)).snapshot;
        for (const [path] of after)
          expect(now.pages.get(path)?.exports.increment?.mentions.map(({ key }) => key)).toEqual(
            snapshot.pages
              .get(path)
              ?.exports.increment?.mentions.map(({ key }) =>
                key.replace(/^US-1$/, "US-9").replace(/^AC-US1-/, "AC-US9-"),
              ),
          );
      }),
      { numRuns: 300 },
    );
  });
});
