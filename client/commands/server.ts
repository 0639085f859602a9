/** The commands for the language server itself. */
import { RESTART, SHOW_OUTPUT } from "../status.ts";
import type { Command } from "./command.ts";

export const SERVER_COMMANDS: readonly Command[] = [
  { id: SHOW_OUTPUT, alone: true, run: async (client) => client.outputChannel.show() },
  {
    id: RESTART,
    alone: true,
    run: async (client) => {
      await client.stop();
      await client.start();
    },
  },
];
