/** Findings that an edit brings about: none, but for those that it is meant to. */

import type { Proposal } from "./edits.ts";
import { isClosedKind, overlaps, type Span } from "./engine.ts";
import type { View } from "./view.ts";

/** Whether a finding may come about in a file. */
type Where = (before: View, path: string, message: string) => boolean;

/** Kinds of edits, the rules that may find more after them, and why. */
const FOLLOWED: readonly (readonly [kind: RegExp, rules: RegExp, reason: string, where?: Where])[] = [
  [
    /^status$/,
    /^adr\/(?:superseded-without-link|missing-back-link|duplicate-number|template-left|missing-rationale)$/,
    "who sets a status by hand means it",
  ],
  [
    /^status$/,
    /^adr\//,
    "of a decision that does not hold nothing more is said",
    ({ snapshot }, path) => isClosedKind(snapshot.adrs.records.get(path)?.status?.kind),
  ],
  [
    /^add a (?:story|criterion)/,
    /^increment\/unknown-reference$/,
    "where there is none yet, nothing is said of what names one",
  ],
  [/^new record$/, /^adr\/missing-back-link$/, "somebody has named its number already"],
  [
    /^new record$/,
    /^adr\/(?:missing-(?:section|status|date)|unresolved-reference)$/,
    "what is usual in a folder may be something else now",
  ],
  [
    /^add a task|: Create task/,
    /^increment\/(?:task-without-criterion|uncovered-criterion)$/,
    "as soon as one task names a criterion, the others are asked for theirs",
  ],
  [/^new record$/, /^link\/broken-relative$/, "where a folder is now, a file can be missing"],
  [
    /to the glossary$|: Create term page|^new term/,
    /^glossary\/unlinked-term$/,
    "who has a new term has uses of it, too",
  ],
  [
    /^add a (?:story|criterion|task)|: Create task/,
    /^increment\/(?:count-out-of-date|completed-with-open-work)$/,
    "there is one more, which is not done",
  ],
  [
    /^add a task/,
    /^increment\/criterion-ahead-of-tasks$/,
    "who adds a task to a criterion that is ticked has more to do for it",
  ],
  [
    /^fix (?:all of )?increment\/uncovered-criterion: Add/,
    /^increment\/criterion-behind-tasks$/,
    "a task that is done may be all that the criterion needs",
  ],
  [
    /^fix (?:all of )?increment\/task-done-open-steps/,
    /^increment\/criterion-ahead-of-tasks$/,
    "a task that is open again has criteria that were ticked for it",
    (_before, _path, message) => message.includes("is open:"),
  ],
  [
    /^add a story, specweave$/,
    /^increment\/specification-unread$/,
    "where SpecWeave stops is said as soon as there is something to be read",
  ],
  [
    /: Create term page|^new term, create$/,
    /^glossary\/missing-from-index$/,
    "the list of all terms is for its author",
  ],
  [
    /^fix (?:all of )?adr\/missing-(?:status|back-link)/,
    /^adr\/index-out-of-date$/,
    "an index that is closed may state another one: which of them holds, its author says",
    ({ world }, path, message) => !world.open.has(path) && message.endsWith("copy the status"),
  ],
  [
    /^fix (?:all of )?configuration\/invalid/,
    /^/,
    "what the author has set holds again, rules that are on among it",
  ],
  [
    /^fix (?:link\/broken-relative: Remove the |all of link\/broken-relative$)/,
    /^(?:adr\/(?:unresolved-reference|superseded-without-link)|glossary\/unlinked-term)$/,
    "what a link has said is a reference, or a use, once it is text",
  ],
  [
    /^rename a term, all of it$/,
    /^glossary\/unlinked-term$/,
    "what was a label by its words is a use by other ones",
  ],
  [
    /^fix (?:all of )?adr\/unknown-status/,
    /^adr\/missing-back-link$/,
    "what is known as superseded has a relation that is read, too",
  ],
  [
    /: Create term page/,
    /^link\/broken-relative$/,
    "a link that led nowhere may mean the new page",
    (_before, _path, message) => message.includes("the target is now"),
  ],
  [
    /^fix (?:all of )?adr\/missing-status/,
    /^adr\/missing-section$/,
    "by its status a record has a style, which asks for sections",
  ],
  [/^fix everything$/, /^/, "what each of its fixes may bring about by itself is looked at there"],
  [
    /^new record$/,
    /^adr\/index-out-of-date$/,
    "in a folder without records nothing is said of rows",
    (_before, _path, message) => message.startsWith("There is no such record"),
  ],
  [
    /^fix increment\/requirement-unread: /,
    /^increment\/(?:requirement|scenario)/,
    "what is read as a requirement is compared with those in force",
  ],
  [
    /^fix (?:all of )?adr\/(?:number-mismatch|duplicate-number)|^renumber$/,
    /^adr\/missing-back-link$/,
    "somebody has named the number already, or it was that of two",
  ],
  [
    /^fix (?:all of )?increment\/unknown-reference/,
    /^increment\/task-in-wrong-phase$/,
    "the story that is meant has a phase of its own",
  ],
  [/^supersede$/, /^adr\/missing-back-link$/, "the record that superseded it before still says so"],
];

/** What is written there is for the author to fill in. */
const FILLED_IN = /^(?:add a |new |fix [^:]+: (?:Create|Add) )/;

/** The first rule that finds more in a file than it did; files that are new are for their author to fill in. */
export function moreFindings(
  before: View,
  after: View,
  { kind, changes }: Proposal,
  moved: ReadonlyMap<string, string>,
): { readonly rule: string; readonly detail: string } | undefined {
  for (const [path, found] of before.findings) {
    const fresh = FILLED_IN.test(kind) ? writtenIn(changes, path) : [];
    const now = (after.findings.get(moved.get(path) ?? path) ?? []).filter(
      ({ span }) => !fresh.some((one) => overlaps(one, span)),
    );
    const counts = new Map<string, number>();
    for (const { rule } of found) counts.set(rule, (counts.get(rule) ?? 0) - 1);
    for (const { rule } of now) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    for (const [rule, more] of counts) {
      if (more <= 0) continue;
      const known = new Set(found.filter((one) => one.rule === rule).map(({ message }) => message));
      const said = now.filter((one) => one.rule === rule);
      const example = said.find(({ message }) => !known.has(message)) ?? said[0];
      const follows: Where = (...at) =>
        FOLLOWED.some(
          ([of, rules, , where]) => of.test(kind) && rules.test(rule) && (where?.(...at) ?? true),
        );
      if (follows(before, path, example?.message ?? "")) continue;
      return { rule, detail: `${path}: ${example?.message}` };
    }
  }
  return undefined;
}

/** Where what is inserted stands afterwards. */
function writtenIn(changes: Proposal["changes"], path: string): Span[] {
  const edits = changes.flatMap((one) => (one.kind === "edit" && one.path === path ? one.edits : []));
  let by = 0;
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, text }) => {
      const start = span.start + by;
      by += text.length - (span.end - span.start);
      return { start, end: start + text.length };
    });
}
