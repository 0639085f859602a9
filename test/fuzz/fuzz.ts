/** Walks until the time is up, and reports each cause once, with the smallest input. */
import type { Fault } from "./effects.ts";
import { isKnown } from "./known.ts";
import { seedOf } from "./random.ts";
import { ownSamples, realSamples, type Sample } from "./samples.ts";
import { shrink } from "./shrink.ts";
import { spent } from "./spent.ts";
import { drawWalk, play, type Walk } from "./walk.ts";

export interface Options {
  readonly seed: number;
  /** How long to walk, in milliseconds of processor time. */
  readonly milliseconds: number;
  /** Real repositories beside this one, too. */
  readonly real: boolean;
  /** Also what is known. */
  readonly all: boolean;
  /** How long to make one input smaller. */
  readonly shrinking: number;
  /** True: stop at the first fault. */
  readonly first?: boolean;
  readonly said?: (line: string) => void;
}

export interface Cause extends Fault {
  /** The seed of the walk that found it first. */
  readonly walk: number;
  readonly count: number;
  /** The smallest input. */
  readonly input: string;
}

export interface Result {
  readonly walks: number;
  readonly states: number;
  readonly edits: number;
  readonly made: number;
  readonly causes: readonly Cause[];
}

/** Own samples are what most walks begin with. */
const SHARE_OF_REAL = 4;

export function fuzz({ seed, milliseconds, real, all, shrinking, first, said = () => {} }: Options): Result {
  const own = ownSamples();
  const others = real ? realSamples() : [];
  const until = spent() + milliseconds;
  const causes = new Map<string, Cause>();
  let [walks, states, edits, made] = [0, 0, 0, 0];
  let told = spent();
  while (spent() < until && !(first && causes.size > 0)) {
    const number = seedOf(seed, walks++);
    const samples = others.length > 0 && walks % SHARE_OF_REAL === 0 ? others : own;
    const walk = drawWalk(number, samples);
    const walked = play(walk);
    states += walked.states;
    edits += walked.edits;
    made += walked.made;
    for (const fault of walked.faults) {
      if (!all && isKnown(fault)) continue;
      const known = causes.get(fault.property);
      if (known) causes.set(fault.property, { ...known, count: known.count + 1 });
      else {
        const cause = { ...smallest(walk, fault, shrinking), walk: walks - 1, count: 1 };
        causes.set(fault.property, cause);
        said(textOf(cause));
      }
    }
    if (spent() - told > 30_000) {
      told = spent();
      said(
        `… ${walks} walks, ${states} states, ${edits} edits computed, ${made} made, ${causes.size} causes`,
      );
    }
  }
  return { walks, states, edits, made, causes: [...causes.values()] };
}

function smallest(walk: Walk, fault: Fault, shrinking: number): Fault & { readonly input: string } {
  const small = shrinking > 0 ? shrink(walk, fault.property, spent() + shrinking) : walk;
  const again =
    play(small, fault.property).faults.find(({ property }) => property === fault.property) ?? fault;
  return { ...again, input: inputOf(small) };
}

/** A walk as text: the files, and what happens to them. */
function inputOf({ world, steps }: Walk): string {
  const lines = [...world.texts].map(
    ([path, text]) => `${path}${world.open.has(path) ? " (open)" : ""}: ${JSON.stringify(text)}`,
  );
  if (Object.keys(world.settings).length > 0) lines.push(`settings: ${JSON.stringify(world.settings)}`);
  for (const step of steps) {
    if (step.do === "check") lines.push("→ checked");
    else if (step.do === "text") lines.push(`→ ${step.path} becomes ${JSON.stringify(step.text)}`);
    else
      lines.push(
        `→ ${step.do} ${"path" in step ? step.path : ""}${step.do === "move" ? ` to ${step.to}` : ""}`,
      );
  }
  return lines.join("\n    ");
}

function textOf({ property, detail, walk, input }: Cause): string {
  return `\n✘ ${property}\n  ${detail}\n  found by walk ${walk}; the smallest input:\n    ${input}`;
}

export type { Sample };
