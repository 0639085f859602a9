import { isAcronym, nameKey, type Term } from "../../domain/term.ts";
import type { Span } from "../../text/span.ts";
import { usesIn } from "../../workspace/uses.ts";
import { nearestFirst } from "../../workspace/workspace.ts";
import { defineRule, replace } from "../rule.ts";

interface Data {
  readonly written: string;
  readonly name: string;
}

const GIVEN = {
  "docs/glossary/terms/github.md": "# GitHub\n\n**GitHub** hosts repositories.\n",
  "docs/glossary/terms/caching.md": "# Caching\n\n**Caching** keeps answers.\n",
};

export const miscapitalisedTerm = defineRule<Data>({
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
    for (const { span, terms } of usesIn(snapshot, page)) {
      if (terms.every((one) => namesWithCapitals(one).length === 0)) continue;
      const written = page.text.slice(span.start, span.end);
      const [term] = nearestFirst(terms, page.path);
      const names = term ? namesWithCapitals(term) : [];
      const name = names.find((one) => nameKey(one) === nameKey(written));
      if (!name || isSpelled(written, name)) continue;
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

const NAMES = new WeakMap<Term, readonly string[]>();

/** Most terms have none, and each is asked for at every use. */
function namesWithCapitals(term: Term): readonly string[] {
  const known = NAMES.get(term);
  if (known) return known;
  const names = [term.name, ...term.aliases].filter(hasOwnCapitals);
  NAMES.set(term, names);
  return names;
}

/** A capital after a small letter, as in `GitHub`; acronyms are found in their own case only. */
function hasOwnCapitals(name: string): boolean {
  return /\p{Ll}\p{Lu}/u.test(name) && !isAcronym(name) && !/\s/.test(name);
}

/** `api, github, jira`: lists of small words name identifiers. */
function inList(text: string, { start, end }: Span): boolean {
  return (
    /[,+:;|=][ \t]*$/.test(text.slice(Math.max(0, start - 20), start)) ||
    /^[ \t]*[,+;|=]/.test(text.slice(end, end + 20))
  );
}

function isSpelled(written: string, name: string): boolean {
  return written === name || written === written.toUpperCase();
}
