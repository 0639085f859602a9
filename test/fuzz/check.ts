/** The properties of one state, reached step by step. */
import { answersOf, difference, plain, type Spot } from "./answers.ts";
import { type Proposal, proposalsOf, type Wishes } from "./edits.ts";
import { type Fault, faultsOf } from "./effects.ts";
import type { AnalysisHost, Snapshot } from "./engine.ts";
import { BETWEEN } from "./property.ts";
import { viewOf } from "./view.ts";
import { fromScratch, type World } from "./world.ts";

/** What is looked at in a state. */
export interface Look {
  readonly spots: readonly Spot[];
  readonly wishes: Wishes;
  /** Which of the proposals are carried out: those whose number this is, of so many. */
  readonly part: number;
  readonly of: number;
}

export interface Checked {
  readonly faults: readonly Fault[];
  /** How many edits were computed, and how many of them carried out. */
  readonly edits: number;
  readonly made: number;
}

/**
 * Compares the state of an engine that has come a long way with one from scratch, and tries what can be edited. With
 * `only`, looks no further than that property needs.
 */
export function check(host: AnalysisHost, world: World, look: Look, only?: string): Checked {
  const faults: Fault[] = [];
  const snapshot = host.snapshot();
  const scratch = fromScratch(world).snapshot();
  const wants = (property: string) => only === undefined || only.startsWith(property);
  if (wants(AS_ANSWERS)) compareAnswers(snapshot, scratch, world, look, faults);
  const [kind] = only?.split(BETWEEN) ?? [];
  const proposals = proposalsOf(scratch, world, look.wishes);
  if (wants(AS_EDITS)) compareEdits(proposalsOf(snapshot, world, look.wishes), proposals, faults);
  const { part, of } = look;
  const chosen =
    kind === undefined || kind === "throws"
      ? proposals.filter((_, i) => i % of === part % of)
      : proposals.filter((one) => one.kind === kind);
  const view = chosen.length > 0 ? viewOf(world, scratch) : undefined;
  const seen = new Set<string>();
  for (const proposal of chosen) {
    for (const fault of view ? faultsOf(view, proposal) : []) {
      if (seen.has(fault.property)) continue;
      seen.add(fault.property);
      faults.push(fault);
    }
  }
  return { faults, edits: proposals.length, made: chosen.length };
}

const AS_ANSWERS = `answers not as from scratch${BETWEEN}`;
const AS_EDITS = `edits not as from scratch${BETWEEN}`;

function compareAnswers(
  snapshot: Snapshot,
  scratch: Snapshot,
  { texts }: World,
  { spots }: Look,
  faults: Fault[],
): void {
  const here = spots.filter(({ path, offset }) => offset <= (texts.get(path)?.length ?? -1));
  const other = difference(answersOf(snapshot, here), answersOf(scratch, here));
  if (!other) return;
  const { kind, where, one, other: right } = other;
  faults.push({ property: AS_ANSWERS + kind, detail: `${where}${both(one, right)}` });
}

function compareEdits(own: readonly Proposal[], right: readonly Proposal[], faults: Fault[]): void {
  const seen = new Set<string>();
  for (let i = 0; i < Math.max(own.length, right.length); i++) {
    const [one, other] = [own[i], right[i]];
    const kind = (one ?? other)?.kind ?? "";
    if (plain(one) === plain(other) || seen.has(kind)) continue;
    seen.add(kind);
    faults.push({ property: AS_EDITS + kind, detail: both(plain(one?.changes), plain(other?.changes)) });
    // What comes behind a proposal that is missing is another one.
    if (one?.kind !== other?.kind) return;
  }
}

function both(own: string, right: string): string {
  return `\n    step by step: ${around(own, right)}\n    from scratch: ${around(right, own)}`;
}

/** What a text says where it begins to differ from another one. */
function around(text: string, other: string): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at++;
  return text.slice(Math.max(0, at - 120), at + 160);
}
