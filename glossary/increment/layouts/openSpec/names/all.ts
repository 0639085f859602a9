/** All that is answered at names of requirements and capabilities. */

import type { Names } from "../../layout.ts";
import { nameCompletion } from "./complete.ts";
import { planNameRename } from "./rename.ts";
import { nameHover, nameLenses } from "./show.ts";
import { nameDefinition, nameHighlights, nameReferences } from "./uses.ts";

export const OPENSPEC_NAMES: Names = {
  hover: nameHover,
  definition: nameDefinition,
  references: nameReferences,
  highlights: nameHighlights,
  rename: planNameRename,
  complete: nameCompletion,
  lenses: nameLenses,
};
