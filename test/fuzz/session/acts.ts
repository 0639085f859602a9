/** What happens in a session: documents, files and questions, sensible or not. Each act stands by itself. */
import { drawSpots } from "../answers.ts";
import { drawStep } from "../mutate.ts";
import type { Random } from "../random.ts";
import type { World } from "../world.ts";

export type Act =
  | { readonly do: "open" | "close" | "save"; readonly path: string }
  | { readonly do: "type"; readonly path: string; readonly text: string }
  /** A file on disk: `undefined` takes it away. Without `told` nobody tells the server until the next `tell`. */
  | { readonly do: "disk"; readonly path: string; readonly text: string | undefined; readonly told: boolean }
  /** Tells of the files that have changed without a word. */
  | { readonly do: "tell" }
  | { readonly do: "ask"; readonly ask: Ask }
  /** Asks for an edit, and types while the server is at it; `turns` of the event loop later. */
  | {
      readonly do: "race";
      readonly ask: Ask;
      readonly path: string;
      readonly text: string;
      readonly turns: number;
    }
  /** What no sensible client would send. */
  | { readonly do: "nonsense"; readonly method: string; readonly params: unknown; readonly answers: boolean };

export interface Ask {
  readonly what: What;
  readonly path: string;
  readonly offset: number;
  /** A name, a title, a status or another path, as the question needs it. */
  readonly word: string;
}

export const READING = [
  "hover",
  "completion",
  "definition",
  "references",
  "highlights",
  "symbols",
  "lenses",
  "links",
  "diagnostics",
  "prepare rename",
  "adr log",
  "adr folders",
  "increments",
  "traceability",
  "validate",
  "performance",
] as const;

export const EDITING = [
  "actions",
  "link first uses",
  "fix all",
  "rename",
  "new term",
  "copy starter",
  "new adr",
  "supersede by a new adr",
  "set status",
  "supersede",
  "renumber",
  "new increment",
  "add story",
  "add criterion",
  "add task",
] as const;

export type What = (typeof READING)[number] | (typeof EDITING)[number];

const NAMES = [
  "Zephyr",
  "gRPC",
  "GitOps",
  "US-071",
  "T-071",
  "AC-US1-71",
  "",
  "a|b",
  "../x",
  "x".repeat(200),
  "Quay wall",
];
const STATUSES = ["Accepted", "Rejected", "Superseded", "on hold"];

/** An act that fits what is open and on disk, or some that belong together. */
export function drawActs(
  random: Random,
  world: World,
  disk: ReadonlyMap<string, string>,
  lines: readonly string[],
): Act[] {
  const surprise = random.chance(0.1) ? drawSurprise(random, world, disk) : [];
  return surprise.length > 0 ? surprise : [drawAct(random, world, disk, lines)];
}

function drawAct(
  random: Random,
  world: World,
  disk: ReadonlyMap<string, string>,
  lines: readonly string[],
): Act {
  const dice = random.below(100);
  const paths = [...new Set([...world.texts.keys(), ...disk.keys()])].sort();
  const path = random.pick(paths);
  if (dice < 6) return { do: world.open.has(path) ? (random.chance(0.5) ? "close" : "save") : "open", path };
  if (dice < 24) return drawChange(random, world, disk, lines);
  if (dice < 28) return { do: "tell" };
  if (dice < 31) return drawNonsense(random, path);
  const [open] = random.some([...world.open], 1);
  if (dice < 38 && open !== undefined) {
    const ask = { ...drawAsk(random, world, paths), what: random.pick(EDITING) };
    const text = `Typed.\n\n${world.texts.get(open)}`;
    return {
      do: "race",
      ask: random.chance(0.7) ? { ...ask, path: open } : ask,
      path: open,
      text,
      turns: random.below(6),
    };
  }
  return { do: "ask", ask: drawAsk(random, world, paths) };
}

/** A file that is not open changes without a word, and edits are asked for beside it before the server is told. */
function drawSurprise(random: Random, world: World, disk: ReadonlyMap<string, string>): Act[] {
  const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/") + 1);
  const closed = [...disk.keys()].filter((path) => !world.open.has(path));
  const beside = closed.flatMap((path) =>
    [...world.open].filter((one) => folderOf(one) === folderOf(path)).map((one) => [path, one] as const),
  );
  if (beside.length === 0) return [];
  const [path, open] = random.pick(beside);
  const text = `${random.pick(["Above.\n\n", "\n", "---\ntitle: X\n---\n"])}${disk.get(path)}`;
  const offset = random.below(1_000);
  const ask = (what: What): Act => ({ do: "ask", ask: { what, path: open, offset, word: path } });
  return [
    { do: "disk", path, text, told: false },
    ask("actions"),
    ask(random.pick(EDITING)),
    ask("supersede"),
    { do: "tell" },
  ];
}

