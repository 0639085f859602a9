/**
 * Whether an ADR says why. `present`: a reason is given for the decision. `weak`: only the situation before or the
 * effects after it are told. `missing`: neither.
 */
import { patternOf, wordsOf } from "../../languages/merge.ts";
import { lineStart } from "../../text/lines.ts";
import type { AdrDocument } from "./document.ts";
import { Phrases } from "./phrases.ts";
import { argues, causeIn, decides, isPointer, weighs } from "./reasons.ts";
import { inherited, introducesReason, meaningOf, type Part } from "./sections.ts";
import { type AdrSource, withoutLinkLines } from "./source.ts";
import { countPlaceholders, countWords, substance } from "./substance.ts";
import type { Meaning } from "./words.ts";

export type Rationale = "present" | "weak" | "missing";

export interface Verdict {
  readonly rationale: Rationale;
  /** True where the author has not written anything but placeholders. */
  readonly unwritten: boolean;
}

/** Judges an ADR file. */
export function judge(
  source: AdrSource,
  document: Pick<AdrDocument, "parts" | "visible" | "head" | "title">,
): Verdict {
  const text = withoutCopies(withoutLinkLines(source, document.visible), document);
  const reading = new Reading(text, document.parts);
  const words = reading.parts.some(({ kind }) => kind === "heading")
    ? reading.wordsBelow(document.head.end)
    : FEW;
  const open = countPlaceholders(text);
  const unwritten =
    words === 0 || (words < FEW && open > 0) || (open >= MANY && isSkeletonOf(text, document, reading));
  if (isPresent(source, reading, document.head)) return { rationale: "present", unwritten };
  return { rationale: isWeak(reading, document.head) ? "weak" : "missing", unwritten };
}

/** With fewer words beside its placeholders nothing has been written. */
const FEW = 4;
/** A page with so many placeholders may be the template as it was copied. */
const MANY = 8;

/** True where all words that are there stand beside placeholders, as in “Good, because [argument]”. */
function isSkeletonOf(
  text: string,
  { parts, head }: Pick<AdrDocument, "parts" | "head">,
  { sectioned }: Reading,
) {
  if (!sectioned) return false;
  const written = text.replace(/[^\r\n]+/g, (line) =>
    countPlaceholders(line) > 0 && countWords(substance(line)) < FEW ? " ".repeat(line.length) : line,
  );
  return new Reading(written, parts).wordsBelow(head.end) === 0;
}

/** Sentences of the first record of every repository, which a later one was copied from. */
const FIRST_RECORD = new Phrases(
  wordsOf(({ adr }) => adr?.placeholders?.firstRecord).map((one) => `^${one}`),
);

/** Without lines that only repeat the title, and those of a record about keeping records that this one was copied from. */
function withoutCopies(text: string, { title, head }: Pick<AdrDocument, "title" | "head">): string {
  const own = title.includes(" ") ? bare(title) : "";
  const copied = !ABOUT_RECORDS.test(title);
  const body = text.slice(head.start).replace(/[^\r\n]+/g, (line) => {
    const said = bare(line);
    return said !== "" &&
      !/^\s*[-*+]/.test(line) &&
      (said === own || (copied && FIRST_RECORD.findAtStart(said)))
      ? " ".repeat(line.length)
      : line;
  });
  return text.slice(0, head.start) + body;
}

const ABOUT_RECORDS = new RegExp(`adr|${patternOf(({ adr }) => adr?.aboutRecords)}`, "i");

function bare(line: string): string {
  return line
    .slice(0, 300)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}

/** As many items of a list are asked whether they say why. */
const MOST_ITEMS = 30;

/** The words of an ADR by what they are about. */
class Reading {
  readonly parts: readonly Part[];
  readonly #text: string;

  constructor(text: string, parts: readonly Part[]) {
    this.#text = text;
    this.parts = parts;
  }

