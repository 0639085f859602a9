/** Which increment a page belongs to, and as what. A layout reads it from the path alone. */

/** The name of a layout, in settings and requests. Which there are, `layouts/layouts.ts` says. */
export type LayoutId = string;

/** Where an increment stands by its path. */
export type IncrementShelf = "live" | "working" | "archived" | "abandoned" | "paused";

/**
 * What a page is to its increment. `requirements`: a specification that OpenSpec changes or keeps. `copy`: a page of the
 * living docs that says again what a spec says. `report`: in the folder of reports, where ids are only mentioned.
 * `configuration`: of all increments of a repository. `whole`: an increment that is one page, specification and tasks.
 * `other`: beside them in the folder.
 */
export type IncrementRole =
  | "spec"
  | "plan"
  | "tasks"
  | "rubric"
  | "metadata"
  | "requirements"
  | "copy"
  | "report"
  | "configuration"
  | "whole"
  | "other";

export interface IncrementPlace {
  readonly layout: LayoutId;
  readonly role: IncrementRole;
  /** What is the increment: a folder, or the page itself. Of a copy the folder of the feature. */
  readonly unit: string;
  /** The last segment of the unit. */
  readonly name: string;
  /** What other pages call the increment, as a key: `FS-47`. */
  readonly id: string | undefined;
  /** `0047E-title`: 47, and `E`. */
  readonly number: number | undefined;
  readonly suffix: string;
  readonly shelf: IncrementShelf;
}

/** True for a page that says what is to be built. */
export function isSpecification({ role }: Pick<IncrementPlace, "role">): boolean {
  return role === "spec" || role === "whole";
}

/** True for a page of tasks. */
export function hasTasks({ role }: Pick<IncrementPlace, "role">): boolean {
  return role === "tasks" || role === "whole";
}

/** True for pages that are of no increment themselves: those that say again what one says, or only speak of some. */
export function isBeside({ role }: Pick<IncrementPlace, "role">): boolean {
  return role === "copy" || role === "report" || role === "configuration";
}
