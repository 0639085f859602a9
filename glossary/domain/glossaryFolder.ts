/** Which files are glossary files, by their path alone. */

const FOLDER = /^(?:glossary|glossaries)$/i;
const FILE = /^(?:glossary|ubiquitous[-_]language)\.(?:md|mdx|markdown)$/i;

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
