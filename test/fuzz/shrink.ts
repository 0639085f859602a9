/** Makes a walk that fails as small as it can: fewer steps, fewer files, fewer lines. */
import { spent } from "./spent.ts";
import { play, type Walk } from "./walk.ts";

/** A walk that still shows the fault; `until` is when to stop, in milliseconds of `spent`. */
export async function shrink(walk: Walk, property: string, until: number): Promise<Walk> {
  const fails = (one: Walk) =>
    spent() < until && play(one, property).faults.some((fault) => fault.property === property);
  let best = withEveryPart(walk);
  if (!fails(best)) best = walk;
  for (let size = -1; size !== sizeOf(best) && spent() < until; ) {
    size = sizeOf(best);
    best = await fewerSteps(best, fails);
    best = await fewerFiles(best, fails);
    best = await fewerLines(best, fails);
    best = await fewerOpen(best, fails);
  }
  return best;
}

function sizeOf({ world, steps }: Walk): number {
  let size = steps.length + world.open.size;
  for (const text of world.texts.values()) size += 1 + text.length;
  for (const step of steps) size += step.do === "text" ? step.text.length : 1;
  return size;
}

/** All proposals are carried out, so that their number does not matter. */
function withEveryPart(walk: Walk): Walk {
  const steps = walk.steps.map((step) =>
    step.do === "check" ? { ...step, look: { ...step.look, part: 0, of: 1 } } : step,
  );
  return { ...walk, steps };
}

type Fails = (walk: Walk) => boolean;

async function fewerSteps(walk: Walk, fails: Fails): Promise<Walk> {
  const steps = await fewer(walk.steps, (some) => fails({ ...walk, steps: some }));
  return { ...walk, steps };
}

async function fewerFiles(walk: Walk, fails: Fails): Promise<Walk> {
  const paths = await fewer([...walk.world.texts.keys()], (some) => fails(onlyFiles(walk, some)));
  return onlyFiles(walk, paths);
}

function onlyFiles(walk: Walk, paths: readonly string[]): Walk {
  const kept = new Set(paths);
  const texts = new Map([...walk.world.texts].filter(([path]) => kept.has(path)));
  const open = new Set([...walk.world.open].filter((path) => kept.has(path)));
  return { ...walk, world: { ...walk.world, texts, open } };
}

async function fewerOpen(walk: Walk, fails: Fails): Promise<Walk> {
  const only = (paths: readonly string[]): Walk => ({
    ...walk,
    world: { ...walk.world, open: new Set(paths) },
  });
  return only(await fewer([...walk.world.open], (some) => fails(only(some))));
}

/** Takes the same lines out of every text that a file has on the way. */
async function fewerLines(walk: Walk, fails: Fails): Promise<Walk> {
  const lines = [...new Set(textsOf(walk).flatMap((text) => text.split(/(?<=\n)/)))];
  const only = (some: readonly string[]): Walk => {
    const kept = new Set(some);
    return mapTexts(walk, (text) =>
      text
        .split(/(?<=\n)/)
        .filter((line) => kept.has(line))
        .join(""),
    );
  };
  return only(await fewer(lines, (some) => fails(only(some))));
}

function textsOf({ world, steps }: Walk): string[] {
  return [...world.texts.values(), ...steps.flatMap((step) => (step.do === "text" ? [step.text] : []))];
}

/** Places stay where they are in what is left, as far as it goes. */
function mapTexts(walk: Walk, map: (text: string) => string): Walk {
  const texts = new Map([...walk.world.texts].map(([path, text]) => [path, map(text)] as const));
  const now = new Map(walk.world.texts);
  const steps = walk.steps.map((step): Walk["steps"][number] => {
    if (step.do === "text") now.set(step.path, step.text);
    if (step.do === "text") return { ...step, text: map(step.text) };
    if (step.do !== "check") return step;
    const place = <S extends { readonly path: string; readonly offset: number }>(spot: S): S => ({
      ...spot,
      offset: movedPlace(now.get(spot.path) ?? "", spot.offset, map),
    });
    const { wishes, spots } = step.look;
    return {
      ...step,
      look: {
        ...step.look,
        spots: spots.map(place),
        wishes: { ...wishes, renames: wishes.renames.map(place) },
      },
    };
  });
  return { world: { ...walk.world, texts }, steps };
}

/** Where a place is when lines before it are gone. */
function movedPlace(text: string, offset: number, map: (text: string) => string): number {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return map(text.slice(0, start)).length + (offset - start);
}

/** A part of a list that still passes, by leaving out halves, quarters and so on. */
export async function fewer<T>(
  list: readonly T[],
  passes: (some: readonly T[]) => boolean | Promise<boolean>,
): Promise<readonly T[]> {
  let best = list;
  for (let size = Math.ceil(best.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < best.length; ) {
      const some = [...best.slice(0, at), ...best.slice(at + size)];
      if (some.length < best.length && (await passes(some))) best = some;
      else at += size;
    }
  }
  return best;
}
