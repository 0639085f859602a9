/** Decisions that are recorded within another document, such as a plan or a reference page. */

import { patternOf, wordsOf } from "../../languages/merge.ts";
import type { Heading, Link } from "../../markdown/facts.ts";
import { lineEnd, lineStart } from "../../text/lines.ts";
import { stem } from "../../text/paths.ts";
import type { Span } from "../../text/span.ts";
import { type AdrId, idOfText } from "./id.ts";
import { causeIn } from "./reasons.ts";
import { meaningOf, type Part, partsOf } from "./sections.ts";
import { type AdrSource, visibleText, withoutLinkLines } from "./source.ts";
import { type AdrStatus, readStatus } from "./status.ts";
import { countWords, substance } from "./substance.ts";
import type { Rationale } from "./verdict.ts";
import type { Meaning } from "./words.ts";

export interface AdrEntry {
  readonly form: "heading" | "label" | "line";
  /** `ADR`, `AD`, `D` and so on, upper case. */
  readonly prefix: string;
  readonly id: AdrId;
  readonly title: string;
  /** The id and the title. */
  readonly nameSpan: Span;
  readonly span: Span;
  /** Of a decision in a page of decisions. */
  readonly status?: AdrStatus | undefined;
}

/** An entry and what can be said of it. */
export interface JudgedEntry extends AdrEntry {
  readonly rationale: Rationale;
  /** Its parts: labels and sub-headings. */
  readonly parts: readonly Part[];
  /** The label or sub-heading that gives the reason. */
  readonly reason: Part | undefined;
}

const HEADING = /^(ADR|AD|DR)[-_ ]?(\d{1,5}(?:-\d{1,3})?)(?=$|[\s:.)\-–—\]])\s*(?:[:.)\-–—]+\s*)?(.*)$/i;
const NUMBERED = wordsOf(({ adr }) => adr?.numbered);
const LOOSE = new RegExp(
  `^(D|DEC|${NUMBERED.join("|")})[-_ ]?(\\d{1,4})(?=$|[\\s:.)\\-–—])\\s*(?:[:.)\\-–—]+\\s*)?(.*)$`,
  "i",
);
const UNDER = new RegExp(`\\b(?:ADRs?|${patternOf(({ adr }) => adr?.log?.above)})\\b`, "i");
const REFERENCE_HEADING = new RegExp(`\\b(?:${patternOf(({ adr }) => adr?.log?.elsewhere)})\\b`, "i");
const REFERENCE_TITLE = new RegExp(`^(?:${patternOf(({ adr }) => adr?.log?.notTitles)})\\b`, "i");
const BOLD = /^(ADR|AD|DR)[-_ ]?(\d{1,5}(?:-\d{1,3})?)(?=$|[\s:.)\-–—])\s*(?:[:.)\-–—]+\s*)?(.*)$/i;

/** What an entry has to say besides its title. */
const TELLING: ReadonlySet<Meaning> = new Set([
  "context",
  "decision",
  "rationale",
  "alternatives",
  "consequences",
  "benefits",
  "drivers",
]);

/** Entries begin with one of these letters: most headings and bold texts need no closer look. */
const FIRST = new RegExp(`^[AD${NUMBERED.map((word) => word.charAt(0)).join("")}]`, "i");

/** The entries of a page that is no ADR itself. */
export function entriesOf(source: AdrSource): AdrEntry[] {
  const found = [...headingEntries(source), ...boldEntries(source)].sort(
    (a, b) => a.span.start - b.span.start,
  );
  if (!isDecisionLog(source.path)) return found;
  return found.map((entry) => ({ ...entry, status: statusIn(source.text, entry.span) }));
}

const LOG = new RegExp(`^(?:${patternOf(({ adr }) => adr?.files?.log)}|adrs?(?:[-_ ]?log)?)$`, "i");

/** True for a page of decisions by its name; what its headings number needs no other one above. */
export function isDecisionLog(path: string): boolean {
  return LOG.test(stem(path));
}

/** `**Status**: Accepted`, also behind another field, or a heading with the status below. */
const STATUS =
  /(?:^|[·|])[ \t>*+-]*(?:\*\*|__)?status(?:\*\*|__)?[ \t]*[:：.](?:\*\*|__)?[ \t]*([^\n·|]{1,120})|^#{3,6}[ \t]+status[ \t]*\r?\n\s*([^\n]{1,120})/im;

