/** What is not done because of what the client has named. */
import { ErrorCodes, ResponseError } from "vscode-languageserver";
import type { Session } from "../session.ts";
import { insidePath } from "../uris.ts";

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
