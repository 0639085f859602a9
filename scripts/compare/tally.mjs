// What two builds answered to the same questions, byte for byte: how often, how often something, a digest, differences.
import { createHash } from "node:crypto";

/** How many differences of one kind are kept to be shown, and how much of each around the place. */
const KEPT = 5;
const AROUND = 160;

/** `normal` takes out of a text what is not the same on other machines, such as the folder's place. */
export function tally(normal = (text) => text) {
  const kinds = new Map();
  return {
    /** One item: what it is called among its kind, both answers (texts or what can be JSON), the time it took. */
    add(what, key, answers, ms = 0) {
      const kind = kinds.get(what) ?? newKind(what);
      kinds.set(what, kind);
      const texts = answers.map((answer) =>
        typeof answer === "string" ? answer : (JSON.stringify(answer, inOrder) ?? ""),
      );
      const equal = texts[0] === texts[1];
      kind.count++;
      kind.ms += ms;
      if (answers.some(saysSomething)) kind.filled++;
      const first = normal(texts[0]);
      const second = equal ? first : normal(texts[1]);
      kind.digests[0].update(`${key}\n${first}\n`);
      kind.digests[1].update(`${key}\n${second}\n`);
      if (equal) return;
      kind.different++;
      if (kind.differences.length < KEPT) kind.differences.push({ key, ...around(first, second) });
    },
    rows() {
      return [...kinds.values()].map(({ digests, ...kind }) => ({
        ...kind,
        digests: digests.map((one) => one.copy().digest("hex").slice(0, 12)),
      }));
    },
  };
}

/** The properties of an object have no order. */
function inOrder(_, value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function newKind(what) {
  const digests = [createHash("sha256"), createHash("sha256")];
  return { what, count: 0, ms: 0, filled: 0, different: 0, digests, differences: [] };
}

/** Whether an answer is more than “nothing”: an empty list, nothing at all, or a refusal. */
export function saysSomething(answer) {
  if (answer === null || answer === undefined || answer === "") return false;
  if (Array.isArray(answer)) return answer.length > 0;
  if (typeof answer !== "object") return true;
  if (answer.error || answer.kind === "refused") return false;
  return !Array.isArray(answer.items) || answer.items.length > 0;
}

/** Both texts around the first place where they differ. */
export function around(first, second) {
  let at = 0;
  while (at < first.length && first[at] === second[at]) at++;
  const from = Math.max(0, at - AROUND / 2);
  const piece = (text) => `${from > 0 ? "…" : ""}${text.slice(from, from + AROUND)}`;
  return { at, texts: [piece(first), piece(second)] };
}
