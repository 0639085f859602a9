import { describe, expect, it } from "vitest";
import { newTerm } from "../../glossary/features/newTerm.ts";
import { pageOf, workspace } from "../fixture.ts";

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
      },
    });
  });

  it("has no front matter where the others have none", () => {
    const { snapshot } = workspace({ "glossary/terms/b.md": "# B\n\nText.\n" });
    const made = newTerm(snapshot, "Saga");
    expect(made.kind === "new" && made.change.text.startsWith("# Saga\n")).toBe(true);
  });

  it("starts a glossary where there is none", () => {
    const made = newTerm(workspace({}).snapshot, "Saga");
    expect(made.kind === "new" && made.change.path).toBe("docs/glossary/terms/saga.md");
  });

  it("is not made twice", () => {
    const { snapshot } = workspace({
      "glossary/terms/cdn.md": "# CDN (Content Delivery Network)\n\nText.\n",
      "glossary/terms/odd.md": "# Name\n\nText.\n",
    });
    expect(newTerm(snapshot, "content  delivery-network")).toEqual({
      kind: "known",
      path: "glossary/terms/cdn.md",
    });
    expect(newTerm(snapshot, "Odd")).toEqual({ kind: "known", path: "glossary/terms/odd.md" });
  });

  it.each(["", "../../etc/passwd", "a/b", "..", "C++", "可观测性", "-", "__proto__", "x".repeat(500)])(
    "named %j stays in its folder and is read back",
    (name) => {
      const files = { "glossary/terms/a.md": MATTER };
      const made = newTerm(workspace(files).snapshot, name);
      if (made.kind !== "new") throw new Error("expected a new page");
      const { path, text } = made.change;
      expect(path).toMatch(/^glossary\/terms\/[^/\\]+\.md$/);
      expect(path.length).toBeLessThan(160);
      const { snapshot } = workspace({ ...files, [path]: text });
      expect(snapshot.glossary.byPage.has(path)).toBe(true);
      expect(pageOf({ snapshot }, path).matter.problems).toEqual([]);
    },
  );
});
