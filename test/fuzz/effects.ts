/** What must hold once an edit has been made: of every edit, and of each kind of them. */
import { aimFaults } from "./aims.ts";
import { plain } from "./answers.ts";
import { applied, mixesLineEnds } from "./apply.ts";
import type { Proposal } from "./edits.ts";
import { moreFindings } from "./followed.ts";
import { wordsTwice } from "./mentions.ts";
import { BETWEEN } from "./property.ts";
import { type View, viewAfter } from "./view.ts";

/** What is wrong: `property` names the cause, `detail` says what it is this time. */
export interface Fault {
  readonly property: string;
  readonly detail: string;
}

/** How much of the edits is said. In UTF-16 units. */
const SAID = 600;

/** What is wrong with a proposal: of what it says and does the first, of each aim all. */
export function faultsOf(before: View, proposal: Proposal): Fault[] {
  const { kind, aim, changes } = proposal;
  const wrong = (property: string, detail: string): Fault => ({
    property: `${kind}${BETWEEN}${property}`,
    detail: `${detail}\n    by ${plain(changes).slice(0, SAID)}`,
  });
  const made = applied(before.world, changes);
  if (made.kind === "fault") return [wrong(made.fault.replace(/ \S+\/\S*/g, " …"), made.fault)];
  const { world } = made;
  const moved = new Map(
    changes.flatMap((one) => (one.kind === "rename" ? [[one.path, one.to] as const] : [])),
  );
  let same = true;
  let known: ReadonlySet<string> | undefined;
  const all = () => {
    known ??= new Set([...before.world.texts.values()].flatMap(wordsTwice));
    return known;
  };
  for (const [path, text] of before.world.texts) {
    const now = world.texts.get(moved.get(path) ?? path) ?? "";
    if (text === now) continue;
    same = false;
    if (mixesLineEnds(text, now)) return [wrong("writes other line ends", path)];
    // What somebody has written so is copied so.
    const twice = wordsTwice(now).find((one) => !all().has(one));
    if (twice !== undefined) return [wrong("writes a word twice", `${path}: ${twice}`)];
  }
  if (same && moved.size === 0 && world.texts.size === before.world.texts.size && aim.do !== "status")
    return [wrong("changes nothing", "the texts are the same")];
  const after = viewAfter(before, world);
  const own = aimFaults(before, after, proposal, moved);
  if (own.length > 0) return own.map(({ property, detail }) => wrong(property, detail));
  const more = moreFindings(before, after, proposal, moved);
  return more ? [wrong(`brings about ${more.rule}`, more.detail)] : [];
}
