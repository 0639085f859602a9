/** Where BMAD v6 keeps its stories: each is a file, `_bmad-output/implementation-artifacts/1-2-keep-the-cart.md`. */

import { basename, dirname } from "../../../text/paths.ts";
import type { IncrementPlace } from "../../model/place.ts";
import { shelfOf } from "../files.ts";
import type { Places } from "../layout.ts";
import { storyKey } from "./ids.ts";

export const BMAD = "bmad";
export const STORIES = "_bmad-output/implementation-artifacts";

/** The folders of stories; the earlier ones of version 6, and `docs/stories` of version 4. */
const FOLDER = "implementation-artifacts|sprint-artifacts|stories";
const PART = "\\d{1,3}[a-z]?";
/** `1-2-keep-the-cart.md`, `1b-3-…`, and `1.2.keep-the-cart.md`, `1.2.story.md` of version 4. */
const NAME = `(${PART})(?:-(${PART})-[^/]+|\\.(${PART})\\.[^/]+)\\.md`;
const STORY = new RegExp(`^((?:.*?/)??)((?:${FOLDER})(?:/[^/]+)?)/${NAME}$`, "i");
/** What is said of a story in a file beside it. */
const BESIDE = /[-.](?:report|validation|review|retro[a-z]*|runbook|checklist)\.md$/i;

/** Epics, requirements, architecture: they speak of stories. */
const PLAN = /^((?:.*?\/)??)planning-artifacts\/(?:[^/]+\/)*[^/]+\.md$/;

export const BMAD_PLACES: readonly Places[] = [
  { claims: (path) => path.includes("-artifacts/") && STORY.test(path), at: storyAt },
  { claims: (path) => path.includes("planning-artifacts/") && PLAN.test(path), at: planAt },
  // Other tools and people have folders of stories, too: what such a page says decides.
  { isGeneral: true, claims: (path) => path.includes("stories/") && STORY.test(path), at: storyAt },
];

function planAt(path: string): IncrementPlace {
  const unit = `${projectOf(path)}planning-artifacts`;
  return {
    layout: BMAD,
    role: "report",
    unit,
    name: basename(unit),
    id: undefined,
    number: undefined,
    suffix: "",
    shelf: "live",
  };
}

function storyAt(path: string): IncrementPlace | undefined {
  const [, above = "", folder = "", epic = "", dashed, dotted] = STORY.exec(path) ?? [];
  const number = dashed ?? dotted;
  if (number === undefined || BESIDE.test(path)) return undefined;
  return {
    layout: BMAD,
    role: "whole",
    unit: path,
    name: basename(path).replace(/\.md$/i, ""),
    id: storyKey(above, epic, number),
    number: undefined,
    suffix: "",
    shelf: shelfOf(basename(folder)) ?? "live",
  };
}

/** The folder above those of stories and of plans, which ids of stories begin with; "" for the top of the workspace folder. */
export function projectOf(path: string): string {
  return (STORY.exec(path) ?? PLAN.exec(path))?.[1] ?? "";
}

/** The folder of new stories beside this one. */
export function storiesFolder(unit: string): string {
  const [, above = "", folder = ""] = STORY.exec(unit) ?? [];
  return folder === "" ? dirname(unit) : `${above}${folder.split("/")[0]}`;
}

/** Epic and number of the story in this file: `["1", "2"]`; `undefined` for any other file. */
export function numberOf(path: string): readonly [epic: string, number: string] | undefined {
  const [, , , epic, dashed, dotted] = STORY.exec(path) ?? [];
  const number = dashed ?? dotted;
  return epic === undefined || number === undefined ? undefined : [epic, number];
}
