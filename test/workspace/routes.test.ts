import { describe, expect, it } from "vitest";
import { dirname } from "../../glossary/text/paths.ts";
import { resolveLink } from "../../glossary/workspace/links/links.ts";
import { normal, routeOf } from "../../glossary/workspace/links/routes.ts";
import { isSiteConfig, readSites } from "../../glossary/workspace/links/site.ts";
import { effort, SOON } from "../effort.ts";
import { workspace } from "../fixture.ts";

describe("the route of a page", () => {
  const none = { id: undefined, slug: undefined };
  it.each([
    // An id replaces the last segment, a slug wins over it.
    ["glossary/terms/cdn.md", none, "/glossary/terms/cdn"],
    [
      "glossary/categories/performance.md",
      { id: "performance-category" },
      "/glossary/categories/performance-category",
    ],
    ["glossary/terms/cdn.md", { id: "x", slug: "y" }, "/glossary/terms/y"],
    ["glossary/terms/cdn.md", { slug: "/y/z/" }, "/y/z"],
    ["glossary/terms/cdn.md", { slug: "./y" }, "/glossary/terms/y"],
    ["glossary/terms/cdn.md", { slug: "/" }, "/"],
    ["cdn.mdx", { id: "x" }, "/x"],
    // README, index and the folder's own name are the folder, whatever their id.
    ["glossary/README.md", { id: "glossary" }, "/glossary"],
    ["glossary/index.mdx", none, "/glossary"],
    ["glossary/readme.md", none, "/glossary"],
    ["glossary/Glossary.md", { id: "x" }, "/glossary"],
    ["glossary/README.md", { slug: "start" }, "/glossary/start"],
    ["README.md", none, "/"],
    ["index-by-category.md", { id: "glossary-by-category" }, "/glossary-by-category"],
    // Number prefixes go, except those of dates and versions.
    ["adr/0001-tech-stack.md", none, "/adr/tech-stack"],
    ["adr/0042-01-x.md", none, "/adr/0042-01-x"],
    ["02-adr/1. intro.md", none, "/adr/intro"],
    ["blog/2024-01-15-x.md", none, "/blog/2024-01-15-x"],
    ["7.0-notes.md", none, "/7.0-notes"],
    ["01-intro.md", { id: "01-intro" }, "/01-intro"],
    ["a/100.md", none, "/a/100"],
    ["a.b.md", none, "/a.b"],
  ])("%s %o is %s", (path, matter, route) => {
    expect(routeOf(path, { ...none, ...matter })).toBe(route);
  });
  it("has no slash at its end", () => {
    expect(normal("/a//")).toBe("/a");
    expect(normal("/")).toBe("/");
    expect(normal("//")).toBe("/");
  });
});

