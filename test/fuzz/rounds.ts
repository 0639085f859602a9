/** What a fuzz repeats: walks through states of the engine, and sessions with the server. */
import type { Fault } from "./effects.ts";
import type { Sample } from "./samples.ts";
import { playInMemory } from "./session/play.ts";
import { drawScript, scriptText, shrinkScript } from "./session/script.ts";
import { shrink } from "./shrink.ts";
import { spent } from "./spent.ts";
import { drawWalk, play, type Walk } from "./walk.ts";

export interface Tally {
  readonly states: number;
  /** How many edits were computed, and how many of them carried out. */
  readonly edits: number;
  readonly made: number;
  /** How often the server was asked something. */
  readonly asked: number;
}

export interface Round {
  play(): Promise<Tally & { readonly faults: readonly Fault[] }>;
  /** The fault with the smallest input that shows it, as far as so many milliseconds of processor time go. */
  shrink(fault: Fault, milliseconds: number): Promise<Fault & { readonly input: string }>;
}

export function walkRound(seed: number, samples: readonly Sample[]): Round {
  const walk = drawWalk(seed, samples);
  return {
    play: async () => ({ ...play(walk), asked: 0 }),
    shrink: async (fault, milliseconds) => {
      const small = await shrink(walk, fault.property, spent() + milliseconds);
      const again = play(small, fault.property).faults.find(({ property }) => property === fault.property);
      return { ...(again ?? fault), input: walkText(small) };
    },
  };
}

/** How much happens in a session. */
const ACTS = 80;

export function sessionRound(seed: number, samples: readonly Sample[]): Round {
  const script = drawScript(seed, samples, ACTS);
  return {
    play: async () => {
      const { asked, compared, faults } = await playInMemory(script);
      return { states: 0, edits: 0, made: 0, asked: asked + compared, faults };
    },
    shrink: async (fault, milliseconds) => {
      const small = await shrinkScript(script, fault.property, milliseconds);
      const again = (await playInMemory(small, fault.property)).faults.find(
        ({ property }) => property === fault.property,
      );
      return { ...(again ?? fault), input: scriptText(small) };
    },
  };
}

/** A walk as text: the files, and what happens to them. */
function walkText({ world, steps }: Walk): string {
  const lines = [...world.texts].map(
    ([path, text]) => `${path}${world.open.has(path) ? " (open)" : ""}: ${JSON.stringify(text)}`,
  );
  if (Object.keys(world.settings).length > 0) lines.push(`settings: ${JSON.stringify(world.settings)}`);
  for (const step of steps) {
    if (step.do === "check") lines.push("→ checked");
    else if (step.do === "text") lines.push(`→ ${step.path} becomes ${JSON.stringify(step.text)}`);
    else if (step.do === "move") lines.push(`→ move ${step.path} to ${step.to}`);
    else lines.push(step.do === "look" ? "→ look" : `→ ${step.do} ${step.path}`);
  }
  return lines.join("\n    ");
}
