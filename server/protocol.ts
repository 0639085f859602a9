/** What client and server say to each other beyond LSP. Types and names only. */

/** Sent by the server whenever it changes. */
export interface StatusParams {
  /** Files read so far and files in all; equal when the index is complete. */
  readonly read: number;
  readonly of: number;
  readonly terms: number;
  readonly complete: boolean;
}

export const STATUS = "specGlossary/status";

/** Asks for the page of a new term in the workspace folder that holds `uri`. */
export interface NewTermParams {
  readonly uri: string;
  readonly name: string;
}

export type NewTermResult =
  /** The page to create, with its text; `uri` does not exist yet. */
  | { readonly kind: "new"; readonly uri: string; readonly text: string }
  /** The term exists: its page. */
  | { readonly kind: "known"; readonly uri: string };

export const NEW_TERM = "specGlossary/newTerm";

/** Asks for the pages of the starter glossary that the workspace folder which holds `uri` does not have. */
export interface CopyStarterParams {
  readonly uri: string;
}

/** The pages to create, with their text. */
export type CopyStarterResult = readonly { readonly uri: string; readonly text: string }[];

export const COPY_STARTER = "specGlossary/copyStarter";
