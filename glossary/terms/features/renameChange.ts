import type { Term } from "../model/term.ts";

/** What is to be done, the same for all pages. */
export interface Change {
  readonly term: Term;
  readonly old: string;
  /** The term as it will be, as far as its main name goes. */
  readonly renamed: Term;
  /** The same with the whole of the new name, as its entries get it: `Pier (dock)`. */
  readonly titled: Term;
  /** Whether small letters and capitals are told apart, so that the name is the same wherever it stands. */
  readonly asItIs: boolean;
  /** What links to it have in their addresses. */
  readonly names: readonly string[];
  /** What its pages are called in lists of ids. */
  readonly ids: readonly string[];
  /** The name that the term has in addresses, before and after; `undefined` where it stays. */
  readonly address: { readonly from: string; readonly to: string } | undefined;
  readonly moves: readonly { readonly from: string; readonly to: string }[];
}
