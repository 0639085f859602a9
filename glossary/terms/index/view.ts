/** What terms are looked up in. */
import type { Page as AnyPage, ReadPage as AnyReadPage, CoreView } from "../../workspace/workspace.ts";
import type { Glossary } from "./glossary.ts";
import type { Matcher } from "./matcher.ts";
import type { TermsSaid } from "./said.ts";

export interface SaysTerms {
  readonly terms: TermsSaid;
}

export type Page = AnyPage<SaysTerms>;
export type ReadPage = AnyReadPage<SaysTerms>;

export interface TermsIndex {
  readonly glossary: Glossary;
  readonly matcher: Matcher;
  /** The starter glossary, for a workspace that has no glossary of its own; read when first asked for. */
  readonly starter: (() => TermsView) | undefined;
}

/** The terms of a workspace. */
export interface TermsView extends CoreView<SaysTerms>, TermsIndex {}
