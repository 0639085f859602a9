/** Which version of OpenSpec a project uses: later ones reject more. */

import type { IncrementView, ReadPage } from "../../../index/view.ts";
import type { Delta } from "../delta.ts";
import type { MainSpec } from "../mainSpec.ts";
import { closedDeltaOn, closedMainSpecOn, deltaOn, mainSpecOn } from "../page.ts";
import { OPENSPEC } from "../places.ts";

/** The newest one on npm when these checks were compared with it. */
export const KNOWN = "1.13.2";

/** That of the settings, else the one that `package.json` asks for, else the newest known one. */
export function versionOf({ settings, increments }: IncrementView): string {
  return settings.openSpecVersion || increments.toolVersions.get(OPENSPEC) || KNOWN;
}

/** True for a project with this version or a later one. */
export function isFrom(view: IncrementView, since: string): boolean {
  const [own, other] = [partsOf(versionOf(view)), partsOf(since)];
  for (let i = 0; i < 3; i++) {
    const [a = 0, b = 0] = [own[i], other[i]];
    if (a !== b) return a > b;
  }
  return true;
}

function partsOf(version: string): number[] {
  return version.split(".").map((part) => Number.parseInt(part, 10) || 0);
}

/** The version of OpenSpec that `package.json` asks for, as its lowest: `^1.13.0` is 1.13.0; "" where it names none. */
export function versionIn(text: string): string {
  return (
    /"@fission-ai\/openspec"[ \t]*:[ \t]*"[^"\d]{0,4}(\d{1,4}\.\d{1,4}(?:\.\d{1,4})?)/.exec(text)?.[1] ?? ""
  );
}

/** The delta that a page is to the version in use. */
export function deltaFor(page: ReadPage, view: IncrementView): Delta {
  return isFrom(view, "1.16.1") ? closedDeltaOn(page) : deltaOn(page);
}

/** The specification in force that a page is to the version in use. */
export function mainSpecFor(page: ReadPage, view: IncrementView): MainSpec {
  return isFrom(view, "1.16.1") ? closedMainSpecOn(page) : mainSpecOn(page);
}
