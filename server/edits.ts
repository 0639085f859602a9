/**
 * Edits as they are handed out: the one way from the changes of the engine to those of LSP. What is computed from a
 * text that is no longer the one in the editor, or on the disk, is computed anew, or refused.
 */
import { type Connection, ShowMessageRequest, type WorkspaceEdit } from "vscode-languageserver";
import {
  type FileChange,
  inLineEnds,
  isOf,
  isRead,
  type ReadPage,
  type Renaming,
} from "../glossary/index.ts";
import { type Place, toRenameEdit, toWorkspaceEdit } from "./convert.ts";
import { allInside, refusal } from "./handlers/refuse.ts";
import type { Session } from "./session.ts";

/** What the client can do. */
export interface EditClient {
  /** Whether it can ask its user about some of the edits. */
  readonly canConfirm: () => boolean;
  /** Whether it shows questions with answers to choose from. */
  readonly canAsk: () => boolean;
}

/** A page with its text, open or not; with `search`, one whose text fits. */
export type ReadNow = (path: string, search?: RegExp) => Promise<ReadPage | undefined>;

/** What is wanted of a state; asked again where the state turns out to be an old one. */
export type Compute<At, Made> = (at: At, read: ReadNow) => Made | undefined | Promise<Made | undefined>;

/** What is to be changed. */
export interface Changes {
  readonly changes: readonly FileChange[];
  /** Files in which a place is handed out besides. */
  readonly places?: readonly string[];
}

/** Which document it is about, the state of now, and what the whole is called. */
export interface Wish<At extends Place> {
  readonly uri: string;
  readonly at: () => At | undefined | Promise<At | undefined>;
  /** Begins the question where several files are changed; without it nobody is asked. */
  readonly title?: string;
}

export type Handed<At, Made> =
  | {
      readonly kind: "made";
      readonly at: At;
      readonly made: Made;
      readonly edit: WorkspaceEdit;
      /** The versions of the documents that are changed, or stood in, by path; `null` for files that are not open. */
      readonly versions: ReadonlyMap<string, number | null>;
    }
  /** The user was asked, and wants nothing to be changed. */
  | { readonly kind: "left" };

/** How often something is computed anew before it is refused. */
const AGAIN = 2;

export class Edits {
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #client: EditClient;
  readonly #versionOf: (uri: string) => number | null;

  constructor(connection: Connection, session: Session, client: EditClient) {
    this.#connection = connection;
    this.#session = session;
    this.#client = client;
    this.#versionOf = (uri) => session.versionOf(uri);
  }

  /** The edit for changes of open documents, from a state that was asked for in this turn; `undefined` where a file is concerned that is not open. */
  now(at: Place, changes: readonly FileChange[]): WorkspaceEdit | undefined {
    const isOpen = ({ kind, path }: FileChange) => kind === "create" || isRead(at.snapshot.pages.get(path));
    return changes.every(isOpen) ? this.#edit(at, changes) : undefined;
  }

  /** The edit for the changes that `compute` makes of the texts that the editor has, and of those on the disk; `undefined` where it makes none. */
  async fresh<At extends Place, Made extends Changes>(
    wish: Wish<At>,
    compute: Compute<At, Made>,
  ): Promise<Handed<At, Made> | undefined> {
    const paths = ({ changes, places = [] }: Made) => [
      ...changes.flatMap(({ kind, path }) => (kind === "create" ? [] : [path])),
      ...places,
    ];
    return await this.#settle(wish, compute, paths, (at, made) => ({
      kind: "made" as const,
      at,
      made,
      edit: this.#edit(at, made.changes),
      versions: new Map(paths(made).map((path) => [path, this.#versionOf(at.uriOf(path))])),
    }));
  }

