import { defineRule } from "../../rule/rule.ts";
import { indexLine } from "../edits/edits.ts";
import { unservedSentences } from "../index/queries.ts";
import type { QueryView } from "../index/view.ts";
import type { Said } from "../model/sentences.ts";

export const unindexedProse = defineRule<Said, QueryView>({
  id: "query/unindexed-prose",
  since: "0.1.0",
  severity: "hint",
  scope: "workspace",
  summary: "A specification speaks of a query by a column for which no index is declared.",
  why: `Most specifications describe their queries in words: “orders are looked up by \`customer_id\`”. The index belongs beside
such a sentence, or it is forgotten until the table has grown.

**What is read.** Sentences in specifications, plans, tasks, decision records and RFCs that name a column as code is written
(\`customer_id\`, \`customerId\`, or in backticks) and speak of a database:

- that something has no index, or is scanned: “\`email\` of the users table has no index”, “no index on \`users.email\`”
  (information);
- that rows are queried, filtered, searched, sorted or grouped by a column (hint).

In other documents a condition counts that is written as in SQL: “PostgreSQL: select new rows (WHERE updated_at > last_run)”
(hint).

Sentences about what would be or what is avoided, about caches, files, interfaces and the like, and those that name an index
are left alone. An index that the document, its increment or a schema file declares is found as for
[query/unindexed](unindexed.md).

A comment \`<!-- unindexed-ok -->\` in the paragraph says that the scan is meant.`,
  measured: `One sentence is reported in six repositories, archived documents included, and rightly so: the only one
of 18 labelled sentences that is about a query without an index. None of the other 17 is reported, which are about indexes,
checklists and other things. On 159 further pages of other repositories it reports 10 sentences, all right; the first
reading found 1 of them.`,
  examples: [
    {
      title: "Rows are looked up by a column",
      path: "specs/004-search/spec.md",
      bad: "# Search\n\nThe page queries the `orders` table by `«customer_id»` and shows the newest ten.\n",
      fix: "Add a line “Index: orders(customer_id)”",
      good: "# Search\n\nThe page queries the `orders` table by `customer_id` and shows the newest ten.\n\n**Index**: orders(customer_id)\n",
    },
    {
      title: "The decision knows",
      path: "docs/adr/0009-find-customers.md",
      bad: "# 9. Find customers\n\n## Status\n\nAccepted\n\n## Decision\n\nThe customers table has no index on `«email»`, so each login reads all of it.\n",
      good: "# 9. Find customers\n\n## Status\n\nAccepted\n\n## Decision\n\nThe customers table has no index on `email`, so each login reads all of it.\n\n**Index**: customers(email)\n",
    },
    {
      title: "A condition in any document",
      path: "docs/sync.md",
      bad: "# Sync\n\n1. PostgreSQL: select new rows (WHERE «changed_at» > last run)\n2. Send them\n",
      good: "# Sync\n\n1. PostgreSQL: select new rows (WHERE changed_at > last run)\n   - **Index**: (changed_at)\n2. Send them\n",
    },
    {
      title: "Said elsewhere in the increment",
      path: "specs/004-search/spec.md",
      given: { "specs/004-search/plan.md": "# Plan\n\nAdd an index on `orders.customer_id`.\n" },
      good: "# Search\n\nThe page queries the `orders` table by `customer_id`.\n",
    },
    {
      title: "What is avoided",
      path: "specs/004-search/spec.md",
      good: "# Search\n\nThis avoids a full table scan by `customer_id`. Filtering the list in the UI by `state` needs no database.\n",
    },
    {
      title: "In other documents",
      path: "docs/guide.md",
      good: "# Guide\n\nYou can query the `orders` table by `customer_id`.\n",
    },
  ],

  message: ({ kind, column, table }) => {
    const name = table === undefined ? column : `${table}.${column}`;
    return kind === "stated"
      ? `${name} has no index according to this sentence: add one, or say why reading all rows is fine`
      : `Rows are looked up by ${name}, and no index for it is declared: name the index`;
  },

  *check({ page, snapshot }) {
    for (const said of unservedSentences(page, snapshot))
      yield { span: said.span, data: said, severity: said.kind === "stated" ? "information" : "hint" };
  },

  fixes({ data: { column, table, span } }, { page }) {
    const { title, edit } = indexLine(`${table ?? ""}(${column})`, span, page);
    return [
      {
        title,
        changes: [{ kind: "edit", path: page.path, edits: [edit] }],
        safety: "review",
        preferred: true,
      },
    ];
  },
});
