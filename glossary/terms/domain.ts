/** What the domain of terms gives: glossaries, and links to them. */
import { basename, dirname } from "../text/paths.ts";
import type { Domain, IndexSource } from "../workspace/domain.ts";
import { glossaryFolder, isContextive } from "../workspace/glossaryFolder.ts";
import { resolveLink } from "../workspace/links/links.ts";
import { yamlFacts } from "./formats/yamlFacts.ts";
import { buildGlossary } from "./index/glossary.ts";
import { importedEntries } from "./index/imports.ts";
import { compileMatcher } from "./index/matcher.ts";
import { findMirrors, glossaryFiles, sourceRank } from "./index/mirrors.ts";
import { readTerms, type TermsSaid, termsOutside, termsReading } from "./index/said.ts";
import { scopedEntries } from "./index/scoped.ts";
import type { SaysTerms, TermsIndex, TermsView } from "./index/view.ts";
import { starterPages } from "./starter/pages.ts";

export const terms: Domain<"terms", TermsSaid, TermsIndex, TermsView> = {
  name: "terms",
  files: [
    {
      as: "page",
      globs: ["**/*.glossary.{yml,yaml}", "**/.contextive/definitions.{yml,yaml}"],
      sent: "files",
      starts: [
        // A name at the root is looked for at once; the others when the folder is searched.
        ".contextive/definitions.yml",
        ".contextive/definitions.yaml",
        "**/*.glossary.{yml,yaml}",
        "**/.contextive/definitions.{yml,yaml}",
      ],
      is: isContextive,
      facts: yamlFacts,
    },
  ],

  read: readTerms,
  reading: termsReading,
  outside: termsOutside,

  index: buildIndex,
  // Terms are joined by where links lead.
  follows: "links",
  siteFolder: ({ path, exports }) => (exports.terms.entries.length > 0 ? siteFolder(path) : undefined),
};

function buildIndex({ pages, links, sites, settings, complete, apart }: IndexSource<SaysTerms>): TermsIndex {
  const entries = scopedEntries(importedEntries(pages), settings);
  const rank = sourceRank(sites);
  const mirrors = findMirrors(glossaryFiles(entries.map(({ path }) => path)), rank);
  const resolve = (from: string, url: string) => {
    const target = resolveLink(links, from, url);
    return target.kind === "page" ? target.path : undefined;
  };
  const glossary = buildGlossary(entries, resolve, mirrors, rank);
  // That there is no glossary is known only when everything has been read.
  const wantsStarter = settings.starter && complete && glossary.terms.size === 0;
  return {
    glossary,
    matcher: compileMatcher(glossary),
    starter: wantsStarter ? () => readStarter(apart) : undefined,
  };
}

/** The folder around a glossary: a site for documentation serves it with what stands beside it. */
function siteFolder(path: string): string | undefined {
  const folder = glossaryFolder(path);
  return folder !== undefined && /^glossar/i.test(basename(folder)) ? dirname(folder) : folder;
}

let starter: TermsView | undefined;

/** The starter glossary as a workspace of its own, the same for all. */
function readStarter(apart: IndexSource<SaysTerms>["apart"]): TermsView {
  starter ??= apart(starterPages()) as TermsView;
  return starter;
}
