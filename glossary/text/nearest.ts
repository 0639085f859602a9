/** What somebody meant who wrote a name that does not exist. */
import { distance } from "fastest-levenshtein";

/** Longer names are not compared. */
const LONGEST = 60;

/** The known name that differs least from `name`; `undefined` where all differ in more than a slip. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  if (name.length > LONGEST) return undefined;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const one of known) {
    const far = differs(name.toLowerCase(), one.toLowerCase());
    if (far < least) [best, least] = [one, far];
  }
  return least <= Math.max(1, Math.min(3, Math.floor(name.length / 3))) ? best : undefined;
}

/** A name with an area (`glossary/dangling-link`) may be meant by what follows it. */
function differs(name: string, known: string): number {
  // `warn` is the beginning of `warning`.
  const whole = name.length > 2 && known.startsWith(name) ? 1 : distance(name, known);
  const slash = known.indexOf("/");
  return slash < 0 || name.includes("/") ? whole : Math.min(whole, distance(name, known.slice(slash + 1)));
}