function statusIn(text: string, { start, end }: Span): AdrStatus | undefined {
  const match = STATUS.exec(text.slice(start, Math.min(end, start + 2_000)));
  const raw = match && (match[1] ?? (match[2] as string));
  if (!match || !raw) return undefined;
  const at = start + match.index + match[0].length - raw.length;
  return readStatus(raw, { start: at, end: at + raw.trimEnd().length }, "line");
}

function headingEntries({ path, text, facts }: AdrSource): AdrEntry[] {
  const found: AdrEntry[] = [];
  const above: Heading[] = [];
  const log = isDecisionLog(path);
  for (const [i, heading] of facts.headings.entries()) {
    while (above.length > 0 && (above.at(-1) as Heading).depth >= heading.depth) above.pop();
    const match = entryHeading(heading, above, log);
    const id = match && idOfText(match[2] as string);
    if (match && id && !REFERENCE_TITLE.test(match[3] as string) && !beginsWithLink(heading, facts.links)) {
      const next = facts.headings.slice(i + 1).find(({ depth }) => depth <= heading.depth);
      found.push({
        form: "heading",
        prefix: (match[1] as string).toUpperCase(),
        id,
        title: (match[3] as string).trim(),
        nameSpan: heading.content,
        span: { start: heading.span.start, end: next?.span.start ?? text.length },
      });
    }
    above.push(heading);
  }
  return found;
}

function entryHeading(
  { depth, text }: Heading,
  above: readonly Heading[],
  log: boolean,
): RegExpExecArray | null {
  if (depth < 2 || !FIRST.test(text.charAt(0))) return null;
  const strict = HEADING.exec(text);
  const match = strict ?? LOOSE.exec(text);
  if (!match || (!strict && !log && !above.some((one) => UNDER.test(one.text)))) return null;
  return above.some((one) => one.depth > 1 && REFERENCE_HEADING.test(one.text)) ? null : match;
}

function beginsWithLink({ content }: Heading, links: readonly Link[]): boolean {
  return links.some(({ span }) => content.start <= span.start && span.start < content.start + 3);
}

/** `**ADR-050**: title` or `**ADR-050: title**` with labels below, or a bullet that goes on after its title. */
function boldEntries(source: AdrSource): AdrEntry[] {
  const { text, facts } = source;
  const found: AdrEntry[] = [];
  // Most pages have none, and need not be asked for what is bold in them.
  if (!/(?:\*\*|__)(?:ADR|AD|DR)[-_ ]?\d/i.test(text)) return [];
  for (const { span, inner, strong } of facts.emphases) {
    if (!strong || !FIRST.test(text.charAt(inner.start)) || inner.end - inner.start > 200) continue;
    const match = BOLD.exec(text.slice(inner.start, inner.end).replace(/[:：]\s*$/, ""));
    const id = match && idOfText(match[2] as string);
    if (!match || !id) continue;
    const lead = text.slice(lineStart(text, span.start), span.start);
    if (!/^[\s>]*(?:[-*+]\s+|\d{1,2}[.)]\s+)?$/.test(lead)) continue;
    const stop = lineEnd(text, span.end);
    const after = text.slice(span.end, stop);
    if (facts.links.some((link) => link.span.start <= span.end + 2 && link.span.end > span.start)) continue;
    if (/^\s*\(/.test(after) || isReferenced(source, span.start)) continue;
    const inTitle = (match[3] as string).trim();
    const rest = /^\s*[:：]\s*|^\s*[-–—]\s+/.exec(after);
    if (inTitle === "" && !rest) continue;
    const title = inTitle === "" ? after.slice(rest?.[0].length ?? 0).trim() : inTitle;
    if (REFERENCE_TITLE.test(title)) continue;
    const end = blockEnd(source, stop, lead);
    if (labelled(source, { start: stop, end })) {
      const nameEnd = inTitle === "" ? stop : span.end;
      found.push(
        bold("label", match, id, title, { start: span.start, end: nameEnd }, { start: span.start, end }),
      );
    } else if (
      /[-*+]/.test(lead) &&
      underDecisions(source, span.start) &&
      /[.;:—–-]\s+\S+(?:\s+\S+){3}/.test(after)
    ) {
      const nameEnd =
        inTitle === "" ? Math.min(stop, span.end + Math.max(1, after.search(/[.;—–]\s|$/))) : span.end;
      const name = inTitle === "" ? text.slice(span.end, nameEnd).replace(/^\s*[:：]\s*/, "") : title;
      found.push(
        bold(
          "line",
          match,
          id,
          name.trim(),
          { start: span.start, end: nameEnd },
          { start: span.start, end: stop },
        ),
      );
    }
  }
  return found;
}

