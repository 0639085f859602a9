import { defineRule, type Fix, type RuleContext, replace } from "../../rule/rule.ts";
import { renumber } from "../edits/numbers.ts";
import { collectionOf } from "../index/adrs.ts";
import { activeAdr } from "../index/page.ts";
import type { AdrView } from "../index/view.ts";
import type { AdrId } from "../model/index.ts";

interface Data {
  readonly file: AdrId;
  readonly stated: AdrId;
}

export const numberMismatch = defineRule<Data, AdrView>({
  id: "adr/number-mismatch",
  since: "0.1.0",
  severity: "warning",
  scope: "page",
  summary: "A record's title or front matter has another number than its file.",
  why: `Anyone who follows a reference to ADR-0033 and lands on a page that calls itself ADR-0003 cannot tell which of the
two is meant. It happens when a record is copied to start another one, and when files are renumbered.

A title without a number is fine, as is a part of a number: \`0031-001-names.md\` may be titled ADR-0031. The quick fixes
write the file's number into the title, or rename the file where the number of the title is free.`,
  measured: `Twice in 206 records, both right: two records of govuk-aws call themselves number 3, as the one they were copied from.

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: 5, of which 4 right and one wrong: a specification that names its decision, since mended.`,
  examples: [
    {
      title: "The number of the record it was copied from",
      path: "docs/adr/0033-address-ranges.md",
      bad: "# «3». Address Ranges\n\n## Status\n\nAccepted\n",
      good: "# 33. Address Ranges\n\n## Status\n\nAccepted\n",
    },
    {
      title: "With leading zeros",
      path: "docs/adr/0034-names.md",
      bad: "# ADR-«0043»: Names\n\n**Status**: Accepted\n",
      good: "# ADR-0034: Names\n\n**Status**: Accepted\n",
    },
    {
      title: "The title is right",
      path: "docs/adr/0036-zones.md",
      given: { "docs/plan.md": "See [zones](adr/0036-zones.md).\n" },
      bad: "# ADR-«0037»: Zones\n\n**Status**: Accepted\n",
      fix: "Rename the file to number 0037",
      good: "# ADR-0037: Zones\n\n**Status**: Accepted\n",
      renames: "docs/adr/0037-zones.md",
    },
    {
      title: "Same number, or none",
      path: "docs/adr/0035-001-zones.md",
      good: "# ADR-35: Zones\n\n**Status**: Accepted\n",
    },
  ],
  message: ({ file, stated }) =>
    `The file is number ${file.digits}, but this says ${stated.digits}: change one of them`,

  *check({ page, snapshot }) {
    const document = activeAdr(page, snapshot);
    const { fileId: file, statedId: stated } = document ?? {};
    if (!file || !stated) return;
    const [main, sub] = file.key.split("-");
    const [statedMain, statedSub] = stated.id.key.split("-");
    // “3 Ways to Log” has no number, unless the titles of the other records begin with theirs in this way.
    if (
      document?.plainNumber &&
      !collectionOf(snapshot.adrs, page.path)?.records.some(({ record }) => record.plainNumber)
    )
      return;
    if (main === statedMain && (sub === undefined || statedSub === undefined || sub === statedSub)) return;
    yield { span: stated.span, data: { file, stated: stated.id } };
  },

  fixes({ span, data: { file, stated } }, context) {
    const padded = stated.digits.startsWith("0") || file.digits.length === stated.digits.length;
    const digits = padded ? file.digits : file.digits.replace(/^0+(?=\d)/, "");
    return [
      {
        title: `Write ${digits} here`,
        changes: [replace(context, span, digits)],
        safety: "review",
        preferred: true,
      },
      ...renaming(stated, context),
    ];
  },
});

/** The other way round, where the number of the title is free. */
function renaming({ key, digits }: AdrId, { page, snapshot }: RuleContext<AdrView>): Fix[] {
  const { record } = page.exports.adr;
  const collection = collectionOf(snapshot.adrs, page.path);
  if (!record?.id || !collection || collection.byKey.has(key) || key.includes("-")) return [];
  const padded = digits.padStart(record.id.digits.length, "0");
  const changes = renumber(snapshot, { path: page.path, record }, page, padded);
  return changes ? [{ title: `Rename the file to number ${padded}`, changes, safety: "review" }] : [];
}
