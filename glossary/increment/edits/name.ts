/** What new increments are called. */
import { slug } from "../../markdown/slug.ts";

const MOST = 60;

/** The name of an increment as SpecWeave wants it, from its title: `a-z`, `0-9` and `-`, at most 60 of them. */
export function incrementSlug(title: string): string {
  const letters = title.replace(/ß/g, "ss").normalize("NFKD").replace(/\p{M}/gu, "");
  const name = slug(letters)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "");
  const whole = name.length > MOST ? name.slice(0, MOST + 1).replace(/-[^-]*$/, "") : name;
  return whole.slice(0, MOST).replace(/-$/, "") || "increment";
}
