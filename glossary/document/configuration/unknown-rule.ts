import { defineRule, replace } from "../../rule/rule.ts";
import { nearest } from "../../text/nearest.ts";
import { RULE_IDS } from "../../workspace/settings/ruleIds.ts";

interface Data {
  readonly name: string;
  readonly meant: string | undefined;
}

const KNOWN = new Set(RULE_IDS.flatMap((id) => [id, id.slice(0, id.indexOf("/"))]));

export const unknownRule = defineRule<Data>({
  id: "configuration/unknown-rule",
  since: "0.1.0",
  severity: "information",
  scope: "page",
  summary: "A comment silences a rule that does not exist.",
  why: `\`<!-- spec-glossary-disable-next-line glossary/dangling-links -->\` silences nothing, because the rule is called
\`glossary/dangling-link\`. The rule looks at the names in such comments: each is that of a rule, or of an area such as
\`glossary\`, which stands for all rules in it. Words after such names say why, and are left alone.`,
  measured:
    "It looks at comments that somebody wrote for Spec Glossary, and at nothing else; there are none in the six repositories.",
  examples: [
    {
      title: "A name with a slip in it",
      bad: "<!-- spec-glossary-disable-next-line «glossary/dangling-links», glossary -->\n\nText.\n",
      good: "<!-- spec-glossary-disable-next-line glossary/dangling-link, glossary -->\n\nText.\n",
    },
    {
      title: "A name that is that of no rule",
      bad: "<!-- spec-glossary-disable «MD013» -->\n\nText.\n",
    },
    {
      title: "Rules, areas, all rules, and the comments of others",
      good: "<!-- spec-glossary-disable-file glossary/unlinked-term adr: it is old -->\n\n<!-- spec-glossary-disable-next-line -->\n\n<!-- markdownlint-disable MD013 -->\n",
    },
  ],

  message: ({ name, meant }) =>
    `There is no rule “${name}”: ${meant === undefined ? "remove it" : `write “${meant}”`}`,

  *check({ page }) {
    for (const { span, form, rules } of page.facts.pragmas) {
      // Names that are known may be followed by words that say why.
      const isName = rules.some((one) => KNOWN.has(one)) ? (one: string) => one.includes("/") : () => true;
      let at = page.text.indexOf(form, span.start) + form.length;
      for (const name of rules) {
        const start = page.text.indexOf(name, at);
        if (start < 0 || start + name.length > span.end) break;
        at = start + name.length;
        if (KNOWN.has(name) || !isName(name)) continue;
        yield { span: { start, end: at }, data: { name, meant: nearest(name, KNOWN) } };
        if (!name.includes("/")) break;
      }
    }
  },

  fixes: ({ span, data: { meant } }, context) =>
    meant === undefined
      ? []
      : [
          {
            title: `Write “${meant}”`,
            changes: [replace(context, span, meant)],
            safety: "review",
            preferred: true,
          },
        ],
});
