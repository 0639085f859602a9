/**
 * Repositories that docfx publishes, as those of Microsoft Learn: pages that are redirected, and addresses whose
 * capitals do not count.
 */
import { parse } from "jsonc-parser";
import { ancestors, dirname, join } from "../../text/paths.ts";

const REDIRECTIONS = /(?:^|\/)\.openpublishing\.redirection[\w.-]*\.json$/i;
/** Beside the pages of a docset, and at the root of a repository that Microsoft Learn publishes. */
const CONFIGS = ["docfx.json", ".openpublishing.publish.config.json"];

/** True for files that `readRedirections` can read. */
export function isRedirections(path: string): boolean {
  return REDIRECTIONS.test(path);
}

/**
 * The paths of the files that are redirected, in small letters; none where the text is not of the form. It is an array
 * of objects or an object of addresses by path, and `renames` is one (docfx, `RedirectionProvider.cs`). A `source_path`
 * counts from the folder of the file that names it, a `source_path_from_root` from the root of the repository.
 */
export function readRedirections(path: string, text: string): string[] {
  const said = parsed(text);
  if (!isObject(said)) return [];
  const { redirections, renames } = said;
  const folder = dirname(path);
  const found: string[] = [];
  const add = (base: string, source: unknown) => {
    if (typeof source !== "string") return;
    const file = join(base, source.replace(/#.*$/s, "").replaceAll("\\", "/").replace(/^\/+/, ""));
    if (file) found.push(file.toLowerCase());
  };
  if (Array.isArray(redirections))
    for (const one of redirections) {
      if (!isObject(one)) continue;
      add(folder, one.source_path);
      add("", one.source_path_from_root);
    }
  else if (isObject(redirections)) for (const source of Object.keys(redirections)) add(folder, source);
  if (isObject(renames)) for (const source of Object.keys(renames)) add(folder, source);
  return found;
}

/** As JSON, which is soon read; else with the comments and commas that docfx takes. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parse(text, [], { allowTrailingComma: true });
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True for a page of a repository that docfx publishes: by its files on a system that does not mind capitals. */
export function isOfDocfx({ files }: { readonly files: ReadonlySet<string> }, path: string): boolean {
  return ancestors(dirname(path)).some((folder) =>
    CONFIGS.some((name) => files.has(folder === "" ? name : `${folder}/${name}`)),
  );
}
