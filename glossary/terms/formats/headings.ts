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
import { distinct, type Entry, nameKey, parseNames } from "../model/term.ts";
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
  const perDepth = new Map<number, { all: number; named: number; begun: number }>();
  for (const [i, heading] of facts.headings.entries()) {
    if (!encloses(within, heading.span)) continue;
    // An id at the end and a number at the start are not of the name.
    const title = heading.text
      .replace(/(?<!\s)\s*(?:\{#[^}\s]{1,80}\}|\(#[^()\s]{1,80}\)|[:：])$/, "")
      .replace(/^\d+(?:\.\d+)*[.)]\s+/, "");
    if (heading.depth === 1 && i === 0) continue;
    if (STRUCTURE.test(title.replace(/^[^\p{L}\p{N}#]+/u, "").trim())) continue;
    const count = perDepth.get(heading.depth) ?? { all: 0, named: 0, begun: 0 };
    perDepth.set(heading.depth, count);
    count.all++;
    const candidate = readHeading(page, heading, title, slugs[i] ?? "");
    if (!candidate) {
      if (isBegun(page, i, title)) count.begun++;
      continue;
    }
    count.named++;
    candidates.push(candidate);
  }
  // The level with the most terms is that of the terms; others divide the document or the terms.
  const [level] = [...perDepth].sort(([a, x], [b, y]) => y.named - x.named || a - b)[0] ?? [];
  const counted = level === undefined ? undefined : perDepth.get(level);
  if (level === undefined || !counted || counted.named < 2) return [];
  // Entries that are being written do not take the others away.
  const begun = Math.min(counted.begun, counted.named);
  if (counted.named < (counted.all - begun) * 0.7) return [];
  const chosen = candidates.filter(({ heading }) => heading.depth === level);
  if (strict && chosen.filter(saysWhatItIs).length < chosen.length * 0.6) return [];
  return joinAliases(chosen).map((one) => toEntry(page, one));
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

function readHeading(
  page: SourcePage,
  heading: Heading,
  title: string,
  anchor: string,
): Candidate | undefined {
  const { text, facts } = page;
  const names =
    title.includes(" / ") && !/[(（]/.test(title)
      ? distinct(title.split(/(?<!\s)\s+\/\s+/).flatMap(parseNames))
      : parseNames(title);
  if (names.length === 0 || !readsLikeName(title)) return undefined;
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
