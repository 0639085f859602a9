/**
 * The same text, on its own: what is cut out of a file would otherwise keep all of it in memory (V8 makes such
 * pieces views from 13 characters on). A view of a joined text keeps that one instead, which is just as long.
 */
export function ownCopy(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
