import { defineRule, replace } from "../../rule/rule.ts";
import type { TermsView } from "../index/view.ts";

interface Data {
  readonly name: string;
  /** Where the definition belongs, as a UTF-16 offset. */
  readonly at: number;
  /** What a list or category page says of the term; "" where none does. */
  readonly elsewhere: string;
}

const INDEX =
  "# Glossary\n\n- **[CDN](./terms/cdn.md)** - Servers near the reader that hold copies\n- **[API](./terms/api.md)** - A contract between programs\n- **[SLA](./terms/sla.md)** - A promise with a number\n";

export const emptyDefinition = defineRule<Data, TermsView>({
  id: "glossary/empty-definition",
  since: "0.1.0",
  severity: "warning",
  scope: "workspace",
  summary: "A term page defines nothing.",
  why: `Whoever hovers the term or follows a link to it finds a title and no meaning. A page that was created and never
written is easily forgotten, because every link to it works.

The rule looks at pages about one term. A page defines its term in a \`**Definition**:\` line, under a heading
"Definition" or "What is …", or in the first paragraph after its title; a list counts too, code and pictures do not.

Where a list or category page says what the term is, the quick fix copies that sentence to the page.`,
  measured: `No finding in the repositories of SpecWeave (53 term pages), MADR, log4brains, govuk-aws, Contextive and the CNCF
glossary: published pages define something. The rule is for pages in the making.`,
  examples: [
    {
      title: "A page with headings only",
      path: "docs/glossary/terms/cdn.md",
      given: { "docs/glossary/README.md": INDEX },
      bad: "# «CDN»\n\n## Definition\n\n## Related Terms\n\n- [API](./api.md)\n",
      good: "# CDN\n\n## Definition\n\nServers near the reader that hold copies.\n\n## Related Terms\n\n- [API](./api.md)\n",
    },
    {
      title: "Nothing but a title",
      path: "docs/glossary/terms/saga.md",
      bad: "# «Saga»\n",
    },
    {
      title: "A first sentence is a definition",
      path: "docs/glossary/terms/saga.md",
      good: "# Saga\n\nA **saga** is a chain of local transactions.\n\n## Examples\n",
    },
  ],

  message: ({ name }) => `The page of “${name}” defines nothing: say in a sentence what it is`,

  *check({ page, snapshot }) {
    for (const entry of page.exports.terms.entries) {
      if (entry.kind !== "page" || entry.summary !== "") continue;
      const { headings } = page.facts;
      const heading =
        headings.find(({ depth, text }) => depth > 1 && /^definition\b/i.test(text)) ?? headings[0];
      const elsewhere = snapshot.glossary.byPage.get(page.path)?.summary ?? "";
      yield {
        span: entry.nameSpan,
        data: { name: entry.names[0] as string, at: heading?.span.end ?? page.text.length, elsewhere },
      };
    }
  },

  fixes({ data: { at, elsewhere } }, context) {
    if (elsewhere === "") return [];
    const sentence = /[.!?…]$/.test(elsewhere) ? elsewhere : `${elsewhere}.`;
    const change = replace(context, { start: at, end: at }, `\n\n${sentence}`);
    return [{ title: "Copy the definition from the glossary's list", changes: [change], safety: "review" }];
  },
});
