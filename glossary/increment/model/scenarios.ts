/** Given, When, Then, in every form they are written in. */
import type { Code, Facts } from "../../markdown/facts.ts";
import type { Span } from "../../text/span.ts";
import { expand } from "./fields.ts";
import type { WrittenId } from "./ids.ts";
import type { Clause, Scenario } from "./model.ts";
import { startingIn } from "./sorted.ts";

interface Source {
  readonly text: string;
  readonly codes: readonly Code[];
  readonly mentions: readonly WrittenId[];
}

/** A cheap test, before anything is taken apart. */
export function mayHaveScenarios({
  text,
  facts,
}: {
  readonly text: string;
  readonly facts: Pick<Facts, "codes">;
}): boolean {
  return WORDS.some((word) => text.includes(word)) || facts.codes.some(({ info }) => info !== undefined);
}

/** All scenarios of a page, in order. */
export function scenariosOf(source: Source): Scenario[] {
  const { text, codes } = source;
  const found: Scenario[] = [];
  const starts = startsIn(text);
  let code = 0;
  let last = -1;
  for (const [i, start] of starts.entries()) {
    while (code < codes.length && (codes[code] as Code).span.end <= start) code++;
    const next = codes[code]?.span;
    if (next && next.start <= start) continue;
    // `Given …` on two lines in a row is one scenario.
    if (last >= 0 && goesOn(text.slice(last, start))) {
      last = start;
      continue;
    }
    last = start;
    let following = i + 1;
    for (let at = start; following < starts.length; following++) {
      const to = starts[following] as number;
      if (!goesOn(text.slice(at, Math.min(to, at + LONGEST)))) break;
      at = to;
    }
    const limit = Math.min(starts[following] ?? text.length, start + LONGEST);
    found.push(
      scenario(
        source,
        start,
        next && next.start < limit ? hide(text, start, limit, next) : text.slice(start, limit),
      ),
    );
  }
  for (const one of codes) found.push(...ofFence(text, one));
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** True for the rest of a line that says no more than what is given, and the start of the next one. */
function goesOn(text: string): boolean {
  return NEXT_LINE.test(text) && !/\bwhen\b/i.test(text);
}

const NEXT_LINE = /^[^\r\n]*\r?\n[ \t>*_+-]*$/;

/** A piece of text without the block of code in it, as long as before. */
function hide(text: string, start: number, limit: number, code: Span): string {
  const end = Math.min(code.end, limit);
  return text.slice(start, code.start) + " ".repeat(end - code.start) + text.slice(end, limit);
}

const LONGEST = 2_500;
const WORDS = ["Given", "GIVEN"];

/** Where scenarios begin: at a `Given` that begins a line, an item, a cell or what follows a label. */
function startsIn(text: string): number[] {
  const found: number[] = [];
  for (const word of WORDS)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 5))
      if (begins(text, at) && /^[ \t*_:]/.test(text.slice(at + 5, at + 6))) found.push(at);
  return found.sort((a, b) => a - b);
}

/** Whether a clause may begin at an offset. */
function begins(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && MARKS.has(text[i] as string)) i--;
  return i < 0 || BEFORE.has(text[i] as string);
}

const MARKS = new Set([" ", "\t", "*", "_", ">", "-", "+"]);
const BEFORE = new Set(["\n", "\r", ":", "|", "]", ")", "."]);

/** What ends a scenario: a heading, a blank line before text that is no item, a label of something else. */
const STOP =
  /\r?\n[ \t]*(?:#{1,6}[ \t]|(?:[-*+][ \t]+)?\*\*(?:(?:TC|AC|T|US)-\d|(?:status|priority|depend|files?|coverage|implementation|tests?|estimated?|notes?|description|acceptance|user story|satisfies)\b)|\r?\n(?![ \t]*(?:[-*+>]|\d+[.)]|\*\*|when\b|then\b|and\b|but\b|given\b|\r?\n)))/i;

function scenario({ text, mentions }: Source, start: number, piece: string): Scenario {
  const stop = STOP.exec(piece);
  const body = stop ? piece.slice(0, stop.index) : piece;
  const newline = /\r?\n/.exec(body)?.index ?? body.length;
  const when = clauseIn(body, "when", 5, newline);
  const then = clauseIn(body, "then", when < 0 ? 5 : when + 4, newline);
  const last = Math.max(0, when, then);
  const span = { start, end: start + lineEnd(body, last) };
  const places: readonly (readonly [Clause, number])[] = [
    ["given", 0],
    ["when", when],
    ["then", then],
  ];
  const clauses = places.flatMap(([name, from]) => {
    if (from < 0) return [];
    const to = Math.min(...places.flatMap(([, at]) => (at > from ? [at] : [])), lineEnd(body, from));
    return [{ name, span: { start: start + from, end: start + trimmed(body, from, to) } }];
  });
  return {
    span,
    form: last < newline ? "line" : "list",
    clauses,
    missing:
      last === 0 && GOES_ON.test(body.slice(newline))
        ? []
        : last < newline
          ? withArrows(body.slice(0, newline), last, missingOf(clauses))
          : missingOf(clauses),
    keys: expand(
      text,
      startingIn(mentions, span).filter(({ kind }) => kind === "criterion"),
    ),
  };
}

/** An item behind a `Given` that has no name of a clause: the rest is told in words of its own. */
const GOES_ON = /^\r?\n[ \t]*[-*+][ \t]+(?!(?:\*\*|__)|(?:given|and|but)\b)/i;

const TAIL = new Set(" \t\r\n,;→*_|>-");

/** Where a clause ends without what leads to the next one. */
function trimmed(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && TAIL.has(text[end - 1] as string)) end--;
  return end;
}

