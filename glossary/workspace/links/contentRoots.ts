/** Folders that Docusaurus looks for a file in whose address says no folder to begin with. */
import type { Site } from "./site.ts";

const VERSIONED = /^(?:[\w-]+_)?versioned_docs\/[^/]+/;
const LOCALISED = /^i18n\/[^/]+\/docusaurus-plugin-content-docs(?:-[\w-]+)?\/([^/]+)/;

/**
 * The folders that a Markdown address such as `guide.md` in the page `from` is looked up in, after the page's own: that of
 * the translation, that of the documentation, and that of the site (@docusaurus/utils 3.10.2, `resolveMarkdownLinkPathname`).
 * None for an address that begins with a dot, or for a page of no documentation.
 */
export function contentRoots(sites: readonly Site[], from: string, address: string): string[] {
  if (/^\.{0,2}\//.test(address)) return [];
  for (const { site, docs } of sites) {
    const at = (folder: string) => (site === "" ? folder : `${site}/${folder}`);
    if (docs === "" || from.startsWith(`${docs}/`)) return [...new Set([docs, site])];
    if (site !== "" && !from.startsWith(`${site}/`)) continue;
    const path = from.slice(site === "" ? 0 : site.length + 1);
    const versioned = VERSIONED.exec(path)?.[0];
    if (versioned !== undefined) return [at(versioned), site];
    const [localised, version = ""] = LOCALISED.exec(path) ?? [];
    if (localised === undefined) continue;
    const original = version === "current" ? docs : at(`versioned_docs/${version}`);
    return [...new Set([at(localised), original, site])];
  }
  return [];
}
