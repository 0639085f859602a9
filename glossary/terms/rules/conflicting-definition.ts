import { defineRule } from "../../rule/rule.ts";
import { glossaryFolder } from "../../workspace/glossaryFolder.ts";
import type { TermsView } from "../index/view.ts";

interface Data {
  readonly name: string;
  readonly source: string;
}

const SOURCE = {
  ".docs/glossary/terms/cdn.md": "# CDN\n\n**CDN** means servers near the reader.\n",
  ".docs/glossary/terms/api.md": "# API\n\n**API** is a contract between programs.\n",
  "site/docs/glossary/terms/api.md": "# API\n\n**API** is a contract between programs.\n",
};

export const conflictingDefinition = defineRule<Data, TermsView>({
  id: "glossary/conflicting-definition",
  since: "0.1.0",
  severity: "information",
  scope: "workspace",
  summary: "A copy of a term page defines the term differently from its source.",
  why: `A documentation site is often synced from a source folder. When a page is edited in the copy, the next sync undoes
the edit; when the sync is forgotten, readers of the site read an old definition.

The rule compares the first paragraph of the definition in term pages that stand at the same place in two mirrored
glossaries, and reports it in the copy. White space does not count. Hidden folders (\`.specweave/docs\`) are the source of
visible ones, and what lies outside a documentation site is the source of what the site serves. In VS Code, *Compare the
definitions* shows the two pages side by side.`,
  measured: `No finding in the repository of SpecWeave, whose glossary is kept twice: 8 of its 53 term pages differ from their copies, none
of them in the definition. The repositories of MADR, log4brains, govuk-aws, Contextive and the CNCF glossary keep no copies.`,
  examples: [
    {
      title: "The copy was edited",
      path: "site/docs/glossary/terms/cdn.md",
      given: SOURCE,
      bad: "# «CDN»\n\n**CDN** means a network of caches.\n",
    },
    {
      title: "The same definition",
      path: "site/docs/glossary/terms/cdn.md",
      given: SOURCE,
      good: "# CDN\n\n**CDN** means servers   near the reader.\n\nMore of it here.\n",
    },
  ],

  message: ({ name, source }) => `“${name}” is defined differently in ${source}: bring the two together`,

  *check({ page, snapshot }) {
    const own = page.exports.terms.entries.find(({ kind }) => kind === "page");
    const term = snapshot.glossary.byPage.get(page.path);
    if (!own || !term || own.summary === "") return;
    const place = inGlossary(page.path);
    const source = term.entries.find(
      ({ kind, path }) => kind === "page" && path !== page.path && inGlossary(path) === place,
    );
    // The first of the entries is the source; only the copies are reported.
    if (!source || term.entries.indexOf(source) > term.entries.findIndex(({ path }) => path === page.path))
      return;
    if (source.summary === "" || source.summary === own.summary) return;
    yield {
      span: own.nameSpan,
      data: { name: own.names[0] as string, source: source.path },
      related: [{ path: source.path, span: source.nameSpan, message: "the source of this page" }],
    };
  },
});

/** The place of a page within its glossary, the same in all copies. */
function inGlossary(path: string): string {
  return path.slice((glossaryFolder(path) ?? "").length);
}
