import { describe, expect, it } from "vitest";
import { resolveLink, type Target } from "../../glossary/workspace/links/links.ts";
import { workspace } from "../fixture.ts";

const SITE = {
  "docs-site/docusaurus.config.ts": "docs: { path: './docs', routeBasePath: 'docs' }",
  "docs-site/docs/intro.md": "# Intro\n",
  "docs-site/docs/glossary/README.md": "# Glossary\n",
  "docs-site/docs/glossary/terms/cdn.md": "---\nid: cdn\n---\n\n# CDN\n\nText.\n",
  "docs-site/docs/glossary/terms/two words.md": "# Two Words\n\nText.\n",
  "docs-site/docs/glossary/categories/performance.md": "---\nid: performance-category\n---\n\n# P\n",
  "docs-site/docs/adr/0001-tech-stack.md": "# ADR\n",
  "docs-site/docs/guides/start/README.md": "# Start\n",
};

const FRENCH = "i18n/fr/docusaurus-plugin-content-docs";

function show(target: Target): string {
  if (target.kind === "page")
    return `${target.path}${target.fragment && `#${target.fragment}`}${target.route === "differs" ? " (differs)" : ""}`;
  if (target.kind === "missing") return `missing ${target.path}${target.glossary ? " (glossary)" : ""}`;
  return target.kind === "file" ? `file ${target.path}` : target.kind;
}

function resolver(files: Readonly<Record<string, string>>, complete = true) {
  const { snapshot } = workspace(files, {
    complete,
    files: ["docs-site/static/a.png", "docs-site/docs/data.csv"],
  });
  return (from: string, url: string) => show(resolveLink(snapshot.links, from, url));
}

/** From, address, where it leads: Docusaurus 3.10.2 looks in several folders where an address does not begin with a dot. */
const ROOTED: readonly (readonly [from: string, address: string, right: string])[] = [
  ["docs/deep/er/a.md", "guide.md", "docs/guide.md"],
  ["docs/deep/er/a.md", "terms/cdn.md#x", "docs/terms/cdn.md#x"],
  ["docs/deep/er/a.md", "docs/guide.md", "docs/guide.md"],
  ["docs/deep/er/a.md", "README.md", "README.md"],
  ["docs/deep/er/a.md", "./guide.md", "missing docs/deep/er/guide.md"],
  ["docs/deep/er/a.md", "../guide.md", "missing docs/deep/guide.md"],
  ["docs/deep/er/a.md", "guide", "missing docs/deep/er/guide"],
  ["docs/deep/er/a.md", "gone.md", "missing docs/deep/er/gone.md"],
  ["notes/a.md", "guide.md", "missing notes/guide.md"],
  ["versioned_docs/version-1.0/deep/a.md", "guide.md", "versioned_docs/version-1.0/guide.md"],
  [
    "versioned_docs/version-1.0/deep/a.md",
    "terms/cdn.md",
    "missing versioned_docs/version-1.0/deep/terms/cdn.md",
  ],
  [`${FRENCH}/current/deep/a.md`, "guide.md", "docs/guide.md"],
  [`${FRENCH}/current/deep/a.md`, "start.md", `${FRENCH}/current/start.md`],
  [`${FRENCH}/current/deep/a.md`, "../guide.md", `missing ${FRENCH}/current/guide.md`],
  [`${FRENCH}/version-1.0/deep/a.md`, "guide.md", "versioned_docs/version-1.0/guide.md"],
];

describe("in the folders that Docusaurus looks in", () => {
  const pages = [...new Set(ROOTED.map(([from]) => from)), "docs/guide.md", "docs/terms/cdn.md", "README.md"];
  const more = ["versioned_docs/version-1.0/guide.md", `${FRENCH}/current/start.md`];
  for (const folder of ["", "site/"]) {
    const { snapshot } = workspace({
      [`${folder}docusaurus.config.js`]: "module.exports = { presets: [['classic', {}]] };",
      ...Object.fromEntries([...pages, ...more].map((path) => [folder + path, "# Page\n"])),
    });
    it.each(ROOTED)(`${folder}%s: %s`, (from, address, right) => {
      const target = show(resolveLink(snapshot.links, folder + from, address));
      expect(target.replaceAll(folder === "" ? "\0" : folder, "")).toBe(right);
    });
  }
});

it("finds the README that mdBook serves as the index", () => {
  const pages = { "docs/src/README.md": "# A\n", "docs/src/deep/b.md": "# B\n", "other/README.md": "# C\n" };
  const { snapshot } = workspace(pages, { files: ["docs/book.toml"] });
  expect(show(resolveLink(snapshot.links, "docs/src/deep/b.md", "../index.md#x"))).toBe(
    "docs/src/README.md#x",
  );
  expect(show(resolveLink(snapshot.links, "other/README.md", "index.md"))).toBe("missing other/index.md");
});

