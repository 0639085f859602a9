/** Heading ids as GitHub and Docusaurus make them. */
import { slug as oneSlug } from "github-slugger";
import { bySection, type Sectioned } from "./bySection.ts";
import type { Heading } from "./facts.ts";

/** The fragment of each heading in order; repeated ones get `-1`, `-2`. `{#id}` at its end names a heading itself. */
export function headingSlugs(headings: readonly Heading[]): string[] {
  return numbered(headings.map(wantedSlug));
}

/** As `headingSlugs` for all headings of a page. */
export function pageSlugs(page: Sectioned): string[] {
  return numbered(wantedOn(page, undefined));
}

/** What a heading asks for; `own` where it names itself. */
interface Wanted {
  readonly slug: string;
  readonly own: boolean;
}

const wantedOn = bySection<undefined, Wanted>(
  ({ facts }) => facts.headings.map(wantedSlug),
  (wanted) => wanted,
);

function wantedSlug({ text }: Heading): Wanted {
  const at = text.lastIndexOf("{#");
  const own = at < 0 ? null : /^\{#([^}\s]+)\}$/.exec(text.slice(at));
  return own ? { slug: own[1] as string, own: true } : { slug: plainSlug(text), own: false };
}

function numbered(wanted: readonly Wanted[]): string[] {
  const taken = new Map<string, number>();
  return wanted.map(({ slug, own }) => (own ? slug : unique(slug, taken)));
}

/** Most headings are letters, digits and spaces: the library's long expression is for the others. */
function plainSlug(text: string): string {
  // What replaces makes a chain of strings in V8, what joins makes one; the index keeps these for all headings.
  const plain = /^[\w -]*$/.test(text);
  return plain ? text.toLowerCase().split(" ").join("-") : oneSlug(text).split("-").join("-");
}

/** As github-slugger counts: `a`, `a-1`, `a-2`, past those that headings have of themselves. */
function unique(wanted: string, taken: Map<string, number>): string {
  let result = wanted;
  let count = taken.get(wanted) ?? 0;
  while (taken.has(result)) result = `${wanted}-${++count}`;
  taken.set(wanted, count);
  taken.set(result, taken.get(result) ?? 0);
  return result;
}

/** The slug of a name, for file names and ids: `Idempotency Key` → `idempotency-key`. May be empty. */
export function slug(name: string): string {
  return oneSlug(name.replace(/[/.]/g, " ").trim().replace(/\s+/g, " "));
}
