/** What titles of specifications say. */

/** A title without the word for what it is: `Feature: Search`. "" for one that is only the name of a section. */
export function withoutKind(title: string): string {
  return PART.test(title) ? "" : title.replace(KIND, "").trim();
}

/** Proposals and specifications of OpenSpec may begin with their first section. */
const PART = /^(?:why|purpose|what changes|(?:(?:added|modified|removed|renamed) )?requirements)$/i;

const KIND =
  /^(?:feature|bug(?: ?fix)?|hotfix|change(?: request| proposal)?|proposal|refactor(?:ing)?|experiment|spec(?:ification)?|increment(?: \d{1,4})?)(?: spec(?:ification)?)?[ \t]*[:–—][ \t]*/i;
