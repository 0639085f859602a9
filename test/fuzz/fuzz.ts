/** Walks and sessions until the time is up; each cause is reported once, with the smallest input. */
import type { Fault } from "./effects.ts";
import { isKnown } from "./known.ts";
import { seedOf } from "./random.ts";
import { type Round, sessionRound, type Tally, walkRound } from "./rounds.ts";
import { ownSamples, realSamples } from "./samples.ts";
import { spent } from "./spent.ts";

export interface Options {
  readonly seed: number;
  /** How long to go on, in milliseconds of processor time. */
  readonly milliseconds: number;
  /** Real repositories beside this one, too. */
  readonly real: boolean;
  /** When to stop at the latest, in milliseconds from now. */
  readonly atMost?: number;
  /** Also what is known. */
  readonly all: boolean;
  /** How long to make one input smaller, in milliseconds of processor time. */
  readonly shrinking: number;
  /** The round to begin with, and how many there are at most. */
  readonly from?: number;
  readonly count?: number;
  readonly said?: (line: string) => void;
}

export interface Cause extends Fault {
  /** The number of the round that found it first. */
  readonly round: number;
  readonly count: number;
  /** The smallest input. */
  readonly input: string;
}

export interface Result extends Tally {
  readonly rounds: number;
  readonly causes: readonly Cause[];
}

/** Of so many rounds one is a session; of so many walks one begins with a real repository. */
const SESSIONS = 4;
const REAL = 3;
/** How often progress is told, in milliseconds of processor time. */
const TOLD = 30_000;

export async function fuzz(options: Options): Promise<Result> {
  const {
    seed,
    milliseconds,
    real,
    all,
    shrinking,
    from = 0,
    count = Number.POSITIVE_INFINITY,
    said = () => {},
  } = options;
  const own = ownSamples();
  const others = real ? realSamples() : [];
  const until = spent() + milliseconds;
  const late = performance.now() + (options.atMost ?? Number.POSITIVE_INFINITY);
  const goesOn = () => spent() < until && performance.now() < late;
  const causes = new Map<string, Cause>();
  const sum = { states: 0, edits: 0, made: 0, asked: 0 };
  let round = from;
  let told = spent();
  for (; goesOn() && round < from + count; round++) {
    const number = seedOf(seed, round);
    const samples = others.length > 0 && round % REAL === 0 ? others : own;
    const one =
      round % SESSIONS === SESSIONS - 1 ? sessionRound(number, samples) : walkRound(number, samples);
    const { faults, ...tally } = await one.play();
    for (const key of ["states", "edits", "made", "asked"] as const) sum[key] += tally[key];
    for (const fault of faults) {
      if (!all && isKnown(fault)) continue;
      const known = causes.get(fault.property);
      if (known) causes.set(fault.property, { ...known, count: known.count + 1 });
      else {
        const cause = { ...(await smallest(one, fault, shrinking)), round, count: 1 };
        causes.set(fault.property, cause);
        said(causeText(cause));
      }
    }
    if (spent() - told > TOLD) {
      told = spent();
      said(`… ${countText({ ...sum, rounds: round + 1 - from })}, ${causes.size} causes`);
    }
  }
  return { ...sum, rounds: round - from, causes: [...causes.values()] };
}

/** How much has been done, in words. */
export function countText({
  rounds,
  states,
  edits,
  made,
  asked,
}: Tally & { readonly rounds: number }): string {
  return `${rounds} rounds, ${states} states, ${edits} edits computed, ${made} carried out, ${asked} questions to the server`;
}

async function smallest(
  round: Round,
  fault: Fault,
  shrinking: number,
): Promise<Fault & { readonly input: string }> {
  return shrinking > 0 ? round.shrink(fault, shrinking) : { ...fault, input: "" };
}

/** A cause in words, with the input that shows it. */
export function causeText({ property, detail, round, input }: Cause): string {
  return `\n✘ ${property}\n  ${detail}\n  found in round ${round}; the smallest input:\n    ${input}`;
}
