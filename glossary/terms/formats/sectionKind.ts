/** What a section promises to hold, by its title. */
import { patternOf } from "../../languages/merge.ts";

/**
 * `glossary`: terms and nothing else. `terminology`: its subheadings may be about other things. `definitions`:
 * nothing is a term that is not set off. `vocabulary`: only tables and definition lists, for the rest is often
 * advice on words. `acronyms`: names of one word.
 */
export type SectionKind = "glossary" | "terminology" | "definitions" | "vocabulary" | "acronyms";

/** `Domain Glossary`, `Harbour — Glossary`; not `Update the glossary`. */
const BEFORE = `(?!(?:${patternOf(({ glossary }) => glossary?.titles?.about)})\\s)(?:\\S{1,20}\\s){0,4}`;
const GLOSSARY = `${BEFORE}(?:${patternOf(({ glossary }) => glossary?.titles?.glossary)})`;

const KINDS: readonly (readonly [RegExp, SectionKind])[] = [
  [
    new RegExp(`^(?:${GLOSSARY}|${patternOf(({ glossary }) => glossary?.titles?.glossaryAlone)})$`, "iu"),
    "glossary",
  ],
  [titled("terminology"), "terminology"],
  [titled("vocabulary"), "vocabulary"],
  [titled("definitions"), "definitions"],
  [titled("acronyms"), "acronyms"],
];

function titled(key: Exclude<SectionKind, "glossary">): RegExp {
  return new RegExp(`^(?:${patternOf(({ glossary }) => glossary?.titles?.[key])})$`, "i");
}

/** `2.1`, `Appendix A:`, a picture. */
const NUMBER = new RegExp(
  `^(?:(?:${patternOf(({ glossary }) => glossary?.titles?.appendix)})(?: \\p{Lu})?\\s*[:.–—-]|\\p{N}+(?:\\.\\p{N}+)*[.)]?\\s|\\p{Lu}\\.\\s|[^\\p{L}\\p{N}])+`,
  "iu",
);
/** `(54 terms)`, `{#glossary}`, ` - in short` */
const TAIL = /(?:(?<!\s)\s*(?:[(（][^()（）]{1,20}[)）]|\{#[^{}]{1,40}\})|(?::| [–—-]) .{1,40})$/;

/** What every such title has in it; most headings of a repository go no further. */
const HINT = new RegExp(
  patternOf(({ glossary }) => glossary?.titles?.hints),
  "i",
);

/** What the title of a section promises; `undefined` for all others. */
export function sectionKind(heading: string): SectionKind | undefined {
  if (heading.length > 60 || !HINT.test(heading)) return undefined;
  const title = heading.trim().replace(NUMBER, "").trim();
  return (
    kindOf(title) ?? kindOf(title.replace(TAIL, "")) ?? kindOf(title.replace(TAIL, "").replace(TAIL, ""))
  );
}

function kindOf(title: string): SectionKind | undefined {
  return KINDS.find(([pattern]) => pattern.test(title))?.[1];
}
