/** What people and programs do to texts and files, sensible or not. */
import type { Random } from "./random.ts";
import type { Step, World } from "./world.ts";

/** What else is pasted: pieces that begin or end something, and ids. */
const PIECES: readonly string[] = [
  "```",
  "```js",
  "<!--",
  "-->",
  "---",
  "> ",
  "- [ ] ",
  "- [x] ",
  "| a | b |",
  "|---|---|",
  "## ",
  "### Status",
  "## Status\n\nAccepted\n",
  "**Status**: Accepted",
  "status: accepted",
  "ADR-0001",
  "ADR-0002",
  "[ADR-0003](0003-keep-carts-for-a-month.md)",
  "Supersedes [ADR-0002](0002-log.md)",
  "Superseded by ADR-0003",
  "AC-US1-01",
  "US-002",
  "T-001",
  "### T-009: New",
  "- [ ] **AC-US1-07**: More",
  "**Satisfies ACs**: AC-US1-01 through AC-US1-03",
  "[cdn]: glossary.md#cdn",
  "[CDN][]",
  "[queue]: ./glossary/terms/queue.md",
  "[api]: /docs/glossary/terms/api",
  "[Queue] and [API]",
  "[[outbox]]",
  "{term}`Outbox`",
  "**Ledger** - again",
  "The ledger, an anchor, the CDN and a queue.",
  "<!-- spec-glossary-disable-next-line -->",
  "&amp;",
  "é",
  "日本語",
  "😀",
  "\ufeff",
  "\t",
  "    ",
  "\\",
  "…",
];

const LETTERS = "aeinorst ADR-0123.:*_`[]()#|\n".split("");

/** A step that fits the world. `lines` are those of all samples, to be pasted. */
export function drawStep(random: Random, world: World, lines: readonly string[]): Step {
  const paths = [...world.texts.keys()];
  const path = random.pick(paths);
  const dice = random.below(100);
  if (dice < 3 && paths.length > 2) return { do: "drop", path };
  if (dice < 6) return { do: "move", path, to: otherPath(random, path, paths) };
  if (dice < 8)
    return { do: "text", path: otherPath(random, path, paths), text: world.texts.get(path) as string };
  if (dice < 12) return { do: "open", path };
  if (dice < 16) return { do: "close", path };
  if (dice < 19) {
    // What sections far from it refer to.
    const [labelled] = random.some(
      paths.filter((one) => DEFINITION.test(world.texts.get(one) as string)),
      1,
    );
    if (labelled !== undefined)
      return { do: "text", path: labelled, text: otherLabel(random, world.texts.get(labelled) as string) };
  }
  return { do: "text", path, text: mutated(random, world.texts.get(path) as string, lines) };
}

/** Several keys after each other in one place, each a step. */
export function drawTyping(random: Random, world: World): Step[] {
  const [path] = random.some([...world.open], 1);
  let text = path === undefined ? undefined : world.texts.get(path);
  if (path === undefined || text === undefined) return [];
  let at = random.below(text.length + 1);
  const steps: Step[] = [];
  for (const key of random.pick([
    "A new line.\n\n",
    "ADR-0002 ",
    "\n- [ ] ",
    "the ledger",
    "\b\b\b",
    "**x**: y\n",
  ])) {
    text =
      key === "\b"
        ? text.slice(0, Math.max(0, at - 1)) + text.slice(at)
        : text.slice(0, at) + key + text.slice(at);
    at = key === "\b" ? Math.max(0, at - 1) : at + key.length;
    steps.push({ do: "text", path, text });
  }
  return steps;
}

const DEFINITION = /^\[[^\]\r\n]+\]:.*(?:\r?\n)?/m;

/** A definition of a label less, or one whose label is another one. */
function otherLabel(random: Random, text: string): string {
  const all = [...text.matchAll(new RegExp(DEFINITION, "gm"))];
  const { 0: line, index } = random.pick(all);
  const other = random.chance(0.6) ? "" : line.replace("[", "[x");
  return text.slice(0, index) + other + text.slice(index + line.length);
}

