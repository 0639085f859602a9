import { defineRule } from "../../rule/rule.ts";
import { dirname } from "../../text/paths.ts";
import type { TermsView } from "../index/view.ts";
import type { Entry } from "../model/term.ts";
import { numberlessKey } from "../model/term.ts";

interface Data {
  readonly name: string;
  readonly path: string;
  readonly here: boolean;
}

export const duplicateTerm = defineRule<Data, TermsView>({
  id: "glossary/duplicate-term",
  since: "0.1.0",
  severity: "warning",
  scope: "workspace",
  summary: "A term is defined twice in one glossary.",
  why: `Two definitions of one term drift apart, and nobody knows which one counts.

The rule fires on the second of two term pages with the same main name in one folder, and on the second of two entries with
the same name on one category page. Rows of an index do not count: a term may stand under several headings there. Copies of
a whole glossary, such as the one that a documentation site is built from, do not count either.`,
  measured: `No finding in the repositories of SpecWeave (159 terms), MADR, log4brains, govuk-aws, Contextive and the CNCF glossary, so
there was nothing to read.`,
  examples: [
    {
      title: "Two pages",
      path: "docs/glossary/terms/user-stories.md",
      given: { "docs/glossary/terms/story.md": "# User Story\n\nA **user story** tells who wants what.\n" },
      bad: "# «User Stories»\n\nA **user story** is a need told by the one who has it.\n",
    },
    {
      title: "Two entries on a page",
      path: "docs/glossary/categories/speed.md",
      bad: "# Speed\n\n## Terms\n\n**Caching**\n- Keeps answers\n\n**CDN**\n- Servers near the reader\n\n**«Caching»**\n- Keeps copies\n",
    },
    {
      title: "Another term with the same abbreviation",
      path: "docs/glossary/terms/b.md",
      given: {
        "docs/glossary/terms/a.md": "# Access Control (AC)\n\n**Access control** decides who may do what.\n",
      },
      good: "# Acceptance Criteria (AC)\n\n**Acceptance criteria** decide when a story is done.\n",
    },
  ],

  message: ({ name, path, here }) =>
    here
      ? `“${name}” is defined twice on this page: join the two entries`
      : `“${name}” is defined by ${path} too: join the two pages`,

  *check({ page, snapshot }) {
    const seen = new Map<string, Entry>();
    for (const entry of page.exports.terms.entries) {
      const key = numberlessKey(entry.names[0] as string);
      if (entry.kind === "category") {
        const first = seen.get(key);
        if (first) yield finding(entry, first, true);
        else seen.set(key, entry);
      }
      if (entry.kind !== "page") continue;
      const others = snapshot.glossary.byPage.get(page.path)?.entries ?? [];
      const first = others.find(
        (other) =>
          other.kind === "page" &&
          other.path < page.path &&
          dirname(other.path) === dirname(page.path) &&
          numberlessKey(other.names[0] as string) === key,
      );
      if (first) yield finding(entry, first, false);
    }
  },
});

function finding(entry: Entry, first: Entry, here: boolean) {
  const name = entry.names[0] as string;
  return {
    span: entry.nameSpan,
    data: { name, path: first.path, here },
    related: [
      { path: first.path, span: first.nameSpan, message: `“${first.names[0]}” is defined here first` },
    ],
  };
}
