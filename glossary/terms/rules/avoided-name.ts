import { defineRule } from "../../rule/rule.ts";
import { firstFrom, overlaps, type Span } from "../../text/span.ts";
import { type Rename, renameAt } from "../edits/rename.ts";
import { type AvoidedTerm, avoidedUses } from "../index/avoided.ts";
import type { Use } from "../index/matcher.ts";
import { usesOn } from "../index/uses.ts";
import type { ReadPage, TermsView } from "../index/view.ts";

interface Data {
  readonly written: string;
  /** The names to write instead, with the edits that do so. */
  readonly choices: readonly Rename[];
}

const GIVEN = {
  "docs/CONTEXT.md":
    "# Shop\n\n## Language\n\n**Customer**:\nA person who has placed an order.\n_Avoid_: client, account holder\n\n**Order**:\nA request for items that was accepted.\n_Avoid_: purchase\n",
};

export const avoidedName = defineRule<Data, TermsView>({
  id: "glossary/avoided-name",
  since: "0.1.0",
  severity: "information",
  scope: "workspace",
  summary: "A name is written that the glossary asks to avoid.",
  why: `A team that calls one thing *customer*, *client* and *account holder* pays for it in every discussion. So glossaries
say what not to write: in a line such as \`_Avoid_: client, account holder\` below the term, in a column *Aliases to avoid*,
under \`avoid\` in front matter, under \`x-avoid\` in a Contextive glossary.

The rule looks for these names as for any other: in running text, in the plural, across line breaks, and where the term
holds. It leaves alone what is part of a longer name of a term, of a compound (*client-side*) or of a name in capitals (the
*Client* in *Client Portal*), what is in quotation marks, in emphasis or alone in brackets, where a name is spoken of, and
the file that says what to avoid. A name that another term has is no name to avoid. A single word may mean something
else, as *file* and *step* do: it is reported as a hint, a phrase as information.

The quick fix writes the name instead, in the same number and with the same capitals, and corrects the article before it.`,
  measured: `None of the glossaries of SpecWeave, MADR, log4brains, govuk-aws, Contextive and the CNCF says what to avoid, so there is no
finding in them. So copies of three of them were given a file with 45 names to avoid for 17 of their terms. There were 1,738
findings in SpecWeave, 105 in govuk-aws and 54 in the CNCF glossary. 75 were read, and what they showed was mended: names in
brackets, parts of names in capitals and of identifiers are left alone since. In 44 of the 45 that were read
afterwards the name stands there as a word; the other one is the verb *lives*. Whether another one says the same depends on what the glossary asks for: it did for *work
item*, *existing project*, *VM* and *ELB*; for *use case* and *module* it mostly did not. In 17 other public glossaries of
which the first terms were read, two of three names to avoid are single words, many of them words of everyday use (*item*,
*file*, *step*) that nobody can do without: hence hints.`,
  examples: [
    {
      title: "Names in the singular and in the plural",
      given: GIVEN,
      bad: "A «client» makes a «purchase». «Clients» are people, and «account\nholders» too.\n",
      good: "A customer makes an order. Customers are people, and customers too.\n",
    },
    {
      title: "Capitals",
      given: GIVEN,
      bad: "# Shop\n\nTHE «CLIENTS». See «Account Holder» and the «Purchase».\n",
      good: "# Shop\n\nTHE CUSTOMERS. See Customer and the Order.\n",
    },
    {
      title: "A name that two terms have",
      given: {
        "docs/CONTEXT.md":
          "# Shop\n\n## Language\n\n**Order**:\nA request for items.\n_Avoid_: deal\n\n**Discount**:\nA lower price.\n_Avoid_: deal\n",
      },
      bad: "A new «deal».\n",
      fix: "Write “order”",
      good: "A new order.\n",
    },
    {
      title: "Beside the term, and around it",
      given: {
        "docs/CONTEXT.md":
          "# Shop\n\n## Language\n\n**Order**:\nA request for items.\n_Avoid_: purchase\n\n**Tenant**:\nA customer.\n_Avoid_: tenant account\n",
      },
      bad: "A «purchase» order, two «purchase» orders and each «tenant account».\n",
      good: "An order, two orders and each tenant.\n",
    },
    {
      title: "Where a name is spoken of, code, and longer names",
      given: {
        ...GIVEN,
        "docs/glossary/terms/client-certificate.md":
          "# Client Certificate\n\nA **client certificate** proves who calls.\n",
      },
      good: "Do not say “client” or *purchase*. A client certificate is in `client.pem`. Customers (clients) see the Client Portal and NEW\\_CLIENT\\_ID.\n",
    },
  ],

  message: ({ written, choices }) =>
    `“${written}” is a name to avoid: write ${choices.map(({ name }) => `“${name}”`).join(" or ")}`,

  *check({ page, snapshot }) {
    for (const { span, terms } of avoidedUses(snapshot, page)) {
      const written = page.text.slice(span.start, span.end).replace(/\s+/g, " ");
      const choices = terms.map((one) => better(page, usesOn(page, snapshot.matcher), span, one));
      const isWord = !/[\s\p{Pd}]/u.test(written);
      yield { span, data: { written, choices }, ...(isWord && { severity: "hint" as const }) };
    }
  },

  fixes: ({ data: { choices } }, { page }) =>
    choices.map(({ name, edit }, i) => ({
      title: `Write “${name}”`,
      changes: [{ kind: "edit", path: page.path, edits: [edit] }],
      safety: "review",
      preferred: i === 0 && choices.length === 1,
    })),
});

/** The term's name instead; where it stands beside the name to avoid already, once for both. */
function better(
  { text }: ReadPage,
  uses: readonly Use[],
  span: Span,
  { term, avoided }: AvoidedTerm,
): Rename {
  const at = firstFrom(uses, span.start);
  for (const i of [at, at - 1]) {
    const use = uses[i];
    if (!use?.terms.includes(term) || overlaps(use.span, span)) continue;
    const isAhead = use.span.start < span.start;
    const both = { start: Math.min(use.span.start, span.start), end: Math.max(use.span.end, span.end) };
    const between = isAhead ? text.slice(use.span.end, span.start) : text.slice(span.end, use.span.start);
    if (!/^[ \t]+$/.test(between)) continue;
    return renameAt(text, both, isAhead ? `${term.name} ${avoided}` : `${avoided} ${term.name}`, term);
  }
  return renameAt(text, span, avoided, term);
}
