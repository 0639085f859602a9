/** `spec-glossary validate <increment>` */
import { findIncrements } from "../../glossary/index.ts";
import { openRepository } from "./open.ts";
import { type PerformanceOptions, performance } from "./performance.ts";

export interface ValidateOptions {
  readonly root: string;
  readonly config: string | undefined;
  /** What the user calls the increment: a number, a name or a folder. */
  readonly increment: string;
  readonly format: PerformanceOptions["format"];
  readonly strict: boolean;
}

/** Validates the performance of an increment. */
export async function validate({
  root,
  config,
  increment,
  format,
  strict,
}: ValidateOptions): Promise<number> {
  const repository = await openRepository({ root, config });
  const found = findIncrements(repository.snapshot, increment);
  if (found.length === 0) throw new Error(`no increment “${increment}” was found in ${root}`);
  return performance({ repository, folders: found.map(({ folder }) => folder), format, strict });
}
