/** Paths inside a workspace folder: relative to it, with `/`, without a leading `/`. Never a URI, never `\`. */

/** The folder of a path; "" for a file at the root. */
export function dirname(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/** The last segment. */
export function basename(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The last segment without its extension; a leading dot is no extension. */
export function stem(path: string): string {
  const base = basename(path);
  const dot = base.lastIndexOf(".");
  return dot <= 0 ? base : base.slice(0, dot);
}

/** An empty segment, `.` or `..`. */
const ODD_SEGMENT = /(?:^|\/)\.{0,2}(?:\/|$)/;

/** Joins and resolves `.` and `..`; `undefined` where the result would leave the workspace folder. */
export function join(folder: string, relative: string): string | undefined {
  if (!ODD_SEGMENT.test(relative)) return folder === "" ? relative : `${folder}/${relative}`;
  const segments = folder === "" ? [] : folder.split("/");
  for (const segment of relative.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join("/");
}

/** The way from a folder to a path, beginning with `./` or `../`. */
export function relativeTo(folder: string, path: string): string {
  const from = folder === "" ? [] : folder.split("/");
  const to = path.split("/");
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  const up = from.length - common;
  return `${up === 0 ? "./" : "../".repeat(up)}${to.slice(common).join("/")}`;
}

/** The folder itself and all above it, nearest first, ending with "". */
export function ancestors(folder: string): string[] {
  const found = [folder];
  for (let at = folder; at !== ""; ) {
    at = dirname(at);
    found.push(at);
  }
  return found;
}

/** True for Markdown with JSX, which is read otherwise. */
export function isMdx(path: string): boolean {
  return /\.mdx$/i.test(path);
}

/** True for the files that are read as Markdown. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|mdx|markdown)$/i.test(path);
}
