/** Which layout something has, and where its pages are. */

import { remembered } from "../../text/remembered.ts";
import type { Judged } from "../index/increments.ts";
import type { IncrementPlace, LayoutId } from "../model/place.ts";
import type { Layout, LayoutFile } from "./layout.ts";
import { LAYOUTS } from "./list.ts";

const BY_ID: ReadonlyMap<LayoutId, Layout> = new Map(LAYOUTS.map((one) => [one.id, one]));

/** The layout of a page or an increment. */
export function layoutOf({ layout }: { readonly layout: LayoutId }): Layout {
  return BY_ID.get(layout) ?? LAYOUTS[0];
}

/** Whether an increment is done, where no status that is known says so. */
export function isDone(judged: Judged): boolean {
  return layoutOf(judged).isDone?.(judged) ?? false;
}

const PLACES = LAYOUTS.flatMap(({ places }) => places);
/** Those first that leave no doubt. */
const BY_CLAIM = [...PLACES.filter((one) => !one.isGeneral), ...PLACES.filter((one) => one.isGeneral)];

/** The place of a page of increments or beside them, always the same one; `undefined` for all other pages. */
export const incrementPlace = remembered(placeOf);

function placeOf(path: string): IncrementPlace | undefined {
  for (const places of BY_CLAIM) if (places.claims(path)) return places.at(path);
  return undefined;
}

/** The files besides Markdown that are pages of increments. */
export const LAYOUT_FILES: readonly LayoutFile[] = LAYOUTS.flatMap(({ files }) => files ?? []);

/** The versions of tools that `package.json` names, by layout. */
export function versionsIn(packageJson: string): ReadonlyMap<LayoutId, string> {
  return new Map(
    LAYOUTS.flatMap(({ id, versionIn }) => {
      const version = versionIn?.(packageJson);
      return version ? [[id, version] as const] : [];
    }),
  );
}
