/** What decisions are looked up in. */
import type { SaysTerms, TermsView } from "../../terms/index/view.ts";
import type { Page as AnyPage, ReadPage as AnyReadPage, CoreView } from "../../workspace/workspace.ts";
import type { AdrExports } from "../model/index.ts";
import type { AdrIndex } from "./adrs.ts";

export interface SaysAdr {
  /** Decisions, and the numbers of decisions. */
  readonly adr: AdrExports;
}

export type Page = AnyPage<SaysAdr>;
export type ReadPage = AnyReadPage<SaysAdr>;

/** The decisions of a workspace. */
export interface AdrView extends CoreView<SaysAdr> {
  readonly adrs: AdrIndex;
}

/** Decisions together with terms: a link to a record is told from one to a term, and a hover says what an ADR is. */
export interface AdrTermsView extends AdrView, TermsView {
  readonly pages: ReadonlyMap<string, AnyPage<SaysAdr & SaysTerms>>;
}

export type AdrTermsPage = AnyReadPage<SaysAdr & SaysTerms>;
