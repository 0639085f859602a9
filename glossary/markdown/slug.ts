/** Heading ids as GitHub and Docusaurus make them. */
import GithubSlugger from "github-slugger";
import type { Heading } from "./facts.ts";

/** The fragment of each heading in order; repeated ones get `-1`, `-2`. `{#id}` at its end names a heading itself. */
export function headingSlugs(headings: readonly Heading[]): string[] {
  const slugger = new GithubSlugger();
  return headings.map(({ text }) => {
    const own = /^\{#([^}\s]+)\}$/.exec(text.slice(Math.max(0, text.lastIndexOf("{#"))));
    return own ? (own[1] as string) : slugger.slug(text);
  });
}

/** The slug of a name, for file names and ids: `Idempotency Key` → `idempotency-key`. May be empty. */
export function slug(name: string): string {
  return new GithubSlugger().slug(name.replace(/[/.]/g, " ").trim().replace(/\s+/g, " "));
}
