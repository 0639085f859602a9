/** What client and server say to each other beyond LSP. Types and names only. */
import type { Range, WorkspaceEdit } from "vscode-languageserver";

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

/** Where new decision records can go from the document or folder `uri`, the nearest folder first. */
export interface AdrFoldersParams {
  readonly uri: string;
}

export interface AdrFoldersResult {
  readonly folders: readonly {
    readonly folder: string;
    readonly count: number;
    /** The template that goes with the records there are; absent where the user has to choose. */
    readonly template?: AdrTemplateId | undefined;
  }[];
  /** Statuses that the repository uses besides the usual ones. */
  readonly statuses: readonly string[];
  readonly templates: readonly {
    readonly id: AdrTemplateId;
    readonly name: string;
    readonly about: string;
  }[];
}

export type AdrTemplateId = "nygard" | "madr" | "madr-minimal" | "specweave" | "y-statement";

export const ADR_FOLDERS = "specGlossary/adrFolders";

/** Asks for the edit that makes a new record; with `supersedes`, one that takes the place of another. */
export interface NewAdrParams {
  readonly uri: string;
  readonly title: string;
  readonly template: AdrTemplateId;
  readonly folder: string;
  /** `2025-01-31` */
  readonly date: string;
  readonly supersedes?: string;
}

export interface NewAdrResult {
  /** The new file. */
  readonly uri: string;
  readonly edit: WorkspaceEdit;
  /** The first field to fill in. */
  readonly field: Range;
}

export const NEW_ADR = "specGlossary/newAdr";

/** Asks for the edit that changes the record `uri` and whatever depends on it. */
export interface AdrEditParams {
  readonly uri: string;
  readonly change:
    | { readonly kind: "status"; readonly status: string }
    | { readonly kind: "supersede"; readonly by: string }
    | { readonly kind: "renumber" };
}

export type AdrEditResult =
  | { readonly kind: "edit"; readonly edit: WorkspaceEdit; readonly opens?: string }
  | { readonly kind: "refused"; readonly reason: string };

export const ADR_EDIT = "specGlossary/adrEdit";

/** Asks for all records of the workspace folder that holds `uri`. */
export interface AdrLogParams {
  readonly uri: string;
}

export interface AdrLogResult {
  readonly entries: readonly {
    readonly path: string;
    readonly uri: string;
    readonly folder: string;
    readonly number: string;
    /** `ADR-0043`; "" for a record without a number. */
    readonly label: string;
    readonly title: string;
    readonly status: string;
    /** `accepted`, `superseded` and so on; "" for one that is not known. */
    readonly kind: string;
    readonly date: string;
    readonly style: string;
    readonly setAside: boolean;
  }[];
  /** By path: the newer record and what it supersedes or amends. */
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly kind: "supersedes" | "amends";
  }[];
}

export const ADR_LOG = "specGlossary/adrLog";

/** Shows two pages that define a term differently side by side: the source's URI, then the copy's. */
export const COMPARE_DEFINITIONS = "specGlossary.compareDefinitions";

/** What a client says under `experimental` of its capabilities: the commands that code actions may name. */
export interface ExperimentalCapabilities {
  readonly specGlossaryCommands?: readonly string[];
}

/** Commands of the client that code lenses name. */
export const OPEN_ADR = "specGlossary.openAdr";
export const SHOW_ADR_USES = "specGlossary.showAdrUses";

/** Asks for what is recorded of the performance of the increment that `uri` belongs to. */
export interface PerformanceParams {
  readonly uri: string;
}

export type PerformanceResult =
  | { readonly kind: "report"; readonly title: string; readonly markdown: string }
  /** `uri` belongs to none: those there are, with a URI to ask again with. */
  | {
      readonly kind: "choose";
      readonly increments: readonly { readonly title: string; readonly name: string; readonly uri: string }[];
    };

export const PERFORMANCE = "specGlossary/performance";

/** A command of the client that code lenses name; takes the URI of a page or folder of an increment. */
export const VALIDATE_PERFORMANCE = "specGlossary.validatePerformance";
