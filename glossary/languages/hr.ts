import type { Language } from "./language.ts";

export const hr: Language = {
  code: "hr",
  name: "Croatian",
  smallWords: "koji, koja, jer, nije, ali, što, kako",
  inflection: {
    endings: "a, u, om, em, e, i, ima, ama, o, ovi, evi, ova, eva, oj, og, im, ih",
  },
};
