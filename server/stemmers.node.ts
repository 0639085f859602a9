/** Brings the stemmers in from the file beside the bundle, when the first glossary asks for one. */
import { createRequire } from "node:module";
import { bringStemmers, type FindStemmer } from "../glossary/index.ts";
import type * as Bundle from "./entry.stemmers.ts";

let find: FindStemmer | undefined;

/** From now on glossaries know the forms of their words. Without the file, endings decide alone. */
export function useStemmers(): void {
  bringStemmers((language) => {
    find ??= load();
    return find(language);
  });
}

function load(): FindStemmer {
  try {
    return (createRequire(import.meta.url)("./stemmers.cjs") as typeof Bundle).findStemmer;
  } catch {
    return () => undefined;
  }
}
