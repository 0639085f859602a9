import { defineRule, type Fix } from "../../rule/rule.ts";
import { statusEdit } from "../edits/state.ts";
import { incrementOf } from "../index/increments.ts";
import type { IncrementView } from "../index/view.ts";
import type { Placed } from "../model/increment.ts";
import type { IncrementStatus } from "../model/index.ts";

interface Data {
  readonly here: IncrementStatus;
  readonly metadata: Placed<IncrementStatus>;
}

const PATH = ".specweave/increments/0003-carts/spec.md";
const METADATA = (status: string) => ({
  ".specweave/increments/0003-carts/metadata.json": `{\n  "id": "0003-carts",\n  "status": "${status}"\n}\n`,
});

export const statusDesync = defineRule<Data, IncrementView>({
  id: "increment/status-desync",
  since: "0.1.0",
  severity: "error",
  scope: "workspace",
  summary: "The specification and metadata.json of an increment state different statuses.",
  why: `Tools read the status of an increment from \`metadata.json\`, people and other tools from the front matter of
\`spec.md\`. Where they differ, an increment is active for one and completed for the other.

Words for the same status are the same: *planned* and *planning*, *done*, *closed* and *completed*, *in-progress* and
*active*. A status that is only a line of text in the specification is not compared, nor one that is no status at all.
Completed increments count as long as they are not archived. The quick fixes copy one status over the other and change
nothing else.`,
  measured: `Never by default in the repository of SpecWeave; with archived documents 4 of 51 increments: 4 read, 4
right.`,
  examples: [
    {
      title: "Completed for the tool only",
      path: PATH,
      given: METADATA("completed"),
      bad: "---\nincrement: 0003-carts\nstatus: «active»\n---\n\n# Carts\n",
      good: "---\nincrement: 0003-carts\nstatus: completed\n---\n\n# Carts\n",
    },
    {
      title: "Other words for the same",
      path: PATH,
      given: METADATA("planned"),
      good: '---\nincrement: 0003-carts\nstatus: "planning"\n---\n\n# Carts\n',
    },
    {
      title: "A status in a line of text",
      path: PATH,
      given: METADATA("completed"),
      good: "# Carts\n\n**Status**: Planning\n",
    },
  ],

  message: ({ here, metadata }) =>
    `The status is “${here.text}” here, but “${metadata.what.text}” in metadata.json: make them agree`,

  *check({ page, snapshot }) {
    const here = page.exports.increment?.status;
    if (page.exports.increment?.place.role !== "spec" || here?.from !== "matter" || !here.name) return;
    const metadata = incrementOf(snapshot.increments, page)?.statuses.find(
      ({ what }) => what.from === "metadata",
    );
    if (!metadata?.what.name || metadata.what.name === here.name) return;
    const { path, what } = metadata;
    yield {
      span: here.span,
      data: { here, metadata },
      related: [{ path, span: what.span, message: what.text }],
    };
  },

  fixes({ data: { here, metadata } }, { page }) {
    const fixes: Fix[] = [];
    if (metadata.what.name)
      fixes.push({
        title: `Set "${metadata.what.name}" here, as in metadata.json`,
        changes: [{ kind: "edit", path: page.path, edits: [statusEdit(here, metadata.what.name)] }],
        safety: "review",
        preferred: true,
      });
    if (here.name)
      fixes.push({
        title: `Set "${here.name}" in metadata.json, as here`,
        changes: [{ kind: "edit", path: metadata.path, edits: [statusEdit(metadata.what, here.name)] }],
        safety: "review",
      });
    return fixes;
  },
});
