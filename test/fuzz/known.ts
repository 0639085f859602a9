/** Causes that are known and not mended yet: this table is to be empty. */
import type { Fault } from "./effects.ts";

const KNOWN: readonly RegExp[] = [
  // Spans of decisions are kept after their page has changed.
  /^(?:answers|edits) not as from scratch — (?:log|(?:definition|hover|references|completion|highlights) of adr|status|supersede|new record|renumber|fix adr\/)/,
  /^not as a server that has just begun — (?:adr log|hover|definition|references|completion|actions|set status|supersede|renumber|new adr)/,
  // Files that are not open are edited as they were when they were read.
  /^edits a file as it was before — /,
  /^gives an edit for the state before as one of now — /,
  // Edits of records fit neither the lines nor the line ends of their files.
  /^edits where nothing is — (?:new adr|supersede|set status|renumber|actions|fix all)/,
  /^(?:new record|supersede|renumber|status|fix adr\/[^—]*) — (?:splits a character|writes other line ends)/,
  /^supersede — brings about adr\/supersession-cycle/,
  /^status — (?:does not set the status in front matter|changes the decision itself)/,
  /^fix adr\/missing-status: [^—]* — brings about adr\/index-out-of-date/,
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
