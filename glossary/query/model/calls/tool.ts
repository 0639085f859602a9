/** A library that reads and writes rows of a database, and the calls of it in program code. */
import type { Span } from "../../../text/span.ts";
import type { Chain, Code } from "../code/chains.ts";
import type { Language } from "../code/languages.ts";
import type { Condition } from "../conditions.ts";

/** To add a library: one file with a `CallTool`, and its row in `tools.ts`. */
export interface CallTool {
  readonly name: string;
  /** The languages it is for; inline code is read as if it were in the first of them. */
  readonly languages: readonly [Language, ...Language[]];
  /** Found in each piece of code that calls it, and quickly. */
  readonly trigger: RegExp;
  /** Found in inline code that is such a call, where other code may look alike. */
  readonly inline: RegExp;
  /** What one chain of calls reads. */
  readonly read?: (chain: Chain, code: Code) => Access | undefined;
  /** What is no chain: methods that are declared, queries with words of their own. */
  readonly readAll?: (code: Code) => readonly Access[];
}

/** A table that a call reads or changes, as written; positions are those of the code. */
export interface Access {
  readonly table: { readonly name: string; readonly span: Span };
  readonly where: Condition;
  readonly span: Span;
  /**
   * True for a call that finds by what is unique, as one may think: it counts only where the table and its columns are
   * declared.
   */
  readonly unique?: boolean;
  /** True where a name may lead over another table: `customerEmail`. */
  readonly nested?: boolean;
  /** Keys of columns for which the library makes an index by itself; they count where the table is not declared. */
  readonly served?: (column: string) => boolean;
}