  /**
   * As `fresh`, for a rename: nobody is asked about all of it. The author has named what is renamed, and editors show all
   * places before they are changed where somebody wants to see them (F2 in VS Code with Ctrl+Enter); a question in
   * front of each would be answered without being read. What is in doubt is asked about, place by place.
   */
  async renaming<At extends Place>(
    wish: Wish<At>,
    compute: Compute<At, Extract<Renaming, { kind: "edits" }>>,
  ): Promise<WorkspaceEdit | undefined> {
    const paths = ({ edits, moves }: Extract<Renaming, { kind: "edits" }>) => [
      ...edits.map(({ path }) => path),
      ...moves.map(({ from }) => from),
    ];
    const handed = await this.#settle(wish, compute, paths, (at, renaming) =>
      toRenameEdit(at, renaming, this.#versionOf, this.#client.canConfirm()),
    );
    return handed && "kind" in handed ? undefined : handed;
  }

  /** Computes until nothing has changed meanwhile. `finish` is called in the turn in which that was seen. */
  async #settle<At extends Place, Made, Result>(
    { uri, at: now, title }: Wish<At>,
    compute: Compute<At, Made>,
    pathsOf: (made: Made) => Iterable<string>,
    finish: (at: At, made: Made) => Result,
  ): Promise<Result | { readonly kind: "left" } | undefined> {
    let isSure = title === undefined || !this.#client.canAsk();
    for (let tries = 0; ; ) {
      const at = await now();
      if (!at) return undefined;
      const old = new Set<string>();
      const seen = new Set<string>();
      const made = await this.#computed(uri, at, compute, seen, old);
      const touched = made === undefined ? [] : [...new Set(pathsOf(made))];
      for (const path of touched)
        if (!seen.has(path) && !(await this.#isOnDisk(uri, at, path))) old.add(path);
      for (const path of [...seen, ...touched]) if (!this.#isHere(uri, at, path)) old.add(path);
      if (old.size === 0) {
        if (made === undefined) return undefined;
        if (isSure || touched.length < 2) return finish(at, made);
        if (!(await this.#asked(title ?? "", touched))) return { kind: "left" };
        isSure = true;
        continue;
      }
      const [first] = old;
      if (tries++ === AGAIN)
        throw refusal(`${first} has just been changed, and nothing has been done: try again in a moment`);
      await this.#session.readAgain(uri, old);
    }
  }

  /** What `compute` says; what it read goes to `seen`, what was not as the state knows it to `old`. */
  async #computed<At extends Place, Made>(
    uri: string,
    at: At,
    compute: Compute<At, Made>,
    seen: Set<string>,
    old: Set<string>,
  ): Promise<Made | undefined> {
    const read: ReadNow = async (path, search) => {
      const page = await this.#session.pageIn(uri, path, search);
      if (!page) return undefined;
      seen.add(path);
      const known = at.snapshot.pages.get(path);
      if (known && !isOf(known, page.text)) old.add(path);
      return page;
    };
    try {
      return await compute(at, read);
    } catch (error) {
      // What is said of texts that do not fit together says nothing.
      if (old.size > 0) return undefined;
      throw error;
    }
  }

  /** True for a page as it is on the disk; what is open does not count there. */
  async #isOnDisk(uri: string, { snapshot }: Place, path: string): Promise<boolean> {
    const known = snapshot.pages.get(path);
    if (!known || isRead(known)) return true;
    const text = await this.#session.textIn(uri, path);
    return text !== undefined && isOf(known, text);
  }

  /** True for a page that is still as the state knows it. */
  #isHere(uri: string, { snapshot }: Place, path: string): boolean {
    const known = snapshot.pages.get(path);
    const page = this.#session.pageNow(uri, path);
    if (known === page || !known || !page) return known === page;
    return isRead(page) ? isOf(known, page.text) : isRead(known) ? isOf(page, known.text) : false;
  }

  async #asked(title: string, paths: readonly string[]): Promise<boolean> {
    const yes = { title: `Change ${paths.length} files` };
    const names = paths.slice(0, 3).join(", ");
    const more = paths.length > 3 ? ` and ${paths.length - 3} more` : "";
    const answer = await this.#connection.sendRequest(ShowMessageRequest.type, {
      type: 3,
      message: `${title} changes ${paths.length} files: ${names}${more}. One undo takes it back.`,
      actions: [yes],
    });
    return answer?.title === yes.title;
  }

  #edit(at: Place, changes: readonly FileChange[]): WorkspaceEdit {
    return toWorkspaceEdit(at, inLineEnds(at.snapshot, allInside(this.#session, changes)), this.#versionOf);
  }
}
