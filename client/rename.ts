/** A rename that the server refuses is not handed on: another extension would rename the whole heading instead. */
import { WorkspaceEdit, window } from "vscode";
import type { Middleware } from "vscode-languageclient";

/** Says why, and changes nothing. */
export const renameMiddleware: Middleware = {
  provideRenameEdits: async (document, position, newName, token, next) => {
    try {
      return await next(document, position, newName, token);
    } catch (error) {
      void window.showErrorMessage((error as Error).message);
      return new WorkspaceEdit();
    }
  },
};
