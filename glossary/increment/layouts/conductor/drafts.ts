/** New tracks, in the form that the tool's own command writes them. `{{…}}` is what the author fills in. */

import type { Edit } from "../../../text/span.ts";
import { type IncrementTarget, linesAfter } from "../../edits/edits.ts";
import { incrementSlug } from "../../edits/name.ts";
import type { Around, Files, NewIncrement } from "../layout.ts";

/** The files of a new track: `keep_the_cart_20250601/spec.md` and those beside it. */
export function trackFiles({ title, date, instant }: NewIncrement, { view, root }: Around): Files {
  const slug = `${incrementSlug(title).replaceAll("-", "_")}_${date.replaceAll("-", "")}`;
  let name = slug;
  for (let i = 2; view.increments.units.has(`${root}/${name}`); i++) name = `${slug}_${i}`;
  const spec = `# Specification: ${title}

## Overview

{{What is missing today, and for whom}}

## Functional Requirements

- {{What it does}}

## Acceptance Criteria

- [ ] {{What can be seen when it is done}}

## Out of Scope

- {{What it does not do}}
`;
  const plan = `# Implementation Plan: ${title}

## Phase 1: {{Name}}

- [ ] Task: {{What is done}}
    - [ ] Write tests
    - [ ] Implement
- [ ] Task: Conductor - User Manual Verification 'Phase 1: {{Name}}' (Protocol in workflow.md)
`;
  const metadata = {
    track_id: name,
    type: "feature",
    status: "new",
    created_at: instant,
    updated_at: instant,
    description: title,
  };
  const index = `# Track ${name} Context

- [Specification](./spec.md)
- [Implementation Plan](./plan.md)
- [Metadata](./metadata.json)
`;
  return [
    [`${name}/spec.md`, spec],
    [`${name}/plan.md`, plan],
    [`${name}/metadata.json`, `${JSON.stringify(metadata, null, 2)}\n`],
    [`${name}/index.md`, index],
  ];
}

/** Behind the last task; `undefined` on a page without one. */
export function addTask({ page, ...target }: IncrementTarget): Edit | undefined {
  const last = page.tasks.findLast(({ title }) => !/User Manual Verification/.test(title));
  return last && linesAfter({ page, ...target }, last.bodyEnd, ["- [ ] Task: {{What is done}}"]);
}

/** Behind the last criterion; `undefined` on a page without one. */
export function addCriterion({ page, ...target }: IncrementTarget): Edit | undefined {
  const last = page.criteria.at(-1);
  const box = last?.state ? "[ ] " : "";
  return (
    last && linesAfter({ page, ...target }, last.span.end, [`- ${box}{{What can be seen when it is done}}`])
  );
}
