/** The files of an increment as snippets, so that they are the same as what “New Increment” makes. */

import { INCREMENT_TYPES, PRIORITIES } from "../../model/words.ts";
import type { Snippet } from "../layout.ts";
import { NO_DEFAULTS } from "./configuration.ts";
import { incrementFiles } from "./drafts.ts";

const ABOUT: Readonly<Record<string, readonly [prefix: string, about: string]>> = {
  "spec.md": ["increment-spec", "spec.md of an increment: user stories with acceptance criteria"],
  "plan.md": ["increment-plan", "plan.md of an increment: architecture, design and rationale"],
  "tasks.md": ["increment-tasks", "tasks.md of an increment: tasks with the criteria they satisfy"],
  "metadata.json": ["increment-metadata", "metadata.json of an increment"],
};

export function specWeaveSnippets(): Snippet[] {
  const files = incrementFiles({
    name: "@folder@",
    title: "{{Title}}",
    type: "@type@",
    priority: "@priority@",
    project: "{{project}}",
    date: "@date@",
    instant: "@instant@",
    testMode: NO_DEFAULTS.testMode,
    coverageTarget: NO_DEFAULTS.coverageTarget,
  });
  const choices = { type: INCREMENT_TYPES, priority: PRIORITIES };
  return files.flatMap(([file, text]) => {
    const [prefix, about] = ABOUT[file] ?? [];
    return prefix && about ? [{ name: `Increment: ${file}`, file, prefix, about, text, choices }] : [];
  });
}
