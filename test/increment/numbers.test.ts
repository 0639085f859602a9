/** Numbers of what is added to an increment. */
import { describe, expect, it } from "vitest";
import { added, STORY, task } from "./added.ts";

const FOLDER = ".specweave/increments/0007-cart";

it("puts a task of Kiro behind all that is said of the last one", () => {
  const tasks = "- [ ] 1. Sell codes\n- [ ] Refuse the second use\n  - _Requirements: 1.3_\n";
  const files = { ".kiro/specs/cards/tasks.md": tasks };
  expect(added(files, ".kiro/specs/cards", task(undefined))).toMatchObject({
    behind: "  - _Requirements: 1.3_",
    text: "\n- [ ] 2. {{What is done}}\n",
  });
});

describe("the number of a new story", () => {
  it.each([
    ["follows the last story", "### US-002: Pay\n", "US-003"],
    ["is none that criteria without a story have", "- [ ] **AC-US1-01**: A basket holds ten\n", "US-002"],
    [
      "is none that criteria of a story to come have",
      "### US-001: Pay\n\n- [ ] **AC-US4-01**: A card\n",
      "US-005",
    ],
  ])("%s", (_, text, id) => {
    const files = { [`${FOLDER}/spec.md`]: `# Cart\n\n${text}` };
    const addition = added(files, FOLDER, STORY);
    expect(typeof addition === "object" && addition.text).toContain(`### ${id}: `);
  });
});
