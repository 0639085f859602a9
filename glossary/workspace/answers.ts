/** What the domains answer, in one shape each. Offsets are UTF-16 units from the start of a text. */
import type { Span } from "../text/span.ts";
import type { ReadPage } from "./workspace.ts";

/** What a hover shows. */
export interface Hover {
  readonly span: Span;
  /** Safe Markdown: no HTML, no images, no links into the workspace. */
  readonly markdown: string;
  /** The pages that the text is from, to be linked below it. */
  readonly sources: readonly { readonly label: string; readonly path: string; readonly span: Span }[];
}

/** Where something leads. */
export interface Destination {
  /** What was pointed at. */
  readonly origin: Span;
  readonly path: string;
  /** In the file at `path`. */
  readonly span: Span;
}

/** What was typed before completions are asked for. */
export interface Typing {
  /** The user asked, or typed a letter of a word: one of the characters after which the editor asks did not do it. */
  readonly invoked: boolean;
  /** The character that did. */
  readonly trigger: string | undefined;
}

/** Something that can be written at a place. In texts that are not always there "" is for none. */
export interface Completion {
  /** `text`: words as they are; `value`: one of a few words; `reference`: a name of what is elsewhere. */
  readonly kind: "text" | "value" | "reference";
  readonly label: string;
  /** Beside the label, in every row of the list. */
  readonly note: string;
  /** Above the documentation. */
  readonly detail: string;
  /** True for what does not hold any more, and is there for those who look for it. */
  readonly outdated: boolean;
  /** What the typed text is compared with. */
  readonly filter: string;
  readonly replace: Span;
  readonly text: string;
  /** Safe Markdown. */
  readonly documentation: string;
  /** What `describe` knows it by, where that has the documentation. */
  readonly id: string;
}

/** What most completions have. */
export const PLAIN = { note: "", detail: "", outdated: false, documentation: "", id: "" } as const;

/** What can be written at a place, the best one first. */
export interface Completions {
  readonly items: readonly Completion[];
  /** True where there are more: ask again when more has been typed. `undefined` where there never are. */
  readonly incomplete?: boolean;
}

/** One place of what was asked about. */
export interface Use {
  readonly path: string;
  readonly span: Span;
  /** True where it is defined. */
  readonly defines: boolean;
}

/** A use on the page that was asked about. */
export type UseHere = Omit<Use, "path">;

/** Where something is used: known, or to be looked for in texts, which closed pages do not have. */
export type References<Said = unknown> =
  | { readonly kind: "known"; readonly uses: readonly Use[] }
  | {
      readonly kind: "search";
      /** Pages that have to be looked at. */
      readonly paths: readonly string[];
      /** Fits the texts of the others that have to be. */
      readonly search: RegExp | undefined;
      /** The uses on a page, by place. */
      usesOn(page: ReadPage<Said>): readonly UseHere[];
    };

/** A line of the outline. */
export interface Outlined {
  /** What it is, for the picture beside it. */
  readonly kind: "story" | "criterion" | "task" | "decision" | "other";
  readonly name: string;
  /** A word or two behind the name; "" where there is nothing to say. */
  readonly detail: string;
  readonly span: Span;
  readonly nameSpan: Span;
  /** Absent where there never are any. */
  readonly children?: readonly Outlined[];
}

/** A line above a place. */
export interface Lens {
  readonly span: Span;
  readonly title: string;
  /** The page to open. */
  readonly opens?: { readonly path: string } | undefined;
  /** The places to show, where no page is to be opened. */
  readonly shows: readonly { readonly path: string; readonly span: Span }[];
}

/** A link that the text does not say in a way that editors can follow. */
export interface DocumentLink {
  readonly span: Span;
  readonly path: string;
  readonly target: Span;
  readonly tooltip: string;
}
