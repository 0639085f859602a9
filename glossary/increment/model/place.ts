/** Which increment a page belongs to, and as what. A layout reads it from the path alone. */

export type IncrementLayout = "specweave" | "spec-kit" | "openspec" | "kiro" | "living-docs";

/** Where an increment stands by its path. */
export type IncrementShelf = "live" | "working" | "archived" | "abandoned" | "paused";

/**
 * What a page is to its increment. `requirements`: a specification that OpenSpec changes or keeps. `copy`: a page of the
 * living docs that says again what a spec says. `report`: in the folder of reports, where ids are only mentioned.
 * `configuration`: of all increments of a repository. `other`: beside them in the folder.
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
  | "other";

export interface IncrementPlace {
  readonly layout: IncrementLayout;
  readonly role: IncrementRole;
  /** What is the increment: a folder, or the page itself. Of a copy the folder of the feature. */
  readonly unit: string;
  /** The last segment of the unit. */
  readonly name: string;
  /** `0047E-title`: 47, and `E`. */
  readonly number: number | undefined;
  readonly suffix: string;
  readonly shelf: IncrementShelf;
}

/** True for pages that are of no increment themselves: those that say again what one says, or only speak of some. */
export function isBeside({ role }: Pick<IncrementPlace, "role">): boolean {
  return role === "copy" || role === "report" || role === "configuration";
}
