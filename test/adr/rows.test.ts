/** What commands and fixes write: rows of an index in the form of the others, and what the tools of a folder read. */
import { describe, expect, it } from "vitest";
import { setStatus, supersede } from "../../glossary/adr/features/change.ts";
import { adrFolders, newAdr, rowChanges } from "../../glossary/adr/features/new.ts";
import { placeAt } from "../../glossary/adr/index/positions.ts";
import { missingBackLink } from "../../glossary/adr/rules/missing-back-link.ts";
import { fixesAt } from "../../glossary/rule/run.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import type { FileChange } from "../../glossary/workspace/fileChange.ts";
import { pageOf, workspace } from "../fixture.ts";
import { type Files, folder, found } from "./found.ts";

const record = (n: number, title: string) =>
  `# ${n}. ${title}\n\nDate: 2026-11-0${n}\n\n## Status\n\nAccepted\n\n## Decision\n\nWe do it because it helps.\n`;
const INDEX = "docs/adr/README.md";

/** The index after a third record has got its row. */
function indexed(rows: string): string {
  const texts = folder({
    "0001-keep-logs": record(1, "Keep logs"),
    "0002-keep-traces": record(2, "Keep traces"),
    "0003-new": record(3, "Keep metrics [all]"),
  });
  const at = workspace({ ...texts, [INDEX]: `# Decisions\n\n${rows}\n` });
  const place = placeAt(at.snapshot, "docs/adr/0003-new.md");
  const [change] = (place && rowChanges(at.snapshot, [pageOf(at, INDEX)], place)) ?? [];
  const text = at.files.get(INDEX) ?? "";
  return change?.kind === "edit" ? applyEdits(text, change.edits).slice("# Decisions\n\n".length, -1) : "";
}

describe("a new row has the form of the rows there are", () => {
  const FORMS: Readonly<Record<string, readonly [one: string, two: string, three: string]>> = {
    "npm adr": [
      "* [1. Keep logs](0001-keep-logs.md)",
      "* [2. Keep traces](0002-keep-traces.md)",
      "* [3. Keep metrics \\[all\\]](0003-new.md)",
    ],
    "adr-log": [
      "* [ADR-0001](0001-keep-logs.md) - Keep logs",
      "* [ADR-0002](0002-keep-traces.md) - Keep traces",
      "* [ADR-0003](0003-new.md) - Keep metrics \\[all\\]",
    ],
    "number and title": [
      "- [0001 - Keep logs](0001-keep-logs.md)",
      "- [0002 - Keep traces](0002-keep-traces.md)",
      "- [0003 - Keep metrics \\[all\\]](0003-new.md)",
    ],
    "with a status": [
      "- [ADR 1: Keep logs](./0001-keep-logs.md) (Accepted)",
      "- [ADR 2: Keep traces](./0002-keep-traces.md) (Accepted)",
      "- [ADR 3: Keep metrics \\[all\\]](./0003-new.md) (Accepted)",
    ],
    "with a number before": [
      "- 0001: [Keep logs](0001-keep-logs.md)",
      "- 0002: [Keep traces](0002-keep-traces.md)",
      "- 0003: [Keep metrics \\[all\\]](0003-new.md)",
    ],
    ordered: [
      "1. [Keep logs](0001-keep-logs.md)",
      "2. [Keep traces](0002-keep-traces.md)",
      "3. [Keep metrics \\[all\\]](0003-new.md)",
    ],
    "with words of its own behind": [
      "- [ADR-0001](0001-keep-logs.md): for people of the shop",
      "- [ADR-0002](0002-keep-traces.md): slow pages",
      "- [ADR-0003](0003-new.md)",
    ],
  };
  for (const [name, [one, two, three]] of Object.entries(FORMS)) {
    it(name, () => expect(indexed(`${one}\n${two}`)).toBe(`${one}\n${two}\n${three}`));
  }
  it("at the top where the newest stands first", () => {
    const [one, two, three] = FORMS["npm adr"] as readonly string[];
    expect(indexed(`${two}\n${one}`)).toBe(`${three}\n${two}\n${one}`);
  });
  it("in the form of its own where words of the author are all there is", () =>
    expect(indexed("- [How we log](0001-keep-logs.md)\n- [What we trace](0002-keep-traces.md)")).toContain(
      "\n- [ADR-0003: Keep metrics [all]](0003-new.md)",
    ));
});

it("a row whose address ends wrongly is the row of that record", () => {
  const files = {
    ...folder({ "0001-a": record(1, "A"), "0002-b": record(2, "B") }),
    [INDEX]: "# D\n\n- [1. A](0001-a.md)\n- [2. B](0002-b.m)\n",
  };
  expect(found(files)).toEqual(["README:4 index-out-of-date"]);
});

