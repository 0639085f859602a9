import { defineRule, replace } from "../../rule/rule.ts";
import { lineStart } from "../../text/lines.ts";
import { isMarkdown } from "../../text/paths.ts";
import type { Span } from "../../text/span.ts";
import { loopQueriesOn } from "../index/queries.ts";
import { isDocumentation } from "../index/standing.ts";
import type { QueryView, ReadPage } from "../index/view.ts";
import type { LoopQuery } from "../model/loops/loops.ts";
import { around, saysBad, saysGood } from "../model/marks.ts";

export const nPlusOne = defineRule<LoopQuery, QueryView>({
  id: "query/n-plus-one",
  since: "0.1.0",
  severity: "warning",
  scope: "workspace",
  summary: "Code in a document sends a query to the database for each item of a list.",
  why: `A query for a list and one more for each of its items: with ten items nobody notices, with a thousand the page takes
seconds. Code in a specification or guide is copied, so it should not do that.

**What is read.** Fences in JavaScript, TypeScript, Python, Go, Java, Kotlin, C#, Ruby, PHP and of the shell. A query is a call
with SQL, a method of an ORM, or one of a repository or database, within \`for\`, \`while\`, \`each\`, \`map\`, \`forEach\`, a
comprehension and the like; in JavaScript it is awaited. It is also an object that loads what belongs to it
(\`book.author.name\`), where the text shows that the list was read without it. One that reads is a warning; one that
writes, or all of them at once by \`Promise.all\`, is reported as information. All are hints in documentation: at least ten
pages, no file that declares a table, no increment and no decision.

**What is left alone.** Code that is shown as the bad example (❌, “bad”, “before”, “N+1” in a comment, the heading or the line
before), tests, loops over batches, pages, attempts or a list that is written down there, loops that never end, queries for
many rows (\`in\`), statements that are what the loop is over, and DataLoader.`,
  measured: `On 11 labelled pieces of code of one repository (\`npm run eval:query\`) the one unmarked loop is
reported, and none of the 7 that are shown as the bad example or stand in a test. On 2026-12-01, on 64 public repositories (Django, Go,
C#, Laravel, Rails, TypeScript): 21 findings, of which 1 was wrong, a loop that reads what comes next each time. On 53
repositories in four draws that nobody had tuned to, among them AJWolfe18/TTracker, AWGinternational/mr.mobile_awg,
00one00/rswr_systems and Akkkkkkki/intel-prep-ace: 23 findings, 16 right, 3 arguable, 4 wrong: shown as the old one, a name for any
model, a list that is written down above the loop, a result that is no list. These kinds are left alone since.`,
  examples: [
    {
      title: "One query for each order",
      bad: "```ts\nconst orders = await prisma.order.findMany();\nfor (const order of orders) {\n  order.items = await «prisma.item.findMany»({ where: { orderId: order.id } });\n}\n```\n",
      fix: "Mark as the bad example",
      good: "```ts\nconst orders = await prisma.order.findMany();\n// ❌ N+1: one query for each item\nfor (const order of orders) {\n  order.items = await prisma.item.findMany({ where: { orderId: order.id } });\n}\n```\n",
    },
    {
      title: "Rows that load others",
      bad: "```python\nfor book in Book.objects.all():\n    print(«book.author.name»)\n```\n",
      fix: "Mark as the bad example",
      good: "```python\n# ❌ N+1: one query for each item\nfor book in Book.objects.all():\n    print(book.author.name)\n```\n",
    },
    {
      title: "All at once",
      bad: "```js\nawait Promise.all(\n  ids.map((id) => «db.query»(\"UPDATE carts SET state = 'closed' WHERE id = $1\", [id])),\n);\n```\n",
      good: "```js\nawait Promise.all(\n  // ❌ N+1: one query for each item\n  ids.map((id) => db.query(\"UPDATE carts SET state = 'closed' WHERE id = $1\", [id])),\n);\n```\n",
    },
    {
      title: "Only an example of what not to do",
      good: "```ts\n// ❌ Bad: N+1 queries\nfor (const user of users) {\n  user.posts = await db.posts.findMany({ where: { userId: user.id } });\n}\n\n// ✅ Good\nconst posts = await db.posts.findMany({ where: { userId: { in: ids } } });\n```\n",
    },
    {
      title: "A batch in each turn",
      good: "```ts\nfor (const batch of batches) {\n  await prisma.item.findMany({ where: { id: { in: batch } } });\n}\n```\n",
    },
    {
      title: "No database",
      good: "```ts\nfor (const name of names) {\n  const row = await page.locator(name).count();\n  const hit = list.find((one) => one.name === name);\n}\n```\n",
    },
  ],

  message: ({ call, writes, together, lazy }) =>
    lazy
      ? `${call} loads another row in each turn of the loop: load them together with the list`
      : writes
        ? `${call} writes one row in each turn of the loop: write all of them with one statement`
        : `${call} sends a query in each turn of the loop${together ? ", all at once" : ""}: read all rows with one, by a list of keys or a join`,

  *check({ page, snapshot }) {
    if (!isMarkdown(page.path)) return;
    for (const { query, fence } of loopQueriesOn(page)) {
      if (isBadExample(page, query, fence)) continue;
      const usual = query.writes || query.together ? ("information" as const) : ("warning" as const);
      const severity = isDocumentation(page, snapshot) ? ("hint" as const) : usual;
      yield { span: query.span, data: query, severity };
    }
  },

  fixes({ data: { loop, comment: sign } }, context) {
    const line = lineStart(context.page.text, loop);
    const indent = /^[ \t>]*/.exec(context.page.text.slice(line, line + 200))?.[0] ?? "";
    const comment = `${indent}${sign} ❌ N+1: one query for each item\n`;
    return [
      {
        title: "Mark as the bad example",
        changes: [replace(context, { start: line, end: line }, comment)],
        safety: "review",
      },
    ];
  },
});

/** The nearest comment that calls the code good or bad counts, else what leads in to the fence. */
function isBadExample({ text, facts }: ReadPage, { comments }: LoopQuery, fence: Span): boolean {
  const said = comments.findLast((one) => saysBad(one) || saysGood(one));
  if (said !== undefined) return saysBad(said);
  const { heading, lead } = around(text, facts, fence, false);
  return saysBad(lead) || (saysBad(heading) && !saysGood(lead));
}
