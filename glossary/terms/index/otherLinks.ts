/** Links to terms that are no links of Markdown, with what they lead to: wiki links, shortcodes, roles and HTML. */
import { bySection } from "../../markdown/bySection.ts";
import { stem } from "../../text/paths.ts";
import { type Span, shift } from "../../text/span.ts";
import { htmlLinks } from "../../workspace/links/htmlLinks.ts";
import { resolveLink } from "../../workspace/links/links.ts";
import { nameKey, type Term } from "../model/term.ts";
import type { Glossary } from "./glossary.ts";
import { termOfTarget } from "./linkedTerm.ts";
import type { ReadPage, TermsView } from "./view.ts";

/** A link in another form than Markdown's. */
export interface OtherLink {
  readonly form: "wiki" | "shortcode" | "myst" | "html";
  /** All of it; of HTML the opening tag. */
  readonly span: Span;
  /** What it names: a page, an id, a term or an address. */
  readonly target: Span;
  /** What it shows, where that is something else. */
  readonly text: Span | undefined;
}

const WIKI = /\[\[([^[\]|#\r\n]{1,100})(?:#[^[\]|\r\n]{0,100})?(?:\|([^[\]\r\n]{1,100}))?\]\]/dg;
const SHORTCODE = /\{\{[<%]\s{0,9}glossary_tooltip\s[^{}]{1,300}\}\}/g;
const ATTRIBUTE = (name: string) => new RegExp(`\\s${name}=["']([^"'\\r\\n]{1,200})["']`, "d");
const [TEXT, ID] = [ATTRIBUTE("text"), ATTRIBUTE("term_id")];

/** By form. Nothing in code, but roles, which are written as code. */
export function otherLinks(page: ReadPage): readonly OtherLink[] {
  const html = htmlLinks(page, undefined).map(
    ({ span, address }): OtherLink => ({ form: "html", span, target: address, text: undefined }),
  );
  return html.length > 0 ? [...notInHtml(page, undefined), ...html] : notInHtml(page, undefined);
}

const notInHtml = bySection<undefined, OtherLink>(
  ({ text, facts }) => {
    const has = (mark: string) => text.includes(mark);
    const found: OtherLink[] = [];
    if (has("[[") || has("glossary_tooltip"))
      for (const { span } of facts.prose) found.push(...inProse(text, span));
    if (has("{term}`"))
      for (const span of facts.codeSpans)
        if (text.slice(Math.max(0, span.start - 6), span.start) === "{term}")
          found.push(...roleIn(text, span));
    return found;
  },
  (link, by) => ({
    form: link.form,
    span: shift(link.span, by),
    target: shift(link.target, by),
    text: link.text && shift(link.text, by),
  }),
);

function inProse(text: string, { start, end }: Span): OtherLink[] {
  const source = text.slice(start, end);
  const wiki = [...source.matchAll(WIKI)].map((match): OtherLink => {
    const [, target, shown] = match.indices ?? [];
    return {
      form: "wiki",
      span: at(match, start),
      target: spanOf(target, start) as Span,
      text: spanOf(shown, start),
    };
  });
  const shortcodes = [...source.matchAll(SHORTCODE)].flatMap((match): OtherLink[] => {
    const target = partOf(match[0], ID, start + match.index);
    if (!target) return [];
    const shown = partOf(match[0], TEXT, start + match.index);
    return [{ form: "shortcode", span: at(match, start), target, text: shown }];
  });
  return [...wiki, ...shortcodes];
}

/** `name` or `text <name>` between backticks. */
function roleIn(text: string, span: Span): OtherLink[] {
  const match = /^(`+)(?:([^`<>]*?)\s*<([^`<>]+)>|([^`<>]+))\1$/d.exec(text.slice(span.start, span.end));
  const [, , shown, named, alone] = match?.indices ?? [];
  const target = spanOf(named ?? alone, span.start);
  if (!target) return [];
  return [
    { form: "myst", span: { start: span.start - 6, end: span.end }, target, text: spanOf(shown, span.start) },
  ];
}

function partOf(source: string, pattern: RegExp, start: number): Span | undefined {
  return spanOf(pattern.exec(source)?.indices?.[1], start);
}

function spanOf(part: readonly [number, number] | undefined, by: number): Span | undefined {
  return part && { start: by + part[0], end: by + part[1] };
}

function at(match: RegExpMatchArray, by: number): Span {
  const start = by + (match.index ?? 0);
  return { start, end: start + match[0].length };
}

/** The term that such a link leads to; `undefined` where it leads to none. */
export function otherTerm(view: TermsView, page: ReadPage, link: OtherLink): Term | undefined {
  const target = page.text.slice(link.target.start, link.target.end).trim();
  if (link.form === "html") {
    const found = resolveLink(view.links, page.path, target);
    return found.kind === "page" ? termOfTarget(view.glossary, found) : undefined;
  }
  const named = view.glossary.byName.get(nameKey(target))?.[0];
  return link.form === "myst" ? named : (pagesByStem(view.glossary).get(stem(target).toLowerCase()) ?? named);
}

/** True where it leads to whatever has that name, false where it leads to a file or an id. */
export function leadsByName(view: TermsView, { text }: ReadPage, { form, target }: OtherLink): boolean {
  if (form === "myst") return true;
  return (
    form !== "html" &&
    !pagesByStem(view.glossary).has(stem(text.slice(target.start, target.end)).toLowerCase())
  );
}

const BY_STEM = new WeakMap<Glossary, ReadonlyMap<string, Term>>();

/** Terms by what the files of their pages are called, and by their ids, in small letters. */
function pagesByStem(glossary: Glossary): ReadonlyMap<string, Term> {
  const known = BY_STEM.get(glossary);
  if (known) return known;
  const found = new Map<string, Term>();
  for (const [path, term] of glossary.byPage) found.set(stem(path).toLowerCase(), term);
  for (const [id, term] of glossary.terms) if (!found.has(id)) found.set(id, term);
  BY_STEM.set(glossary, found);
  return found;
}
