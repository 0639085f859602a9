import type { Reader } from "./facts.ts";
import { scan, scanMdx } from "./scan.ts";
import { readMdxTree, readTree } from "./tree.ts";

/** Asked in turn until one is sure: the fast one first. */
export const READERS: readonly Reader[] = [scan, readTree];

/** The same for MDX. */
export const MDX_READERS: readonly Reader[] = [scanMdx, readMdxTree];
