/** Stories for tests, in the form of the template of bmad-method 6.12. */

export const FOLDER = "_bmad-output/implementation-artifacts";
export const FIRST = `${FOLDER}/1-1-keep-the-cart.md`;
export const SECOND = `${FOLDER}/1-2-empty-the-cart.md`;

interface Stated {
  readonly status?: string;
  readonly criteria: string;
  readonly tasks: string;
  readonly notes?: string;
}

export function story(
  number: string,
  title: string,
  { status = "in-progress", criteria, tasks, notes }: Stated,
) {
  return `# Story ${number}: ${title}

Status: ${status}

<!-- Note: Validation is optional. Run validate-create-story for quality check before dev-story. -->

## Story

As a customer,
I want to come back later,
so that I can think it over.

## Acceptance Criteria

${criteria}

## Tasks / Subtasks

${tasks}

## Dev Notes

${notes ?? "- None"}

### References

- [Source: _bmad-output/planning-artifacts/epics.md#Story-${number}]

## Dev Agent Record

### Agent Model Used

{{agent_model_name_version}}

### Completion Notes List

### File List
`;
}

export const FILES: Readonly<Record<string, string>> = {
  "_bmad/bmm/config.yaml": 'project_name: shop\noutput_folder: "{project-root}/_bmad-output"\n',
  [FIRST]: story("1.1", "Keep the Cart", {
    criteria: "1. The cart survives a restart\n2. It is empty after seven days\n3. Nobody else sees it",
    tasks:
      "- [x] Task 1: Store carts (AC: #1, #3)\n  - [x] 1.1 Table\n- [ ] Task 2: Delete old ones (AC: 2)\n  - [ ] 2.1 Job",
    notes: "- AC #2 needs a clock; Story 1.2 empties by hand.",
  }),
  [SECOND]: story("1.2", "Empty the Cart", {
    status: "ready-for-dev",
    criteria: "**AC1 — A button:** it empties the cart\n\n**AC2 — Undo:** for ten seconds",
    tasks: "- [ ] **Task 1: Button** (AC1–AC2)\n- [ ] Task 2: Test it (AC: all)",
  }),
};
