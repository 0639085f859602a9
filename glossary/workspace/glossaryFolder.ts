/** Which files are glossary files, and which of them belong to one glossary: by their path alone. */
import { patternOf } from "../languages/merge.ts";
import { basename } from "../text/paths.ts";
import { remembered } from "../text/remembered.ts";

const FOLDER = new RegExp(`^_?(?:${patternOf(({ glossary }) => glossary?.files?.folders)})$`, "i");
/** `12_glossary.md`, `domain-glossary.md`, `glossary-of-terms.md`, `glossary.de.md`; not `update-glossary.md`. */
const FILE = new RegExp(
  `^(?:\\d{1,3}[-_. ]+)?(?:(?!(?:${patternOf(({ glossary }) => glossary?.files?.about)})[-_ ])\\p{L}{2,20}[-_ ]){0,2}(?:${patternOf(({ glossary }) => glossary?.files?.names)})(?:[-_. ](?:of[-_ ]terms|terms|[a-z]{2}(?:[-_][a-z]{2,4})?))?\\.(?:md|mdx|markdown)$`,
  "iu",
);
const NAME_HINTS = patternOf(({ glossary }) => glossary?.files?.nameHints);
const NAME_HINT = new RegExp(NAME_HINTS, "i");
/** What the path of each glossary file has in it; most paths of a repository go no further. */
const HINT = new RegExp(
  `${NAME_HINTS}|${patternOf(({ glossary }) => glossary?.files?.otherHints)}|context\\.`,
  "i",
);
const TERMS_FOLDER = /^terms$/i;
const NAMED: readonly (readonly [RegExp, GlossaryFile])[] = [
  [FILE, "glossary"],
  [/^context\.(?:md|mdx|markdown)$/i, "context"],
  [/^terms?\.(?:md|mdx|markdown)$/i, "terms"],
  [
    new RegExp(
      `^(?:\\d{1,3}[-_. ]+)?(?:key[-_ ])?(?:${patternOf(({ glossary }) => glossary?.files?.terminology)})\\.(?:md|mdx|markdown)$`,
      "i",
    ),
    "terminology",
  ],
  [
    new RegExp(
      `^(?:${patternOf(({ glossary }) => glossary?.files?.abbreviations)})\\.(?:md|mdx|markdown)$`,
      "i",
    ),
    "abbreviations",
  ],
];

/**
 * What a path says of a file: `glossary`: it belongs to one. `context`: a `CONTEXT.md`, which may hold one among
 * other things. `terms`: a `terms.md`, which may as well be the terms of a licence. `terminology`: one that may
 * as well be about what is done with terms. `term`: it lies in a folder named `terms` outside a glossary.
 * `abbreviations`: a list of them.
 */
export type GlossaryFile = "glossary" | "context" | "terms" | "terminology" | "term" | "abbreviations";

/** True for the name of a folder that is a glossary. */
export function isGlossaryFolder(name: string): boolean {
  return FOLDER.test(name);
}

/** True for a file that is called glossary itself, wherever it lies. */
export function isGlossaryName(path: string): boolean {
  return NAME_HINT.test(path) && FILE.test(basename(path));
}

/** The kind of glossary file that a path promises; `undefined` for all other files. */
export function glossaryFile(path: string): GlossaryFile | undefined {
  const slash = path.lastIndexOf("/");
  const name = path.slice(slash + 1);
  if (!HINT.test(path)) return undefined;
  const folders = slash < 0 ? [] : path.slice(0, slash).split("/");
  if (folders.some((folder) => FOLDER.test(folder))) return "glossary";
  for (const [pattern, kind] of NAMED) if (pattern.test(name)) return kind;
  return folders.some((folder) => TERMS_FOLDER.test(folder)) ? "term" : undefined;
}

/**
 * The folder of the glossary that a file belongs to: the outermost folder named `glossary`, or the folder of a
 * file named `glossary.md`; `undefined` for all other files.
 */
export function glossaryFolder(path: string): string | undefined {
  const segments = path.split("/");
  const at = segments.findIndex((segment, i) => i < segments.length - 1 && FOLDER.test(segment));
  if (at >= 0) return segments.slice(0, at + 1).join("/");
  return FILE.test(segments.at(-1) as string) ? segments.slice(0, -1).join("/") : undefined;
}

/** True for the glossaries of Contextive, which are YAML. */
export function isContextive(path: string): boolean {
  return /\.ya?ml$/i.test(path) && /(?:\.glossary|(?:^|\/)\.contextive\/definitions)\.ya?ml$/i.test(path);
}

/** Where a file stands in its glossary. */
export interface GlossaryPlace {
  /** What all files of one glossary share: `docs/glossary` for `docs/GLOSSARY.md`, too. */
  readonly home: string;
  /** The file as seen from there: the same in a copy of the glossary. */
  readonly rest: string;
}

/**
 * `docs/glossary/terms/x.md`, `docs/terms/x.md`, `docs/GLOSSARY.md` and `docs/CONTEXT.md` belong to one glossary;
 * `glossary/en` and `glossary/de` are two. Files that only their front matter shows to be terms form the
 * glossary of their folder.
 */
export const glossaryPlace = remembered((path): GlossaryPlace => {
  const segments = path.split("/");
  const last = segments.length - 1;
  const first = (pattern: RegExp) => segments.findIndex((segment, i) => i < last && pattern.test(segment));
  const folder = first(FOLDER);
  const at = folder >= 0 ? folder : first(TERMS_FOLDER);
  const named = at < 0 && NAMED.some(([pattern]) => pattern.test(segments[last] as string));
  if (at < 0 && !named) return { home: segments.slice(0, last).join("/"), rest: segments[last] as string };
  const above = at < 0 ? last : at;
  const language = folder >= 0 && folder + 1 < last ? (segments[folder + 1] as string) : "";
  const home = [...segments.slice(0, above), "glossary", ...(isLanguage(language) ? [language] : [])];
  return { home: home.join("/"), rest: segments.slice(above).join("/") };
});

const LANGUAGES = new Set(
  `ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ml ms nb nl no pl pt ro ru sk sl sr sv ta
  te th tr uk ur vi zh`.split(/\s+/),
);

/** True for a folder named after a language: `de`, `zh-cn`, `pt_BR`. */
export function isLanguage(segment: string): boolean {
  const match = /^([a-z]{2})(?:[-_][a-z]{2,4})?$/i.exec(segment);
  return match !== null && LANGUAGES.has((match[1] as string).toLowerCase());
}

/** The languages that the folders of a path name. */
export function languagesIn(folder: string): string {
  return folder.split("/").filter(isLanguage).join("/").toLowerCase();
}
