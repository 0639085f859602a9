/** Words by which English tells the parts of a name and the verbs made of it; see `InflectionWords`. */
import { en } from "../../languages/en.ts";
import { listed } from "../../languages/merge.ts";

export const FIRST_PARTS = listed(en.inflection?.first);
export const LAST_PARTS = listed(en.inflection?.last);
export const VERB_PARTS: ReadonlySet<string> = new Set(listed(en.inflection?.deed));
export const VERB_ENDINGS = listed(en.inflection?.deeds);
