import type { Language } from "./language.ts";

export const ca: Language = {
  code: "ca",
  name: "Catalan",
  smallWords: "i, amb, els, és, perquè, aquest, aquesta",
  inflection: {
    endings: "s, es, os, a",
    changes: "a/es, o/ons, io/ions, a/ans, e/ens, ca/ques, ga/gues",
  },
};
