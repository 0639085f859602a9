import type { Reader } from "./facts.ts";
import { scan } from "./scan.ts";
import { readTree } from "./tree.ts";

/** Asked in turn until one is sure: the fast one first. */
export const READERS: readonly Reader[] = [scan, readTree];
