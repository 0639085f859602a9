/** Where Conductor keeps its tracks: `conductor/tracks/<name>_<date>/spec.md` and `plan.md`; archived ones in `conductor/archive`. */

import { dirname } from "../../../text/paths.ts";
import type { IncrementPlace } from "../../model/place.ts";
import type { Places } from "../layout.ts";

export const CONDUCTOR = "conductor";
export const TRACKS = "conductor/tracks";

const TRACK = /^((?:.*\/)?conductor)\/(tracks|archive|tracks\/archive)\/([^/]+)\/(spec|plan)\.md$/;

export const CONDUCTOR_PLACES: readonly Places[] = [
  { claims: (path) => path.includes("conductor/") && TRACK.test(path), at: trackAt },
];

function trackAt(path: string): IncrementPlace | undefined {
  const [, , folder = "", name = "", file = ""] = TRACK.exec(path) ?? [];
  if (name === "") return undefined;
  return {
    layout: CONDUCTOR,
    role: file === "spec" ? "spec" : "tasks",
    unit: dirname(path),
    name,
    id: undefined,
    number: undefined,
    suffix: "",
    shelf: folder === "tracks" ? "live" : "archived",
  };
}

/** The folder of new tracks beside this one. */
export function tracksFolder(unit: string): string {
  return unit.replace(/\/(?:tracks|archive|tracks\/archive)\/[^/]+$/, "/tracks");
}
