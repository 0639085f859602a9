/** One term joins all its places; the same name in other places is another term. */

import { describe, expect, it } from "vitest";
import { findUses } from "../../glossary/terms/index/matcher.ts";
import { nearestFirst } from "../../glossary/terms/index/nearest.ts";
import { pageOf, workspace } from "../fixture.ts";
import { termLines } from "./formats/outline.ts";

/** For each use in a page, its text and the summaries of the terms that are meant, the nearest first. */
function meant(files: Readonly<Record<string, string>>, path: string): string[] {
  const at = workspace(files);
  const page = pageOf(at, path);
  return findUses(at.snapshot.matcher, page.text, page.facts, path).map(({ span, terms }) => {
    const nearest = nearestFirst(terms, path).map(({ summary }) => summary);
    return `${page.text.slice(span.start, span.end)}: ${nearest.join(" / ")}`;
  });
}

const yaml = (name: string, definition: string, more = "") =>
  `contexts:\n  - name: C\n${more}    terms:\n      - name: ${name}\n        definition: ${definition}\n`;

describe("one term", () => {
  it("joins a page, a table, a heading and a list of one glossary", () => {
    expect(
      termLines({
        "docs/glossary/terms/saga.md": "# Saga\n\n## Definition\n\nA chain of steps.\n",
        "docs/GLOSSARY.md":
          "# Glossary\n\n| Term | Definition | Avoid |\n|---|---|---|\n| Sagas | Chains | LRT |\n| Outbox | A table | |\n",
        "docs/CONTEXT.md":
          "# X\n\n## Language\n\n**Outbox**:\nEvents to be sent.\n_Avoid_: queue\n\n**Saga**:\nSteps.\n",
      }),
    ).toEqual([
      "outbox: Outbox | Events to be sent. | list docs/CONTEXT.md, table docs/GLOSSARY.md",
      "saga: Saga = Sagas | A chain of steps. | page docs/glossary/terms/saga.md, list docs/CONTEXT.md, table docs/GLOSSARY.md",
    ]);
  });

  it("does not swallow another one that shares its abbreviation", () => {
    const page = (title: string) => `# ${title}\n\n## Definition\n\nText.\n`;
    const files = {
      "glossary/terms/a.md": page("Continuous Delivery (CD)"),
      "glossary/terms/b.md": page("Continuous Deployment (CD)"),
    };
    expect(termLines(files)).toHaveLength(2);
    const table =
      "# Glossary\n\n| Term | Definition | Aliases |\n|---|---|---|\n| Client | Who buys | Customer |\n| Customer | Who pays | Payer |\n";
    expect(termLines({ "GLOSSARY.md": table })).toEqual([
      "client: Client = Customer | Who buys | table GLOSSARY.md",
      "customer: Customer = Payer | Who pays | table GLOSSARY.md",
    ]);
  });

  it("keeps an entry whose name links to somewhere else", () => {
    const text =
      "# Glossary\n\n- **[Kafka](https://kafka.example)** - A log\n- **[Redis](../redis.md)** - A store\n- **Queue** - A line\n";
    expect(termLines({ "docs/GLOSSARY.md": text, "redis.md": "# Redis\n" })).toHaveLength(3);
  });
});

describe("homonyms", () => {
  it("in a section hold in their document alone, and come first there", () => {
    const files = {
      "GLOSSARY.md": "# Glossary\n\n| Term | Definition |\n|---|---|\n| Hub | A city |\n",
      "a.md": "# A\n\nEach hub and rim.\n\n## Glossary\n\n- **Hub** - A centre\n- **Rim** - An edge\n",
      "b.md": "# B\n\nEach hub and rim.\n",
    };
    expect(meant(files, "a.md").slice(0, 2)).toEqual(["hub: A centre / A city", "rim: An edge"]);
    expect(meant(files, "b.md")).toEqual(["hub: A city"]);
  });

  it("do not hide a shorter name where the longer one does not hold", () => {
    const files = {
      "GLOSSARY.md": "# Glossary\n\n| Term | Definition |\n|---|---|\n| Hub | A city |\n",
      "a.md": "# A\n\n## Glossary\n\n- **Hub cap** - A cover\n",
      "b.md": "One hub cap.\n",
    };
    expect(meant(files, "b.md")).toEqual(["hub: A city"]);
  });

  it("in contexts hold in their folders", () => {
    const files = {
      "pay/pay.glossary.yml": yaml("Order", "An amount"),
      "ship/ship.glossary.yml": yaml("Order", "A set of parcels"),
      "pay/a.md": "The order.\n",
      "ship/a.md": "The order.\n",
      "shipping/a.md": "The order.\n",
      "ship/deep/b.glossary.yml": yaml("Order", "Deeper"),
      "ship/deep/a.md": "The order.\n",
    };
    expect(meant(files, "pay/a.md")).toEqual(["order: An amount"]);
    expect(meant(files, "ship/a.md")).toEqual(["order: A set of parcels"]);
    expect(meant(files, "shipping/a.md")).toEqual([]);
    expect(meant(files, "ship/deep/a.md")).toEqual(["order: Deeper / A set of parcels"]);
  });

  it("in contexts hold on their paths", () => {
    const files = {
      ".contextive/definitions.yml": yaml(
        "Order",
        "An amount",
        "    paths:\n      - pay\n      - src/**/billing\n",
      ),
      "pay/a.md": "The order.\n",
      "payments/a.md": "The order.\n",
      "src/x/y/billing/a.md": "The order.\n",
    };
    expect(meant(files, "pay/a.md")).toEqual(["order: An amount"]);
    expect(meant(files, "payments/a.md")).toEqual([]);
    expect(meant(files, "src/x/y/billing/a.md")).toEqual(["order: An amount"]);
  });

  it("of imported files hold where the importing one does, circles or not", () => {
    const files = {
      "pay/pay.glossary.yml": `imports: [../ship/ship.glossary.yml]\n${yaml("Order", "An amount")}`,
      "ship/ship.glossary.yml": `imports: [../pay/pay.glossary.yml, gone.glossary.yml]\n${yaml("Crate", "A box")}`,
      "pay/a.md": "The order, the crate.\n",
      "other/a.md": "The order, the crate.\n",
    };
    expect(meant(files, "pay/a.md")).toEqual(["order: An amount", "crate: A box"]);
    expect(meant(files, "other/a.md")).toEqual([]);
  });

  it("in translations are those of the reader's language", () => {
    const page = (text: string) =>
      `---\ntitle: Cluster\nstatus: Completed\ncategory: Concept\n---\n\n${text}\n`;
    const files = {
      "content/en/cluster.md": page("Many computers."),
      "content/en/node.md": page("One."),
      "content/de/cluster.md": page("Viele Rechner."),
      "content/de/node.md": page("Einer."),
      "content/de/a.md": "Ein Cluster.\n",
      "content/en/a.md": "A cluster.\n",
    };
    expect(meant(files, "content/de/a.md")[0]).toMatch(/^Cluster: Viele Rechner/);
    expect(meant(files, "content/en/a.md")[0]).toMatch(/^cluster: Many computers/);
  });
});
