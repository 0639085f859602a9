/** “Compare the definitions”: a copy of a term page beside its source. */
import { commands, Uri } from "vscode";
import { COMPARE_DEFINITIONS } from "../../server/protocol.ts";
import type { Command } from "./command.ts";

export const COMPARE_COMMAND: Command = {
  id: COMPARE_DEFINITIONS,
  alone: true,
  run: async (_, source, copy) => {
    const [left, right] = [Uri.parse(source as string), Uri.parse(copy as string)];
    const name = right.path.slice(right.path.lastIndexOf("/") + 1);
    await commands.executeCommand("vscode.diff", left, right, `${name}: source ↔ copy`);
  },
};
