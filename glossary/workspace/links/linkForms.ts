/** Links to terms that are no links of Markdown: wiki links, shortcodes and roles. */
import { bySection, type Sectioned } from "../../markdown/bySection.ts";

/** How often a page uses each form. */
export interface LinkForms {
  readonly wiki: number;
  readonly shortcode: number;
  readonly myst: number;
}

const NONE: LinkForms = { wiki: 0, shortcode: 0, myst: 0 };

const WIKI = /\[\[[^[\]|\r\n]{1,100}(?:\|[^[\]\r\n]{1,100})?\]\]/g;
const SHORTCODE = /\{\{[<%]\s{0,9}glossary_tooltip\s/g;

/** Counts them in running text: `[[` in code is a condition of a shell script. */
export function countForms(page: Sectioned): LinkForms {
  const counts = formsOn(page, undefined);
  if (counts.length === 0) return NONE;
  const sum = (form: keyof LinkForms) => counts.reduce((all, one) => all + one[form], 0);
  return { wiki: sum("wiki"), shortcode: sum("shortcode"), myst: sum("myst") };
}

/** The counts of the sections that may have any. */
const formsOn = bySection<undefined, LinkForms>(
  ({ text, facts }) => {
    const has = (mark: string) => text.includes(mark);
    if (!has("[[") && !has("glossary_tooltip") && !has("{term}`")) return [];
    let wiki = 0;
    let shortcode = 0;
    for (const { span } of facts.prose) {
      const prose = text.slice(span.start, span.end);
      wiki += count(prose, WIKI);
      shortcode += count(prose, SHORTCODE);
    }
    const myst = facts.codeSpans.filter(
      ({ start }) => text.slice(Math.max(0, start - 6), start) === "{term}",
    ).length;
    return [{ wiki, shortcode, myst }];
  },
  (counts) => counts,
);

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
