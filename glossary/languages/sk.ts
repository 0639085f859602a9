import type { Language } from "./language.ts";

export const sk: Language = {
  code: "sk",
  name: "Slovak",
  smallWords: "pretože, ktoré",
  glossary: {
    titles: {
      glossaryAlone: "(?:slovník|slovníček)(?: .{1,30})?",
      hints: "slovn",
    },
    columns: {
      term: "pojem",
    },
  },
};
