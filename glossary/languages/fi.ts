import type { Language } from "./language.ts";

export const fi: Language = {
  code: "fi",
  name: "Finnish",
  smallWords: "ei, että, koska, ovat, joka, voi, sekä, kun",
  glossary: {
    titles: {
      glossaryAlone: "sanasto",
      hints: "sanasto",
    },
    columns: {
      term: "termi, käsite",
      definition: "määritelmä, merkitys",
    },
  },
  inflection: {
    endings: `
      t, n, a, aa, ta, tta, ssa, sta, lla, lta, lle, ksi, na, jen, ien, den, ita, ja, issa, ista, ille, illa,
      ilta, iin, een, in, an, en, on, un, ia, ina, iksi, itta
    `,
    changes:
      "s/kset, s/ksen, s/ksia, s/ksessa, nen/set, nen/sen, nen/sia, us/uksen, us/ukset, i/en, i/et, i/ia, ko/on, kko/kot, kko/kon, tti/tit, tti/tin, ppi/pit, ppi/pin, kki/kit, kki/kin",
  },
};
