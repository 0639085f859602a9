import type { Reader } from "./facts.ts";
import { readTree } from "./tree.ts";

/** Asked in turn until one is sure. */
export const READERS: readonly Reader[] = [readTree];
