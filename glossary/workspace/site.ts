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
  // A configuration is small; the cut keeps a hostile file from costing more than a moment.
  const source = text
    .slice(0, 50_000)
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|[^:])\/\/[^\n]*/g, "$1");
  const at = source.search(/\bdocs\s*:\s*\{/);
  const block = at < 0 ? "" : source.slice(at, at + 2_000);
  const literal = (key: string) =>
    new RegExp(`\\b${key}\\s*:\\s*(['"\`])([^'"\`\\n$]{0,200})\\1`).exec(block)?.[2];
  const base = (literal("routeBasePath") ?? "docs").replace(/^\/+|\/+$/g, "");
  return { docs: join(dirname(path), literal("path") ?? "docs") ?? dirname(path), base: base && `/${base}` };
}
