/** What the domain of terms gives: glossaries, and links to them. */
import { basename, dirname } from "../text/paths.ts";
import type { Completions, Typing } from "../workspace/answers.ts";
import type { Domain, IndexSource } from "../workspace/domain.ts";
import { glossaryFolder, isContextive } from "../workspace/glossaryFolder.ts";
import { resolveLink } from "../workspace/links/links.ts";
import { completedTerm, completion } from "./features/completion.ts";
import { definition } from "./features/definition.ts";
import { documentLinks } from "./features/documentLinks.ts";
import { hover, termMarkdown } from "./features/hover.ts";
import { planTermRename } from "./features/renameTerm.ts";
import { termHighlights, termReferences } from "./features/termUses.ts";
import { yamlFacts } from "./formats/yamlFacts.ts";
import { buildGlossary } from "./index/glossary.ts";
import { importedEntries } from "./index/imports.ts";
import { compileMatcher } from "./index/matcher.ts";
import { findMirrors, glossaryFiles, sourceRank } from "./index/mirrors.ts";
import { readTerms, type TermsSaid, termsOutside, termsReading } from "./index/said.ts";
import { scopedEntries } from "./index/scoped.ts";
import type { ReadPage, SaysTerms, TermsIndex, TermsView } from "./index/view.ts";
import { starterPages } from "./starter/pages.ts";

/** What a link begins with, and its address. */
const TRIGGERS = ["[", "("];

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

  triggers: TRIGGERS,
  hover,
  complete,
  describe,
  definition,
  // A term may be part of an id or of the number of a decision.
  yields: true,
  references: termReferences,
  highlights: termHighlights,
  rename: planTermRename,
  links: documentLinks,
};

/** After other characters only ids and numbers are completed. */
function complete(
  view: TermsView,
  page: ReadPage,
  offset: number,
  { invoked, trigger }: Typing,
): Completions | undefined {
  return trigger === undefined || TRIGGERS.includes(trigger)
    ? completion(view, page, offset, invoked)
    : undefined;
}

function describe(view: TermsView, id: string): string | undefined {
  const term = completedTerm(view, id);
  return term && termMarkdown(term);
}

function buildIndex({ pages, links, sites, settings, complete, apart }: IndexSource<SaysTerms>): TermsIndex {
  const entries = scopedEntries(importedEntries(pages), settings);
  const mirrors = findMirrors(glossaryFiles(entries.map(({ path }) => path)), sites);
  const resolve = (from: string, url: string) => {
    const target = resolveLink(links, from, url);
    return target.kind === "page" ? target.path : undefined;
  };
  const glossary = buildGlossary(entries, resolve, mirrors, (home) => sourceRank(home, sites));
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
