/** Sites that Hugo makes: which folders hold their pages, and under which routes it serves them. */

import { basename, dirname, stem } from "../../text/paths.ts";
import { isLanguage } from "../glossaryFolder.ts";
import { normal, type RouteMatter } from "./routes.ts";

/** A folder of pages, with what their routes begin with. */
export interface HugoRoot {
  readonly folder: string;
  readonly bases: readonly string[];
}

const CONFIGS = [
  "hugo.toml",
  "hugo.yaml",
  "hugo.yml",
  "hugo.json",
  "config.toml",
  "config/_default/hugo.toml",
];

/**
 * The folders named `content` beside a configuration of Hugo, or with an `_index.md`, which only Hugo has. Folders
 * named after languages are roots of their own: the default language is English where there is English, for the
 * configuration is not read.
 */
export function hugoRoots(
  pages: { has(path: string): boolean },
  files: ReadonlySet<string>,
  folders: ReadonlySet<string>,
): HugoRoot[] {
  const languages = new Map<string, string[]>();
  for (const folder of folders) {
    const above = dirname(folder);
    if (basename(folder) === "content") languages.set(folder, languages.get(folder) ?? []);
    else if (basename(above) === "content" && isLanguage(basename(folder)))
      languages.set(above, [...(languages.get(above) ?? []), basename(folder)]);
  }
  return [...languages].flatMap(([folder, some]): HugoRoot[] => {
    const beside = dirname(folder) === "" ? "" : `${dirname(folder)}/`;
    const inside = [folder, ...some.map((language) => `${folder}/${language}`)];
    if (
      !CONFIGS.some((name) => files.has(beside + name)) &&
      !inside.some((one) => pages.has(`${one}/_index.md`))
    )
      return [];
    if (some.length === 0) return [{ folder, bases: [""] }];
    const main = some.includes("en") ? "en" : (some.toSorted()[0] as string);
    return some.map((language) => ({
      folder: `${folder}/${language}`,
      bases: language === main ? ["", `/${language.toLowerCase()}`] : [`/${language.toLowerCase()}`],
    }));
  });
}

/** The route of `path` (relative to its root), beginning with `/` and without the slash that Hugo ends it with. */
export function hugoRoute(path: string, { slug }: RouteMatter): string {
  const folder = dirname(path).split("/").filter(Boolean);
  const name = stem(path);
  const last = /^_?index$/.test(name) ? [] : [slug ?? name];
  return normal(`/${[...folder, ...last].join("/").toLowerCase().replace(/\s+/g, "-")}`);
}
