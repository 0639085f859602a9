import { wordsOf } from "../../languages/merge.ts";

/** Words of a definition that say nothing about the thing defined. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(wordsOf(({ glossary }) => glossary?.emptyWords));
