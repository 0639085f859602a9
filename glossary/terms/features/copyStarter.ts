/** The starter glossary as pages of the workspace. */
import type { FileChange } from "../../rule/rule.ts";
import type { TermsView } from "../index/view.ts";
import { starterPages } from "../starter/pages.ts";

/** What to create for the starter glossary, in the order of the paths; pages that are there already stay. */
export function copyStarter({ pages }: TermsView): Extract<FileChange, { kind: "create" }>[] {
  return [...starterPages()]
    .filter(([path]) => !pages.has(path))
    .map(([path, text]) => ({ kind: "create", path, text }));
}
