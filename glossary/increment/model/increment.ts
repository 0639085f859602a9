/** An increment: its pages, and all that is on them together. */

import type { Metadata } from "./metadata.ts";
import type { Criterion, IncrementPage, Story, Task } from "./model.ts";
import type { IncrementShelf, LayoutId } from "./place.ts";
import type { IncrementStatus } from "./words.ts";

/** Something on a page. */
export interface Placed<T> {
  readonly path: string;
  readonly what: T;
}

/** What a criterion is covered by. */
export interface Coverage {
  readonly criterion: Placed<Criterion>;
  /** Tasks that name it in a field, a range or by `All`, or are tied to it in a table. */
  readonly tasks: readonly Placed<Task>[];
  /** True where the increment says that it needs none. */
  readonly excused?: true;
}

/** What an increment is by the paths of its pages alone. */
export interface IncrementUnit {
  /** A folder, or the only page. */
  readonly unit: string;
  readonly name: string;
  readonly layout: LayoutId;
  /** What other pages call it, as a key: `FS-47`. */
  readonly id: string | undefined;
  readonly number: number | undefined;
  readonly suffix: string;
  readonly shelf: IncrementShelf;
  /** Its pages, by path. */
  readonly paths: readonly string[];
}

/** An increment with everything on its pages. */
export interface Increment extends IncrementUnit {
  readonly pages: ReadonlyMap<string, IncrementPage>;
  readonly title: string;
  /** The configuration that it stands below, the nearest one. */
  readonly configuration: IncrementPage | undefined;
  readonly metadata: Placed<Metadata> | undefined;
  /** By `metadata.json`, else by the specification. */
  readonly status: Placed<IncrementStatus> | undefined;
  /** Each place that states the status, that which counts first. */
  readonly statuses: readonly Placed<IncrementStatus>[];
  readonly completed: boolean;
  /** All places by key; those of a criterion or story that count come first. */
  readonly stories: ReadonlyMap<string, readonly Placed<Story>[]>;
  readonly criteria: ReadonlyMap<string, readonly Placed<Criterion>[]>;
  readonly tasks: ReadonlyMap<string, readonly Placed<Task>[]>;
  /** By the key of the criterion, in the order of the specification. */
  readonly coverage: ReadonlyMap<string, Coverage>;
  /** True where some task names a criterion: only then can one be missing. */
  readonly linked: boolean;
}

export interface IncrementIndex {
  /** By unit, in the order of numbers and names. Pages of the living docs are none. */
  readonly units: ReadonlyMap<string, IncrementUnit>;
  /** By what other pages call them: `FS-47`, `FS-47E`. */
  readonly byId: ReadonlyMap<string, readonly IncrementUnit[]>;
  /** Paths of pages of the living docs by the feature's folder name: `FS-047`. */
  readonly copies: ReadonlyMap<string, readonly string[]>;
  /** Paths of reports by the unit of their increment. They mention ids and say nothing of their own. */
  readonly reports: ReadonlyMap<string, readonly string[]>;
  /** The names that stories may state as their project; empty where there is no such configuration. */
  readonly projects: readonly string[];
  /** The versions of spec tools that the repository says it uses, by layout. */
  readonly toolVersions: ReadonlyMap<LayoutId, string>;
  /** The increment that a unit is, with all that is on its pages; made when first asked for. */
  readonly at: (unit: string) => Increment | undefined;
}
