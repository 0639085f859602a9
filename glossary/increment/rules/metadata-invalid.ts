import { defineRule, type Finding, type Fix, replace } from "../../rule/rule.ts";
import { nearest } from "../../text/nearest.ts";
import type { Span } from "../../text/span.ts";
import { isActive } from "../index/active.ts";
import { incrementOf } from "../index/increments.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { specWeave } from "../layouts/specWeave/layout.ts";
import type { Increment } from "../model/increment.ts";
import {
  addMetadata,
  type IncrementStatus,
  type JsonField,
  type Metadata,
  STATUSES,
} from "../model/index.ts";

/** `set` is what a quick fix writes; `undefined` where only the author knows. */
type Data =
  | { readonly kind: "syntax"; readonly comma: Span | undefined }
  | {
      readonly kind: "value";
      readonly key: string;
      readonly value: string;
      readonly known: readonly string[];
      readonly set: string | undefined;
    }
  | { readonly kind: "id"; readonly value: string; readonly set: string }
  | { readonly kind: "missing"; readonly key: string; readonly set: string | undefined };

const TYPES = ["feature", "hotfix", "bug", "change-request", "refactor", "experiment"];
const PRIORITIES = ["P0", "P1", "P2", "P3", "critical", "high", "medium", "low"];
const SYNONYMS: Readonly<Record<string, string>> = {
  enhancement: "feature",
  improvement: "feature",
  bugfix: "bug",
  "bug-fix": "bug",
  fix: "bug",
  defect: "bug",
  refactoring: "refactor",
  spike: "experiment",
  urgent: "critical",
  normal: "medium",
};

const PATH = ".specweave/increments/0003-carts/metadata.json";
const WITH = (rest: string) => `{\n  "id": "0003-carts",\n  ${rest}\n}\n`;

export const metadataInvalid = defineRule<Data, IncrementView>({
  id: "increment/metadata-invalid",
  since: "0.1.0",
  severity: "warning",
  scope: "workspace",
  concerns: layoutsThat((one) => one === specWeave),
  summary: "The metadata.json of an increment is not what tools expect to find there.",
  why: `SpecWeave reads from \`metadata.json\` which increments are active, how many may be, and when one was
completed. A file that is no JSON, a status that it does not know or an id of another increment make it pass over the
increment, mostly without a word.

Reported are mistakes of JSON; a \`status\`, \`type\` or \`priority\` that SpecWeave does not know, where \`planned\`,
which its own template writes, and the priorities *critical* to *low* are fine; an \`id\` that is not the folder's
name; a missing \`id\` or \`status\`; and a completed increment without any date of completion. Type, priority and id
of completed increments are left alone.

The quick fixes write the nearest known value, the folder's name, or for the date that of the last activity.`,
  measured: `2 of the 10 increments that are not archived in the repository of SpecWeave; with archived ones 13: 4 ids
of another name, 4 missing, 3 unknown types and statuses, 2 without a date of completion. All were read: 13 right.`,
  examples: [
    {
      title: "A status that nobody knows",
      path: PATH,
      bad: WITH('"status": «"in-progress"»'),
      good: WITH('"status": "active"'),
    },
    {
      title: "The id of another increment",
      path: PATH,
      bad: '{\n  "id": «"0002-shop"»,\n  "status": "planned"\n}\n',
      good: '{\n  "id": "0003-carts",\n  "status": "planned"\n}\n',
    },
    {
      title: "No id",
      path: PATH,
      bad: '«{»\n\t"status": "active"\n}\n',
      good: '{\n\t"id": "0003-carts",\n\t"status": "active"\n}\n',
    },
    {
      title: "Completed, but when?",
      path: PATH,
      bad: '«{»"id": "0003-carts", "status": "completed", "lastActivity": "2026-05-04T10:00:00Z"}',
      good: '{"id": "0003-carts", "status": "completed", "lastActivity": "2026-05-04T10:00:00Z", "completed": "2026-05-04T10:00:00Z"}',
    },
    {
      title: "A comma too many",
      path: PATH,
      bad: '{\n  "id": "0003-carts",\n  "status": "active"«,»\n}\n',
      good: '{\n  "id": "0003-carts",\n  "status": "active"\n}\n',
    },
    {
      title: "In order",
      path: PATH,
      good: WITH(
        '"status": "completed",\n  "type": "feature",\n  "priority": "high",\n  "completedAt": "2026-05-04"',
      ),
    },
  ],

  message(data) {
    switch (data.kind) {
      case "syntax":
        return data.comma
          ? "No comma may stand before a closing bracket: remove it, or tools cannot read this file"
          : "This is no valid JSON, so tools cannot read the file: correct it here";
      case "id":
        return `The id is “${data.value}”, but the folder is “${data.set}”: write the folder's name`;
      case "missing":
        return data.key === "completed"
          ? "The increment is completed, but no date says when: add “completed”"
          : `“${data.key}” is missing: add it`;
      case "value":
        return `SpecWeave does not know the ${data.key} “${data.value}”: write ${listed(data.known, data.set)}`;
    }
  },

  *check({ page, snapshot }) {
    const own = page.exports.increment;
    const metadata = own?.metadata;
    if (!own || !metadata) return;
    const increment = incrementOf(snapshot.increments, page);
    if (!increment || own.status?.name === "abandoned") return;
    const [problem] = metadata.problems;
    if (problem) {
      const comma = commaBefore(page.text, problem.span);
      yield { span: comma ?? problem.span, data: { kind: "syntax", comma } };
      return;
    }
    yield* ofStatus(metadata, own.status);
    if (isActive(increment) || snapshot.settings.archived) yield* ofTheRest(metadata, increment);
    if (own.status?.name === "completed" && !metadata.fields.some(isCompletion))
      yield missing("completed", metadata.fields.find(({ key }) => key === "lastActivity")?.value);
  },

  fixes({ span, data }, context) {
    const fix = (title: string, changes: Fix["changes"], safety: Fix["safety"] = "review"): Fix[] => [
      { title, changes, safety, preferred: true },
    ];
    if (data.kind === "syntax")
      return data.comma ? fix("Remove the comma", [replace(context, data.comma, "")], "safe") : [];
    if (data.set === undefined) return [];
    if (data.kind !== "missing")
      return fix(`Write "${data.set}"`, [replace(context, span, JSON.stringify(data.set))]);
    const { text, path, exports } = context.page;
    const metadata = exports.increment?.metadata;
    const place = data.key === "id" ? "first" : "last";
    const edit = metadata && addMetadata(text, metadata, [data.key, data.set], place);
    return edit ? fix(`Add "${data.key}": "${data.set}"`, [{ kind: "edit", path, edits: [edit] }]) : [];
  },
});

