/** What rules about any page ask for: whether anybody still works on it, and whether it lists decisions. */
import type { SaysAdr } from "../adr/index/view.ts";
import type { IncrementView, SaysIncrement } from "../increment/index/view.ts";
import type { ReadPage as AnyReadPage, CoreView } from "../workspace/workspace.ts";

export type ReadPage = AnyReadPage<SaysIncrement & SaysAdr>;

export interface DocumentView extends CoreView<SaysIncrement & SaysAdr>, Pick<IncrementView, "increments"> {}
