/** A backlog for tests: two tasks, one that is completed, one that is archived, and a draft. */

export const BACKLOG = "backlog";
export const CONFIGURATION = `${BACKLOG}/config.yml`;

export function file(number: number, name: string): string {
  return `${BACKLOG}/tasks/task-${number} - ${name}.md`;
}

export const FIRST = file(1, "Keep-the-cart");
export const SECOND = file(2, "Empty-the-cart");
export const COMPLETED = `${BACKLOG}/completed/task-3 - Ship.md`;
export const ARCHIVED = `${BACKLOG}/archive/tasks/task-4 - Old.md`;
export const DRAFT = `${BACKLOG}/drafts/draft-1 - Idea.md`;

interface Stated {
  readonly status?: string;
  readonly dependencies?: string;
  readonly parent?: string;
  /** Each with its box: `[x] One`. */
  readonly criteria?: readonly string[];
}

/** A task as the tool writes it. */
export function task(
  number: number | string,
  title: string,
  { status = "To Do", dependencies = "[]", parent, criteria = [] }: Stated = {},
): string {
  const lines = criteria.map((one, i) => `- ${one.slice(0, 3)} #${i + 1}${one.slice(3)}\n`);
  return `---
id: TASK-${number}
title: ${title}
status: ${status}
assignee: []
created_date: '2025-06-01 09:12'
labels: []
dependencies: ${dependencies}
${parent === undefined ? "" : `parent_task_id: ${parent}\n`}---

## Description

<!-- SECTION:DESCRIPTION:BEGIN -->
It is so.
<!-- SECTION:DESCRIPTION:END -->
${lines.length === 0 ? "" : `\n## Acceptance Criteria\n<!-- AC:BEGIN -->\n${lines.join("")}<!-- AC:END -->\n`}`;
}

export const FILES: Readonly<Record<string, string>> = {
  [CONFIGURATION]: `project_name: "Shop"
default_status: "To Do"
statuses: ["To Do", "In Progress", "Done"]
task_prefix: "task"
`,
  [FIRST]: task(1, "Keep the cart", {
    status: "In Progress",
    criteria: ["[x] The cart survives a restart", "[ ] It is empty after seven days"],
  }),
  [SECOND]: task(2, "Empty the cart", {
    dependencies: "\n  - TASK-1",
    criteria: ["[ ] One click empties it"],
  }),
  [COMPLETED]: task(3, "Ship", { status: "Done", criteria: ["[x] It is shipped"] }),
  [ARCHIVED]: task(4, "Old"),
  [DRAFT]: task(1, "Idea", { status: "Draft" }).replace("TASK-", "DRAFT-"),
};