function listed(known: readonly string[], set: string | undefined): string {
  return set === undefined ? `one of ${known.join(", ")}` : `“${set}”`;
}

function missing(key: string, set: string | undefined): Finding<Data> {
  return { span: { start: 0, end: 1 }, data: { kind: "missing", key, set } };
}

function* ofStatus({ fields }: Metadata, status: IncrementStatus | undefined): Iterable<Finding<Data>> {
  const field = fields.findLast(({ key }) => key === "status");
  if (!field) yield missing("status", undefined);
  else if (!status?.known) yield wrong(field, STATUSES, status?.name);
}

function* ofTheRest({ fields }: Metadata, { name }: Increment): Iterable<Finding<Data>> {
  const id = fields.findLast(({ key }) => key === "id");
  if (!id) yield missing("id", name);
  else if (id.value !== name) yield { span: id.span, data: { kind: "id", value: id.value, set: name } };
  for (const [key, known] of [
    ["type", TYPES],
    ["priority", PRIORITIES],
  ] as const) {
    const field = fields.findLast((one) => one.key === key);
    const said = field?.value.toLowerCase();
    if (field && field.type !== "null" && !known.some((one) => one.toLowerCase() === said))
      yield wrong(field, known);
  }
}

function wrong({ key, value, span }: JsonField, known: readonly string[], meant?: string): Finding<Data> {
  const synonym = SYNONYMS[value.toLowerCase()];
  const set = meant ?? (synonym && known.includes(synonym) ? synonym : nearest(value, known));
  return { span, data: { kind: "value", key, value: value.slice(0, 60), known, set } };
}

/** `completed`, `completedAt`, `approved_at` and the like, with a date. */
function isCompletion({ key, value }: JsonField): boolean {
  return /complet|approv|closed|finish/i.test(key) && /^\d{4}-\d{2}-\d{2}/.test(value);
}

/** The comma behind which a closing bracket comes instead of a value. */
function commaBefore(text: string, { start }: Span): Span | undefined {
  if (!/^[}\]]/.test(text.slice(start, start + 1))) return undefined;
  const before = text.slice(Math.max(0, start - 1000), start).trimEnd();
  if (!before.endsWith(",")) return undefined;
  const at = Math.max(0, start - 1000) + before.length - 1;
  return { start: at, end: at + 1 };
}
