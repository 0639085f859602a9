import { defineRule } from "../../../rule/rule.ts";
import { isContextive } from "../../../workspace/glossaryFolder.ts";
import type { TermsView } from "../../index/view.ts";

interface Data {
  readonly message: string;
}

export const invalid = defineRule<Data, TermsView>({
  id: "contextive/invalid",
  since: "0.1.0",
  severity: "warning",
  scope: "workspace",
  summary: "A Contextive glossary has a mistake, or an import that is not followed.",
  why: `Contextive reads \`*.glossary.yml\` and \`.contextive/definitions.yml\` strictly: one key that it does not know,
such as \`example\` for \`examples\`, and every term of the file is gone for everybody who uses it. Spec Glossary reads
the terms around the mistake and says where it is.

Reported are unknown keys, terms without a name, lists and texts that are something else, YAML that cannot be read, and
imports that lead nowhere. Spec Glossary reads nothing from the network: an import of an address is reported as not
followed. What you want to add to a term belongs under \`meta\`, where Contextive takes any key.`,
  measured: `One finding in the 24 YAML glossaries of the repository of Contextive, read and right: an import from the network. None in
SpecWeave, MADR, log4brains, govuk-aws and the CNCF glossary, which have no such files.`,
  examples: [
    {
      title: "A key in the singular",
      path: "docs/orders.glossary.yml",
      bad: "contexts:\n  - name: Orders\n    terms:\n      - name: Order\n        «example»:\n          - The order was shipped.\n",
    },
    {
      title: "A term without a name",
      path: "docs/orders.glossary.yml",
      bad: "contexts:\n  - terms:\n      - «definition»: What a customer asked for.\n      - name: Parcel\n",
    },
    {
      title: "Imports that are not followed",
      path: "docs/orders.glossary.yml",
      given: { "docs/shared.glossary.yml": "contexts:\n  - terms:\n      - name: Customer\n" },
      bad: "imports:\n  - shared.glossary.yml\n  - «gone.glossary.yml»\n  - «https://glossary.example/all.glossary.yml»\n",
    },
    {
      title: "A glossary that Contextive accepts",
      path: ".contextive/definitions.yml",
      good: "contexts:\n  - name: Orders\n    domainVisionStatement: Take and keep orders.\n    meta:\n      Owner: Team A\n    paths:\n      - src/orders\n    terms:\n      - name: Order\n        definition: What a customer asked for.\n        aliases:\n          - Purchase\n",
    },
    {
      title: "Silenced",
      path: "docs/orders.glossary.yml",
      good: "contexts:\n  - terms:\n      - name: Order\n        # spec-glossary-disable-next-line contextive/invalid\n        owner: Team A\n",
    },
  ],

  message: ({ message }) => message,

  *check({ page, snapshot }) {
    for (const { span, message } of page.exports.terms.problems) yield { span, data: { message } };
    for (const { span, path } of page.exports.terms.imports) {
      const known = isContextive(path) && snapshot.pages.has(path);
      if (known) continue;
      const exists = snapshot.pages.has(path) || snapshot.links.files.has(path);
      const message = exists
        ? "Only files named “*.glossary.yml” are read: rename the imported file"
        : `There is no glossary “${path}”: correct the path or remove the import`;
      yield { span, data: { message } };
    }
  },
});
