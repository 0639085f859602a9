/** What must hold once an edit has been made: of every edit, and of each kind of them. */
import { aimFault } from "./aims.ts";
import { applied, mixesLineEnds } from "./apply.ts";
import type { Proposal } from "./edits.ts";
import { moreFindings } from "./followed.ts";
import { type View, viewAfter } from "./view.ts";

/** What is wrong: `property` names the cause, `detail` says what it is this time. */
export interface Fault {
  readonly property: string;
  readonly detail: string;
}

/** The first thing that is wrong with a proposal; `undefined` where it may be made. */
export function faultOf(before: View, proposal: Proposal): Fault | undefined {
  const { kind, aim, changes } = proposal;
  const wrong = (property: string, detail: string): Fault => ({ property: `${kind} — ${property}`, detail });
  const made = applied(before.world, changes);
  if (made.kind === "fault") return wrong(made.fault.replace(/ \S+\/\S*/g, " …"), made.fault);
  const { world } = made;
  const moved = new Map(
    changes.flatMap((one) => (one.kind === "rename" ? [[one.path, one.to] as const] : [])),
  );
  let same = true;
  for (const [path, text] of before.world.texts) {
    const now = world.texts.get(moved.get(path) ?? path) ?? "";
    if (text !== now) same = false;
    if (mixesLineEnds(text, now)) return wrong("writes other line ends", path);
  }
  if (same && moved.size === 0 && world.texts.size === before.world.texts.size && aim.do !== "status")
    return wrong("changes nothing", "the texts are the same");
  const after = viewAfter(before, world);
  const own = aimFault(before, after, proposal, moved);
  if (own) return wrong(own.property, own.detail);
  const more = moreFindings(before, after, proposal, moved);
  return more && wrong(`brings about ${more.rule}`, more.detail);
}