function bold(
  form: "label" | "line",
  match: RegExpExecArray,
  id: AdrId,
  title: string,
  nameSpan: Span,
  span: Span,
): AdrEntry {
  return { form, prefix: (match[1] as string).toUpperCase(), id, title, nameSpan, span };
}

/** The end of what belongs to a bold entry: the next entry, heading or paragraph that is not labelled. */
function blockEnd({ text, facts }: AdrSource, from: number, lead: string): number {
  const limit = Math.min(
    facts.headings.find(({ span }) => span.start >= from)?.span.start ?? text.length,
    from + 6_000,
  );
  let end = from;
  for (let at = from + 1; at < limit; ) {
    const newline = text.indexOf("\n", at);
    const stop = Math.min(newline < 0 ? limit : newline, limit);
    const line = text.slice(at, Math.min(stop, at + 300));
    if (line.trim() !== "") {
      const label = /^\s*(?:[-*+]\s+)?\*\*([^*\n]{1,60})\*\*/.exec(line)?.[1];
      if (label !== undefined && BOLD.test(label)) break;
      const item = /^\s*(?:[-*+]|\d{1,2}[.)])\s/.test(line);
      const sibling = item && lead.trim() !== "" && !/^\s/.test(line) && !/^\s/.test(lead);
      const continued = text[at - 2] !== "\n" && end > from;
      if (sibling || (!item && !continued && !(label !== undefined && meaningOf(label)))) break;
      end = stop;
    }
    at = stop + 1;
  }
  return end;
}

function labelled({ facts }: AdrSource, { start, end }: Span): boolean {
  return facts.fields.some(({ span, label }) => {
    const meaning = start <= span.start && span.start < end ? meaningOf(label) : undefined;
    return meaning !== undefined && TELLING.has(meaning) && !/\bdate\b/i.test(label);
  });
}

function isReferenced({ facts }: AdrSource, at: number): boolean {
  const above = headingsAbove(facts.headings, at);
  return above.some(({ text, depth }) => depth > 1 && REFERENCE_HEADING.test(text));
}

function underDecisions(source: AdrSource, at: number): boolean {
  if (headingsAbove(source.facts.headings, at).some(({ text }) => UNDER.test(text))) return true;
  const before = source.text.slice(Math.max(0, at - 1_500), at);
  const lead = before.split(/\n\s*\n/).findLast((block) => /[:：]\**\s*$/.test(block.trimEnd()));
  return (
    lead !== undefined && lead.length < 200 && /\bdecisions?\b/i.test(lead) && !REFERENCE_HEADING.test(lead)
  );
}

function headingsAbove(headings: readonly Heading[], at: number): Heading[] {
  const above: Heading[] = [];
  for (const heading of headings) {
    if (heading.span.start > at) break;
    while (above.length > 0 && (above.at(-1) as Heading).depth >= heading.depth) above.pop();
    above.push(heading);
  }
  return above;
}

/** Judges the entries of a page. */
export function judgeEntries(source: AdrSource, entries: readonly AdrEntry[]): JudgedEntry[] {
  if (entries.length === 0) return [];
  const visible = withoutLinkLines(source, visibleText(source));
  const all = partsOf(source, visible);
  return entries.map((entry) => {
    const from = entry.nameSpan.end;
    const inside = all.filter(({ span }) => from <= span.start && span.end <= entry.span.end + 1);
    const slice = (span: Span) => substance(visible.slice(span.start, Math.min(span.end, entry.span.end)));
    const reason = inside.find(
      (part) =>
        (part.reason || part.meaning === "rationale") &&
        countWords(slice(part.kind === "label" ? part.own : part.whole)) >= 2,
    );
    const cause = causeIn(slice({ start: from, end: entry.span.end }));
    const told = inside
      .filter(({ meaning }) => meaning !== undefined && TELLING.has(meaning) && meaning !== "decision")
      .map(({ own }) => slice(own))
      .join("\n");
    const rationale =
      reason || cause === "real" ? "present" : cause || countWords(told) >= 4 ? "weak" : "missing";
    return { ...entry, rationale, parts: inside, reason };
  });
}
