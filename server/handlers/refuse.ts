/** What is not done because of what the client has named. */
import { ErrorCodes, ResponseError } from "vscode-languageserver";
import type { FileChange } from "../../glossary/index.ts";
import type { Session } from "../session.ts";
import { insidePath, isInside } from "../uris.ts";

/** An error whose message the editor shows. */
export function refusal(reason: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidRequest, reason);
}

/** A folder that the client names, as the engine spells it. Throws where it is not inside the workspace folder. */
export function insideFolder({ platform }: Pick<Session, "platform">, folder: string): string {
  const inside = insidePath(folder, platform);
  if (inside === undefined)
    throw refusal(`“${folder}” is not inside the workspace folder: choose a folder in it.`);
  return inside;
}

/** Changes, as they are given. Throws where one of them would make a file outside: names are what somebody has typed. */
export function allInside(
  { platform }: Pick<Session, "platform">,
  changes: readonly FileChange[],
): typeof changes {
  for (const change of changes) {
    const path = change.kind === "rename" ? change.to : change.path;
    if (!isInside(path, platform))
      throw refusal(`“${path}” is not inside the workspace folder: choose another name.`);
  }
  return changes;
}
