/** What increments are looked up in. */
export type { Page, ReadPage, Snapshot as IncrementView } from "../../workspace/workspace.ts";
