/** One walk through states of a workspace: drawn from a seed, and played again without parts of it. */
import { drawSpots } from "./answers.ts";
import { type Checked, check, type Look } from "./check.ts";
import { drawWishes } from "./edits.ts";
import type { Fault } from "./effects.ts";
import { drawStep, drawTyping } from "./mutate.ts";
import { type Random, randomFrom } from "./random.ts";
import { drawTexts, type Sample } from "./samples.ts";
import { after, fromScratch, type Step, tell, type World } from "./world.ts";

export interface Walk {
  readonly world: World;
  readonly steps: readonly (Step | { readonly do: "check"; readonly look: Look })[];
}

/** How a walk went. */
export interface Walked {
  readonly states: number;
  readonly edits: number;
  readonly made: number;
  /** The first fault of each property. */
  readonly faults: readonly Fault[];
}

const MOST_STEPS = 14;
/** Settings that some walks have: rules that are off unless somebody wants them, finished increments. */
const ALL_RULES = { "glossary/unlinked-term": "hint", "glossary/undefined-acronym": "hint" } as const;

/** The walk of a seed. */
export function drawWalk(seed: number, samples: readonly Sample[]): Walk {
  const random = randomFrom(seed);
  const lines = random
    .some(samples, 12)
    .flatMap(({ texts }) => [...texts.values()].flatMap((text) => text.split(/\r?\n/)));
  const texts = drawTexts(random, samples);
  const open = new Set(
    [...texts.keys()].filter(
      (path) => /\.(?:md|ya?ml|jsonc?)$/.test(path) && !path.endsWith("kep.yaml") && random.chance(0.5),
    ),
  );
  const settings = random.chance(0.5) ? { rules: ALL_RULES, archived: true } : {};
  const world: World = { texts, open, settings };
  const steps: Walk["steps"][number][] = [];
  let now = world;
  const take = (step: Step) => {
    const next = after(now, step);
    if (next === now && step.do !== "look") return;
    steps.push(step);
    now = next;
  };
  const look = () => steps.push({ do: "check", look: drawLook(random, now) });
  look();
  for (let i = random.below(MOST_STEPS); i >= 0; i--) {
    for (const step of random.chance(0.15) ? drawTyping(random, now) : [drawStep(random, now, lines)]) {
      take(step);
      if (random.chance(0.3)) take({ do: "look" });
    }
    if (random.chance(0.6)) look();
  }
  look();
  return { world, steps };
}

function drawLook(random: Random, world: World): Look {
  const spots = drawSpots(random, world, 14);
  const of = 12;
  return { spots, wishes: drawWishes(random, world, spots), part: random.below(of), of };
}

/** Plays a walk; with `only`, as far as that property needs. */
export function play({ world, steps }: Walk, only?: string): Walked {
  const host = fromScratch(world);
  let now = world;
  const faults = new Map<string, Fault>();
  let [states, edits, made] = [0, 0, 0];
  const note = (checked: Checked) => {
    states++;
    edits += checked.edits;
    made += checked.made;
    for (const fault of checked.faults) if (!faults.has(fault.property)) faults.set(fault.property, fault);
  };
  for (const step of steps) {
    try {
      if (step.do === "check") note(check(host, now, step.look, only));
      else {
        tell(host, now, step);
        now = after(now, step);
      }
    } catch (error) {
      const { stack = String(error), message, cause } = error as Error;
      const at = (cause as Error | undefined)?.stack ?? stack;
      const [place = ""] = /\((?:.*\/)?(glossary\/[^:)]+|test\/[^:)]+)/.exec(at)?.slice(1) ?? [];
      const property = `throws — ${place}: ${((cause as Error | undefined)?.message ?? message).replace(/\d+/g, "…").slice(0, 120)}`;
      if (!faults.has(property))
        faults.set(property, { property, detail: at.split("\n").slice(0, 6).join("\n    ") });
    }
  }
  return { states, edits, made, faults: [...faults.values()] };
}
