// Generated from the files in this folder by `npm run generate`. Do not edit.
import { missingRationale } from "./adr/missing-rationale.ts";
import { invalid } from "./contextive/invalid.ts";
import { circularDefinition } from "./glossary/circular-definition.ts";
import { conflictingDefinition } from "./glossary/conflicting-definition.ts";
import { danglingLink } from "./glossary/dangling-link.ts";
import { duplicateTerm } from "./glossary/duplicate-term.ts";
import { emptyDefinition } from "./glossary/empty-definition.ts";
import { miscapitalisedTerm } from "./glossary/miscapitalised-term.ts";
import { missingFromIndex } from "./glossary/missing-from-index.ts";
import { routeMismatch } from "./glossary/route-mismatch.ts";
import { unlinkedTerm } from "./glossary/unlinked-term.ts";
import { invalidFrontMatter } from "./markdown/invalid-front-matter.ts";
import type { Rule } from "./rule.ts";

export const RULES: readonly Rule[] = [
  missingRationale,
  invalid,
  circularDefinition,
  conflictingDefinition,
  danglingLink,
  duplicateTerm,
  emptyDefinition,
  miscapitalisedTerm,
  missingFromIndex,
  routeMismatch,
  unlinkedTerm,
  invalidFrontMatter,
];
