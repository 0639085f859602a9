/** What targets are looked up in: the criteria of increments, and the queries that are to meet them. */
import type { IncrementView, SaysIncrement } from "../../increment/index/view.ts";
import type { QueryView, SaysQuery, SaysWhatItIs } from "../../query/index/view.ts";
import type { Page as AnyPage, ReadPage as AnyReadPage, CoreView } from "../../workspace/workspace.ts";

/** Records of decisions state targets, whatever else is in them. */
export type SaysTarget = SaysIncrement & Pick<SaysWhatItIs, "adr">;

export type ReadPage = AnyReadPage<SaysTarget>;

/** The criteria of a workspace. */
export interface TargetView extends CoreView<SaysTarget>, Pick<IncrementView, "increments"> {}

/** The same, with what is known of queries. */
export interface PerformanceView extends TargetView, QueryView {
  readonly pages: ReadonlyMap<string, AnyPage<SaysTarget & SaysQuery>>;
  readonly increments: IncrementView["increments"];
}

export type PerformancePage = AnyReadPage<SaysTarget & SaysQuery>;
