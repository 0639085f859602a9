import { defineRule } from "../../rule/rule.ts";
import { newEntry } from "../edits/newEntry.ts";
import { acronymsIn, UNDEFINED_ACRONYM } from "../index/acronyms.ts";
import { type Undefined, undefinedAcronyms } from "../index/undefinedAcronyms.ts";
import type { TermsView } from "../index/view.ts";

interface Data extends Undefined {
  readonly name: string;
}

const uses = (text: string) =>
  Object.fromEntries(["a", "b", "c", "d"].map((name) => [`docs/${name}.md`, text]));

export const undefinedAcronym = defineRule<Data, TermsView>({
  id: UNDEFINED_ACRONYM,
  since: "0.1.0",
  severity: "hint",
  off: true,
  scope: "workspace",
  summary: "Many documents use an acronym that nothing explains.",
  why: `Whoever is new to a team meets *PRD*, *DR* and *RTO* in every document and finds them explained in none.

The rule counts words of two to six capital letters in running text and tables. It reports one, at its first use in each
document, where at least five documents use it, no name of a term contains it, and no document says what it stands for:
\`Disaster Recovery (DR)\`, \`DR (Disaster Recovery)\`, \`DR: disaster recovery\`, a table row, a comment. What fewer
documents use is theirs to explain.

Capitals have many other uses. The rule leaves alone

- emphasis ("NEVER"): words that a document which uses them has in small letters, too;
- parts of identifiers, paths and numbers (\`US-001\`, \`API_KEY\`), labels that count (*P1*, *SEV2*, *Q3*, *IV*) and what
  numbers requirements (*AC*, *FR*, *US*);
- words of requirements (*MUST*), marks and statuses (*TODO*, *DONE*), methods of HTTP, keywords of SQL, error codes, file
  names (*README*), licences, units, time zones, currencies, places, placeholders (*YYYY*), and companies and bodies whose
  letters are their name (*AWS*, *ISO*);
- what everybody who works with a computer knows by its letters: *HTML*, *URL*, *API*, *CPU*, *SQL*, *PDF* and the like.

The quick fix adds the acronym to the glossary, as a page where terms have pages and else as a row of the list. It takes
along what the letters stand for where a phrase in the documents has them as its initials, in two documents at least for
acronyms of fewer than four letters; it writes no definition.

The rule is off by default, and then nothing is counted. It looks at words, not at meanings: read its findings as a list of
candidates.`,
  measured: `Switched on, 239 findings of 24 acronyms in the repository of SpecWeave (1,881 files), 8 in govuk-aws and 5 in
Contextive (all of *ADR*), none in MADR, log4brains and the CNCF glossary. Of 40 findings in SpecWeave that were drawn at
random, 38 were names that a newcomer would look up; the other two, emphasis in capitals, are left alone since. All 13
elsewhere were right. With three documents instead of five, words of emphasis (*HUGE*, *GONE*) would be among them. Counting
takes about 0.8 seconds for the 23 MB of SpecWeave, and no time while the rule is off.`,
  examples: [
    {
      title: "A glossary of pages",
      given: {
        ...uses("A DR drill.\n"),
        "docs/more.md": "Disaster Recovery is hard.\n",
        "docs/glossary/terms/saga.md": "# Saga\n\nA **saga** is a chain of local transactions.\n",
      },
      bad: "The «DR» plan, and the DR drill.\n",
      creates: "docs/glossary/terms/dr.md",
    },
    {
      title: "A glossary in one list, and what the letters stand for",
      given: {
        ...uses("An RTO of an hour.\n\nThe Recovery Time Objective is short.\n"),
        "docs/GLOSSARY.md":
          "# Glossary\n\n- **Basket**: What is bought.\n- **Outage**: Nobody can order.\n- **Saga**: A chain of transactions.\n",
      },
      bad: "The «RTO» matters.\n",
    },
    {
      title: "Explained somewhere, known to everybody, emphasis, and numbers",
      given: {
        ...uses(
          "Objectives and key results (OKR). The OKR, README, HTTP, NEVER and the ZETA-12.\n\nWe never do.\n",
        ),
      },
      good: "The OKR of the HTTP API must NEVER change: see README, ZETA-12 and P1.\n",
    },
  ],

  message: ({ name, documents, phrase }) =>
    `“${name}” is used in ${documents} documents and explained in none: add it to the glossary${phrase && ` (“${phrase}”?)`}`,

  *check({ page, snapshot }) {
    const unknown = undefinedAcronyms(snapshot);
    if (unknown.size === 0) return;
    for (const [name, span] of acronymsIn(page.text, page.facts)) {
      const found = unknown.get(name);
      if (found) yield { span, data: { name, ...found } };
    }
  },

  fixes({ data: { name, phrase } }, { snapshot }) {
    const change = newEntry(snapshot, name, phrase);
    return change ? [{ title: `Add "${name}" to the glossary`, changes: [change], safety: "review" }] : [];
  },
});
