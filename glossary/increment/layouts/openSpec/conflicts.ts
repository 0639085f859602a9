/** Where a delta says two things of one requirement, by the checks of OpenSpec 1.13.2. */

import type { Delta } from "./delta.ts";
import { folded, type Named } from "./lines.ts";

/**
 * `again`: twice in one section. `both`: in two sections that exclude each other. `old-name`: modified by the name that it
 * is renamed from. `new-name`: added by the name that another is renamed to.
 */
export interface Conflict {
  readonly kind: "again" | "both" | "old-name" | "new-name";
  /** The later of the two places, or the one to be changed. */
  readonly entry: Named;
  readonly other: Named;
  /** The sections of `entry` and `other`. */
  readonly sections: readonly [string, string];
  /** Of `old-name`, the name to be written instead. */
  readonly meant?: string;
}

/** The conflicts of a delta; none where it says one thing of each requirement. */
export function conflictsIn({ added, modified, removed, renamed }: Delta): Conflict[] {
  const from = renamed.map((one) => one.from);
  const to = renamed.map((one) => one.to);
  return [
    ...again("ADDED", added),
    ...again("MODIFIED", modified),
    ...again("REMOVED", removed),
    ...again("RENAMED", from),
    ...again("RENAMED", to),
    ...both(["MODIFIED", modified], ["REMOVED", removed]),
    ...both(["MODIFIED", modified], ["ADDED", added]),
    ...both(["ADDED", added], ["REMOVED", removed]),
    ...both(["RENAMED", from], ["REMOVED", removed], folded),
    ...renamed.flatMap(({ from: old, to: next }) =>
      modified.flatMap((entry): Conflict[] =>
        entry.name === old.name
          ? [{ kind: "old-name", entry, other: old, sections: ["MODIFIED", "RENAMED"], meant: next.name }]
          : [],
      ),
    ),
    ...both(["RENAMED", to], ["ADDED", added]).map((one): Conflict => ({ ...one, kind: "new-name" })),
  ];
}

function again(section: string, list: readonly Named[]): Conflict[] {
  const firsts = new Map<string, Named>();
  return list.flatMap((entry): Conflict[] => {
    const other = firsts.get(entry.name);
    if (!other) firsts.set(entry.name, entry);
    return other ? [{ kind: "again", entry, other, sections: [section, section] }] : [];
  });
}

type Listed = readonly [section: string, list: readonly Named[]];

function both([section, list]: Listed, [beside, others]: Listed, keyOf = (name: string) => name): Conflict[] {
  if (list.length === 0 || others.length === 0) return [];
  const known = new Map(list.toReversed().map((one) => [keyOf(one.name), one]));
  return others.flatMap((entry): Conflict[] => {
    const other = known.get(keyOf(entry.name));
    return other ? [{ kind: "both", entry, other, sections: [beside, section] }] : [];
  });
}
