/** The layouts there are. A new one is added here, and nowhere else. */

import { backlog } from "./backlog/layout.ts";
import { bmad } from "./bmad/layout.ts";
import { conductor } from "./conductor/layout.ts";
import { gsd } from "./gsd/layout.ts";
import { kiro } from "./kiro/layout.ts";
import type { Layout } from "./layout.ts";
import { openSpec } from "./openSpec/layout.ts";
import { specKit } from "./specKit/layout.ts";
import { specWeave } from "./specWeave/layout.ts";
import { taskmaster } from "./taskmaster/layout.ts";

/** In the order in which they are offered; the first one is meant where nobody says which. */
export const LAYOUTS: readonly [Layout, ...Layout[]] = [
  specWeave,
  specKit,
  openSpec,
  kiro,
  backlog,
  bmad,
  taskmaster,
  gsd,
  conductor,
];
