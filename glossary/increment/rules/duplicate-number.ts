import { defineRule } from "../../rule/rule.ts";
import { isSample } from "../../workspace/samples.ts";
import { headSpan } from "../edits/state.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { specWeave } from "../layouts/specWeave/layout.ts";
import type { Increment, IncrementIndex, IncrementUnit } from "../model/increment.ts";

interface Data {
  readonly digits: string;
  readonly others: readonly IncrementUnit[];
}

const SPEC = (title: string) => `---\nstatus: active\n---\n\n# ${title}\n`;

export const duplicateNumber = defineRule<Data, IncrementView>({
  id: "increment/duplicate-number",
  since: "0.1.0",
  severity: "error",
  scope: "workspace",
  concerns: layoutsThat((one) => one === specWeave),
  summary: "Two increments have the same number.",
  why: `Commands, commits and issues name an increment by its number alone. Two branches that both take the next free
number make two increments that nothing can tell apart.

Compared are the folders below one \`increments\` folder, those in \`_archive\`, \`_abandoned\` and \`_paused\` among
them. \`0047\` and \`0047E\` are different numbers. It is reported on every increment that is being worked on; those
that are completed or archived are left alone, and so are tests and their data.`,
  measured: `Never in the repository of SpecWeave, which has 51 increments.`,
  examples: [
    {
      title: "Taken by two branches",
      path: ".specweave/increments/0003-carts/spec.md",
      given: { ".specweave/increments/_archive/0003-search/spec.md": SPEC("Search") },
      bad: "---\nstatus: active\n---\n\n# «Carts»\n",
    },
    {
      title: "Another suffix, another repository",
      path: ".specweave/increments/0003-carts/spec.md",
      given: {
        ".specweave/increments/0003E-search/spec.md": SPEC("Search"),
        "packages/web/.specweave/increments/0003-images/spec.md": SPEC("Images"),
      },
      good: SPEC("Carts"),
    },
  ],
  message({ digits, others }) {
    const names = others.slice(0, 3).map(({ name }) => name);
    const more = others.length > 3 ? ` and ${others.length - 3} more` : "";
    return `${digits} is also the number of ${names.join(", ")}${more}: rename one of the folders`;
  },

  *check({ page, snapshot }) {
    const own = page.exports.increment;
    if (own?.place.role !== "spec" || isSample(page.path)) return;
    const increment = activeIncrement(page, snapshot);
    const others = increment ? sameNumber(increment, snapshot.increments) : [];
    if (!increment || others.length === 0) return;
    const digits = /^\d+[A-Za-z]?(?=-)/.exec(increment.name)?.[0] ?? String(increment.number);
    yield {
      span: own.titleSpan ?? headSpan(own),
      data: { digits, others },
      related: others.flatMap(({ name, paths }) => {
        const path = paths.find((one) => one.endsWith("/spec.md")) ?? paths[0];
        return path === undefined ? [] : [{ path, span: { start: 0, end: 0 }, message: name }];
      }),
    };
  },
});

function sameNumber({ unit, id }: Increment, { byId }: IncrementIndex): readonly IncrementUnit[] {
  if (id === undefined) return [];
  const root = rootOf(unit);
  const same = byId.get(id) ?? [];
  return same.filter((one) => one.unit !== unit && rootOf(one.unit) === root);
}

/** The folder of all increments: what stands before `increments/`. */
function rootOf(unit: string): string {
  return unit.slice(0, unit.lastIndexOf("increments/"));
}
