/** All commands. What the editor shows of them is in package.json. */
import { ADR_LOG_COMMAND } from "../views/adrLog/panel.ts";
import { TRACEABILITY_COMMAND } from "../views/traceability/panel.ts";
import { ADR_COMMANDS } from "./adr.ts";
import type { Command } from "./command.ts";
import { COMPARE_COMMAND } from "./compareDefinitions.ts";
import { COPY_STARTER_COMMAND } from "./copyStarter.ts";
import { INCREMENT_COMMANDS } from "./increment.ts";
import { NEW_TERM_COMMAND } from "./newTerm.ts";
import { PERFORMANCE_COMMAND } from "./performance.ts";
import { PREVIEW_ARCHIVE_COMMAND } from "./previewArchive.ts";
import { SERVER_COMMANDS } from "./server.ts";
import { SHOW_USES_COMMAND } from "./showUses.ts";
import { VALIDATE_COMMAND } from "./validateIncrement.ts";

export const COMMANDS: readonly Command[] = [
  ...SERVER_COMMANDS,
  NEW_TERM_COMMAND,
  COPY_STARTER_COMMAND,
  COMPARE_COMMAND,
  ...ADR_COMMANDS,
  ADR_LOG_COMMAND,
  ...INCREMENT_COMMANDS,
  VALIDATE_COMMAND,
  PREVIEW_ARCHIVE_COMMAND,
  TRACEABILITY_COMMAND,
  PERFORMANCE_COMMAND,
  SHOW_USES_COMMAND,
];
