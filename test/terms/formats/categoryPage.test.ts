import { describe, expect, it } from "vitest";
import { entries, entryLines } from "./outline.ts";

const PATH = "docs/glossary/categories/performance.md";

describe("a category page", () => {
  it("has linked and plain entries, with and without a tail", () => {
    const text = `# 🚀 Performance

Intro, **bold** in the text.

## Network

**[CDN (Content Delivery Network)](/docs/glossary/terms/cdn)**
- Copies near the reader
- Less latency

**Caching**
- Keeps what was computed

**SOLID Principles** (coming soon)
- Five of them

**Branch Strategies**:
- Trunk or flow

[**Load Balancer**](../terms/load-balancer.md)
- Spreads the calls
`;
    expect(entryLines(PATH, text)).toEqual([
      "category: CDN = Content Delivery Network | Copies near the reader | → /docs/glossary/terms/cdn | in Performance",
      "category: Caching | Keeps what was computed | in Performance",
      "category: SOLID Principles | Five of them | in Performance",
      "category: Branch Strategies | Trunk or flow | in Performance",
      "category: Load Balancer | Spreads the calls | → ../terms/load-balancer.md | in Performance",
    ]);
    const [cdn] = entries(PATH, text);
    expect(cdn?.definition).toBe("- Copies near the reader\n- Less latency");
    expect(text.slice(cdn?.span.start, cdn?.span.end)).toMatch(/^\*\*\[CDN[\s\S]*Less latency$/);
  });

  it("takes a definition in the same paragraph", () => {
    const text = "# P\n\n**Fixture**:\nData for a test.\n\n**Double**:\nA stand-in.\n";
    expect(entryLines(PATH, text)).toEqual([]);
    const linked = "# P\n\n**[Fixture](f.md)**\nData for a test.\n\n**[Double](d.md)**\nA stand-in.\n";
    expect(entryLines(PATH, linked)).toEqual([
      "category: Fixture | Data for a test. | → f.md | in P",
      "category: Double | A stand-in. | → d.md | in P",
    ]);
  });

  it("does not take what announces phases, examples and lists for entries", () => {
    const linked = "**[A](a.md)**\n- x\n\n**[B](b.md)**\n- y\n";
    const text = `# P\n\n## Terms\n\n${linked}\n## Learning Path\n\n**Phase 1: Basics**\n- Read\n\n**Example**:\n- Run\n\n**Note**\n- Careful\n`;
    expect(entryLines(PATH, text)).toEqual([
      "category: A | x | → a.md | in P",
      "category: B | y | → b.md | in P",
    ]);
  });

  it("without links, takes what reads like a name", () => {
    const text =
      "# P\n\n**Cache**\n- a\n\n**Queue**\n- b\n\n**Why caching?**\n- c\n\n**Step 2**\n- d\n\n**Benefits**:\n- e\n\n**When to use it**\n- f\n";
    expect(entryLines(PATH, text)).toEqual(["category: Cache | a | in P", "category: Queue | b | in P"]);
  });

  it("needs two entries", () => {
    expect(entryLines(PATH, "# P\n\n**[A](a.md)**\n- x\n")).toEqual([]);
  });

  it("does not read code, quotes and nested lists", () => {
    const code = "```markdown\n**[C](c.md)**\n- x\n```\n\n> **[D](d.md)**\n> - x\n\n- **[E](e.md)**\n  - x\n";
    const text = `# P\n\n**[A](a.md)**\n- x\n\n${code}\n**[B](b.md)**\n- y\n`;
    expect(entryLines(PATH, text).map((line) => line.split(" | ")[0])).toEqual([
      "category: A",
      "category: B",
    ]);
  });

  it("reads when to use a term", () => {
    const text = `---
title: Data
---

**[Redis](r.md)**
- Keeps data in memory

**[Kafka](k.md)**
- Keeps a log

## When to Use

| Term | Use When | Don't Use When |
|------|----------|----------------|
| **Redis** | You need \`speed\` | Data must last |
| [Kafka](k.md) | Many readers | |
| **Tailwind** | Small | Never |

| Tool | Stars |
|------|-------|
| Redis | 5 |
`;
    expect(entryLines(PATH, text)).toEqual([
      "category: Redis | Keeps data in memory | → r.md | in Data",
      "category: Kafka | Keeps a log | → k.md | in Data",
      "usage: Redis | in Data | use: You need speed | avoid: Data must last",
      "usage: Kafka | in Data | use: Many readers",
      "usage: Tailwind | in Data | use: Small | avoid: Never",
    ]);
  });
});
