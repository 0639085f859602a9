/** Reports of edits that went wrong, each with the whole file that is right. */
import { describe, expect, it } from "vitest";
import { fixesAt } from "../../glossary/rule/run.ts";
import { newTerm } from "../../glossary/terms/features/newTerm.ts";
import { planTermRename } from "../../glossary/terms/features/renameTerm.ts";
import { avoidedName } from "../../glossary/terms/rules/avoided-name.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { finishRename } from "../../glossary/workspace/renaming.ts";
import { pageOf, rethrow, workspace } from "../fixture.ts";

type Files = Readonly<Record<string, string>>;

/** All files after the rename of what `docs/a.md` says at `word`, whatever is in doubt with it. */
function renamed(files: Files, word: string, to: string): Files {
  const at = workspace(files);
  const page = pageOf(at, "docs/a.md");
  const plan = planTermRename(at.snapshot, page, page.text.indexOf(word) + 1);
  if (!plan) throw new Error(`nothing to rename at “${word}”`);
  const pages = new Map(Object.keys(files).map((path) => [path, pageOf(at, path)]));
  const made = finishRename(plan, at.snapshot, to, { pages, texts: new Map() }, true);
  if (made.kind === "refused") throw new Error(made.reason);
  const moves = new Map(made.moves.map((move) => [move.from, move.to]));
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      moves.get(path) ?? path,
      applyEdits(
        text,
        made.edits.filter((edit) => edit.path === path),
      ),
    ]),
  );
}

const page = (id: string, title: string, more = "") =>
  `---\nid: ${id}\ntitle: ${title}\n${more}---\n\n## Definition\n\nA thing.\n`;

describe("a rename", () => {
  const CDN = {
    "docs/glossary/terms/edge.md": page("edge", "Edge"),
    "docs/glossary/terms/cdn.md": page("cdn", "CDN"),
  };
  const CACHE = {
    "docs/glossary/terms/edge.md": page("edge", "Edge"),
    "docs/glossary/terms/edge-cache.md": page("edge-cache", "Edge Cache"),
  };
  it.each([
    [
      "keeps collapsed, shortcut and full references defined",
      "The [CDN][] and [CDN] and [the cdn][CDN] and [CDNs][cdn].\n\n[cdn]: glossary/terms/cdn.md\n",
      "The [Edge Cache][] and [Edge Cache] and [the cdn][Edge Cache] and [edge caches][edge cache].\n\n[edge cache]: glossary/terms/edge-cache.md\n",
    ],
    [
      "takes a definition along that nothing uses",
      "A [CDN](glossary/terms/cdn.md).\n\n[later]: glossary/terms/cdn.md\n",
      "A [Edge Cache](glossary/terms/edge-cache.md).\n\n[later]: glossary/terms/edge-cache.md\n",
    ],
    [
      "takes links in HTML along",
      'A [CDN](glossary/terms/cdn.md) and <a href="glossary/terms/cdn.md">it</a>.\n',
      'A [Edge Cache](glossary/terms/edge-cache.md) and <a href="glossary/terms/edge-cache.md">it</a>.\n',
    ],
  ])("%s", (_, before, after) => {
    expect(renamed({ ...CDN, "docs/a.md": before }, "CDN", "Edge Cache")).toEqual({
      ...CACHE,
      "docs/a.md": after,
    });
  });

  it("leaves the file and all wiki links to it as they are", () => {
    const clerk = (name: string, text: string) => `# ${name}\n\nA **${text}** is someone at a desk.\n`;
    const files = {
      "docs/glossary/clerk.md": clerk("Clerk", "clerk"),
      "docs/glossary/office.md": "# Office\n\nAn **office** is the room of a [[clerk]].\n",
      "docs/a.md": "# A\n\nSee [[clerk]] and [[clerk|the man]], [[clerk#Definition]]. A clerk.\n",
    };
    expect(renamed(files, "clerk.\n", "Desk Officer")).toEqual({
      ...files,
      "docs/glossary/clerk.md": clerk("Desk Officer", "desk officer"),
      "docs/a.md": files["docs/a.md"].replace("A clerk.", "A desk officer."),
    });
  });

  it("writes the new id where ids are listed", () => {
    const files = {
      "docs/glossary/terms/epic.md": page("epic", "Epic", "related: [sprint]\n"),
      "docs/glossary/terms/sprint.md": page("sprint", "Sprint", "related:\n  - epic\n"),
      "docs/a.md": "An [epic](/docs/glossary/terms/epic).\n",
    };
    expect(renamed(files, "epic", "Big Story")).toEqual({
      "docs/glossary/terms/big-story.md": page("big-story", "Big Story", "related: [sprint]\n"),
      "docs/glossary/terms/sprint.md": page("sprint", "Sprint", "related:\n  - big-story\n"),
      "docs/a.md": "A [big story](/docs/glossary/terms/big-story).\n",
    });
  });

  it.each([
    ["Foo Bar", "Next.js"],
    ["Foo Bar", "DevSecOps"],
    ["Foo Bar", "DevOps"],
    ["Foo Bar", "GitOps"],
    ["Foo Bar", "Kubernetes"],
    ["Foo Bar", "PostgreSQL"],
    ["Foo Bar", "iPhone"],
    ["Foo Bar", "gRPC"],
    ["Foo Bar", "HTTPS"],
    ["Foo Bar", "AWS"],
    ["Foo Bar", "eBPF"],
    ["Foo Bar", "S3 Bucket"],
    ["Foo Bar", "OAuth 2.0"],
    ["foo bar", "DevOps"],
    ["FB", "DevOps"],
  ])("of %s to %s writes that name", (old, to) => {
    const slug = (name: string) => name.toLowerCase().replace(/[ .]+/g, "-");
    const files = (name: string, id: string) => ({
      [`docs/glossary/terms/${id}.md`]: `# ${name}\n\n## Definition\n\nA thing.\n`,
      "docs/a.md": `We use ${name} here. See [${name}](glossary/terms/${id}.md).\n`,
    });
    const found = renamed(files(old, slug(old)), old, to);
    const [path = ""] = Object.keys(found).filter((one) => one.startsWith("docs/glossary"));
    const id = path.slice("docs/glossary/terms/".length, -".md".length);
    expect(found).toEqual(files(to, id));
  });
});