const ARROW = /(?:→|->|=>|⇒)[ \t]*[^\s|]/;

/** What a line lacks whose clauses are set apart by arrows: what stands behind the last one is the outcome. */
function withArrows(line: string, last: number, missing: Clause[]): Clause[] {
  const arrow = ARROW.test(line);
  if (!arrow) return missing;
  const then = !missing.includes("then") || ARROW.test(line.slice(last));
  return then ? [] : missing;
}

const CLAUSES: readonly Clause[] = ["given", "when", "then"];

function missingOf(clauses: Scenario["clauses"]): Clause[] {
  return CLAUSES.filter((one) => clauses.every(({ name }) => name !== one));
}

/** Where a clause begins: anywhere on the line of the `Given`, else at the start of a line below; -1 where there is none. */
function clauseIn(body: string, word: Clause, from: number, newline: number): number {
  const [anywhere, leading] = word === "when" ? WHEN : THEN;
  anywhere.lastIndex = from;
  const match = anywhere.exec(body);
  if (match && match.index < newline) return match.index;
  leading.lastIndex = Math.min(from, body.length) - 1;
  const below = leading.exec(body);
  if (below) return below.index + below[0].length - word.length;
  // In the middle of a paragraph of several lines.
  return match ? match.index : -1;
}

const WHEN = patterns("when");
const THEN = patterns("then");

/** A word anywhere, and at the start of a line or an item. */
function patterns(word: string): readonly [RegExp, RegExp] {
  const item = "[ \\t>*_+→-]{0,20}(?:\\d{1,2}[.)][ \\t]+)?(?:\\[[ xX]\\][ \\t]+)?[*_`]{0,3}";
  return [new RegExp(`\\b${word}\\b`, "gi"), new RegExp(`\\n${item}${word}\\b`, "gi")];
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  const end = newline < 0 ? text.length : newline;
  return text[end - 1] === "\r" ? end - 1 : end;
}

const GHERKIN = /^(?:gherkin|feature|cucumber)\b/i;

const STEP: Readonly<Record<Clause, RegExp>> = Object.fromEntries(
  CLAUSES.map((name) => [name, new RegExp(`^[ \\t]*${name}\\b[^\\r\\n]*`, "im")]),
) as Record<Clause, RegExp>;

/** The scenarios of a `gherkin` fence. One without `Scenario:` is one scenario. */
function ofFence(text: string, { span, info, fenced, closed }: Code): Scenario[] {
  if (!fenced || !info || !GHERKIN.test(text.slice(info.start, info.end))) return [];
  const from = info.end;
  const body = text.slice(from, closed ? text.lastIndexOf("\n", span.end - 1) : span.end);
  const heads = [...body.matchAll(/^[ \t]*(?:Scenario(?: Outline| Template)?|Example):/gm)].map(
    ({ index }) => index,
  );
  const starts = heads.length > 0 ? heads : [0];
  return starts.flatMap((start, i): Scenario[] => {
    const part = body.slice(start, starts[i + 1] ?? body.length);
    const clauses = CLAUSES.flatMap((name) => {
      const match = STEP[name].exec(part);
      if (!match) return [];
      const at = from + start + match.index;
      const lead = match[0].length - match[0].trimStart().length;
      return [{ name, span: { start: at + lead, end: at + match[0].trimEnd().length } }];
    });
    if (clauses.length === 0) return [];
    const lead = part.length - part.trimStart().length;
    return [
      {
        span: { start: from + start + lead, end: from + start + part.trimEnd().length },
        form: "fence",
        clauses,
        // A background or the scenario before it may have said what is given.
        missing: missingOf(clauses).filter((name) => name !== "given"),
        keys: [],
      },
    ];
  });
}
