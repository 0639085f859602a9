import { describe, expect, it } from "vitest";
import type { NewPage } from "../../glossary/terms/edits/newEntry.ts";
import { type NewTerm, newTerm } from "../../glossary/terms/features/newTerm.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { pageOf, workspace } from "../fixture.ts";

function made(result: NewTerm): NewPage {
  if (result.kind !== "new" || result.change.kind !== "create") throw new Error("expected a new page");
  return result.change;
}

const MATTER = "---\nid: a\ntitle: A\nsidebar_label: A\n---\n\n# A\n\nText.\n";

describe("a new term", () => {
  it("gets a page beside the others, in their form", () => {
    const { snapshot } = workspace({
      "kb/glossary/terms/a.md": MATTER,
      "other/glossary/terms/b.md": "# B\n\nText.\n",
      "kb/glossary/terms/c.md": MATTER,
    });
    expect(newTerm(snapshot, "IK (Idempotency: Key)")).toEqual({
      kind: "new",
      change: {
        kind: "create",
        path: "kb/glossary/terms/ik-idempotency-key.md",
        text: `---
id: ik-idempotency-key
title: "IK (Idempotency: Key)"
sidebar_label: IK
---

# IK (Idempotency: Key)

## Definition



## Related Terms

`,
        field: 121,
      },
    });
  });

  it("has no front matter where the others have none", () => {
    const { snapshot } = workspace({ "glossary/terms/b.md": "# B\n\nText.\n" });
    expect(made(newTerm(snapshot, "Saga")).text).toMatch(/^# Saga\n/);
  });

  it("says that it is about a term where nothing else does", () => {
    const { snapshot } = workspace({
      "content/en/pod.md":
        "---\ntitle: Pod\nstatus: Completed\ncategory: Concept\n---\n\nA group of containers.\n",
    });
    const { path, text } = made(newTerm(snapshot, "Saga"));
    expect(path).toBe("content/en/saga.md");
    expect(text).toMatch(/^---\ntitle: Saga\ntype: glossary-term\n---\n\n# Saga\n/);
    const { snapshot: after } = workspace({ [path]: text });
    expect([...after.glossary.terms.keys()]).toEqual(["saga"]);
  });

  it("starts a glossary where there is none", () => {
    expect(made(newTerm(workspace({}).snapshot, "Saga")).path).toBe("docs/glossary/terms/saga.md");
  });

  const LISTS = [
    {
      of: "headings",
      text: "# Glossary\n\n## Ledger\n\nA book.\n\n## Posting\n\nOne line.\n",
      row: "## Order\n\n$0\n\n## Posting",
    },
    {
      of: "items, behind the last one",
      text: "# Glossary\n\n- **Posting**: One line.\n- **Ledger**: A book.\n",
      row: "- **Ledger**: A book.\n- **Order**: $0",
    },
    {
      of: "a table",
      text: "# Glossary\n\n| Term | Definition |\n|---|---|\n| Ledger | A book. |\n| Posting | One line. |\n",
      row: "| Order | $0 |\n| Posting",
    },
  ];
  it.each(LISTS)("is added to a glossary of $of", ({ text, row }) => {
    const { snapshot } = workspace({ "GLOSSARY.md": text });
    const result = newTerm(snapshot, "Order");
    if (result.kind !== "new" || result.change.kind !== "edit") throw new Error("expected a row");
    const { edits, field } = result.change;
    const [edit] = edits;
    const marked = edit && { ...edit, text: `${edit.text.slice(0, field)}$0${edit.text.slice(field)}` };
    expect(applyEdits(text, marked ? [marked] : [])).toContain(row);
    expect(newTerm(snapshot, "posting")).toEqual({
      kind: "known",
      path: "GLOSSARY.md",
      offset: text.indexOf("Posting"),
    });
  });

  it("is not made twice", () => {
    const { snapshot } = workspace({
      "glossary/terms/cdn.md": "# CDN (Content Delivery Network)\n\nText.\n",
      "glossary/terms/odd.md": "# Name\n\nText.\n",
    });
    expect(newTerm(snapshot, "content  delivery-network")).toEqual({
      kind: "known",
      path: "glossary/terms/cdn.md",
      offset: 2,
    });
    expect(newTerm(snapshot, "Odd")).toEqual({ kind: "known", path: "glossary/terms/odd.md", offset: 0 });
  });

  it.each(["", "../../etc/passwd", "a/b", "..", "C++", "可观测性", "-", "__proto__", "x".repeat(500)])(
    "named %j stays in its folder and is read back",
    (name) => {
      const files = { "glossary/terms/a.md": MATTER };
      const { path, text } = made(newTerm(workspace(files).snapshot, name));
      expect(path).toMatch(/^glossary\/terms\/[^/\\]+\.md$/);
      expect(path.length).toBeLessThan(160);
      const { snapshot } = workspace({ ...files, [path]: text });
      expect(snapshot.glossary.byPage.has(path)).toBe(true);
      expect(pageOf({ snapshot }, path).matter.problems).toEqual([]);
    },
  );
});
