/** Repositories with very many documentations: which of them an address leads to, and what it costs. */
import { describe, expect, it } from "vitest";
import { resolveLink, type Target } from "../../glossary/workspace/links/links.ts";
import { effort } from "../effort.ts";
import { workspace } from "../fixture.ts";

function show(target: Target): string {
  if (target.kind === "page") return `${target.path}${target.route === "differs" ? " (differs)" : ""}`;
  if (target.kind === "missing") return `missing ${target.path}${target.glossary ? " (glossary)" : ""}`;
  return target.kind === "file" ? `file ${target.path}` : target.kind;
}

describe("an address of a site", () => {
  const { snapshot } = workspace({
    "a/docusaurus.config.js": "docs: { routeBasePath: 'guide' }",
    "a/docs/start.md": "# Start\n",
    "b/docusaurus.config.js": "docs: { routeBasePath: 'docs' }",
    "b/docs/start.md": "# Start\n",
    "b/docs/end.md": "---\nslug: finish\n---\n# End\n",
    "b/docs/deep/docusaurus.config.js": "docs: { path: 'own', routeBasePath: 'docs' }",
    "b/docs/deep/own/inner.md": "# Inner\n",
    "c/docusaurus.config.js": "docs: { routeBasePath: '/' }",
    "c/docs/finish.md": "# Finish\n",
    "c/docs/docs/end.md": "# End\n",
    "d/content/_index.md": "# Content\n",
    "d/content/page.md": "# Page\n",
    "notes.md": "# Notes\n",
  });
  it.each([
    // The site of the page comes first, the innermost before all.
    ["a/docs/start.md", "/guide/start", "a/docs/start.md"],
    ["b/docs/start.md", "/docs/start", "b/docs/start.md"],
    ["b/docs/deep/own/inner.md", "/docs/inner", "b/docs/deep/own/inner.md"],
    ["b/docs/deep/own/inner.md", "/docs/start", "b/docs/start.md"],
    // Else the first that has it, whatever it begins with.
    ["notes.md", "/docs/start", "b/docs/start.md"],
    ["a/docs/start.md", "/docs/start", "b/docs/start.md"],
    ["notes.md", "/guide/start/", "a/docs/start.md"],
    ["notes.md", "/docs/finish", "b/docs/end.md"],
    ["notes.md", "/docs/end", "b/docs/end.md (differs)"],
    ["c/docs/finish.md", "/docs/end", "c/docs/docs/end.md"],
    ["notes.md", "/finish", "c/docs/finish.md"],
    ["notes.md", "/page", "d/content/page.md"],
    // Where none has it, it would be in the first that could, in a glossary before others.
    ["notes.md", "/guide/none", "missing a/docs/none"],
    ["notes.md", "/docs/none", "missing b/docs/none"],
    ["notes.md", "/docs/glossary/none", "missing b/docs/glossary/none (glossary)"],
    ["c/docs/finish.md", "/docs/none", "missing c/docs/docs/none"],
    ["c/docs/finish.md", "/docs/glossary/none", "missing b/docs/glossary/none (glossary)"],
    ["c/docs/finish.md", "/none", "missing c/docs/none"],
    ["b/docs/start.md", "/none", "missing c/docs/none"],
  ])("in %s: %s is %s", (from, url, expected) => {
    expect(show(resolveLink(snapshot.links, from, url))).toBe(expected);
  });
});

/** Packages with a site each; every page links by file, by a route of its own site and by one that no site has. */
function sites(count: number): Record<string, string> {
  const pages = Array.from({ length: count }, (_, i): [string, string][] => {
    const text = "# Page\n\nSee [it](glossary/terms/relay.md), [one](/docs/page) and [none](/docs/none).\n";
    return [
      [`packages/p${i}/docusaurus.config.js`, "module.exports = {};\n"],
      [`packages/p${i}/docs/glossary/terms/relay.md`, `# Relay\n\nThe relay of package ${i}.\n`],
      [`packages/p${i}/docs/page.md`, text],
      [`packages/p${i}/docs/other.md`, text],
    ];
  });
  return Object.fromEntries(pages.flat());
}

/** In milliseconds of processor time, the least of a few rounds: the index, and where all links lead. */
function spentOn(count: number): number {
  const files = sites(count);
  const rounds = Array.from({ length: 2 }, () => {
    const { host } = workspace(files, { open: [], complete: false });
    const spent = effort();
    host.apply({ complete: true });
    const { links, pages } = host.snapshot();
    for (const [path, { exports }] of pages)
      for (const { url } of exports.links) expect(resolveLink(links, path, url).kind).toBeDefined();
    return spent();
  });
  return Math.min(...rounds);
}

it("twice as many sites take little more than twice as long", { timeout: 120_000 }, () => {
  spentOn(100);
  const once = spentOn(400);
  expect(spentOn(800)).toBeLessThan(2.6 * once + 50);
});
