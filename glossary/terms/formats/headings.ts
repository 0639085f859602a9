/**
 * A glossary in which every term is a heading:
 *
 *     ### Sagas (SEC)
 *
 *     A chain of local transactions.
 *
 * `See [Saga](#saga)` below a heading makes it another name of that term. Headings that only divide the document
 * are skipped, and so is a document most of whose headings are not followed by a paragraph.
 */

import { patternOf } from "../../languages/merge.ts";
import type { Heading } from "../../markdown/facts.ts";
import { headingSlugs } from "../../markdown/slug.ts";
import { encloses, firstFrom, inside, type Span } from "../../text/span.ts";
import { isGlossaryName } from "../../workspace/glossaryFolder.ts";
import { distinct, type Entry, nameKey, parseNames } from "../model/term.ts";
import { isCommonNoun } from "./announcement.ts";
import {
  type Body,
  bodyIn,
  bodyOf,
  definitionIn,
  headingBefore,
  makeEntry,
  readsLikeName,
  type SourcePage,
} from "./source.ts";

const STRUCTURE = new RegExp(
  `^(?:${patternOf(({ glossary }) => glossary?.sections?.structure)}|\\p{L}|\\d|#|\\p{L}\\s*[-–]\\s*\\p{L})$`,
  "iu",
);

/** Those that never name a thing in a glossary. */
const DIVIDER = new RegExp(`^(?:${patternOf(({ glossary }) => glossary?.sections?.divider)})$`, "iu");

/** What a line says that is only the definition: `**Definition**: …`. */
const DEFINITION = new RegExp(`^(?:${patternOf(({ glossary }) => glossary?.sections?.definition)})$`, "i");

/** A text that only sends the reader to another term. */
const SEE = new RegExp(
  `^[*_(]*(?:→|=>|${patternOf(({ glossary }) => glossary?.labels?.see)})[*_]*[:：]?\\s+(?:(?:${patternOf(({ glossary }) => glossary?.labels?.under)})\\s+)?(?:\\[[^\\]\\r\\n]{1,100}\\]\\(#([^()\\s]{1,100})\\)|[*_\`"“]*([^*_\`"“”.\\r\\n[\\]]{1,80})[*_\`"”]*)[)._*]*$`,
  "i",
);

interface Candidate {
  readonly heading: Heading;
  readonly names: readonly string[];
  readonly anchor: string;
  readonly body: Body;
  /** The fragment or name that it sends the reader to. */
  readonly see: string | undefined;
  readonly end: number;
}

/**
 * The entries of a heading glossary; empty where the headings are not names of things that are defined. With
 * `strict`, most of the texts have to say what the thing is.
 */
