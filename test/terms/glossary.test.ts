import { describe, expect, it } from "vitest";
import { nearestFirst } from "../../glossary/terms/index/nearest.ts";
import { PAGE, workspace } from "../fixture.ts";
import { termLines } from "./formats/outline.ts";

describe("terms", () => {
  it("join what pages, categories and lists say of one thing", () => {
    expect(
      termLines(`
        -- docs/glossary/terms/cdn.md --
        ---
        id: cdn
        ---

        # CDN (Content Delivery Network)

        ## Definition

        Copies near the reader.
        -- docs/glossary/categories/performance.md --
        # Performance

        **[CDN](/docs/glossary/terms/cdn)**
        - Other words

        **Caching**
        - Keeps what was computed

        | Term | Use When | Don't Use When |
        |------|----------|----------------|
        | CDN | Far readers | Near ones |
        | Unheard | Never | Always |
        -- docs/glossary/README.md --
        # Glossary

        - **[Content Delivery Network](./terms/cdn.md)** - In a row
        - **Caching** - In a row
        - **[Guide](../guide.md)** - No term
        -- docs/guide.md --
        # Guide
      `),
    ).toEqual([
      "caching: Caching | Keeps what was computed | in Performance | category docs/glossary/categories/performance.md, index docs/glossary/README.md",
      "cdn: CDN = Content Delivery Network | Copies near the reader. | in Performance | page docs/glossary/terms/cdn.md, category docs/glossary/categories/performance.md, index docs/glossary/README.md, usage docs/glossary/categories/performance.md",
    ]);
  });

  it("take a page's own category and definition before others", () => {
    expect(
      termLines(`
        -- glossary/terms/saga.md --
        # Saga

        **Category**: Patterns
        -- glossary/README.md --
        ## Data

        - **[Saga](terms/saga.md)** - A row of steps
        - **B** - b
        - **C** - c
      `)[2],
    ).toBe(
      "saga: Saga | A row of steps | in Patterns | page glossary/terms/saga.md, index glossary/README.md",
    );
  });

  it("join a name and its plural", () => {
    expect(
      termLines(`
        -- glossary/terms/user-stories.md --
        # User Stories

        Who wants what.
        -- glossary/README.md --
        - **User Story** - one
        - **B** - b
        - **C** - c
      `),
    ).toHaveLength(3);
  });

  it("join entries whose links lead to the same missing page", () => {
    expect(
      termLines(`
        -- glossary/categories/a.md --
        **[PostgreSQL](/docs/glossary/terms/postgresql)**
        - Tables

        **[Redis](/docs/glossary/terms/redis)**
        - Memory
        -- glossary/README.md --
        - **[Postgres](./terms/postgresql)** - Database
        - **B** - b
        - **C** - c
      `).slice(2, 3),
    ).toEqual([
      "postgresql: PostgreSQL = Postgres | Tables | category glossary/categories/a.md, index glossary/README.md",
    ]);
  });

  it("keep SLI, SLO and SLA apart", () => {
    const lines = termLines(`
      -- glossary/terms/slo.md --
      # SLO (Service Level Objective)

      A goal.
      -- glossary/categories/ops.md --
      # Ops

      **SLI, SLO, SLA**
      - All three

      **Alert**
      - A call
    `);
    expect(lines).toEqual([
      "alert: Alert | A call | in Ops | category glossary/categories/ops.md",
      "sli: SLI = SLO = SLA | All three | in Ops | category glossary/categories/ops.md",
      "slo: SLO = Service Level Objective | A goal. | page glossary/terms/slo.md",
    ]);
  });

  it("are one in mirrored glossaries; the source, not the copy, defines", () => {
    const page = (name: string, text: string) => `# ${name}\n\n${text}\n`;
    const files = {
      "docs-site/docusaurus.config.js": "",
      "docs-site/docs/glossary/terms/a.md": page("A1", "copy"),
      "docs-site/docs/glossary/terms/b.md": page("B1", "copy"),
      ".specweave/docs/public/glossary/terms/a.md": page("A1", "source"),
      ".specweave/docs/public/glossary/terms/b.md": page("B1", "source"),
      ".specweave/docs/public/glossary/terms/c.md": page("C1", "source"),
    };
    expect(termLines(files)).toEqual([
      "a: A1 | source | page .specweave/docs/public/glossary/terms/a.md, page docs-site/docs/glossary/terms/a.md",
      "b: B1 | source | page .specweave/docs/public/glossary/terms/b.md, page docs-site/docs/glossary/terms/b.md",
      "c: C1 | source | page .specweave/docs/public/glossary/terms/c.md",
    ]);
  });

  it("of one name in two glossaries are two, the nearest first", () => {
    const { snapshot } = workspace({
      "shop/glossary/terms/order.md": "# Order\n\nWhat is bought.\n",
      "factory/glossary/terms/order.md": "# Order\n\nWhat is made.\n",
      [PAGE]: "An order.\n",
    });
    const terms = snapshot.glossary.byName.get("order") ?? [];
    expect(terms.map(({ id }) => id).sort()).toEqual(["order", "order-2"]);
    const nearest = (from: string) => nearestFirst(terms, from)[0]?.summary;
    expect(nearest("shop/specs/a.md")).toBe("What is bought.");
    expect(nearest("factory/a.md")).toBe("What is made.");
  });

  it("have names and ids that are properties of every object", () => {
    const page = (name: string) => `# ${name}\n\nText.\n`;
    const names = ["constructor", "__proto__", "toString", "valueOf"];
    const files = Object.fromEntries(names.map((name) => [`glossary/terms/${name}.md`, page(name)]));
    const lines = termLines(files);
    expect(lines.map((line) => line.split(":")[0])).toEqual([...names].sort());
  });

  it("have distinct ids even where their names have no letters of ours", () => {
    const lines = termLines({
      "glossary/README.md": "- **可观测性** - a\n- **云** - b\n- **C++** - c\n- **C#** - d\n",
    });
    expect(lines.map((line) => line.split(":")[0])).toEqual(["c", "c-2", "云", "可观测性"].sort());
  });
});
