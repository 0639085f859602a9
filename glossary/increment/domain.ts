/** What the domain of increments gives: specifications, plans and tasks that refer to each other by ids. */
import { EMPTY } from "../markdown/page.ts";
import type { Domain, FileKind } from "../workspace/domain.ts";
import {
  groupIncrements,
  type IncrementCache,
  type IncrementGroups,
  indexIncrements,
} from "./index/increments.ts";
import { isOfIncrement } from "./index/taken.ts";
import type { IncrementView } from "./index/view.ts";
import { incrementPlace, isDone, LAYOUT_FILES, versionsIn } from "./layouts/layouts.ts";
import { incrementOutside, readIncrement } from "./layouts/read.ts";
import type { IncrementPage } from "./model/index.ts";

const PACKAGE = "package.json";

/** Which pages belong together, and what has been worked out of them. */
interface Grouped {
  readonly groups: IncrementGroups;
  readonly cache: IncrementCache;
}

export const increment: Domain<"increment", IncrementPage | undefined, Grouped, IncrementView> = {
  name: "increment",
  files: [
    ...LAYOUT_FILES.map(
      ({ glob, starts, isSent, is }): FileKind => ({
        as: "page",
        globs: [glob],
        ...(starts !== undefined && { starts: [starts] }),
        ...(isSent && { sent: "files" }),
        is,
        facts: () => EMPTY,
      }),
    ),
    // Which version of a tool is in use can be told from there alone, but for those that are installed for the user.
    { as: "beside", globs: [PACKAGE], is: (path) => path === PACKAGE, read: (_, text) => versionsIn(text) },
  ],

  read: readIncrement,
  outside: incrementOutside,
  packed: true,

  // What is on its pages is looked at when an increment is asked for.
  follows: "paths",
  index: ({ pages }, before) => ({
    groups: groupIncrements(pages, incrementPlace),
    cache: before?.cache ?? new Map(),
  }),
  state: ({ groups, cache }, { pages, beside }) => {
    const versions = beside.get(PACKAGE) as ReadonlyMap<string, string> | undefined;
    return { increments: indexIncrements(groups, pages, cache, isDone, versions) };
  },

  takes: isOfIncrement,
};
