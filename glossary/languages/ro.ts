import type { Language } from "./language.ts";

export const ro: Language = {
  code: "ro",
  name: "Romanian",
  smallWords: "și, este, pentru, sunt, că, sau, deoarece, care",
  inflection: {
    letters: "țșăîâ",
    endings: "ul, ului, ii, i, e, uri, urile, urilor, ele, elor, lor, a, ei, le, u, ilor, ile, ea, ia, ua",
    changes: "t/ti, t/tii, d/zi, e/i, a/e, a/ele, a/elor, ie/ii, ie/iile, tor/toare",
  },
};
