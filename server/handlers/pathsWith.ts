/** Looks for pages by their texts. */
import { isMarkdown, type Snapshot } from "../../glossary/index.ts";
import type { Session } from "../session.ts";

/** How many files are read at once. */
const AT_ONCE = 64;

/** `paths`, and those of all pages whose texts fit, open or not, of the workspace folder that `uri` belongs to. */
export async function pathsWith(
  session: Session,
  uri: string,
  { pages }: Snapshot,
  { paths, search }: { readonly paths: readonly string[]; readonly search: RegExp | undefined },
): Promise<string[]> {
  const found = new Set(paths);
  const others = search ? [...pages.keys()].filter((path) => isMarkdown(path) && !found.has(path)) : [];
  for (let i = 0; i < others.length; i += AT_ONCE) {
    const some = others.slice(i, i + AT_ONCE);
    const texts = await Promise.all(some.map((path) => session.textIn(uri, path)));
    for (const [j, path] of some.entries()) if (search?.test(texts[j] ?? "")) found.add(path);
  }
  return [...found];
}