it("a table of old numbers is no index that lacks records", () => {
  const text = (title: string) =>
    `# ${title}\n\n- Status: accepted\n\n## Decision\n\nWe do it because it helps. See ADR-001.\n`;
  const rows = ["a", "b", "c"]
    .map((name, i) => `| ADR-00${i + 1} | [2026110${i}-${name}.md](2026110${i}-${name}.md) | Old ${name} |`)
    .join("\n");
  const files = {
    ...folder({
      "20261100-a": text("A"),
      "20261101-b": text("B"),
      "20261102-c": text("C"),
      "20261103-d": text("D"),
    }),
    [INDEX]: `# Old numbers\n\nOf \`ADR-001\` to ADR-068 these are left:\n\n| Old | File | Title |\n|---|---|---|\n${rows}\n`,
  };
  expect(found(files).filter((one) => one.startsWith("README"))).toEqual([]);
});

/** All files after changes. */
function written(files: Files, changes: readonly FileChange[] | undefined): Files {
  const all: Record<string, string> = { ...files };
  for (const one of changes ?? []) {
    if (one.kind === "create") all[one.path] = one.text;
    if (one.kind === "edit") all[one.path] = applyEdits(all[one.path] ?? "", one.edits);
  }
  return all;
}

const DAY = "2026-11-30";
const PLACE = (files: Files, path: string) => {
  const place = placeAt(workspace(files).snapshot, path);
  if (!place) throw new Error(`${path} is no record`);
  return place;
};

describe("in a folder of npm adr", () => {
  const dated = (lines: string) =>
    `# 1. Use a queue\n\nDate: 2026-11-01\n\n## Status\n\n${lines}\n\n## Context\n\nOrders get lost at night.\n\n## Decision\n\nWe use a queue, because it evens out bursts.\n`;
  const files: Files = {
    ".adr.json": '{"language":"en","path":"docs/adr/","prefix":"","digits":4}',
    ...folder({
      "0001-use-a-queue": dated("2026-11-01 proposed\n\n2026-11-05 accepted"),
      "0002-use-mail": dated("2026-11-01 accepted").replace("# 1. Use a queue", "# 2. Use mail"),
    }),
  };
  it("another status is a line below", () => {
    const { snapshot } = workspace(files);
    const changes = setStatus(snapshot, PLACE(files, "docs/adr/0001-use-a-queue.md"), "Deprecated", [], DAY);
    expect(written(files, changes)["docs/adr/0001-use-a-queue.md"]).toBe(
      dated("2026-11-01 proposed\n\n2026-11-05 accepted\n\n2026-11-30 deprecated"),
    );
  });
  it("that a record is superseded is one, too", () => {
    const { snapshot } = workspace(files);
    const [old, by] = [
      PLACE(files, "docs/adr/0001-use-a-queue.md"),
      PLACE(files, "docs/adr/0002-use-mail.md"),
    ];
    const all = written(files, supersede(snapshot, old, by, false, [], DAY));
    expect(all["docs/adr/0001-use-a-queue.md"]).toContain(
      "\n\n2026-11-05 accepted\n\n2026-11-30 superseded by [ADR-0002](0002-use-mail.md)\n\n",
    );
    expect(PLACE(all, "docs/adr/0001-use-a-queue.md").record.status?.kind).toBe("superseded");
    expect(found(all)).toEqual([]);
  });
  it("a new record begins with a day", () => {
    const made = newAdr(
      workspace(files).snapshot,
      { title: "Use files", template: "nygard", folder: "docs/adr", date: DAY, supersedes: [] },
      [],
    );
    expect(made.path).toBe("docs/adr/0003-use-files.md");
    expect(made.text).toContain("## Status\n\n2026-11-30 proposed\n\n");
  });
});

