import { defineRule } from "../../rule/rule.ts";
import { dirname } from "../../text/paths.ts";
import { isSample } from "../../workspace/samples.ts";
import { headSpan } from "../edits/state.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { layoutOf } from "../layouts/layouts.ts";
import type { Increment, IncrementIndex, IncrementUnit } from "../model/increment.ts";
import { isSpecification } from "../model/place.ts";

interface Data {
  /** As it is written: `0047`, or the id where that is more than a number. */
  readonly number: string;
  readonly isFile: boolean;
  readonly others: readonly IncrementUnit[];
  /** The folder that has a copy of it under the same name; `undefined` where another increment has the number. */
  readonly copies: string | undefined;
}

const SPEC = (title: string) => `---\nstatus: active\n---\n\n# ${title}\n`;

export const duplicateNumber = defineRule<Data, IncrementView>({
  id: "increment/duplicate-number",
  since: "0.1.0",
  severity: "error",
  scope: "workspace",
  concerns: layoutsThat(({ numberedWithin }) => numberedWithin !== undefined),
  summary: "Two increments have the same number.",
  why: `Commands, commits and issues name an increment by its number alone. Two branches that both take the next free
number make two increments that nothing can tell apart.

Compared are the folders below one \`increments\` folder, those in \`_archive\`, \`_abandoned\` and \`_paused\` among
them; a folder of the same name is a copy, of which one is to go. Where each increment is a file, those of one series of ids are compared. \`0047\` and \`0047E\` are different numbers. It is reported on every increment that is being worked on; those
that are completed or archived are left alone, and so are tests and their data.`,
  measured: `Never in the repository of SpecWeave, which has 51 increments. In the layout of Backlog.md, 7 of the 3,400 tasks of
seven public repositories, all read, all right.`,
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
  message({ number, isFile, others, copies }) {
    if (copies) return `The same increment is also in ${copies}: keep one of the two folders`;
    const names = others.slice(0, 3).map(({ name }) => name);
    const more = others.length > 3 ? ` and ${others.length - 3} more` : "";
    const all = `${names.join(", ")}${more}`;
    return isFile
      ? `${number} is also the id of ${all}: give one of them another`
      : `${number} is also the number of ${all}: rename one of the folders`;
  },

  *check({ page, snapshot }) {
    const own = page.exports.increment;
    if (!own || !isSpecification(own.place) || isSample(page.path)) return;
    const increment = activeIncrement(page, snapshot);
    const others = increment ? sameNumber(increment, snapshot.increments) : [];
    if (!increment || others.length === 0) return;
    yield {
      span: own.titleSpan ?? headSpan(own),
      data: {
        number: numberOf(increment),
        isFile: increment.pages.has(increment.unit),
        others,
        copies: others.every(({ name }) => name === increment.name)
          ? dirname(others[0]?.unit ?? "")
          : undefined,
      },
      related: others.flatMap(({ name, paths }) => {
        const path = paths.find((one) => one.endsWith("/spec.md")) ?? paths[0];
        return path === undefined ? [] : [{ path, span: { start: 0, end: 0 }, message: name }];
      }),
    };
  },
});

function sameNumber(increment: Increment, { byId }: IncrementIndex): readonly IncrementUnit[] {
  const { id, unit, layout } = increment;
  const { numberedWithin } = layoutOf(increment);
  const series = numberedWithin?.(unit);
  const same = (id !== undefined && series !== undefined && byId.get(id)) || [];
  return same.filter(
    (one) => one.unit !== unit && one.layout === layout && numberedWithin?.(one.unit) === series,
  );
}

function numberOf(increment: Increment): string {
  const { id, name, number, unit, pages } = increment;
  if (id !== undefined && pages.has(unit)) return layoutOf(increment).notation.textOf(id);
  return /^\d+[A-Za-z]?(?=-)/.exec(name)?.[0] ?? String(number);
}
