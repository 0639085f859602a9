import { defineRule, replace } from "../../rule/rule.ts";
import { firstFrom } from "../../text/span.ts";
import { resolveLink } from "../../workspace/links/links.ts";
import { linkPlaces } from "../edits/linkPlace.ts";
import { linkStyle } from "../edits/termLink.ts";
import { writeLink } from "../edits/writeLink.ts";
import { termOfTarget } from "../index/linkedTerm.ts";
import { nearest } from "../index/nearest.ts";
import { otherLinks, otherTerm } from "../index/otherLinks.ts";
import { usesOn } from "../index/uses.ts";
import type { ReadPage, TermsView } from "../index/view.ts";
import type { EntryKind, Term } from "../model/term.ts";

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

The rule looks at terms that have a page or an address within one, section by section (level-2 headings). Headings, tables,
links, labels, statuses, ids such as \`ADR-0002\`, parts of longer names, brackets and the term's own page are left out, and so
is a section in which the term is linked anywhere, in whatever form. It is off by default: in specifications that
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
    const sectionOf = sectionsOf(page);
    const seen = new Set<string>();
    const see = (term: Term | undefined, offset: number) => {
      if (term) seen.add(`${sectionOf(offset)} ${term.id}`);
    };
    for (const { span, url } of page.exports.links) {
      const target = resolveLink(snapshot.links, page.path, url);
      if (target.kind === "page") see(termOfTarget(snapshot.glossary, target), span.start);
    }
    for (const link of otherLinks(page)) see(otherTerm(snapshot, page, link), link.span.start);
    const isPlace = linkPlaces(snapshot, page);
    const known = new Map<Term, boolean>();
    for (const { span, zone, terms } of usesOn(page, snapshot.matcher)) {
      const term = nearest(terms, page.path);
      if (!term || zone !== "body") continue;
      if (!known.has(term)) known.set(term, hasPlace(term, page.path));
      if (!known.get(term)) continue;
      const key = `${sectionOf(span.start)} ${term.id}`;
      if (seen.has(key) || !isPlace(span)) continue;
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

/** Tells in which section of level 1 or 2 an offset is. */
function sectionsOf({ facts }: ReadPage): (offset: number) => number {
  const starts = facts.headings.filter(({ depth }) => depth <= 2);
  return (offset) => firstFrom(starts, offset + 1) - 1;
}

/** Whether a term has a page, or a place in one, that is not `path`: a copy of the page is the term's own page, too. */
function hasPlace({ entries }: Term, path: string): boolean {
  return (
    entries.some(({ kind, anchor }) => kind === "page" || (anchor !== "" && ANCHORED.has(kind))) &&
    entries.every((entry) => entry.path !== path || !(entry.kind === "page" || ANCHORED.has(entry.kind)))
  );
}

const ANCHORED: ReadonlySet<EntryKind> = new Set(["heading", "definition-list", "table", "list"]);
