/** `spec-glossary validate <increment>` */
import { resolve } from "node:path";
import { findIncrements, type Severity } from "../../glossary/index.ts";
import { platformOf } from "../uris.ts";
import { type IncrementOptions, validateAll } from "./increment.ts";
import { type Opening, openRepository } from "./open.ts";
import { type PerformanceOptions, performance } from "./performance.ts";
import { pathFrom } from "./places.ts";

export interface ValidateOptions extends Opening {
  /** What the user calls the increment: a number, a name, or a folder or file by its path. */
  readonly increment: string;
  readonly what:
    | {
        readonly kind: "rules";
        readonly format: IncrementOptions["format"];
        readonly failOn: Severity | "never";
      }
    | {
        readonly kind: "performance";
        readonly format: PerformanceOptions["format"];
        readonly strict: boolean;
      };
}

/** Validates an increment, or its performance alone. */
export async function validate({ increment, what, ...opening }: ValidateOptions): Promise<number> {
  const { root } = opening;
  // Whoever names an increment wants to know, whether it is archived or not.
  const repository = await openRepository({ ...opening, archived: what.kind === "rules" });
  const path = pathFrom(root, resolve(increment), platformOf(process.platform));
  const words = path === undefined ? [increment] : [increment, repository.spelled(path)];
  const found = words.map((word) => findIncrements(repository.snapshot, word));
  const folders = (found.find((some) => some.length > 0) ?? []).map(({ folder }) => folder);
  if (folders.length === 0) throw new Error(`no increment “${increment}” was found in ${root}`);
  return what.kind === "rules"
    ? validateAll({ ...what, repository, folders })
    : performance({ ...what, repository, folders });
}
