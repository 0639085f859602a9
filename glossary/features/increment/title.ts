/** What an increment is called where it is listed. */
import type { Increment } from "../../workspace/increments.ts";

/** The title of the specification without the word for what it is; the name of the folder where there is none. */
export function incrementTitle({ title, name }: Pick<Increment, "title" | "name">): string {
  return title.replace(KIND, "").trim() || name;
}

const KIND =
  /^(?:feature|bug(?: ?fix)?|hotfix|change request|refactor(?:ing)?|experiment|spec(?:ification)?|increment(?: \d{1,4})?)(?: spec(?:ification)?)?[ \t]*[:–—][ \t]*/i;