function drawChange(
  random: Random,
  world: World,
  disk: ReadonlyMap<string, string>,
  lines: readonly string[],
): Act {
  const [open] = random.some([...world.open], 1);
  const only = (texts: ReadonlyMap<string, string>, path: string): World => ({
    ...world,
    texts: new Map([...texts].filter(([one]) => one === path)),
  });
  if (open !== undefined && random.chance(0.6)) {
    const step = drawStep(random, only(world.texts, open), lines);
    if (step.do === "text" && step.path === open) return { do: "type", path: open, text: step.text };
  }
  const path = random.pick([...disk.keys()]);
  const told = random.chance(0.4);
  // What moves everything that is known of a file.
  if (random.chance(0.4)) return { do: "disk", path, text: `Above.\n\n${disk.get(path)}`, told };
  const step = drawStep(random, { ...world, texts: disk }, lines);
  if (step.do === "drop" && disk.size > 3) return { do: "disk", path: step.path, text: undefined, told };
  if (step.do === "text") return { do: "disk", path: step.path, text: step.text, told };
  if (step.do === "move") return { do: "disk", path: step.to, text: disk.get(step.path), told };
  return { do: "disk", path, text: `Above.\n\n${disk.get(path)}`, told };
}

function drawAsk(random: Random, world: World, paths: readonly string[]): Ask {
  // Quick fixes are many kinds of edits in one.
  const editing: readonly What[] = random.chance(0.4) ? ["actions"] : EDITING;
  const what = random.pick<What>(random.chance(0.4) ? READING : editing);
  const [spot] = drawSpots(random, world, 1);
  const anywhere = random.chance(0.2) || !spot;
  const word =
    what === "supersede"
      ? random.pick(paths.filter((path) => /adr|decision/.test(path)).concat(paths))
      : what === "set status"
        ? random.pick(STATUSES)
        : random.pick(NAMES);
  const records = paths.filter((path) => /adr\/|decisions\/|choices\//.test(path));
  const path =
    /status|supersede$|renumber|by a new/.test(what) && records.length > 0
      ? random.pick(records)
      : anywhere
        ? random.pick(paths)
        : spot.path;
  return { what, path, offset: spot?.offset ?? 0, word };
}

const URIS = [
  "file:///work%20space/../../etc/passwd",
  "file:///work%20space/docs/..%2f..%2fx.md",
  "file:///elsewhere/x.md",
  "file:///work%20space",
  "file:///work%20space/",
  "file:///work%20space/no/such.md",
  "untitled:Untitled-1",
  "git:/work%20space/docs/page.md?x",
  "",
  "%",
  "C:\\x.md",
  "file:///c%3A/x.md",
];

const METHODS = [
  "textDocument/hover",
  "textDocument/completion",
  "textDocument/definition",
  "textDocument/rename",
  "textDocument/codeAction",
  "textDocument/diagnostic",
  "textDocument/references",
  "specGlossary/adrEdit",
  "specGlossary/newAdr",
  "specGlossary/newTerm",
  "specGlossary/newIncrement",
  "specGlossary/addToIncrement",
  "specGlossary/traceability",
  "specGlossary/performance",
  "specGlossary/nothing",
];

function drawNonsense(random: Random, path: string): Act {
  const uri = random.chance(0.7) ? random.pick(URIS) : `file:///work%20space/${path}`;
  const position = random.pick<unknown>([
    { line: 999999, character: 999999 },
    { line: -1, character: -5 },
    { line: 0.5, character: 1 },
    null,
  ]);
  if (random.chance(0.3)) {
    const changes = [{ uri, type: random.below(5) }];
    return { do: "nonsense", method: "workspace/didChangeWatchedFiles", params: { changes }, answers: false };
  }
  if (random.chance(0.2)) {
    const contentChanges = [{ range: { start: position, end: position }, text: "x" }];
    const params = { textDocument: { uri: random.pick(URIS), version: 3 }, contentChanges };
    return { do: "nonsense", method: "textDocument/didChange", params, answers: false };
  }
  const params = random.pick<unknown>([
    { textDocument: { uri }, position, range: { start: position, end: position }, context: {}, newName: "x" },
    {
      uri,
      name: "../x",
      folder: "../..",
      title: "../../x",
      template: "none",
      date: "x",
      change: { kind: "none" },
      add: { what: "none" },
    },
    { uri, folder: "nowhere", add: { what: "task", criteria: [] }, layout: "none" },
    {},
    null,
  ]);
  return { do: "nonsense", method: random.pick(METHODS), params, answers: true };
}
