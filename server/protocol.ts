/** What client and server say to each other beyond LSP. Types and names only. */
import type { Diagnostic, Position, Range, WorkspaceEdit } from "vscode-languageserver";

/** Sent by the server whenever it changes. */
export interface StatusParams {
  /** Files read so far and files in all; equal when the index is complete. */
  readonly read: number;
  readonly of: number;
  readonly terms: number;
  /** Decision records, and folders of increments. */
  readonly adrs: number;
  readonly increments: number;
  readonly complete: boolean;
}

export const STATUS = "specGlossary/status";

/** Asks for the page of a new term in the workspace folder that holds `uri`. */
export interface NewTermParams {
  readonly uri: string;
  readonly name: string;
}

export type NewTermResult =
  /** The page to create, with its text; `uri` does not exist yet. `field` is where the definition goes. */
  | { readonly kind: "page"; readonly uri: string; readonly text: string; readonly field: Position }
  /** What to insert at `position` in a list of terms; `field` as it will be then. */
  | {
      readonly kind: "row";
      readonly uri: string;
      /** Of the document that `position` is in; `null` for a file that is not open. */
      readonly version: number | null;
      readonly position: Position;
      readonly text: string;
      readonly field: Position;
    }
  /** The term exists: where it is defined. */
  | { readonly kind: "known"; readonly uri: string; readonly position: Position };

export const NEW_TERM = "specGlossary/newTerm";

/** Asks for the pages of the starter glossary that the workspace folder which holds `uri` does not have. */
export type CopyStarterParams = { readonly uri: string };

/** The pages to create, with their text. */
export type CopyStarterResult = readonly { readonly uri: string; readonly text: string }[];

export const COPY_STARTER = "specGlossary/copyStarter";

/** Where new decision records can go from the document or folder `uri`, the nearest folder first. */
export type AdrFoldersParams = { readonly uri: string };

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

/** The user was asked whether all of the files are to be changed, and wants none of them changed. */
export type Left = { readonly kind: "left" };

/** Why nothing is changed, for the user. */
type Refusal = { readonly kind: "refused"; readonly reason: string };

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
  | Left
  | Refusal;

export const ADR_EDIT = "specGlossary/adrEdit";

/** Asks for all records of the workspace folder that holds `uri`. */
export type AdrLogParams = { readonly uri: string };

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
    /** True for one of several decisions in a page of decisions. */
    readonly inline: boolean;
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

/** What a client says under `experimental` of its capabilities. */
export interface ExperimentalCapabilities {
  /** The commands that code actions may name. */
  readonly specGlossaryCommands?: readonly string[];
  /** What the editor shows by itself: an outline of Markdown, and where a configuration breaks its JSON schema. */
  readonly specGlossaryShown?: readonly ("outline" | "schema")[];
}

/** Commands of the client that code lenses name. */
export const OPEN_ADR = "specGlossary.openAdr";
export const SHOW_USES = "specGlossary.showUses";

/** Asks for what is recorded of the performance of the increment that `uri` belongs to. */
export type PerformanceParams = { readonly uri: string };

/** A piece of a report that leads to a line, counted from 0. */
export interface ReportLink {
  readonly range: Range;
  readonly uri: string;
  readonly line: number;
}

export type PerformanceResult =
  | {
      readonly kind: "report";
      readonly title: string;
      readonly report: string;
      readonly links: readonly ReportLink[];
    }
  /** `uri` belongs to none: those there are, with a URI to ask again with. */
  | {
      readonly kind: "choose";
      readonly increments: readonly { readonly title: string; readonly name: string; readonly uri: string }[];
    };

export const PERFORMANCE = "specGlossary/performance";

/** A command of the client that code lenses name; takes the URI of a page or folder of an increment. */
export const VALIDATE_PERFORMANCE = "specGlossary.validatePerformance";

/** Which increments there are in the workspace folder that holds `uri`, and what is meant at a place in it. */
export interface IncrementsParams {
  readonly uri: string;
  /** Where the cursor is in the document `uri`. */
  readonly position?: Position;
  /** The increment that is meant; without it that of the document. */
  readonly folder?: string;
}

export interface IncrementsResult {
  readonly increments: readonly {
    readonly folder: string;
    readonly name: string;
    readonly title: string;
    readonly status: string;
    /** Nobody works on it any more. */
    readonly closed: boolean;
  }[];
  /** The increment that is meant, where one is. */
  readonly current?: {
    readonly folder: string;
    readonly words: LayoutWords;
    /** False where tasks belong to no story. */
    readonly tasksOfStories: boolean;
    /** Keys of what stands at the position: `US-1`, `AC-US1-1`. */
    readonly story?: string | undefined;
    readonly criterion?: string | undefined;
    /** True at a requirement such as `FR-001`. */
    readonly requirement?: boolean;
    readonly stories: readonly {
      readonly key: string;
      readonly id: string;
      readonly title: string;
      readonly criteria: readonly {
        readonly key: string;
        readonly id: string;
        readonly title: string;
        readonly covered: boolean;
      }[];
    }[];
  };
  /** The layouts there are. */
  readonly layouts: readonly IncrementLayout[];
}

