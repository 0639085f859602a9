/** What each domain gives is asked for where the core needs it, and only what a change concerns is made anew. */

import { describe, expect, it } from "vitest";
import { AnalysisHost } from "../../glossary/analysis.ts";
import { ANSWERING } from "../../glossary/answering.ts";
import { TRIGGERS } from "../../glossary/answers.ts";
import { askedBy, DOMAINS, FILES, isIndexed, PACKED, WATCHED } from "../../glossary/domains.ts";
import { resolveLink } from "../../glossary/workspace/links/links.ts";
import { matchesGlobs } from "../../glossary/workspace/settings/globs.ts";

const TERM = "docs/glossary/terms/cdn.md";
const RECORD = "docs/adr/0001-cache.md";
const KEP = "keps/12-cache/README.md";
const SIDECAR = "keps/12-cache/kep.yaml";
const SPEC = ".specweave/increments/0001-cache/spec.md";
const SCHEMA = "db/schema.sql";
const NOTES = "docs/notes.md";

const TEXTS: Readonly<Record<string, string>> = {
  [TERM]: "# CDN\n\n## Definition\n\nCopies.\n",
  [RECORD]: "# 1. Cache\n\n## Status\n\nAccepted\n\n## Decision\n\nWe cache.\n",
  [KEP]: "# KEP-12: Cache\n\n## Summary\n\nFast.\n\n## Motivation\n\nSlow.\n",
  [SIDECAR]: "title: Cache\nstatus: provisional\n",
  [SPEC]: "# Cache\n\n### US-001: Read\n",
  [SCHEMA]: "CREATE TABLE pages (id INT);\n",
  [NOTES]: "# Notes\n\nText.\n",
};

function filled(): AnalysisHost {
  const host = new AnalysisHost();
  const settings = { adrProfiles: ["kep" as const] };
  host.apply({ open: [NOTES], put: new Map(Object.entries(TEXTS)), settings, complete: true });
  return host;
}

/** What of the state is another one after a file has got another text, and whether others see it. */
function after(path: string, text: string): { readonly anew: string[]; readonly seen: boolean } {
  const host = filled();
  const { links, glossary, matcher, adrs, schemas, increments } = host.snapshot();
  const before = { routes: links.roots, glossary, matcher, adrs, schemas, units: increments.units };
  const { generation } = host;
  host.apply({ put: new Map([[path, text]]) });
  const snapshot = host.snapshot();
  const now = { ...snapshot, routes: snapshot.links.roots, units: snapshot.increments.units };
  const names = Object.keys(before) as (keyof typeof before)[];
  return {
    anew: names.filter((name) => before[name] !== now[name]),
    seen: host.generation !== generation,
  };
}

describe("a change of a file", () => {
  it.each([
    ["a paragraph", NOTES, "# Notes\n\nOther text.\n", [], false],
    ["a heading, which is an anchor that links lead to", NOTES, "# Other notes\n", [], true],
    ["a route", NOTES, "---\nslug: words\n---\n# Notes\n", ["routes", "glossary", "matcher"], true],
    ["a term", TERM, "# CDN\n\n## Definition\n\nOther copies.\n", ["glossary", "matcher"], true],
    ["a decision", RECORD, (TEXTS[RECORD] ?? "").replace("Accepted", "Rejected"), ["adrs"], true],
    ["the file beside a record", SIDECAR, "title: Cache\nstatus: implemented\n", ["adrs"], true],
    ["an increment", SPEC, "# Cache\n\n### US-001: Read\n\n### US-002: Write\n", [], true],
    ["a schema", SCHEMA, "CREATE TABLE posts (id INT);\n", ["schemas"], true],
  ])("makes anew what follows from it: %s", (_, path, text, anew, seen) => {
    const found = after(path, text);
    expect(found.seen).toBe(seen);
    expect(found.anew).toEqual(anew);
  });

  it("that makes the first entry of a glossary makes its folder one that routes begin in", () => {
    const host = new AnalysisHost();
    const list = "docs/glossary/README.md";
    const put = (path: string, text: string) => host.apply({ put: new Map([[path, text]]) });
    put(list, "# Words\n");
    put(NOTES, "# Notes\n");
    host.apply({ complete: true });
    const lead = () => resolveLink(host.snapshot().links, "docs/spec.md", "/notes").kind;
    expect(lead()).not.toBe("page");
    put(list, "# Words\n\n| Term | Definition |\n|---|---|\n| Cache | keeps |\n");
    expect(lead()).toBe("page");
  });
});

describe("a page", () => {
  it("says what it says in the order of the domains, whatever it is", () => {
    const names = DOMAINS.flatMap(({ name, read }) => (read ? [name] : []));
    for (const page of filled().snapshot().pages.values())
      expect(Object.keys(page.exports).slice(-names.length), page.path).toEqual(names);
  });

  it("is read again where a setting makes another thing of it", () => {
    const host = filled();
    const settings = { adrProfiles: ["kep" as const] };
    host.apply({ settings: { ...settings, glossaries: ["docs/notes.md", SPEC] } });
    // The notes are open: their text is at hand.
    expect([...host.stale]).toEqual([SPEC]);
    expect(host.snapshot().pages.get(NOTES)).toHaveProperty("text");
    host.apply({ settings: {} });
    expect([...host.stale].sort()).toEqual([SPEC, KEP].sort());
  });
});

describe("the kinds of files", () => {
  const ALL = [
    ...Object.keys(TEXTS),
    ".spec-glossary.jsonc",
    "site/docusaurus.config.ts",
    "shop/.contextive/definitions.yml",
    "shop.glossary.yaml",
    ".specweave/config.json",
    ".specweave/increments/0001-cache/metadata.json",
    "db/schema.prisma",
    "src/db/schema.ts",
    "db/changelog/0001.yaml",
    "internal/models/parcel.go",
  ];

  it.each(ALL)("have %s, which is watched", (path) => {
    expect(isIndexed(path) || askedBy(path) !== undefined).toBe(true);
    expect(matchesGlobs(WATCHED, path)).toBe(true);
  });

  it.each(["a.txt", "config.json", "metadata.json", "keps.yaml", "src/index.ts"])("have no %s", (path) => {
    expect(isIndexed(path)).toBe(false);
  });

  it("belong to the core or to a domain", () => {
    const owners = ["", ...DOMAINS.map(({ name }) => name)];
    expect(FILES.every(({ owner }) => owners.includes(owner))).toBe(true);
  });
});

describe("the list of domains", () => {
  it("has them in the order in which they answer", () => {
    const answering = ANSWERING.map(({ name }) => name);
    expect(DOMAINS.map(({ name }) => name).filter((name) => answering.includes(name))).toEqual(answering);
  });

  it("says after which characters completions are asked for, and what is stored packed", () => {
    expect(TRIGGERS).toEqual(["[", "(", "-", ":"]);
    expect(PACKED).toEqual(["increment"]);
  });
});