describe("the site's configuration", () => {
  it.each([
    ["docs/docusaurus.config.ts", true],
    ["docusaurus.config.js", true],
    ["docusaurus.config.mjs", true],
    ["my-docusaurus.config.js", false],
    ["docusaurus.config.json", false],
    ["docusaurus.config.ts.md", false],
  ])("%s: %s", (path, is) => expect(isSiteConfig(path)).toBe(is));

  const classic = (docs: string) =>
    `export default { presets: [["classic", { docs: { ${docs} }, blog: { path: "b", routeBasePath: "news" } }]] };`;
  it.each([
    ["docs-site/docusaurus.config.ts", classic(""), "docs-site/docs", "/docs"],
    ["docusaurus.config.ts", classic('path: "./docs", routeBasePath: "docs"'), "docs", "/docs"],
    ["site/docusaurus.config.ts", classic("path: '../docs/public', routeBasePath: '/'"), "docs/public", ""],
    ["site/docusaurus.config.ts", classic("routeBasePath: `/wiki/`"), "site/docs", "/wiki"],
    ["site/docusaurus.config.ts", classic("path: process.env.DOCS"), "site/docs", "/docs"],
    ["site/docusaurus.config.ts", classic("// path: 'old',\n path: 'new'"), "site/new", "/docs"],
    ["site/docusaurus.config.ts", classic("/* path: 'old' */"), "site/docs", "/docs"],
    ["site/docusaurus.config.ts", classic("path: '../../outside'"), "site", "/docs"],
    ["site/docusaurus.config.ts", "module.exports = {}", "site/docs", "/docs"],
    ["docusaurus.config.js", "", "docs", "/docs"],
    ["docusaurus.config.js", "url: 'https://x.example', docs: { path: 'a' }", "a", "/docs"],
  ])("%s %s", (path, text, docs, base) => {
    expect(readSites(path, text)).toEqual([{ site: dirname(path), docs, base }]);
  });
  it.each([
    ["the blog", 'docs: { sidebarPath: "./s.ts" }, blog: { path: "b", routeBasePath: "/" }', "docs", "/docs"],
    ["a plugin", 'docs: { remarkPlugins: [[x, { path: "b" }]], path: "a" }', "a", "/docs"],
    ["the theme", 'themeConfig: { docs: { sidebar: {} } }, docs: { path: "a" }', "a", "/docs"],
    ["an expression", 'docs: { path: "a" + b, routeBasePath: `/$' + "{c}` }", "docs", "/docs"],
    ["a comment", "docs: { /* path: 'a', */ // path: 'b'\n 'routeBasePath': '/x' }", "docs", "/x"],
    ["a string", "title: \"docs: { path: 'a' }\"", "docs", "/docs"],
    ["what is never closed", "docs: { path: 'a", "docs", "/docs"],
  ])("takes no value of %s", (_, text, docs, base) => {
    expect(readSites("docusaurus.config.ts", text)).toEqual([{ site: "", docs, base }]);
  });
  const plugin = (options: string) => `['@docusaurus/plugin-content-docs', ${options}]`;
  it.each([
    [
      "each instance of the plugin",
      `presets: [['classic', { docs: { path: 'd' } }]], plugins: [${plugin("{ id: 'api', path: 'api', routeBasePath: 'api' }")}, ["content-docs", { id: "faq", path: "../faq", routeBasePath: "/help/faq", sidebarPath: x }]]`,
      ["site/d /docs", "site/api /api", "faq /help/faq"],
    ],
    ["the defaults of an instance", `plugins: [${plugin("{ id: 'x' }")}], docs: false`, ["site/docs /docs"]],
    ["no documentation of a preset that has none", "presets: [['classic', { docs: false }]]", []],
    [
      "what require.resolve names",
      `docs: false, [require.resolve('@docusaurus/plugin-content-docs'), { path: 'a' }]`,
      ["site/a /docs"],
    ],
    [
      "nothing of an instance that is computed",
      `docs: false, ${plugin("{ path: dir, routeBasePath: 'x' }")}`,
      [],
    ],
    ["nothing of other plugins", `docs: false, ['@docusaurus/plugin-content-blog', { path: 'b' }]`, []],
    [
      "nothing of a name alone",
      `docs: { path: 'd' }, packages: ['@docusaurus/plugin-content-docs']`,
      ["site/d /docs"],
    ],
  ])("reads %s", (_, text, sites) => {
    expect(readSites("site/docusaurus.config.ts", text).map(({ docs, base }) => `${docs} ${base}`)).toEqual(
      sites,
    );
  });
  it.each([
    ["0011", "/docs/terms/11", "/docs/terms/0011"],
    ["'0011'", "/docs/terms/0011", "/docs/terms/11"],
    ["0x1F", "/docs/terms/31", "/docs/terms/0x1F"],
    ["1_000", "/docs/terms/1000", "/docs/terms/1_000"],
    ["1.0", "/docs/terms/1", "/docs/terms/1.0"],
    ["v1", "/docs/terms/v1", "/docs/terms/1"],
    ["00-11", "/docs/terms/00-11", "/docs/terms/11"],
  ])("takes the id %s as YAML", (id, right, wrong) => {
    const { snapshot } = workspace({
      "docusaurus.config.js": "",
      "docs/terms/saga.md": `---\nid: ${id}\n---\n\n# Saga\n`,
    });
    const kinds = [right, wrong].map((url) => resolveLink(snapshot.links, "docs/terms/saga.md", url).kind);
    expect(kinds).toEqual(["page", "missing"]);
  });
  it("has routes for each instance", () => {
    const { snapshot } = workspace({
      "docusaurus.config.js": `docs: { path: 'docs' }, plugins: [${plugin("{ id: 'kb', path: 'kb', routeBasePath: 'handbook' }")}]`,
      "kb/glossary/terms/adr.md": "# ADR\n\nA record.\n",
      "docs/page.md": "x\n",
    });
    const target = (url: string) => resolveLink(snapshot.links, "docs/page.md", url);
    expect(target("/handbook/glossary/terms/adr")).toMatchObject({ path: "kb/glossary/terms/adr.md" });
    expect(target("/docs/page")).toMatchObject({ path: "docs/page.md" });
  });
  it("reads hostile files in time", () => {
    const spent = effort();
    for (const piece of ["/*", "docs: {", "`", "'\\", "//", "docs:{path:", "'content-docs',{"]) {
      expect(readSites("docusaurus.config.ts", piece.repeat(50_000))[0]?.base).toBe("/docs");
    }
    expect(spent()).toBeLessThan(SOON);
  });
});
