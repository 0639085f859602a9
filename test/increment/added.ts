/** What is put where when something is added to an increment. */
import { add, pageFor } from "../../glossary/increment/features/add.ts";
import type { Wanted } from "../../glossary/increment/layouts/layout.ts";
import { pageOf, workspace } from "../fixture.ts";

export type Files = Readonly<Record<string, string>>;

/** What an addition puts behind which line of which file; why it is refused. */
export function added(files: Files, folder: string, wanted: Wanted, from?: string) {
  const { snapshot } = workspace(files);
  const increment = snapshot.increments.at(folder);
  if (!increment) throw new Error("there is no increment");
  const path = pageFor(increment, wanted, from);
  const page = path in files ? pageOf({ snapshot }, path) : undefined;
  const addition = add(increment, wanted, page);
  if (!addition || addition === "code") return addition;
  const behind = (page?.text ?? "").slice(0, addition.at).trimEnd().split(/\r?\n/).at(-1);
  return { path, behind, text: addition.text };
}

export const STORY: Wanted = { what: "story", project: undefined };
export const criterion = (story: string | undefined): Wanted => ({ what: "criterion", story });
export const task = (story: string | undefined): Wanted => ({ what: "task", story, criteria: [] });