  /** The text of a span without placeholders. */
  slice(span: { readonly start: number; readonly end: number }): string {
    return substance(this.#text.slice(span.start, span.end));
  }

  /** All of it, emphasis left out. */
  get all(): string {
    return substance(this.#text).replace(/[*_]|\s+/g, (sign) => (/\s/.test(sign) ? " " : ""));
  }

  /** What a part says, with the list that follows a label at once, even where its items are labelled themselves. */
  belowLabel(part: Part): string {
    const own = this.slice(part.own);
    if (part.kind === "heading" || countWords(own) > 0) return own;
    let end = part.own.end;
    const at = this.parts.indexOf(part) + 1;
    for (const next of this.parts.slice(at, at + MOST_ITEMS)) {
      const line = this.#text.slice(lineStart(this.#text, next.span.start), next.span.end);
      if (next.kind === "heading" || !/^[ \t>]*(?:[-*+]|\d{1,2}[.)])[ \t]/.test(line)) break;
      end = next.own.end;
    }
    return this.slice({ start: part.own.start, end });
  }

  /** All text about something, sub-sections that are about nothing else included. */
  about(...meanings: readonly Meaning[]): string {
    return this.parts
      .filter((part) => meanings.includes(inherited(part) as Meaning))
      .map((part) => this.slice(part.own))
      .join("\n\n");
  }

  words(...meanings: readonly Meaning[]): number {
    return countWords(this.about(...meanings));
  }

  /** How many words there are below the head, but for what says nothing of the decision itself. */
  wordsBelow(from: number): number {
    const first = this.parts.find(({ span }) => span.start >= from)?.span.start ?? this.#text.length;
    const told = this.parts.filter(
      (part) => part.span.start >= from && !ASIDE.has(inherited(part) as Meaning),
    );
    return (
      countWords(this.slice({ start: from, end: first })) +
      told.reduce((sum, { own }) => sum + countWords(this.slice(own)), 0)
    );
  }

  /** True where some heading says what a part of the decision is about. */
  get sectioned(): boolean {
    return this.parts.some(
      ({ meaning, kind }) => kind === "heading" && meaning !== undefined && !ASIDE.has(meaning),
    );
  }

  /** True for a description of how something works, without a section about a decision: its reasons are incidental. */
  get specifies(): boolean {
    if (this.sectioned) return false;
    const headings = this.parts.filter(({ kind, depth }) => kind === "heading" && depth < 7);
    return (
      headings.some(({ name }) => SPECIFIES.test(name)) || (headings.length > 0 && OBLIGES.test(this.#text))
    );
  }
}

/** What says nothing of the decision itself. */
const ASIDE: ReadonlySet<Meaning> = new Set(["references", "status", "date", "deciders"]);

/** Headings and words of specifications (RFC 2119). */
const SPECIFIES = new RegExp(`^(?:${patternOf(({ adr }) => adr?.specifies)})\\b`, "i");
const OBLIGES = /\b(?:MUST|SHALL|SHOULD)\b/;

const ENOUGH = { section: 8, label: 3, gains: 5, context: 4, long: 120, aside: 40 };

function isPresent(
  source: AdrSource,
  reading: Reading,
  head: { readonly start: number; readonly end: number },
): boolean {
  for (const part of reading.parts) {
    if (isAfterthought(part)) continue;
    const own = reading.belowLabel(part);
    const says = part.reason || part.meaning === "rationale";
    if (part.kind === "label" && says && countWords(own) >= ENOUGH.label && !isPointer(own)) return true;
    if (part.kind === "heading" && part.meaning === "rationale") {
      const whole = /motivation/i.test(part.name) ? own : reading.slice(part.whole);
      if (countWords(whole) >= ENOUGH.section && !isPointer(whole)) return true;
    }
    if (
      part.meaning === "benefits" &&
      inherited(part.parent ?? part) === "benefits" &&
      countWords(reading.slice(part.whole)) >= ENOUGH.gains
    )
      return true;
  }
  const decision = reading.about("decision");
  if (causeIn(decision) === "real") return true;
  if (!reading.sectioned) {
    const all = reading.slice({ start: head.start, end: source.text.length });
    if (reading.specifies ? decides(all) : causeIn(all) === "real") return true;
  }
  if (rejections(reading) > 0 || points(source, reading) >= 3) return true;
  return yStatement(reading) === "present";
}

function isAfterthought(part: Part): boolean {
  return inherited(part) === "afterthought";
}

const REJECTED = new RegExp(
  `(?<!\\p{L})(?:${patternOf(({ adr }) => adr?.options?.rejected)})(?:\\*\\*)?,?\\s*(?:${patternOf(({ adr }) => adr?.options?.because)}|[:：。(（—–-])\\s*(?:\\*\\*)?\\s*(\\S[^\\n]{0,300})`,
  "giu",
);

/** Alternatives that are turned down with a reason. */
function rejections(reading: Reading): number {
  const text = reading.about("alternatives", "decision");
  return [...text.matchAll(REJECTED)].filter(([, reason]) => countWords(reason as string) >= ENOUGH.label)
    .length;
}

/** The name of a column that says why not. */
function givesReason(name: string): boolean {
  return introducesReason(name) || meaningOf(name) === "rationale";
}

const PRO = new RegExp(`^(?:${patternOf(({ adr }) => adr?.options?.headings)})$`, "iu");
const SCORES = `(?:${patternOf(({ adr }) => adr?.options?.scores)})\\b[,:]?\\s*(?:${patternOf(({ adr }) => adr?.options?.scoreBehind)}|,)`;
const MARKS = `(?:${patternOf(({ adr }) => adr?.options?.marks)})\\s*[:：,]|[✅❌✔✖➕➖👍👎]`;
const POINT = new RegExp(`^[\\s>]*(?:[-*+]\\s+)?(?:\\*\\*)?(?:${SCORES}|${MARKS})`, "iu");

/** Points for and against options: items under "Pros" and "Cons", and lines such as "Good, because …". */
function points(source: AdrSource, reading: Reading): number {
  let count = 0;
  const scored = reading.about("alternatives", "decision");
  for (const line of scored.split("\n")) if (POINT.test(line) && countWords(line) >= 4) count++;
  for (const part of reading.parts) {
    const name = part.name.replace(/[^\p{L} ]/gu, "").trim();
    if (!PRO.test(name)) continue;
    const top = topMeaning(part);
    if (part.kind === "heading" && top === "consequences") continue;
    const own = reading.slice(part.own);
    const items = own
      .split("\n")
      .filter((line) => /^\s*(?:[-*+]|\d{1,2}[.)])\s/.test(line) && countWords(line) >= 1);
    count +=
      items.length > 0 ? items.length : countWords(own) >= 2 ? Math.max(1, own.split(/[,;]/).length) : 0;
  }
  for (const { rows, span } of source.facts.tables) {
    const part = reading.parts.findLast(({ own }) => own.start <= span.start);
    const head = rows[0]?.map((cell) => source.text.slice(cell.start, cell.end).trim()) ?? [];
    const weighed = head.some((name) => PRO.test(name.replace(/[^\p{L} ]/gu, "").trim()));
    const turnedDown = part && inherited(part) === "alternatives" && head.some(givesReason);
    if (part && (weighed || turnedDown)) count += rows.length - 1;
  }
  return count;
}

/** What the outermost part above is about. */
function topMeaning(part: Part): Meaning | undefined {
  let top: Meaning | undefined;
  for (let at = part.parent; at; at = at.parent) top = at.meaning ?? top;
  return top;
}

/** What a Y-statement says: "In the context of …, facing …, we decided for …, to achieve …, accepting …". */
function yStatement(reading: Reading): Rationale {
  const text = reading.all.toLowerCase();
  const parts = ["in the context of ", "facing ", "decided "].reduce(
    (at, words) => (at < 0 ? at : text.indexOf(words, at)),
    0,
  );
  if (parts < 0) return "missing";
  const aim = text.slice(parts).search(/\bto [a-z]/);
  return aim >= 0 && text.indexOf("accepting ", parts + aim) >= 0 ? "present" : "weak";
}

function isWeak(reading: Reading, head: { readonly start: number; readonly end: number }): boolean {
  if (yStatement(reading) === "weak") return true;
  const told = reading.about("context", "drivers", "consequences", "benefits");
  const headed = reading.parts.some(({ kind, meaning }) => kind === "heading" && meaning === "decision");
  const decision = reading.about("decision");
  const words = countWords(told);
  // A decision without a word of its own is not explained by a sentence about where it comes from.
  if (headed && countWords(decision) === 0 && words < 25 && reading.words("alternatives", "rationale") < 6)
    return false;
  if (words >= ENOUGH.context) return true;
  if (causeIn(decision) !== undefined || weighs(decision) || countWords(decision) >= ENOUGH.long) return true;
  if (reading.words("rationale") >= 2 || reading.words("alternatives") >= 20) return true;
  const free = reading.parts.filter((part) => {
    const meaning = inherited(part);
    return meaning === undefined && !(part.kind === "label" && part.span.start < head.end);
  });
  if (headed && free.reduce((sum, { own }) => sum + countWords(reading.slice(own)), 0) >= ENOUGH.aside)
    return true;
  // How something works has its reasons too, but they are not those of a decision.
  if (reading.specifies) return false;
  return [head, ...free.map(({ own }) => own)].some((span) => argues(reading.slice(span)));
}
