/**
 * The documentation site's configuration, read as text and never run: `docusaurus.config.*` is a program.
 * Only string literals are understood; anything computed keeps its default.
 */
import { dirname, join } from "../../text/paths.ts";

export interface Site {
  /** The folder of the configuration. */
  readonly site: string;
  /** The folder that holds the documentation, relative to the workspace folder. */
  readonly docs: string;
  /** What every route begins with: `/docs`, or "" for a site that is nothing but documentation. */
  readonly base: string;
}

const CONFIG = /(?:^|\/)docusaurus\.config\.(?:[cm]?[jt]s)$/;

/** True for files that `readSites` can read. */
export function isSiteConfig(path: string): boolean {
  return CONFIG.test(path);
}

/**
 * Every documentation that a configuration serves: that of the preset, and one for each instance of the plugin in
 * `plugins`. Docusaurus defaults: `path: 'docs'`, `routeBasePath: 'docs'`.
 */
export function readSites(path: string, text: string): Site[] {
  const all = tokens(text);
  const preset = presetOptions(all);
  const options = [...(preset ? [preset] : []), ...instances(all)];
  return options.map(({ path: docs = "docs", routeBasePath = "docs" }) => {
    const base = routeBasePath.replace(/^\/+|(?<!\/)\/+$/g, "");
    const site = dirname(path);
    return { site, docs: join(site, docs) ?? site, base: base && `/${base}` };
  });
}

interface Options {
  path?: string;
  routeBasePath?: string;
  /** True where one of them is a program. */
  computed?: boolean;
}

/**
 * Of the first object named `docs` that sets one of the options; the theme's own `docs` sets neither. `undefined` for
 * `docs: false`, by which the preset serves none.
 */
function presetOptions(all: readonly string[]): Options | undefined {
  for (let i = 0, tried = 0; i + 2 < all.length && tried < 10; i++) {
    if (literal(all[i]) !== "docs" || all[i + 1] !== ":") continue;
    if (all[i + 2] === "false") return undefined;
    if (all[i + 2] !== "{") continue;
    tried++;
    const options = optionsFrom(all, i + 3);
    if (options.path !== undefined || options.routeBasePath !== undefined) return options;
  }
  return {};
}

const MOST_INSTANCES = 20;

/** `['@docusaurus/plugin-content-docs', { path, routeBasePath }]`. One whose options are computed could lie anywhere. */
function instances(all: readonly string[]): Options[] {
  const found: Options[] = [];
  for (let i = 0; i + 2 < all.length && found.length < MOST_INSTANCES; i++) {
    if (!/^["'`](?:@docusaurus\/plugin-)?content-docs["'`]$/.test(all[i] as string)) continue;
    // `require.resolve('…')` has a bracket behind it.
    const comma = all[i + 1] === ")" ? i + 2 : i + 1;
    if (all[comma] !== "," || all[comma + 1] !== "{") continue;
    const options = optionsFrom(all, comma + 2);
    if (!options.computed) found.push(options);
  }
  return found;
}

/** What the object says whose first token is at `from`. */
function optionsFrom(all: readonly string[], from: number): Options {
  const options: Options = {};
  for (let at = from, depth = 1; at < all.length && depth > 0; at++) {
    const token = all[at] as string;
    if ("{[(".includes(token)) depth++;
    else if ("}])".includes(token)) depth--;
    const key = literal(token);
    if (depth !== 1 || all[at + 1] !== ":" || (key !== "path" && key !== "routeBasePath")) continue;
    const value = all[at + 2] ?? "";
    // `a + b` and `${a}` are programs.
    if (/^['"`]/.test(value) && !value.includes("$") && /^[,}]$/.test(all[at + 3] ?? ""))
      options[key] = literal(value);
    else options.computed = true;
  }
  return options;
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