export function headings(page: SourcePage, within: Span, strict = false): Entry[] {
  const { facts } = page;
  const slugs = headingSlugs(facts.headings);
  const candidates: Candidate[] = [];
  const perDepth = new Map<number, { all: number; named: number; begun: number; sequence: Ordered[] }>();
  for (const [i, heading] of facts.headings.entries()) {
    if (!encloses(within, heading.span)) continue;
    // An id at the end and a number at the start are not of the name.
    const title = heading.text
      .replace(/(?<!\s)\s*(?:\{#[^}\s]{1,80}\}|\(#[^()\s]{1,80}\)|[:：])$/, "")
      .replace(/^(?:\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+)\s+/, "");
    if (heading.depth === 1 && i === 0) continue;
    const plain = title.replace(/^[^\p{L}\p{N}#]+/u, "").trim();
    const divides = STRUCTURE.test(plain);
    const count = perDepth.get(heading.depth) ?? { all: 0, named: 0, begun: 0, sequence: [] };
    if (divides && !isThing(plain)) continue;
    perDepth.set(heading.depth, count);
    const candidate = readHeading(page, heading, title, slugs[i] ?? "");
    if (divides || isCommonNoun(plain)) {
      count.sequence.push({ kind: "doubtful", candidate });
      if (!divides) count.all++;
      continue;
    }
    count.all++;
    count.sequence.push({ kind: candidate ? "term" : "other", candidate });
    if (candidate) {
      count.named++;
      candidates.push(candidate);
    } else if (isBegun(page, i, title)) count.begun++;
  }
  for (const count of perDepth.values())
    for (const candidate of amongTerms(count.sequence)) {
      if (STRUCTURE.test(candidate.heading.text)) count.all++;
      count.named++;
      candidates.push(candidate);
    }
  candidates.sort((a, b) => a.heading.span.start - b.heading.span.start);
  // The level with the most terms is that of the terms; others divide the document or the terms.
  const [level] = [...perDepth].sort(([a, x], [b, y]) => y.named - x.named || a - b)[0] ?? [];
  const counted = level === undefined ? undefined : perDepth.get(level);
  // The first term of a new glossary has no other one beside it.
  const least = !strict && isGlossaryName(page.path) && counted?.all === 1 ? 1 : 2;
  if (level === undefined || !counted || counted.named < least) return [];
  // Entries that are being written do not take the others away.
  const begun = Math.min(counted.begun, counted.named);
  if (counted.named < (counted.all - begun) * 0.7) return [];
  const chosen = candidates.filter(({ heading }) => heading.depth === level);
  if (strict && chosen.filter(saysWhatItIs).length < chosen.length * 0.6) return [];
  return joinAliases(chosen).map((one) => toEntry(page, one));
}

/** A heading among those of its level. */
interface Ordered {
  /** `doubtful`: one that mostly divides a document, or announces something, and is the name of a thing as well. */
  readonly kind: "term" | "doubtful" | "other";
  readonly candidate: Candidate | undefined;
}

/** One word for one thing: *Link*, *Resource*, *Status*; not *References*. */
function isThing(title: string): boolean {
  return /^\p{L}{4,}$/u.test(title) && (!/s$/.test(title) || /us$/.test(title)) && !DIVIDER.test(title);
}

/** The doubtful headings that stand between two terms, each the only one of its name. */
function amongTerms(sequence: readonly Ordered[]): Candidate[] {
  const names = sequence.map(({ candidate }) => candidate && nameKey(candidate.names[0] as string));
  const sure = (list: readonly Ordered[]) => list.find(({ kind }) => kind !== "doubtful")?.kind === "term";
  return sequence.flatMap(({ kind, candidate }, i) =>
    kind === "doubtful" &&
    candidate &&
    names.indexOf(names[i]) === names.lastIndexOf(names[i]) &&
    sure(sequence.slice(0, i).reverse()) &&
    sure(sequence.slice(i + 1))
      ? [candidate]
      : [],
  );
}

/** True for a name with nothing below it yet, not even other headings. */
function isBegun({ facts, text }: SourcePage, i: number, title: string): boolean {
  const heading = facts.headings[i] as Heading;
  const next = facts.headings[i + 1];
  if ((next && next.depth > heading.depth) || !readsLikeName(title)) return false;
  return text.slice(heading.span.end, next?.span.start).trim() === "";
}

/** `A chain of …`, `Sagas are …`, `This acronym stands for …`; not `Set the address …`. */
function saysWhatItIs({ names, body: { summary } }: Candidate): boolean {
  const start = summary.slice(0, 200);
  if (
    /^(?:an?|any|one|is|are|means|refers to)\s|^the (?:\S+ ){1,4}(?:of|that|which|used|for|between|governing|where|when)\s/i.test(
      start,
    )
  )
    return true;
  if (/^\S+(?: \S+){0,3} (?:is the name given to|stands? for|refers? to|denotes?)\b/i.test(start))
    return true;
  const key = nameKey(start.replace(/["“”„'‘’«»`]/g, "")).replace(/^(?:an?|the) /, "");
  return names.some((name) => {
    const own = nameKey(name);
    return (
      key.startsWith(own) &&
      /^(?:s|es)?(?: \([^()]{1,40}\))? (?:is|are|means?|describes?|represents?)\b/.test(key.slice(own.length))
    );
  });
}

/** True for names in two scripts. */
function isTranslated([a = "", b = ""]: readonly string[]): boolean {
  return /^[\p{Script=Latin}\s\d-]+$/u.test(a) !== /^[\p{Script=Latin}\s\d-]+$/u.test(b);
}

function readHeading(
  page: SourcePage,
  heading: Heading,
  title: string,
  anchor: string,
): Candidate | undefined {
  const { text, facts } = page;
  // A name in another script may stand behind a colon.
  const inCode = /^([^:：]{1,40})[:：]\s*([^:：]{1,40})$/.exec(title);
  const translated = inCode ? distinct(inCode.slice(1).flatMap(parseNames)) : [];
  const names =
    translated.length > 1 && isTranslated(translated)
      ? translated
      : title.includes(" / ") && !/[(（]/.test(title)
        ? distinct(title.split(/(?<!\s)\s+\/\s+/).flatMap(parseNames))
        : parseNames(title);
  const named = title.replace(/^[^\p{L}\p{N}#]+/u, "").trim();
  if (names.length === 0 || !(readsLikeName(title) || isCommonNoun(named))) return undefined;
  const span = bodyOf(facts, heading, text.length);
  const field = inside(facts.fields, span).find(({ label }) => DEFINITION.test(label));
  if (field && field.value.end > field.value.start) {
    const { value } = field;
    const { aliases, aliasSpans, avoid } = bodyIn(page, span);
    return {
      heading,
      names,
      anchor,
      see: undefined,
      end: value.end,
      body: {
        ...definitionIn(page, { start: value.end, end: value.end }, value),
        aliases,
        aliasSpans,
        avoid,
      },
    };
  }
  const first = facts.paragraphs[firstFrom(facts.paragraphs, span.start)];
  const lead = first && first.span.end <= span.end && first.depth <= 1 ? first.span : undefined;
  const source = lead ? text.slice(lead.start, lead.end) : "";
  // What begins with code, a table or a list is no definition.
  if (
    !lead ||
    !/^[\s>]*(?:<!--[^>]*-->\s*|<a [^>]*>(?:<\/a>)?\s*)*$/.test(text.slice(span.start, lead.start))
  )
    return undefined;
  const see = SEE.exec(source);
  return {
    heading,
    names,
    anchor,
    body: bodyIn(page, span),
    see: see ? (see[1] ?? see[2]) : undefined,
    end: lead.end,
  };
}

/** Headings that send the reader to another one give it their names. */
function joinAliases(candidates: readonly Candidate[]): Candidate[] {
  const given = new Map<Candidate, string[]>();
  const gone = new Set<Candidate>();
  for (const one of candidates) {
    if (one.see === undefined) continue;
    const wanted = one.see;
    const target = candidates.find(
      (other) =>
        other !== one &&
        other.see === undefined &&
        (other.anchor === wanted.toLowerCase() ||
          other.names.some((name) => nameKey(name) === nameKey(wanted))),
    );
    if (!target) continue;
    gone.add(one);
    given.set(target, [...(given.get(target) ?? []), ...one.names]);
  }
  return candidates
    .filter((one) => !gone.has(one))
    .map((one) => ({ ...one, names: distinct([...one.names, ...(given.get(one) ?? [])]) }));
}

function toEntry(page: SourcePage, { heading, names, anchor, body, end }: Candidate): Entry {
  const { aliases, ...said } = body;
  const parent = headingBefore(page.facts, heading.span.start, heading.depth - 1);
  const above = (parent && parent.depth > 1 ? parent.text : "").replace(/^[^\p{L}\p{N}]+/u, "");
  return makeEntry(page, "heading", {
    span: { start: heading.span.start, end },
    nameSpan: heading.content,
    title: heading.text,
    names: distinct([...names, ...aliases]),
    ...said,
    anchor,
    category: STRUCTURE.test(above) ? "" : above,
  });
}
