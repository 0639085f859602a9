/** Shows places as the editor shows references; code lenses name it. */
import { commands, Location, Position, Range, Uri } from "vscode";
import { SHOW_USES } from "../../server/protocol.ts";
import type { Command } from "./command.ts";

type LspPosition = { readonly line: number; readonly character: number };
type LspLocation = {
  readonly uri: string;
  readonly range: { readonly start: LspPosition; readonly end: LspPosition };
};

export const SHOW_USES_COMMAND: Command = {
  id: SHOW_USES,
  alone: true,
  run: (_, ...given) => showUses(...(given as Parameters<typeof showUses>)),
};

/** Shows references as the editor does. */
async function showUses(
  uri: string,
  position: LspPosition,
  locations: readonly LspLocation[],
): Promise<void> {
  await commands.executeCommand(
    "editor.action.showReferences",
    Uri.parse(uri),
    new Position(position.line, position.character),
    locations.map(
      ({ uri: at, range: { start, end } }) =>
        new Location(Uri.parse(at), new Range(start.line, start.character, end.line, end.character)),
    ),
  );
}
