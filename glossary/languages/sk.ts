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
  inflection: {
    letters: "ľĺŕ",
    endings:
      "a, u, om, e, i, y, ov, ovi, ovia, och, ach, ami, mi, ou, am, iam, iach, im, ich, imi, ej, eho, emu, ym, ych, ymi, o",
    changes: "ok/ku, ok/ky, ok/kom, ok/ka, ka/ok, ka/iek, ec/ca, ec/ci, a/, o/, ost/osti, nie/ni",
  },
};
