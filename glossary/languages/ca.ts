import type { Language } from "./language.ts";

export const ca: Language = {
  code: "ca",
  name: "Catalan",
  smallWords: "i, amb, els, és, perquè, aquest, aquesta",
};
