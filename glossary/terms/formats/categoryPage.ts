/**
 * A page about many terms, each a bold line with bullets or a paragraph below:
 *
 *     **[CDN (Content Delivery Network)](/docs/glossary/terms/cdn)**
 *     - Distributed network of servers for static content
 *
 * A bold line without a link counts only beside linked ones, in the same level-2 section: elsewhere on such
 * pages bold lines announce phases, examples and lists. On a page without any linked entry it counts when it
 * reads like a name.
 */

import { plainText } from "../../markdown/excerpt.ts";
import { encloses, firstFrom, type Span } from "../../text/span.ts";
import { distinct, type Entry, parseNames } from "../model/term.ts";
import {
  bodyIn,
  headingBefore,
  linkOver,
  makeEntry,
  pageTitle,
  readsLikeName,
  rootItems,
  type SourcePage,
} from "./source.ts";
import { usageRows } from "./usageTable.ts";

interface Candidate {
  readonly name: Span;
  readonly link: string;
  readonly span: Span;
  readonly section: number;
  readonly tail: string;
  /** What its paragraph goes on with on the next line; empty where it ends with the name. */
  readonly rest: Span;
}

/** The entries of the page, with what its "When to Use" tables say of them. Empty for other pages. */
export function categoryPage(page: SourcePage): Entry[] {
  const candidates = findCandidates(page);
  const linked = new Set(candidates.flatMap(({ link, section }) => (link ? [section] : [])));
  const accepted = candidates.filter(
    ({ link, section, name, tail }) =>
      link ||
      (linked.size > 0 ? linked.has(section) : readsLikeEntry(page.text.slice(name.start, name.end), tail)),
  );
  if (accepted.length < 2) return [];
  const title = pageTitle(page);
  const category = title.replace(/^[^\p{L}\p{N}]+/u, "");
  const entries = accepted.flatMap((candidate): Entry[] => {
    const entryTitle = plainText(page.text, page.facts, candidate.name);
    const names = parseNames(entryTitle);
    if (names.length === 0) return [];
    const { aliases, ...body } = bodyIn(
      page,
      { start: candidate.name.end, end: candidate.span.end },
      candidate.rest,
    );
    return [
      makeEntry(page, "category", {
        span: candidate.span,
        nameSpan: candidate.name,
        title: entryTitle.replace(/[:：]$/, ""),
        names: distinct([...names, ...aliases]),
        ...body,
        link: candidate.link,
        category,
      }),
    ];
  });
  return [...entries, ...usageRows(page, category)];
}

function findCandidates(page: SourcePage): Candidate[] {
  const { facts, text } = page;
  const found: Candidate[] = [];
  const roots = facts.paragraphs.filter(({ depth }) => depth === 0);
  const strongs = new Map(facts.emphases.filter(({ strong }) => strong).map((one) => [one.span.start, one]));
  const links = new Map(
    facts.links.flatMap((link) => (link.kind === "inline" ? [[link.span.start, link] as const] : [])),
  );
  for (const [i, { span }] of roots.entries()) {
    const outer = links.get(span.start);
    const strong = strongs.get(span.start) ?? (outer && strongs.get(outer.text.start));
    if (!strong) continue;
    const whole = outer && encloses(outer.span, strong.span) ? outer.span : strong.span;
    const tail = text.slice(whole.end, span.end).trim();
    const next = roots[i + 1]?.span.start ?? text.length;
    const end = entryEnd(page, whole.end, next);
    const body = { start: span.end, end };
    const hasList = rootItems(facts, body).length > 0;
    let rest = { start: span.end, end: span.end };
    if (!/^(?:[:：]|\((?:coming soon|planned)\)[:：]?)?$/i.test(tail)) {
      // The definition may go on in the same paragraph, on the next line.
      const lineEnd = /^[:：]?[ \t]*\r?\n/.exec(text.slice(whole.end, span.end));
      if (!lineEnd) continue;
      rest = { start: whole.end + lineEnd[0].length, end: span.end };
    } else if (!hasList) {
      continue;
    }
    const link = linkOver(facts, whole) ?? linkOver(facts, strong.inner);
    const last = rootItems(facts, body).at(-1);
    found.push({
      name: strong.inner,
      link: link?.url ?? "",
      span: { start: span.start, end: Math.max(span.end, last?.span.end ?? 0) },
      section: headingBefore(facts, span.start, 2)?.span.start ?? -1,
      tail: text.slice(whole.end, Math.max(whole.end, rest.start)),
      rest,
    });
  }
  return found;
}

/** An entry ends at the next paragraph, heading, table or code of the page's own level. */
function entryEnd({ facts }: SourcePage, from: number, paragraph: number): number {
  const ends = [paragraph];
  for (const list of [facts.headings, facts.tables, facts.codes]) {
    const next = (list as readonly { span: Span }[])[firstFrom(list, from + 1)];
    if (next) ends.push(next.span.start);
  }
  return Math.min(...ends);
}

/** Stricter than elsewhere: on such pages much that is bold is not a name. */
function readsLikeEntry(name: string, tail: string): boolean {
  return !/[:：]/.test(tail) && !/^\d/.test(name) && name.split(/\s+/).length <= 6 && readsLikeName(name);
}
