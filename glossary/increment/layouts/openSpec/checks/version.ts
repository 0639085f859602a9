/** Which version of OpenSpec a project uses: later ones reject more. */

import type { IncrementView } from "../../../index/view.ts";
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
