/** The starter glossary: terms for a workspace that has none of its own yet. */
import { STARTER } from "./all.ts";

/** Where its pages go when a workspace takes them over. */
const FOLDER = "docs/glossary/categories";

/** Its pages by the paths that they have in a workspace. */
export function starterPages(): Map<string, string> {
  return new Map(Object.entries(STARTER).map(([file, text]) => [`${FOLDER}/${file}`, text]));
}
