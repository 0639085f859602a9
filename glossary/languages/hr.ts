import type { Language } from "./language.ts";

export const hr: Language = {
  code: "hr",
  name: "Croatian",
  smallWords: "koji, koja, jer, nije, ali, što, kako",
};
