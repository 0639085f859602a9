/** What an increment is called where it is listed. */

/** The title of the specification without the word for what it is; the name of the folder where there is none. */
import type { Increment } from "../model/increment.ts";
export function incrementTitle({
  title,
  name,
  layout,
}: Pick<Increment, "title" | "name" | "layout">): string {
  // Nearly all of Kiro's are called “Requirements Document”.
  if (layout === "kiro") return /[:：–—][ \t]*(\S.*)$/.exec(title)?.[1] ?? name;
  return (PART.test(title) ? "" : title.replace(KIND, "").trim()) || name;
}

/** Proposals and specifications of OpenSpec may begin with their first section. */
const PART = /^(?:why|purpose|what changes|(?:(?:added|modified|removed|renamed) )?requirements)$/i;

const KIND =
  /^(?:feature|bug(?: ?fix)?|hotfix|change(?: request| proposal)?|proposal|refactor(?:ing)?|experiment|spec(?:ification)?|increment(?: \d{1,4})?)(?: spec(?:ification)?)?[ \t]*[:–—][ \t]*/i;
