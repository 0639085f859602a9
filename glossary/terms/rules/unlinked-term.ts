import { defineRule, replace } from "../../rule/rule.ts";
import { resolveLink } from "../../workspace/links/links.ts";
import { linkStyle } from "../edits/termLink.ts";
import { writeLink } from "../edits/writeLink.ts";
import { nearestFirst } from "../index/nearest.ts";
import { usesOn } from "../index/uses.ts";
import type { TermsView } from "../index/view.ts";
import type { Term } from "../model/term.ts";

interface Data {
  readonly text: string;
  readonly term: Term;
}

const GIVEN = {
  "docs/glossary/terms/adr.md": "# ADR (Architecture Decision Record)\n\nAn **ADR** records a decision.\n",
  "docs/other.md": "See the [ADR](/docs/glossary/terms/adr).\n",
};

export const unlinkedTerm = defineRule<Data, TermsView>({
  id: "glossary/unlinked-term",
  since: "0.1.0",
  severity: "hint",
  off: true,
  scope: "workspace",
  summary: "The first use of a term in a section is not linked to its page.",
  why: `On a site without hovers a link is the only way from a term to its meaning. Many style guides ask to link the first
use in each section, and only that.

The rule looks at terms that have a page, section by section (level-2 headings). Headings, tables, links and the term's own
page are left out, and so is a section in which the term is linked anywhere. It is off by default: in specifications that
nobody publishes, the hover does the work.`,
  measured: `Switched on, 11,059 findings in the repository of SpecWeave (1,881 files) and 575 in the CNCF glossary (275 files); none in
MADR, log4brains, govuk-aws and Contextive, whose glossaries have no pages. Of 38 that were drawn at random, 36 were right. One stood on the synced copy of the term's own
page, which is left alone since; one in a longer Japanese word.`,
  examples: [
    {
      title: "First use in each section",
      given: GIVEN,
      bad: "# Page\n\nAn «ADR» is short. ADRs are read.\n\n## More\n\nTwo «ADRs».\n",
      good: "# Page\n\nAn [ADR](/docs/glossary/terms/adr) is short. ADRs are read.\n\n## More\n\nTwo [ADRs](/docs/glossary/terms/adr).\n",
    },
    {
      title: "Linked once is enough",
      given: GIVEN,
      good: "# ADR\n\nAn ADR, as [this one](/docs/glossary/terms/adr) is. `ADR`\n",
    },
  ],

  message: ({ text }) => `“${text}” is not linked in this section: link its first use`,

  *check({ page, snapshot }) {
    const starts = page.facts.headings.filter(({ depth }) => depth <= 2).map(({ span }) => span.start);
    const sectionOf = (offset: number) => starts.findLastIndex((start) => start <= offset);
    const seen = new Set<string>();
    for (const { span, url } of page.exports.links) {
      const target = resolveLink(snapshot.links, page.path, url);
      const term = target.kind === "page" ? snapshot.glossary.byPage.get(target.path) : undefined;
      if (term) seen.add(`${sectionOf(span.start)} ${term.id}`);
    }
    for (const { span, zone, terms } of usesOn(page, snapshot.matcher)) {
      const [term] = nearestFirst(terms, page.path);
      const homes = term?.entries.filter(({ kind }) => kind === "page") ?? [];
      // A copy of the page is the term's own page, too.
      if (!term || homes.length === 0 || zone !== "body") continue;
      if (homes.some(({ path }) => path === page.path)) continue;
      const key = `${sectionOf(span.start)} ${term.id}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield { span, data: { text: page.text.slice(span.start, span.end), term } };
    }
  },

  fixes({ span, data: { text, term } }, context) {
    const { snapshot, page } = context;
    const place = { snapshot, page, inTable: false };
    const link = writeLink(place, term, text, linkStyle(snapshot, page));
    if (link === undefined) return [];
    return [
      {
        title: `Link to “${term.name}”`,
        changes: [replace(context, span, link)],
        safety: "safe",
      },
    ];
  },
});
