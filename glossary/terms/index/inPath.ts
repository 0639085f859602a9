/** Names within paths and addresses. */
import type { Span } from "../../text/span.ts";

/** True where the match is a part of a path, address, handle or file name, such as `src/api/users.ts`. */
export function inPath(text: string, start: number, end: number, within: Span): boolean {
  const before = start > within.start ? (text[start - 1] as string) : " ";
  const after = end < within.end ? (text[end] as string) : " ";
  if (/[\\@#$~=]/.test(before) || /[\\@=]/.test(after)) return true;
  // `C` is neither `C#` nor `C++`.
  if (after === "#" || text.slice(end, Math.min(end + 2, within.end)) === "++") return true;
  if (before === "." && /[\p{L}\p{N}/.]/u.test(text[start - 2] ?? " ")) return true;
  if (after === "." && /[\p{L}\p{N}/]/u.test(text[end + 1] ?? " ")) return true;
  // `API/SDK` lists two names; `docs/api` is a path.
  const capital = /\p{Lu}/u;
  const listed = /(?:^|[^\p{L}\p{N}])\p{Lu}[\p{L}\p{N}-]{0,39}$/u;
  if (
    before === "/" &&
    !(capital.test(text[start] as string) && listed.test(text.slice(Math.max(0, start - 42), start - 1)))
  )
    return true;
  if (after === "/" && !(capital.test(text[start] as string) && capital.test(text[end + 1] ?? "")))
    return true;
  return false;
}
