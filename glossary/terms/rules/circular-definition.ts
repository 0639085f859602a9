import { singularize } from "inflection";
import { defineRule } from "../../rule/rule.ts";
import type { TermsView } from "../index/view.ts";
import { EMPTY_WORDS } from "../model/emptyWords.ts";
import { nameKey } from "../model/term.ts";

export const circularDefinition = defineRule<{ readonly name: string }, TermsView>({
  id: "glossary/circular-definition",
  since: "0.1.0",
  severity: "warning",
  scope: "page",
  summary: "A definition only repeats the name it should explain.",
  why: `"Caching: when something is cached" tells a reader nothing that the name did not. ISO 704 (terminology work,
principles and methods) calls such a definition circular.

The rule fires when every word of the definition that carries meaning is already in the name, singular and plural alike. A
definition that merely begins with the name is fine.`,
  measured: `No finding in the repositories of SpecWeave (159 terms), MADR, log4brains, govuk-aws, Contextive and the CNCF glossary, so
there was nothing to read.`,
  examples: [
    {
      title: "The name again",
      path: "docs/glossary/terms/load-balancing.md",
      bad: "# «Load Balancing»\n\n## Definition\n\nLoad balancing is the balancing of loads.\n",
    },
    {
      title: "A definition may begin with the name",
      path: "docs/glossary/terms/load-balancing.md",
      good: "# Load Balancing\n\n## Definition\n\nLoad balancing is the distribution of requests over several servers.\n",
    },
    {
      title: "An expansion explains",
      path: "docs/glossary/README.md",
      good: "# Glossary\n\n- **SLA** - Service level agreement\n- **API** - Interface between programs\n- **CDN** - Servers near the reader\n",
    },
    {
      title: "It explains in a table, too",
      path: "GLOSSARY.md",
      good: "# Glossary\n\n| Acronym | Stands for |\n|---|---|\n| RTO | Recovery time objective |\n\n*[SLO]: Service level objective\n",
    },
  ],

  message: ({ name }) => `The definition of “${name}” only repeats its name: say what sets it apart`,

  *check({ page }) {
    for (const { kind, names, summary, nameSpan } of page.exports.terms.entries) {
      if (kind === "usage" || summary === "") continue;
      // What an acronym stands for is one of its names, and explains it.
      const said = nameKey(summary.replace(/[()（）]|[.。]$/g, ""));
      const known = new Set(names.filter((name, i) => i === 0 || nameKey(name) !== said).flatMap(meaningful));
      const words = meaningful(summary);
      if (words.length === 0 || !words.every((word) => known.has(word))) continue;
      yield { span: nameSpan, data: { name: names[0] as string } };
    }
  },
});

function meaningful(text: string): string[] {
  return (nameKey(text).match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !EMPTY_WORDS.has(word))
    .map((word) => singularize(word));
}
