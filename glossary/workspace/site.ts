/**
 * The documentation site's configuration, read as text and never run: `docusaurus.config.*` is a program.
 * Only string literals are understood; anything computed keeps its default.
 */
import { dirname, join } from "../text/paths.ts";

export interface Site {
  /** The folder that holds the documentation, relative to the workspace folder. */
  readonly docs: string;
  /** What every route begins with: `/docs`, or "" for a site that is nothing but documentation. */
  readonly base: string;
}

const CONFIG = /(?:^|\/)docusaurus\.config\.(?:[cm]?[jt]s)$/;

/** True for files that `readSite` can read. */
export function isSiteConfig(path: string): boolean {
  return CONFIG.test(path);
}

/** Docusaurus defaults: `path: 'docs'`, `routeBasePath: 'docs'`. */
export function readSite(path: string, text: string): Site {
  const { path: docs = "docs", routeBasePath = "docs" } = docsOptions(tokens(text));
  const base = routeBasePath.replace(/^\/+|\/+$/g, "");
  return { docs: join(dirname(path), docs) ?? dirname(path), base: base && `/${base}` };
}

interface Options {
  path?: string;
  routeBasePath?: string;
}

/** Of the first object named `docs` that sets one of the options; the theme's own `docs` sets neither. */
function docsOptions(all: readonly string[]): Options {
  for (let i = 0, tried = 0; i + 2 < all.length && tried < 10; i++) {
    if (literal(all[i]) !== "docs" || all[i + 1] !== ":" || all[i + 2] !== "{") continue;
    tried++;
    const options: Options = {};
    for (let at = i + 3, depth = 1; at < all.length && depth > 0; at++) {
      const token = all[at] as string;
      if ("{[(".includes(token)) depth++;
      else if ("}])".includes(token)) depth--;
      const key = literal(token);
      if (depth !== 1 || all[at + 1] !== ":" || (key !== "path" && key !== "routeBasePath")) continue;
      const value = all[at + 2] ?? "";
      // `a + b` and `${a}` are programs.
      if (/^['"`]/.test(value) && !value.includes("$") && /^[,}]$/.test(all[at + 3] ?? ""))
        options[key] = literal(value);
    }
    if (options.path !== undefined || options.routeBasePath !== undefined) return options;
  }
  return {};
}

const TOKEN =
  /\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'?|"(?:\\.|[^"\\\n])*"?|`(?:\\[\s\S]|[^`\\])*`?|[\w$]+|[^\s\w$]/g;

/** Words, string literals and single signs, without comments. */
function tokens(text: string): string[] {
  // A configuration is small; the cut keeps a hostile file from costing more than a moment.
  const [...found] = text.slice(0, 50_000).match(TOKEN) ?? [];
  return found.filter((token) => !token.startsWith("//") && !token.startsWith("/*"));
}

/** A word, or what a string literal holds. */
function literal(token = ""): string {
  return /^['"`]/.test(token) ? token.slice(1, -1) : token;
}