describe("in a site", () => {
  const resolve = resolver(SITE);
  const INTRO = "docs-site/docs/intro.md";
  const README = "docs-site/docs/glossary/README.md";
  const TERM = "docs-site/docs/glossary/terms/cdn.md";
  it.each([
    [INTRO, "/docs/glossary/terms/cdn", TERM],
    [INTRO, "/docs/glossary/terms/cdn/", TERM],
    [INTRO, "/docs/glossary/terms/cdn#definition", `${TERM}#definition`],
    [INTRO, "/docs/glossary/terms/cdn?x=1#d", `${TERM}#d`],
    [INTRO, "/docs/glossary/terms/cdn.md", `${TERM} (differs)`],
    [INTRO, "/docs/glossary", README],
    [INTRO, "/docs/glossary/", README],
    [INTRO, "/docs/glossary/README", `${README} (differs)`],
    [
      INTRO,
      "/docs/glossary/categories/performance-category",
      "docs-site/docs/glossary/categories/performance.md",
    ],
    [
      INTRO,
      "/docs/glossary/categories/performance",
      "docs-site/docs/glossary/categories/performance.md (differs)",
    ],
    [INTRO, "/docs/adr/tech-stack", "docs-site/docs/adr/0001-tech-stack.md"],
    [INTRO, "/docs/adr/0001-tech-stack", "docs-site/docs/adr/0001-tech-stack.md (differs)"],
    [INTRO, "/docs/glossary/terms/two%20words", "docs-site/docs/glossary/terms/two words.md"],
    [INTRO, "/docs/glossary/terms/%zz", "missing docs-site/docs/glossary/terms/%zz (glossary)"],
    [INTRO, "/docs/glossary/terms/nothing", "missing docs-site/docs/glossary/terms/nothing (glossary)"],
    [INTRO, "/docs/nothing", "missing docs-site/docs/nothing"],
    [INTRO, "/blog/x", "unknown"],
    [INTRO, "/docsx/glossary", "unknown"],
    [INTRO, "/docs-site/docs/intro.md", INTRO],
    [INTRO, "/docs/../../../etc/passwd", "missing /../../../etc/passwd"],
    [INTRO, "./glossary/terms/cdn.md", TERM],
    [INTRO, "glossary/terms/cdn", TERM],
    [INTRO, "glossary", README],
    [INTRO, "data.csv", "file docs-site/docs/data.csv"],
    [INTRO, "nothing.md", "missing docs-site/docs/nothing.md"],
    [INTRO, "../../../outside.md", "unknown"],
    [README, "terms/cdn", TERM],
    [README, "./terms/nothing", "missing docs-site/docs/glossary/terms/nothing (glossary)"],
    [TERM, "./two words.md", "docs-site/docs/glossary/terms/two words.md"],
    [TERM, "../categories/performance-category", "docs-site/docs/glossary/categories/performance.md"],
    [TERM, "../README.md", README],
    [TERM, "..", README],
    [TERM, "#definition", `${TERM}#definition`],
    [TERM, "", TERM],
    [TERM, "?x=1", TERM],
    ["docs-site/docs/guides/start/README.md", "../../intro.md", INTRO],
    ["README.md", "/docs/intro", INTRO],
    ["README.md", "docs-site/docs", "file docs-site/docs"],
    [INTRO, "https://x.example/docs/glossary", "external"],
    [INTRO, "//x.example/docs", "external"],
    [INTRO, "mailto:a@b.example", "external"],
    [INTRO, "javascript:alert(1)", "external"],
    [INTRO, "constructor", "missing docs-site/docs/constructor"],
    [INTRO, "/docs/__proto__", "missing docs-site/docs/__proto__"],
  ])("%s: %s → %s", (from, url, target) => {
    expect(resolve(from, url)).toBe(target);
  });

  it("takes a relative route against the address of the page, which is deeper for a README", () => {
    // /docs/guides/start + ../intro: a README is served as its folder.
    expect(resolve("docs-site/docs/guides/start/README.md", "../intro")).toBe(
      "missing docs-site/docs/guides/intro",
    );
  });
});

describe("while the workspace is being read", () => {
  const resolve = resolver(SITE, false);
  it.each([
    ["/docs/glossary/terms/cdn", "docs-site/docs/glossary/terms/cdn.md"],
    ["/docs/glossary/terms/nothing", "unknown"],
    ["./nothing.md", "unknown"],
    ["/blog/x", "unknown"],
  ])("%s is %s", (url, target) => expect(resolve("docs-site/docs/intro.md", url)).toBe(target));
});

describe("without a site", () => {
  const resolve = resolver({
    "spec.md": "",
    "knowledge/glossary/terms/cdn.md": "---\nid: edge-cdn\n---\n\n# CDN\n\nText.\n",
    "other/glossary.md": "# Glossary\n\n- **A** - x\n- **B** - y\n- **C** - z\n",
  });
  it.each([
    ["/docs/glossary/terms/edge-cdn", "knowledge/glossary/terms/cdn.md"],
    ["/glossary/terms/edge-cdn", "knowledge/glossary/terms/cdn.md"],
    ["/glossary/terms/nothing", "missing knowledge/glossary/terms/nothing (glossary)"],
    ["/knowledge/glossary/terms/cdn.md", "knowledge/glossary/terms/cdn.md"],
    ["knowledge/glossary/terms/nothing.md", "missing knowledge/glossary/terms/nothing.md (glossary)"],
    ["glossary.md", "missing glossary.md"],
  ])("%s is %s", (url, target) => expect(resolve("spec.md", url)).toBe(target));
});

it("prefers the site that holds the page", () => {
  const { snapshot } = workspace({
    "a/docusaurus.config.js": "",
    "a/docs/intro.md": "# A\n",
    "b/docusaurus.config.js": "",
    "b/docs/intro.md": "# B\n",
    "b/docs/only.md": "# B\n",
  });
  const resolve = (from: string, url: string) => show(resolveLink(snapshot.links, from, url));
  expect(resolve("a/docs/x.md", "/docs/intro")).toBe("a/docs/intro.md");
  expect(resolve("b/docs/x.md", "/docs/intro")).toBe("b/docs/intro.md");
  expect(resolve("x.md", "/docs/intro")).toBe("a/docs/intro.md");
  expect(resolve("a/docs/x.md", "/docs/only")).toBe("b/docs/only.md");
});