describe("in a folder of Log4brains", () => {
  const use = (n: number) =>
    `# Use ${n}\n\n- Status: accepted\n- Date: 2026-11-0${n}\n- Tags: store\n\n## Context and Problem Statement\n\nLetters get lost at night.\n\n## Decision Outcome\n\nChosen option: "mail", because it is kept.\n`;
  const files: Files = {
    ".log4brains.yml":
      "project:\n  name: Shop\n  tz: Etc/UTC\n  adrFolder: ./docs/adr\n  packages:\n    - name: web\n      path: ./packages/web\n      adrFolder: ./packages/web/adr\n",
    ...folder({ "20261101-use-1": use(1), "20261102-use-2": use(2) }),
    ...folder({ "20261103-use-3": use(3) }, "packages/web/adr"),
  };
  const wanted = { title: "Use files", folder: "docs/adr", date: DAY } as const;

  for (const template of ["madr-minimal", "madr", "nygard", "specweave", "y-statement"] as const)
    it(`a new record has a list below its title: ${template}`, () => {
      const made = newAdr(workspace(files).snapshot, { ...wanted, template, supersedes: [] }, []);
      expect(made.path).toBe("docs/adr/20261130-use-files.md");
      expect(made.text.startsWith("# Use files\n\n- Status: proposed\n- Date: 2026-11-30\n\n## ")).toBe(true);
      expect(made.text).not.toMatch(/^---|## Status|\*\*Status/m);
    });

  it("a record that is superseded names the slug of the other one, and that links back", () => {
    const old = PLACE(files, "docs/adr/20261101-use-1.md");
    const { snapshot } = workspace(files);
    const made = newAdr(snapshot, { ...wanted, template: "madr-minimal", supersedes: [old] }, []);
    const all = written(files, [
      ...made.changes,
      ...(supersede(snapshot, old, made.place, true, [], DAY) ?? []),
    ]);
    expect(all[old.path]).toContain(
      "- Status: superseded by [20261130-use-files](20261130-use-files.md)\n- Date",
    );
    expect(all[made.path]).toContain("## Links\n\n- Supersedes [20261101-use-1](20261101-use-1.md)\n");
    expect(found(all)).toEqual([]);
  });

  it("the slug of a package begins with its name", () => {
    const [old, by] = [
      PLACE(files, "docs/adr/20261102-use-2.md"),
      PLACE(files, "packages/web/adr/20261103-use-3.md"),
    ];
    const all = written(files, supersede(workspace(files).snapshot, old, by, false, [], DAY));
    expect(all[old.path]).toContain(
      "superseded by [web/20261103-use-3](../../packages/web/adr/20261103-use-3.md)",
    );
  });

  it("the first record is dated", () => {
    const only: Files = { ".log4brains.yml": files[".log4brains.yml"] as string };
    const { snapshot } = workspace(only);
    const [{ folder: at, template } = { folder: "", template: undefined }] = adrFolders(snapshot, "");
    expect([at, template]).toEqual(["docs/adr", "madr-minimal"]);
    expect(newAdr(snapshot, { ...wanted, template: "madr", supersedes: [] }, []).path).toBe(
      "docs/adr/20261130-use-files.md",
    );
  });
});

it("a status in a title is written there, and a link below it", () => {
  const files = folder({
    "0001-a": "# Draft: Use mail\n\n## Decision\n\nMail, because it is kept.\n",
    "0002-b": record(2, "B"),
  });
  const place = PLACE(files, "docs/adr/0001-a.md");
  const { snapshot } = workspace(files);
  expect(written(files, setStatus(snapshot, place, "accepted", [], DAY))[place.path]).toContain(
    "# Accepted: Use mail\n",
  );
  const all = written(files, supersede(snapshot, place, PLACE(files, "docs/adr/0002-b.md"), false, [], DAY));
  expect(all[place.path]).toContain("# Draft: Use mail\n\nSuperseded by [ADR-0002](0002-b.md)\n");
});

describe("a folder with two indexes", () => {
  const LIST = "| ID | Title | Status |\n|----|-------|--------|\n| [ADR-0001](0001-a.md) | A | Proposed |\n";
  const record = (number: string, title: string) =>
    `# ADR-${number}: ${title}\n\n**Status**: Proposed\n\n## Context\n\nOrders get lost.\n\n## Decision\n\n${title}, because it is quick.\n`;
  const files: Files = {
    "docs/adr/README.md": `# Decisions\n\n${LIST}`,
    "docs/adr/index.md": `# All decisions\n\n${LIST}| [ADR-0002](0002-b.md) | B | Proposed |\n`,
    "docs/adr/0001-a.md": record("0001", "A"),
    "docs/adr/0002-b.md": record("0002", "B"),
  };
  const { snapshot } = workspace(files);
  const indexes = ["docs/adr/README.md", "docs/adr/index.md"].map((path) => pageOf({ snapshot }, path));
  const A = PLACE(files, "docs/adr/0001-a.md");

  it("has the status of a record in both", () => {
    const all = written(files, setStatus(snapshot, A, "Accepted", indexes));
    expect(all["docs/adr/README.md"]).toContain("| A | Accepted |");
    expect(all["docs/adr/index.md"]).toContain("| A | Accepted |\n| [ADR-0002](0002-b.md) | B | Proposed |");
  });
  it("gets the row of a new record in both", () => {
    const wanted = { title: "C", template: "madr-minimal" as const, folder: "docs/adr", date: DAY };
    const all = written(files, newAdr(snapshot, { ...wanted, supersedes: [] }, indexes).changes);
    for (const { path } of indexes) expect(all[path]).toContain("(0003-c.md)");
  });
  it("says so where a fix adds the link back, too", () => {
    const superseding =
      "# ADR-0002: B\n\n**Status**: Accepted\n**Supersedes**: ADR-0001\n\n## Decision\n\nB.\n";
    const at = workspace({ ...files, "docs/adr/0002-b.md": superseding });
    const page = pageOf(at, "docs/adr/0002-b.md");
    const whole = { start: 0, end: page.text.length };
    const [found] = fixesAt([missingBackLink], at.snapshot, page, whole, (rule, path, error) => {
      throw new Error(`${rule} fails on ${path}`, { cause: error });
    });
    const changed = found?.fix.changes.map((one) => (one.kind === "edit" ? one.path : ""));
    expect(changed).toEqual(["docs/adr/0001-a.md", "docs/adr/README.md", "docs/adr/index.md"]);
  });
  it("says of a superseded record that it is in both", () => {
    const all = written(files, supersede(snapshot, A, PLACE(files, "docs/adr/0002-b.md"), false, indexes));
    for (const { path } of indexes) expect(all[path]).toContain("| A | Superseded |");
  });
});
