/** What an ADR says about its place in the history: what it supersedes or amends, and what does that to it. */
import type { DecisionWords } from "../../languages/language.ts";
import { patternOf, wordsOf } from "../../languages/merge.ts";
import { lineEnd } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";
import { idOfText } from "./id.ts";
import { Phrases } from "./phrases.ts";
import type { AdrSource } from "./source.ts";

export type RelationKind = "supersedes" | "superseded-by" | "amends" | "amended-by";

export interface Relation {
  readonly kind: RelationKind;
  /** A link's address, or `undefined` for a number. */
  readonly url: string | undefined;
  /** The key of the number that is written, if one is. */
  readonly key: string | undefined;
  readonly span: Span;
}

export const OPPOSITE: Readonly<Record<RelationKind, RelationKind>> = {
  supersedes: "superseded-by",
  "superseded-by": "supersedes",
  amends: "amended-by",
  "amended-by": "amends",
};

const KINDS: ReadonlyMap<string, RelationKind> = new Map([
  ...kindOf("superseded-by", ({ relations }) => relations?.supersededBy),
  ...kindOf("amended-by", ({ relations }) => relations?.amendedBy),
  ...kindOf("supersedes", ({ relations }) => relations?.supersedes),
  ...kindOf("amends", ({ relations }) => relations?.amends),
]);

function kindOf(
  kind: RelationKind,
  key: (words: DecisionWords) => string | undefined,
): (readonly [phrase: string, kind: RelationKind])[] {
  return wordsOf(({ adr }) => adr && key(adr)).map((phrase) => [phrase, kind]);
}

const VERBS = new Phrases([...KINDS.keys()]);
const NUMBERS =
  /(?<![\p{L}\p{N}/.])(?:ADR[-_ #]{0,2}|#)(\d{1,5}(?:-\d{1,3})?)(?![\p{L}\p{N}]|[-.]\d)|\[(\d{1,5})\]/giu;

/**
 * The relations stated within `where`: lines such as `Superseded by [x](y)` or `**Supersedes**: ADR-0012`. A line
 * that names two directions is left alone, except that what stands after the last verb belongs to that verb.
 */
export function relationsOf(source: AdrSource, where: readonly Span[]): Relation[] {
  const { text, facts } = source;
  const found: Relation[] = [];
  for (const { start, end } of where) {
    for (let at = start; at < end; ) {
      const stop = Math.min(lineEnd(text, at), end);
      const line = text.slice(at, Math.min(stop, at + 2_000));
      const verb = verbIn(line);
      if (verb) {
        const from = at + verb.end;
        const to = valueEnd(text, { start: at, end: stop }, end, line.slice(verb.end));
        const links = facts.links.filter(
          ({ span, url }) => span.start >= from && span.end <= to && url !== "",
        );
        for (const { span, url, text: shown } of links) {
          const key = idOfText(text.slice(shown.start, shown.end).split(/[:.\s—–]/)[0] ?? "")?.key;
          found.push({ kind: verb.kind, url, key, span });
        }
        for (const match of text.slice(from, to).matchAll(NUMBERS)) {
          const span = { start: from + match.index, end: from + match.index + match[0].length };
          if (links.some((link) => link.span.start <= span.start && span.end <= link.span.end)) continue;
          const key = idOfText((match[1] ?? match[2]) as string)?.key;
          if (key) found.push({ kind: verb.kind, url: undefined, key, span });
        }
      }
      at = stop + 1;
    }
  }
  return found.filter((one, i) => found.findIndex(({ span }) => span.start === one.span.start) === i);
}

/** True for a line that says what the record does to another one, or another one to it: “Supersedes 2”. */
export function statesRelation(line: string): boolean {
  return verbIn(line.slice(0, 2_000)) !== undefined;
}

function verbIn(line: string): { kind: RelationKind; end: number } | undefined {
  const found = VERBS.find(line);
  const kind = found && KINDS.get(found.phrase);
  if (!found || !kind) return undefined;
  // Only at the start of a statement: "which replaces the old parser" in a sentence is about something else.
  const before = beforeVerb(line.slice(0, found.start)).match(/\p{L}{2,}/gu);
  return (before?.length ?? 0) <= 2 ? { kind, end: found.end } : undefined;
}

function beforeVerb(text: string): string {
  return text
    .replace(/\[[^\]]{0,200}\]\([^)]{0,500}\)/g, "")
    .replace(
      /^[\s>*+-]*(?:this|the) (?:adr|record|decision|document)\b(?: (?:has been|was|is|also|in part|partly|partially))*/i,
      "",
    )
    .replace(/\*\*[^*]{1,40}\*\*\s*:?|^[\s>*+-]*status\s*:/i, "");
}

/** “None”, “n/a”, a dash alone or with a remark behind it: an answer, and no reference. */
const NOTHING = new RegExp(
  `^[\\s:*_|(]*(?:(?:${patternOf(({ adr }) => adr?.placeholders?.answers)})(?![\\p{L}\\p{N}])|[-–—]+[\\s*_|)]*(?:$|\\())`,
  "iu",
);
const ITEM = /^[ \t>]*(?:[-*+]|\d{1,2}[.)])[ \t]/;

/**
 * The end of what belongs to a verb: of its line, where that says something, be it that there is nothing. Else of the
 * line on which its sentence goes on, or of the list below: of items, where the verb stands in an item itself, only
 * those that are indented below it.
 */
function valueEnd(text: string, line: Span, end: number, rest: string): number {
  if (NOTHING.test(rest)) return line.start;
  if (/[^\s:：*_]/.test(rest)) return line.end;
  const own = text.slice(line.start, line.end);
  const inItem = ITEM.test(own);
  let last = line.end;
  let blank = false;
  for (let at = line.end + 1, count = 0; at < end && count < MOST_LINES; count++) {
    const stop = Math.min(lineEnd(text, at), end);
    const next = text.slice(at, stop);
    at = stop + 1;
    if (next.replace(/[ \t>]/g, "").trim() === "") {
      blank = true;
      continue;
    }
    const isItem = ITEM.test(next);
    const goesOn =
      !blank && last === line.end && !isItem && !/^[ \t>]*(?:[*_]{2}|[|#]|\p{L}[\p{L} ]{0,30}:)/u.test(next);
    if (inItem ? indent(next) <= indent(own) && !goesOn : !isItem && !goesOn) break;
    last = stop;
  }
  return last;
}

const MOST_LINES = 20;

function indent(line: string): number {
  return /^[ \t>]*/.exec(line)?.[0].replace(/\t/g, "    ").length ?? 0;
}
