/** Tasks for tests, in the form that task-master-ai 0.43 writes. */

export const TASKS = ".taskmaster/tasks/tasks.json";
export const DOCUMENT = ".taskmaster/docs/prd.md";

interface Stated {
  readonly title?: string;
  readonly status?: string;
  readonly dependencies?: readonly (number | string)[];
  readonly subtasks?: readonly object[];
}

/** A task; a part of one where it is put among `subtasks`. */
export function task(id: number | string, stated: Stated = {}): object {
  const { title = `Do ${id}`, status = "pending", dependencies = [], subtasks = [] } = stated;
  return {
    id,
    title,
    description: "",
    details: "",
    testStrategy: "",
    priority: "medium",
    status,
    dependencies,
    subtasks,
  };
}

/** The file with these lists of tasks, by tag. */
export function tagged(lists: Readonly<Record<string, readonly object[]>>): string {
  const entries = Object.entries(lists).map(([tag, tasks]) => [
    tag,
    { tasks, metadata: { created: "2026-01-31T09:12:00.000Z", description: "Tasks" } },
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}

export const FILES: Readonly<Record<string, string>> = {
  ".taskmaster/config.json": "{}\n",
  [TASKS]: tagged({
    master: [
      task(1, { title: "Store carts", status: "done" }),
      task(2, {
        title: "Show carts",
        status: "in-progress",
        dependencies: [1],
        subtasks: [
          task(1, { title: "List", status: "done" }),
          task(2, { title: "Page", dependencies: [1, "1"] }),
        ],
      }),
      task("3", { title: "Share carts", dependencies: ["2", "2.1"] }),
    ],
    pay: [task(1, { title: "Pay" }), task(2, { title: "Refund", dependencies: [1] })],
  }),
  [DOCUMENT]: "# The shop\n\nTask 2 shows carts, and task 2.2 pages. In `task 9`, too.\n",
};
