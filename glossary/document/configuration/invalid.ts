import { defineRule } from "../../rule/rule.ts";
import type { Edit } from "../../text/span.ts";
import {
  CONFIGURATION_FILES,
  isConfiguration,
  readConfiguration,
} from "../../workspace/settings/configuration.ts";

interface Data {
  readonly message: string;
  readonly correction?: Edit;
}

export const invalid = defineRule<Data>({
  id: "configuration/invalid",
  since: "0.1.0",
  severity: "error",
  scope: "page",
  summary: "The configuration of Spec Glossary has a mistake.",
  why: `A setting that is misspelled in \`.spec-glossary.jsonc\` sets nothing, and nobody notices: the rule that was to be
switched off goes on, the glossary that was to be read is not. So every mistake is reported at its place, in the editor
and by \`spec-glossary check\`: settings and rules that do not exist, values that a setting cannot have, patterns that
match nothing anybody meant, and JSON that cannot be read.

What is right in the file holds all the same. Comments and trailing commas are allowed.`,
  measured:
    "It looks at one file of a repository, and only where somebody wrote it for Spec Glossary; none of the six repositories has it.",
  examples: [
    {
      title: "A setting that does not exist",
      path: ".spec-glossary.jsonc",
      bad: '{\n  // Records of the past.\n  «"exlude"»: ["docs/old"]\n}\n',
      good: '{\n  // Records of the past.\n  "exclude": ["docs/old"]\n}\n',
    },
    {
      title: "A rule without its area, and a severity that does not exist",
      path: ".spec-glossary.jsonc",
      bad: '{ "rules": { «"dangling-link"»: "error", "glossary/duplicate-term": «"warn"» } }\n',
      good: '{ "rules": { "glossary/dangling-link": "error", "glossary/duplicate-term": "warning" } }\n',
    },
    {
      title: "A value of another type",
      path: ".spec-glossary.jsonc",
      bad: '{ "starter": «"no"», "exclude": «"docs/old"», "glossaries": [«true»] }\n',
    },
    {
      title: "A comma that is missing",
      path: ".spec-glossary.jsonc",
      bad: '{\n  "starter": false\n  «"archived"»: true\n}\n',
    },
    {
      title: "A file that does not count beside another one",
      path: ".spec-glossary.json",
      given: { ".spec-glossary.jsonc": "{}\n" },
      bad: '«{» "starter": false }\n',
    },
    {
      title: "A configuration",
      path: ".spec-glossary.jsonc",
      good: '{\n  "glossaries": ["docs/vocabulary/*.md"],\n  "rules": { "glossary/unlinked-term": "hint" },\n  "overrides": [{ "files": ["docs/drafts"], "rules": { "glossary/dangling-link": "off" } }],\n}\n',
    },
  ],

  message: ({ message }) => message,

  *check({ page, snapshot }) {
    if (!isConfiguration(page.path)) return;
    const [first] = CONFIGURATION_FILES;
    if (page.path !== first && snapshot.pages.has(first)) {
      const message = `This file does not count, because there is “${first}”: remove one of them`;
      yield { span: { start: 0, end: Math.min(1, page.text.length) }, data: { message } };
    }
    for (const { span, message, correction, beyondSchema } of readConfiguration(page.text).problems)
      yield { span, data: { message, ...(correction && { correction }) }, inSchema: !beyondSchema };
  },

  fixes: ({ data: { correction } }, { page }) =>
    correction
      ? [
          {
            title: `Write ${correction.text}`,
            changes: [{ kind: "edit", path: page.path, edits: [correction] }],
            safety: "review",
            preferred: true,
          },
        ]
      : [],
});
