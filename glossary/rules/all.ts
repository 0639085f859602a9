// Generated from the files in this folder by `npm run generate`. Do not edit.
import { danglingLink } from "./glossary/dangling-link.ts";
import { emptyDefinition } from "./glossary/empty-definition.ts";
import { invalidFrontMatter } from "./markdown/invalid-front-matter.ts";
import type { Rule } from "./rule.ts";

export const RULES: readonly Rule[] = [danglingLink, emptyDefinition, invalidFrontMatter];
