/** What follows from all pages together: where links lead, and the indexes of the domains. Each is made only when it no longer holds. */
import type { Domain, IndexSource } from "./domain.ts";
import { coreOutside } from "./exports.ts";
import type { SaidOfSites } from "./files.ts";
import { buildLinkPlaces, type LinkPlaces, type LinkSpace } from "./links/links.ts";
import { countedPages } from "./settings/excluded.ts";
import type { Settings } from "./settings/settings.ts";
import type { Page } from "./workspace.ts";

/** What a workspace has besides its pages. */
export interface Surroundings {
  readonly files: ReadonlySet<string>;
  readonly settings: Settings;
  readonly complete: boolean;
  /** What has been read of the files beside pages; "" asks for those of the core, which are sites. */
  besideOf(domain: string): ReadonlyMap<string, unknown>;
  readonly apart: IndexSource<unknown>["apart"];
}

/** The index of a domain; of one that has none `index` stays `undefined`. */
interface Kept {
  readonly domain: Domain;
  /** What others see of a page, by what it says: each state is compared with the one before and the one after it. */
  readonly seen: WeakMap<object, string>;
  index: unknown;
  holds: boolean;
}

export class Indexes {
  readonly #kept: readonly Kept[];
  readonly #seen = new WeakMap<object, string>();
  #links: LinkPlaces | undefined;

  constructor(domains: readonly Domain[]) {
    this.#kept = domains.map((domain) => ({
      domain,
      seen: new WeakMap(),
      index: undefined,
      holds: false,
    }));
  }

  /** Nothing holds any more: pages have come or gone, or all of them count otherwise. */
  invalidate(): void {
    this.#links = undefined;
    for (const one of this.#kept) one.holds = false;
  }

  /** The files beside the pages of a domain are others. */
  invalidateOf(domain: string): void {
    for (const one of this.#kept) if (one.domain.name === domain) one.holds = false;
  }

  /** A page has changed: what followed from what others see of it no longer holds. True where they see a difference. */
  replace(before: Page, after: Page): boolean {
    const moved = !isSameRoute(before, after) || this.#siteFolder(before) !== this.#siteFolder(after);
    if (moved) this.#links = undefined;
    let seen = moved || this.#outside(before) !== this.#outside(after);
    for (const one of this.#kept) {
      const differs = isDifferent(one, before, after);
      if ((differs && one.domain.follows !== "paths") || (moved && one.domain.follows === "links"))
        one.holds = false;
      seen ||= differs;
    }
    return seen;
  }

  /** Makes what does not hold, and gives out where links lead in these pages. */
  derive(pages: ReadonlyMap<string, Page>, around: Surroundings): LinkSpace {
    const { files, settings, complete, apart } = around;
    const said = [...around.besideOf("").values()] as SaidOfSites[];
    const sites = said.flatMap((one) => one.sites ?? []);
    this.#links ??= {
      ...buildLinkPlaces(pages, files, sites, complete, (page) => this.#siteFolder(page)),
      redirected: new Set(said.flatMap((one) => one.redirected ?? [])),
    };
    const links = { ...this.#links, pages };
    if (this.#kept.every(({ holds }) => holds)) return links;
    const counted = countedPages(pages, settings);
    for (const one of this.#kept) {
      if (one.holds) continue;
      const beside = around.besideOf(one.domain.name);
      const source = { pages: counted, links, sites, settings, complete, beside, apart };
      one.index = one.domain.index?.(source, one.index);
      one.holds = true;
    }
    return links;
  }

  /** Calls `add` with each domain and its index, which must hold. */
  forEach(add: (domain: Domain, index: unknown) => void): void {
    for (const { domain, index } of this.#kept) add(domain, index);
  }

  /** What there is, by name: another object is one that was made anew. */
  get made(): ReadonlyMap<string, unknown> {
    const all = this.#kept.map(({ domain, index }) => [domain.name, index] as const);
    return new Map<string, unknown>([["links", this.#links], ...all]);
  }

  #outside(page: Page): string {
    const known = this.#seen.get(page.exports);
    if (known !== undefined) return known;
    const now = coreOutside(page.exports);
    this.#seen.set(page.exports, now);
    return now;
  }

  #siteFolder(page: Page): string | undefined {
    for (const { domain } of this.#kept) {
      const folder = domain.siteFolder?.(page);
      if (folder !== undefined) return folder;
    }
    return undefined;
  }
}

/** True where front matter gives a page the same route. */
function isSameRoute({ exports: { route: a } }: Page, { exports: { route: b } }: Page): boolean {
  return a.id === b.id && a.slug === b.slug;
}

function isDifferent({ domain, seen }: Kept, before: Page, after: Page): boolean {
  const [a, b] = [saidOf(before, domain), saidOf(after, domain)];
  if (a === b || !domain.outside) return false;
  return outside(domain.outside, seen, a) !== outside(domain.outside, seen, b);
}

function outside(say: (said: unknown) => string, known: WeakMap<object, string>, said: unknown): string {
  // Of what is nothing, nothing is seen: that is soon said.
  if (typeof said !== "object" || said === null) return say(said);
  const before = known.get(said);
  if (before !== undefined) return before;
  const now = say(said);
  known.set(said, now);
  return now;
}

/** What a page says in a domain. */
function saidOf({ exports }: Page, { name }: Domain): unknown {
  return (exports as unknown as Readonly<Record<string, unknown>>)[name];
}
