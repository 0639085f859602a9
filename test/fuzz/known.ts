/** Causes that are known and not mended yet: this table is to be empty. */
import type { Fault } from "./effects.ts";

const KNOWN: readonly RegExp[] = [];

/** True for a fault that is known. */
export function isKnown({ property }: Fault): boolean {
  return KNOWN.some((one) => one.test(property));
}
