/** What increments are looked up in. */
import type { Page as AnyPage, ReadPage as AnyReadPage, CoreView } from "../../workspace/workspace.ts";
import type { IncrementIndex } from "../model/increment.ts";
import type { IncrementPage } from "../model/index.ts";

export interface SaysIncrement {
  /** Of pages of increments and of living docs. */
  readonly increment: IncrementPage | undefined;
}

export type Page = AnyPage<SaysIncrement>;
export type ReadPage = AnyReadPage<SaysIncrement>;

/** The increments of a workspace. */
export interface IncrementView extends CoreView<SaysIncrement> {
  readonly increments: IncrementIndex;
}
