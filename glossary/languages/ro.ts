import type { Language } from "./language.ts";

export const ro: Language = {
  code: "ro",
  name: "Romanian",
  smallWords: "și, este, pentru, sunt, că, sau, deoarece, care",
};
