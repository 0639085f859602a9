/**
 * Small projects of OpenSpec: one that is right, and what becomes of it by one change each. What comes out is said by the
 * tool itself, so these are only inputs; where it and the findings differ, `why` says why that is meant.
 */
import { DELTAS } from "./openspecDeltas.ts";
import { FILES } from "./openspecFiles.ts";
import type { Case } from "./openspecProject.ts";

export const CASES: readonly Case[] = [{ name: "as it is" }, ...DELTAS, ...FILES];