/** What a layout calls things, in sentences. */
export interface LayoutWords {
  /** `user story`; absent where criteria stand under none. */
  readonly story?: string;
  readonly criterion: string;
  /** What may be required of an increment as a whole. */
  readonly whole?: { readonly label: string; readonly about: string };
}

/** A layout that increments are made in. */
export interface IncrementLayout {
  readonly id: string;
  readonly label: string;
  readonly about: string;
  /** What it calls an increment: `feature`. */
  readonly unit: string;
  /** True for one that a new increment may have here. */
  readonly isOffered: boolean;
  /** What is asked for a new one, besides the title. */
  readonly asks: readonly {
    readonly key: string;
    readonly title: string;
    /** Without any, nothing is asked; the only one is the answer, unless there may be another. */
    readonly values: readonly string[];
    /** What stands for none of the values. */
    readonly another?: string;
  }[];
}

export const INCREMENTS = "specGlossary/increments";

/** Asks for the edit that makes a new increment. */
export interface NewIncrementParams {
  readonly uri: string;
  readonly title: string;
  /** The id of its layout; the first one's unless this says otherwise. */
  readonly layout?: string;
  /** To what its layout asks, by key. */
  readonly answers?: Readonly<Record<string, string>>;
  /** `2025-01-31` */
  readonly date: string;
  /** `2025-01-31T09:12:00Z` */
  readonly instant: string;
}

export interface NewIncrementResult {
  /** The page that the author begins with. */
  readonly uri: string;
  readonly edit: WorkspaceEdit;
  /** The first field to fill in. */
  readonly field: Range;
}

export const NEW_INCREMENT = "specGlossary/newIncrement";

/** Asks for what adds a story, a criterion or a task to an increment. Stories and criteria are named by their keys. */
export interface AddToIncrementParams {
  readonly uri: string;
  readonly folder: string;
  readonly add:
    | { readonly what: "story" }
    /** Without a story: a requirement of the whole increment. */
    | { readonly what: "criterion"; readonly story?: string | undefined }
    | { readonly what: "task"; readonly story?: string | undefined; readonly criteria: readonly string[] };
}

/** `text` goes to a place of a document; `{{…}}` in it is what the author fills in. `edit` belongs to it. */
export type AddToIncrementResult =
  | {
      readonly kind: "insert";
      readonly uri: string;
      /** Of the document that `position` is in; `null` for a file that is not open. */
      readonly version: number | null;
      readonly position: Position;
      readonly text: string;
      readonly edit: WorkspaceEdit;
    }
  | {
      readonly kind: "create";
      readonly uri: string;
      readonly edit: WorkspaceEdit;
      readonly field: Range;
    }
  | Left
  | Refusal;

export const ADD_TO_INCREMENT = "specGlossary/addToIncrement";

/** Names an increment in the workspace folder that holds `uri`. */
export interface IncrementParams {
  readonly uri: string;
  readonly folder: string;
}

/** What all rules say of all pages of an increment, open or not, closed or not. */
export interface ValidateResult {
  readonly name: string;
  /** `1 error, 2 warnings`; `none` */
  readonly summary: string;
  /** Markdown, and the pieces of it that lead somewhere. */
  readonly report: string;
  readonly links: readonly ReportLink[];
  readonly files: readonly { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }[];
}

export const VALIDATE_INCREMENT = "specGlossary/validateIncrement";

/** What archiving an increment would make of other pages. */
export interface ArchivePreviewResult {
  readonly name: string;
  /** False where archiving such an increment changes nothing else. */
  readonly isArchived: boolean;
  /** As they would be; without a text they are deleted. */
  readonly pages: readonly { uri: string; title: string; exists: boolean; text?: string }[];
  /** Sentences; with a refusal nothing is archived. */
  readonly refusals: readonly string[];
  readonly warnings: readonly string[];
}

export const PREVIEW_ARCHIVE = "specGlossary/previewArchive";

/** Which criteria of which stories are covered by which tasks, and what tests those. */
export interface TraceabilityResult {
  readonly folder: string;
  readonly name: string;
  readonly title: string;
  readonly status: string;
  /** False where no task names a criterion. */
  readonly linked: boolean;
  /** How a task names one, by example; absent where none ever does. */
  readonly naming?: string | undefined;
  readonly stories: readonly {
    /** Absent for what belongs to no story. */
    readonly story?: TraceNode & { readonly priority: string };
    readonly criteria: readonly (TraceNode & {
      readonly key: string;
      readonly storyKey?: string | undefined;
      readonly work: TraceWork;
      readonly tasks: readonly (TraceNode & { readonly work: TraceWork })[];
      readonly tests: readonly TraceNode[];
    })[];
    /** Tasks that satisfy none of the increment's criteria. */
    readonly tasks: readonly (TraceNode & { readonly work: TraceWork })[];
  }[];
}

export interface TraceNode {
  readonly id: string;
  readonly title: string;
  readonly uri: string;
  readonly range: Range;
}

/** `none` where nothing says how far something is. */
export type TraceWork = "open" | "done" | "deferred" | "dropped" | "none";

export const TRACEABILITY = "specGlossary/traceability";