function otherPath(random: Random, path: string, paths: readonly string[]): string {
  const slash = path.lastIndexOf("/") + 1;
  const name = path.slice(slash);
  switch (random.below(4)) {
    case 0:
      return (
        path.slice(0, slash) +
        name.replace(/\d+/, (digits) => String(Number(digits) + 1).padStart(digits.length, "0"))
      );
    case 1:
      return `${path.slice(0, slash)}x-${name}`;
    case 2: {
      const other = random.pick(paths);
      return other.slice(0, other.lastIndexOf("/") + 1) + name;
    }
    default:
      return random.pick(paths);
  }
}

/** One word or number becomes another one, of `line` or a little more: ids, names, addresses and statuses change. */
function withOtherWord(random: Random, text: string, line: string): string {
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}.-]*/gu)];
  const [chosen] = random.some(words, 1);
  if (!chosen) return text;
  const [word] = chosen;
  const others = line.match(/[\p{L}\p{N}][\p{L}\p{N}.-]*/gu) ?? [];
  const more = word.replace(/\d+/, (digits) => String(Number(digits) + 1).padStart(digits.length, "0"));
  const other =
    more !== word && random.chance(0.6) ? more : others.length > 0 ? random.pick(others) : `${word}s`;
  return text.slice(0, chosen.index) + other + text.slice(chosen.index + word.length);
}

/** Texts do not grow for ever. In UTF-16 units. */
const LONGEST = 12_000;

/** The text with one change, or a few. */
export function mutated(random: Random, text: string, lines: readonly string[]): string {
  if (text.length > LONGEST) return text.slice(0, text.indexOf("\n", LONGEST / 4) + 1);
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const own = text.split(/(?<=\n)/);
  const at = random.below(own.length);
  const line = own[at] ?? "";
  const place = random.below(text.length + 1);
  const insert = (offset: number, piece: string) => text.slice(0, offset) + piece + text.slice(offset);
  const put = (...some: string[]) => own.toSpliced(at, 1, ...some).join("");
  switch (random.below(21)) {
    case 17:
    case 18:
    case 19:
    case 20:
      return withOtherWord(random, text, random.pick(lines));
    case 0:
      return own.toSpliced(at, 1 + random.below(3)).join("");
    case 1:
      return put(line, line);
    case 2: {
      const rest = own.toSpliced(at, 1);
      return rest.toSpliced(random.below(rest.length + 1), 0, line).join("");
    }
    case 3:
      return own[at + 1] === undefined
        ? put(line, line)
        : own.toSpliced(at, 2, own[at + 1] as string, line).join("");
    case 4:
    case 5:
      return put(`${random.pick(lines)}${end}`, line);
    case 6:
      return put(line, random.some(lines, 1).join(end) + end + end);
    case 7:
      return insert(place, random.pick(LETTERS).replace("\n", end));
    case 8:
      return text.slice(0, place) + text.slice(place + 1 + random.below(4));
    case 9:
      return insert(place, random.pick(PIECES).replaceAll("\n", end));
    case 10:
      return put(random.pick(PIECES).replaceAll("\n", end) + end, line);
    case 11:
      return text.includes("\r\n") ? text.replaceAll("\r\n", "\n") : text.replaceAll("\n", "\r\n");
    case 12:
      return put(/^#/.test(line) ? (random.chance(0.5) ? `#${line}` : line.slice(1)) : `## ${line}`);
    case 13:
      return put(random.chance(0.5) ? `  ${line}` : `> ${line}`);
    case 14:
      return `A line of text above everything.${end}${end}${text}`;
    case 15:
      return /^---\r?\n/.test(text)
        ? text.replace(/^---\r?\n/, random.pick(["", "----\n", "---\n{\n"]))
        : `---${end}title: X${end}---${end}${text}`;
    default:
      return random.chance(0.3)
        ? ""
        : text.replace(/\w+/g, (word) => (random.chance(0.02) ? word.toUpperCase() : word));
  }
}
