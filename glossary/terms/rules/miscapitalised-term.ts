import { defineRule, replace } from "../../rule/rule.ts";
import type { Span } from "../../text/span.ts";
import { miscapitalisedOn } from "../index/capitals.ts";
import type { TermsView } from "../index/view.ts";

interface Data {
  readonly written: string;
  readonly name: string;
}

const GIVEN = {
  "docs/glossary/terms/github.md": "# GitHub\n\n**GitHub** hosts repositories.\n",
  "docs/glossary/terms/caching.md": "# Caching\n\n**Caching** keeps answers.\n",
};

export const miscapitalisedTerm = defineRule<Data, TermsView>({
  id: "glossary/miscapitalised-term",
  since: "0.1.0",
  severity: "hint",
  scope: "workspace",
  summary: "A name with capitals of its own is written with others.",
  why: `*GitHub*, *TypeScript*, *PostgreSQL*: such names have one spelling, and readers notice another.

The rule looks at names with a capital inside a word, in running text. It leaves alone what is written all in lower case
beside code, brackets, slashes and quotation marks or in a list with commas, where a command or an identifier is meant,
and what is all in capitals in a heading. Names with capitals only at the beginning of words have no spelling to get wrong.`,
  measured: `9 findings in the repository of SpecWeave (1,880 files), none in MADR, log4brains, govuk-aws, Contextive and the CNCF
glossary. All were read: 9 right. Eight of them are a small *semver*, which many people accept; hence a hint.`,
  examples: [
    {
      title: "Capitals inside a word",
      given: GIVEN,
      bad: "The «Github» page and the «github» page.\n",
      good: "The GitHub page and the GitHub page.\n",
    },
    {
      title: "Names without capitals of their own, and identifiers",
      given: GIVEN,
      good: 'GitHub caching, Caching and `github` are fine, and so are "github" and (github, gitlab).\n',
    },
  ],

  message: ({ written, name }) => `Write “${name}”, not “${written}”`,

  *check({ page, snapshot }) {
    for (const { span, written, name } of miscapitalisedOn(snapshot, page)) {
      const around = `${page.text[span.start - 1] ?? " "}${page.text[span.end] ?? " "}`;
      if (/[`"'“”‘’()[\]{}/|:_<>-]/.test(around)) continue;
      if (written === written.toLowerCase() && inList(page.text, span)) continue;
      yield { span, data: { written, name } };
    }
  },

  fixes: ({ span, data: { name } }, context) => [
    { title: `Write “${name}”`, changes: [replace(context, span, name)], safety: "safe", preferred: true },
  ],
});

/** `api, github, jira`: lists of small words name identifiers. */
function inList(text: string, { start, end }: Span): boolean {
  return (
    /[,+:;|=][ \t]*$/.test(text.slice(Math.max(0, start - 20), start)) ||
    /^[ \t]*[,+;|=]/.test(text.slice(end, end + 20))
  );
}
