/** Sessions drawn from seeds, and made smaller. */
import { randomFrom, seedOf } from "../random.ts";
import { drawTexts, type Sample } from "../samples.ts";
import { fewer } from "../shrink.ts";
import { spent } from "../spent.ts";
import type { World } from "../world.ts";
import { type Act, drawActs } from "./acts.ts";
import { isDocument, playInMemory, type Script } from "./play.ts";

/** A script with so many acts. */
export function drawScript(seed: number, samples: readonly Sample[], count: number): Script {
  const random = randomFrom(seedOf(seed, 0x5e55));
  const lines = random
    .some(samples, 12)
    .flatMap(({ texts }) => [...texts.values()].flatMap((text) => text.split(/\r?\n/)));
  const texts = drawTexts(random, samples);
  const open = new Set([...texts.keys()].filter((path) => isDocument(path) && random.chance(0.4)));
  const world: World = { texts, open, settings: {} };
  const disk = new Map(texts);
  const documents = new Map([...texts].filter(([path]) => open.has(path)));
  const acts: Act[] = [];
  while (acts.length < count) {
    const now = { ...world, texts: documents, open: new Set(documents.keys()) };
    for (const act of drawActs(random, now, disk, lines)) {
      acts.push(act);
      const text = "path" in act ? disk.get(act.path) : undefined;
      if (act.do === "open" && text !== undefined && isDocument(act.path)) documents.set(act.path, text);
      if (act.do === "type" || act.do === "race") documents.set(act.path, act.text);
      if (act.do === "close") documents.delete(act.path);
      if (act.do === "save") disk.set(act.path, documents.get(act.path) ?? "");
      if (act.do === "disk" && act.text !== undefined) disk.set(act.path, act.text);
      if (act.do === "disk" && act.text === undefined) disk.delete(act.path);
    }
  }
  return { world, acts };
}

/** A script that still shows the fault, as small as time allows, in milliseconds of processor time. */
export async function shrinkScript(script: Script, property: string, milliseconds: number): Promise<Script> {
  const until = spent() + milliseconds;
  const fails = async (one: Script) =>
    spent() < until &&
    (await playInMemory(one, property)).faults.some((fault) => fault.property === property);
  const acts = await fewer(script.acts, (some) => fails({ ...script, acts: some }));
  const only = (paths: readonly string[], from: Script): Script => {
    const texts = new Map([...from.world.texts].filter(([path]) => paths.includes(path)));
    return {
      ...from,
      world: { ...from.world, texts, open: new Set([...from.world.open].filter((path) => texts.has(path))) },
    };
  };
  const less = { ...script, acts };
  const paths = await fewer([...less.world.texts.keys()], (some) => fails(only(some, less)));
  const few = only(paths, less);
  const short = await fewerLines(
    { ...few, acts: await fewer(few.acts, (some) => fails({ ...few, acts: some })) },
    fails,
  );
  return { ...short, acts: await fewer(short.acts, (some) => fails({ ...short, acts: some })) };
}

/** Takes the same lines out of every text of a file and of every act. */
async function fewerLines(script: Script, fails: (one: Script) => Promise<boolean>): Promise<Script> {
  const texts = [
    ...script.world.texts.values(),
    ...script.acts.flatMap((act) => ("text" in act ? (act.text ?? "") : "")),
  ];
  const only = (some: readonly string[]): Script => {
    const kept = new Set(some);
    const map = (text: string) =>
      linesOf(text)
        .filter((line) => kept.has(line))
        .join("");
    return {
      world: {
        ...script.world,
        texts: new Map([...script.world.texts].map(([path, text]) => [path, map(text)])),
      },
      acts: script.acts.map((act) =>
        "text" in act && act.text !== undefined ? { ...act, text: map(act.text) } : act,
      ),
    };
  };
  return only(await fewer([...new Set(texts.flatMap(linesOf))], (some) => fails(only(some))));
}

function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

/** A script as text. */
export function scriptText({ world, acts }: Script): string {
  const lines = [...world.texts].map(
    ([path, text]) => `${path}${world.open.has(path) ? " (open)" : ""}: ${JSON.stringify(text)}`,
  );
  return [...lines, ...acts.map((act) => `→ ${JSON.stringify(act)}`)].join("\n    ");
}
