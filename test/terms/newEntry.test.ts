import { describe, expect, it } from "vitest";
import { newEntry } from "../../glossary/terms/edits/newEntry.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { workspace } from "../fixture.ts";

/** The glossary, and what becomes of it with an entry for RTO. */
const ROWS: Record<string, readonly [string, string]> = {
  "items in alphabetical order": [
    "# Glossary\n\n- **Basket**: What is bought.\n- **Outage**: Nobody can order.\n- **Saga**: A chain of transactions.\n",
    "# Glossary\n\n- **Basket**: What is bought.\n- **Outage**: Nobody can order.\n- **RTO (Recovery Time Objective)**: \n- **Saga**: A chain of transactions.\n",
  ],
  "items in no order": [
    "# Glossary\n\n* **Basket** - What is bought.\n* **Saga** - A chain of transactions.\n* **Outage** - Nobody can order.\n",
    "# Glossary\n\n* **Basket** - What is bought.\n* **Saga** - A chain of transactions.\n* **Outage** - Nobody can order.\n* **RTO (Recovery Time Objective)** - \n",
  ],
  "the first of a list": [
    "# Glossary\n\n- **Saga**: A chain of transactions.\n- **Zone**: A part of a data centre.\n- **Zoo**: A place.\n",
    "# Glossary\n\n- **RTO (Recovery Time Objective)**: \n- **Saga**: A chain of transactions.\n- **Zone**: A part of a data centre.\n- **Zoo**: A place.\n",
  ],
  paragraphs: [
    "# Glossary\n\n**Basket**: What is bought.\n\n**Outage**: Nobody can order.\n\n**Parcel**: What is sent.\n",
    "# Glossary\n\n**Basket**: What is bought.\n\n**Outage**: Nobody can order.\n\n**Parcel**: What is sent.\n\n**RTO (Recovery Time Objective)**: \n",
  ],
  "a table": [
    "# Glossary\n\n| Term | Definition | See |\n|---|---|---|\n| **Outage** | Nobody can order. | x |\n| **Saga** | A chain. | |\n",
    "# Glossary\n\n| Term | Definition | See |\n|---|---|---|\n| **Outage** | Nobody can order. | x |\n| **RTO (Recovery Time Objective)** |  |  |\n| **Saga** | A chain. | |\n",
  ],
  headings: [
    "# Glossary\n\n## Outage\n\nNobody can order.\n\n## Saga\n\nA chain of transactions.\n",
    "# Glossary\n\n## Outage\n\nNobody can order.\n\n## RTO (Recovery Time Objective)\n\n## Saga\n\nA chain of transactions.\n",
  ],
  "abbreviations, with the line ends of the file": [
    "# Glossary\r\n\r\n*[ADR]: Architecture Decision Record\r\n*[SLA]: Service Level Agreement\r\n",
    "# Glossary\r\n\r\n*[ADR]: Architecture Decision Record\r\n*[RTO]: Recovery Time Objective\r\n*[SLA]: Service Level Agreement\r\n",
  ],
};

describe("a new entry", () => {
  for (const [what, [before, after]] of Object.entries(ROWS)) {
    it(`in a glossary of ${what}`, () => {
      const change = newEntry(
        workspace({ "GLOSSARY.md": before }).snapshot,
        "RTO",
        "Recovery Time Objective",
      );
      expect(change?.kind === "edit" && applyEdits(before, [...change.edits])).toBe(after);
    });
  }

  it("is a page where terms have pages, and where nothing shows a form", () => {
    const list = "x";
    const pages = workspace({ "GLOSSARY.md": list, "kb/glossary/terms/cdn.md": "# CDN\n\nServers.\n" });
    expect(newEntry(pages.snapshot, "RTO", "")).toMatchObject({
      kind: "create",
      path: "kb/glossary/terms/rto.md",
    });
    expect(newEntry(workspace({}).snapshot, "RTO", "Recovery Time Objective")).toMatchObject({
      kind: "create",
      path: "docs/glossary/terms/rto.md",
      text: expect.stringContaining("# RTO (Recovery Time Objective)\n"),
    });
  });

  it("never takes the place of a page", () => {
    const { snapshot } = workspace({
      "glossary/terms/a.md": "# A\n\nX.\n",
      "glossary/terms/rto.md": "# Other\n\nX.\n",
    });
    expect(newEntry(snapshot, "RTO", "")).toBeUndefined();
  });
});
