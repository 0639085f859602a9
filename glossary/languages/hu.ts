import type { Language } from "./language.ts";

export const hu: Language = {
  code: "hu",
  name: "Hungarian",
  smallWords: "és, hogy, nem, egy, az, mert, vagy, kell",
  glossary: {
    titles: {
      glossaryAlone: "fogalomtár",
      hints: "fogalom",
    },
    columns: {
      term: "fogalom, kifejezés",
      definition: "jelentés, meghatározás",
    },
  },
  inflection: {
    letters: "őű",
    endings: `
      k, ok, ek, ak, t, ot, et, at, nak, nek, val, vel, ban, ben, ba, be, bol, ra, re, rol, hoz, hez, on, en, a,
      e, ja, je, kat, ket, okat, eket, akat, oknak, eknek, aknak, okban, ekben, akban, nal, nel, tol
    `,
  },
};
