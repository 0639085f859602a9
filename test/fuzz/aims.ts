/** Whether each kind of edit has done what it was asked for, and nothing else. */

import { addFault, incrementFault } from "./aimsIncrements.ts";
import { linkFaults } from "./aimsLinks.ts";
import { newRecordFault, renumberFault, statusFault, supersedeFault } from "./aimsRecords.ts";
import { newTermFault, renameFault } from "./aimsTerms.ts";
import { fail } from "./answers.ts";
import type { Proposal } from "./edits.ts";
import type { Fault } from "./effects.ts";
import { fixesAt, RULES } from "./engine.ts";
import type { View } from "./view.ts";

/** What a proposal was to do and has not done, or has done besides; nothing where all is well. */
export function aimFaults(
  before: View,
  after: View,
  proposal: Proposal,
  moved: ReadonlyMap<string, string>,
): readonly Fault[] {
  if (proposal.aim.do === "link") return linkFaults(before, after, proposal);
  return [aimFault(before, after, proposal, moved) ?? []].flat();
}

function aimFault(
  before: View,
  after: View,
  proposal: Proposal,
  moved: ReadonlyMap<string, string>,
): Fault | undefined {
  const { aim } = proposal;
  switch (aim.do) {
    case "fix":
      return fixFault(before, after, proposal, moved);
    case "rename":
      return renameFault(before, after, proposal, moved);
    case "new term":
      return newTermFault(before, after, proposal);
    case "new record":
      return newRecordFault(before, after, aim);
    case "status":
      return statusFault(before, after, aim);
    case "supersede":
      return supersedeFault(before, after, aim);
    case "renumber":
      return renumberFault(before, after, aim);
    case "new increment":
      return incrementFault(after, aim);
    case "add":
      return addFault(before, after, aim);
    default:
      return undefined;
  }
}

/** Rules with fixes that only prepare what the author has to write. */
const STAYS = new Set(
  RULES.filter(({ examples }) => examples.some(({ stays }) => stays)).map(({ id }) => id),
);

/** Rules that say one of several mistakes, and the next one once that is mended. */
const SAID_ONCE: ReadonlySet<string> = new Set(["increment/unknown-reference", "adr/index-out-of-date"]);

/** A finding that has been fixed is there no more, or at least its fix is not offered again. */
function fixFault(
  before: View,
  after: View,
  { aim, changes }: Proposal,
  moved: ReadonlyMap<string, string>,
): Fault | undefined {
  if (aim.do !== "fix") return undefined;
  const { rule, path, start, title } = aim;
  const now = moved.get(path) ?? path;
  const page = after.pages.get(now);
  if (!page) return undefined;
  const edits = changes.flatMap((one) => (one.kind === "edit" && one.path === path ? one.edits : []));
  const shifted = edits.reduce(
    (at, { span, text }) =>
      span.end <= start && span.start < start ? at + text.length - (span.end - span.start) : at,
    start,
  );
  const again = fixesAt(RULES, after.snapshot, page, { start: shifted, end: shifted + 1 }, fail).find(
    ({ diagnostic, fix }) =>
      diagnostic.rule === rule && fix.title === title && diagnostic.span.start === shifted,
  );
  const message = SAID_ONCE.has(rule)
    ? before.findings.get(path)?.find((one) => one.rule === rule && one.span.start === start)?.message
    : undefined;
  const count = (view: View, at: string) =>
    (view.findings.get(at) ?? []).filter(
      (one) => one.rule === rule && (message === undefined || one.message === message),
    ).length;
  if (again && !STAYS.has(rule))
    return { property: "is offered again after it", detail: `${path}: ${title}` };
  if (!STAYS.has(rule) && count(after, now) >= count(before, path))
    return { property: "leaves the finding", detail: `${path}: ${title}` };
  return undefined;
}
