/** The parser for SQL, which is large: it is loaded when the first document wants it. */
import type { AnalysisHost, ParseSql } from "../glossary/index.ts";

interface Loader {
  loadSql(): Promise<ParseSql>;
  warn(message: string): void;
}

export class SqlParser {
  readonly #loader: Loader;
  #loading: Promise<ParseSql> | undefined;
  #failed = false;

  constructor(loader: Loader) {
    this.#loader = loader;
  }

  /** Resolves when the engine has it; `undefined` where it cannot be loaded, which is said once. */
  bringTo(host: AnalysisHost): Promise<void> | undefined {
    if (this.#failed) return undefined;
    this.#loading ??= this.#loader.loadSql();
    return this.#loading.then(
      (parseSql) => {
        // Several documents may have waited.
        if (!host.snapshot().sql) host.apply({ bring: { parseSql } });
      },
      (error: Error) => {
        if (!this.#failed) this.#loader.warn(`Queries are not looked at: ${error.stack ?? error}`);
        this.#failed = true;
      },
    );
  }
}
