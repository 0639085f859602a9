/** Causes that are known and not mended yet: this table is to be empty. */
import type { Fault } from "./effects.ts";

const KNOWN: readonly RegExp[] = [
  // Links to first uses stand where none may, and a link in another form is not seen.
  /^link first uses — /,
  /^fix (?:glossary\/unlinked-term|all)[^—]* — /,
  // Renaming loses links, other forms of links and capitals.
  /^rename a term/,
  // A new term is put into another entry, or before where it is written.
  /^new term, /,
  /^fix glossary\/dangling-link: Create term page … — brings about glossary\/duplicate-term/,
  // A new story takes the number that criteria without a story have.
  /^add a story, \S+ — brings about increment\/duplicate-id/,
];

/** True for a fault that is known. */
export function isKnown({ property }: Fault): boolean {
  return KNOWN.some((one) => one.test(property));
}
