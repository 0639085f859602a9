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
import { distinct, type Entry, nameKey, parseNames } from "../domain/term.ts";
import type { Heading } from "../markdown/facts.ts";
import { headingSlugs } from "../markdown/slug.ts";
import { encloses, firstFrom, type Span } from "../text/span.ts";
import {
  type Body,
  bodyIn,
  bodyOf,
  headingBefore,
  makeEntry,
  readsLikeName,
  type SourcePage,
} from "./source.ts";

const STRUCTURE =
  /^(?:(?:table of )?contents|toc|introduction|intro|overview|summary|abstract|background|preface|about\b.*|purpose|scope|glossar(?:y|ies)(?: of .*)?|terms?|terminology|definitions?|terms and definitions|abbreviations?|acronyms?|references?|links?|resources?|further reading|see also|related(?: .*)?|notes?|examples?|example dialogue|faq|changelog|history|license|licence|contributing|contributors|credits|acknowledg(?:e)?ments?|appendix.*|conclusions?|next steps|how to .*|relationships|flagged ambiguities|language|\p{L}|\d|#|\p{L}\s*[-–]\s*\p{L}|目次|はじめに|概要|用語集?|参考.*|目录|简介|术语表?|参考资料|목차|용어집?)$/iu;

interface Candidate {
  readonly heading: Heading;
  readonly names: readonly string[];
  readonly anchor: string;
  readonly body: Body;
  /** The fragment or name that it sends the reader to. */
  readonly see: string | undefined;
  readonly end: number;
}

/** The entries of a heading glossary; empty where the headings are not names of things that are defined. */
export function headings(page: SourcePage, within: Span): Entry[] {
  const { facts } = page;
  const slugs = headingSlugs(facts.headings);
  const candidates: Candidate[] = [];
  const perDepth = new Map<number, { all: number; named: number }>();
  for (const [i, heading] of facts.headings.entries()) {
    if (!encloses(within, heading.span)) continue;
    // An id at the end and a number at the start are not of the name.
    const title = heading.text
      .replace(/\s*(?:\{#[^}\s]{1,80}\}|\(#[^()\s]{1,80}\)|[:：])$/, "")
      .replace(/^\d+(?:\.\d+)*[.)]\s+/, "");
    if (heading.depth === 1 && i === 0) continue;
    if (STRUCTURE.test(title.replace(/^[^\p{L}\p{N}#]+/u, "").trim())) continue;
    const count = perDepth.get(heading.depth) ?? { all: 0, named: 0 };
    perDepth.set(heading.depth, count);
    count.all++;
    const candidate = readHeading(page, heading, title, slugs[i] ?? "");
    if (!candidate) continue;
    count.named++;
    candidates.push(candidate);
  }
  // The level with the most terms is that of the terms; others divide the document or the terms.
  const [level] = [...perDepth].sort(([a, x], [b, y]) => y.named - x.named || a - b)[0] ?? [];
  const counted = level === undefined ? undefined : perDepth.get(level);
  if (level === undefined || !counted || counted.named < 2 || counted.named < counted.all * 0.7) return [];
  return joinAliases(candidates.filter(({ heading }) => heading.depth === level)).map((one) =>
    toEntry(page, one),
  );
}

function readHeading(
  page: SourcePage,
  heading: Heading,
  title: string,
  anchor: string,
): Candidate | undefined {
  const { text, facts } = page;
  const names = title.includes(" / ")
    ? distinct(title.split(/\s+\/\s+/).flatMap(parseNames))
    : parseNames(title);
  if (names.length === 0 || !readsLikeName(title)) return undefined;
  const span = bodyOf(facts, heading, text.length);
  const first = facts.paragraphs[firstFrom(facts.paragraphs, span.start)];
  const inside = first && first.span.end <= span.end && first.depth <= 1 ? first.span : undefined;
  const source = inside ? text.slice(inside.start, inside.end) : "";
  // What begins with code, a table or a list is no definition.
  if (
    !inside ||
    !/^[\s>]*(?:<!--[^>]*-->\s*|<a [^>]*>(?:<\/a>)?\s*)*$/.test(text.slice(span.start, inside.start))
  )
    return undefined;
  const see =
    /^[*_(]*(?:see(?: also)?|→|=>|siehe|voir|véase|参照|见)[*_]*[:：]?\s+(?:under\s+)?(?:\[[^\]\r\n]{1,100}\]\(#([^()\s]{1,100})\)|[*_`"“]*([^*_`"“”.\r\n[\]]{1,80})[*_`"”]*)[)._*]*$/i.exec(
      source,
    );
  return {
    heading,
    names,
    anchor,
    body: bodyIn(page, span),
    see: see ? (see[1] ?? see[2]) : undefined,
    end: inside.end,
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