describe("a new term", () => {
  it.each([
    [
      "behind all of the entry before it",
      "Winch",
      "## Anchor\n\nHolds a ship.\n\n## Ledger\n\nA book of entries.\n\nIt is closed once a year.\n\n- open: may be changed\n- closed: may not\n",
      "\n## Winch\n\n\n",
    ],
    [
      "behind the paragraphs of a bold name",
      "Zebra",
      "**Anchor** — Holds a ship.\n\nIt is heavy.\n\n**Ledger** — A book.\n\nClosed yearly.\n\n**Yawl** — A boat.\n\nIt has two masts.\n",
      "\n**Zebra** — \n",
    ],
    [
      "behind the items below an item",
      "Zebra",
      "- **Anchor** — Holds a ship.\n  - it is heavy\n- **Ledger** — A book.\n- **Yawl** — A boat.\n  - two masts\n",
      "- **Zebra** — \n",
    ],
  ])("stands %s", (_, name, text, entry) => {
    expect(withTerm(`# Glossary\n\n${text}`, name)).toBe(`# Glossary\n\n${text}${entry}`);
  });

  it.each([
    [
      "below its letter",
      "Crane",
      "## A\n\n### Anchor\n\nHolds a ship.\n\n## C\n\n### Cargo\n\nWhat is carried.\n\n### Cabin\n\nA small room.\n\n",
      "### Crane\n\n\n\n",
      "## Y\n\n### Yawl\n\nA boat with two masts.\n\n## Z\n",
    ],
    [
      "in a table without outer pipes",
      "Buoy",
      "Term | Meaning\n---- | ----\nAnchor | Holds a ship.\n",
      "Buoy | \n",
      "Ledger | A book of entries.\n",
    ],
    [
      "in a definition list",
      "Buoy",
      "Anchor\n: Holds a ship.\n\n",
      "Buoy\n: \n\n",
      "Ledger\n: A book of entries.\n",
    ],
  ])("stands %s", (_, name, before, entry, after) => {
    expect(withTerm(`# Glossary\n\n${before}${after}`, name)).toBe(`# Glossary\n\n${before}${entry}${after}`);
  });
});

function withTerm(text: string, name: string): string {
  const result = newTerm(workspace({ "docs/glossary.md": text, "docs/p.md": "# P\n" }).snapshot, name);
  if (result.kind !== "new" || result.change.kind !== "edit") throw new Error("expected a row");
  return applyEdits(text, result.change.edits);
}

it("a name to avoid beside the term is left out, and one with the term in it is found", () => {
  const glossary =
    "# Glossary\n\n**Parcel**: A box.\n\n**Order**: A wish.\n_Avoid_: Purchase\n\n**Tenant**: A customer.\n_Avoid_: Tenant account\n";
  const at = workspace({
    "docs/glossary.md": glossary,
    "docs/a.md": "# A\n\nEach purchase order has a number. The tenant account is open.\n",
  });
  const a = pageOf(at, "docs/a.md");
  const edits = fixesAt([avoidedName], at.snapshot, a, { start: 0, end: a.text.length }, rethrow).flatMap(
    ({ fix }) => fix.changes.flatMap((one) => (one.kind === "edit" ? one.edits : [])),
  );
  expect(applyEdits(a.text, edits)).toBe("# A\n\nEach order has a number. The tenant is open.\n");
});
