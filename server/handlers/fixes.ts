/** Quick fixes, one at a time and many at once. Edits of files that are not open rest on what is on disk when they are asked for. */
import {
  type CodeAction,
  CodeActionKind,
  type Connection,
  MessageType,
  type Range,
  ShowMessageNotification,
} from "vscode-languageserver";
import {
  type Diagnostic,
  type FileChange,
  type Fix,
  fixAll,
  fixesAt,
  incrementOf,
  isMarkdown,
  type OnFailure,
  offsetAt,
  type ReadPage,
  RULES,
  repeatedAt,
  type Span,
} from "../../glossary/index.ts";
import { toDiagnostic, toWorkspaceEdit } from "../convert.ts";
import type { At, Session } from "../session.ts";
import { Slices } from "../slices.ts";
import { isInside } from "../uris.ts";

/** All fixes of a document that are safe; can be run on save. */
export const FIX_ALL: CodeActionKind = "source.fixAll.specGlossary";

/** What an action is to do once it is chosen. */
type Work =
  | { readonly kind: "one"; readonly rule: string; readonly title: string; readonly span: Span }
  | { readonly kind: "all"; readonly rule: string; readonly within: "file" | "increment" };

/** Comes back with the action when it is chosen. */
interface WorkData {
  readonly uri: string;
  readonly version: number | null;
  readonly work: Work;
}

/** What the client can do. */
export interface FixClient {
  /** Whether it can rename files as part of an edit. */
  readonly canRename: () => boolean;
  /** Whether it asks for the edit of an action when it is chosen. */
  readonly canResolve: () => boolean;
}

export class Fixes {
  readonly #session: Session;
  readonly #failed: OnFailure;
  readonly #client: FixClient;
  readonly #versionOf: (uri: string) => number | null;

  constructor(connection: Connection, session: Session, failed: OnFailure, client: FixClient) {
    this.#session = session;
    this.#failed = failed;
    this.#client = client;
    this.#versionOf = (uri) => session.versionOf(uri);
    connection.onCodeActionResolve(async (action, token) => {
      const data = action.data as WorkData | undefined;
      if (!data || action.edit) return action;
      const edit = await this.#editFor(data, new Slices(token));
      if (edit) return { ...action, edit };
      void connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: `“${action.title}” does not fit any more: the documents have changed since it was offered`,
      });
      return action;
    });
  }

  /** The quick fixes for what is reported in a range of a document. */
  async at({ uri }: At, range: Range, slices: Slices): Promise<CodeAction[]> {
    const at = this.#session.at(uri);
    if (!at) return [];
    const span = spanOf(at.page, range);
    const found = this.#fixesIn(at, span);
    const single = found.map(({ diagnostic, fix }): Promise<CodeAction> | CodeAction => {
      const action: CodeAction = {
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(at, diagnostic)],
        isPreferred: fix.preferred ?? false,
      };
      if (this.#closedIn(at, fix.changes).length === 0)
        return { ...action, edit: toWorkspaceEdit(at, fix.changes, this.#versionOf) };
      const { rule, span } = diagnostic;
      return this.#later(at, action, { kind: "one", rule, title: fix.title, span }, slices);
    });
    return [...(await Promise.all(single)), ...(await this.#many(at, span, slices))];
  }

  /** The action that carries out all safe fixes of a document; none where there are none. */
  safe(at: At): CodeAction[] {
    const { changes } = fixAll(RULES, at.snapshot, [at.page], { safety: "safe" }, this.#failed);
    const own = changes.filter(({ path }) => path === at.page.path);
    const edit = toWorkspaceEdit(at, own, this.#versionOf);
    return own.length > 0 ? [{ title: "Fix all that is safe to fix", kind: FIX_ALL, edit }] : [];
  }

  #fixesIn(at: At, span: Span): { diagnostic: Diagnostic; fix: Fix }[] {
    return fixesAt(RULES, at.snapshot, at.page, span, this.#failed).filter(({ fix }) =>
      fix.changes.every((change) => this.#isPossible(change)),
    );
  }

  /** Links name the files that are made for them: some are no names here, and some clients rename none. */
  #isPossible(change: FileChange): boolean {
    const { platform } = this.#session;
    if (change.kind === "create") return isInside(change.path, platform);
    return change.kind === "edit" || (this.#client.canRename() && isInside(change.to, platform));
  }

  async #many(at: At, span: Span, slices: Slices): Promise<CodeAction[]> {
    const actions: Promise<CodeAction>[] = [];
    for (const { rule, count } of repeatedAt(RULES, at.snapshot, at.page, span, this.#failed)) {
      const kind = CodeActionKind.QuickFix;
      const offer = (title: string, within: "file" | "increment") =>
        actions.push(this.#later(at, { title, kind }, { kind: "all", rule: rule.id, within }, slices));
      if (count > 1) offer(`Fix all ${count} of ${rule.id} in this file`, "file");
      if (rule.across && pathsAround(at).length > 1)
        offer(`Fix all of ${rule.id} in this increment`, "increment");
    }
    return Promise.all(actions);
  }

  /** The action with its edit, or with what is needed to find that when it is chosen. */
  async #later(at: At, action: CodeAction, work: Work, slices: Slices): Promise<CodeAction> {
    const data: WorkData = { uri: at.uri, version: this.#versionOf(at.uri), work };
    if (this.#client.canResolve()) return { ...action, data };
    const edit = await this.#editFor(data, slices);
    return edit ? { ...action, edit } : action;
  }

  async #editFor({ uri, version, work }: WorkData, slices: Slices): Promise<CodeAction["edit"]> {
    const at = this.#session.at(uri);
    if (!at || this.#versionOf(uri) !== version) return undefined;
    const changes = work.kind === "one" ? await this.#one(uri, work) : await this.#all(uri, work, slices);
    const now = this.#session.at(uri);
    return now && changes && changes.length > 0 && this.#versionOf(uri) === version
      ? toWorkspaceEdit(now, changes, this.#versionOf)
      : undefined;
  }

  async #one(uri: string, work: Work & { kind: "one" }): Promise<readonly FileChange[] | undefined> {
    const fresh = new Set<string>();
    for (;;) {
      const at = this.#session.at(uri);
      const fix =
        at &&
        this.#fixesIn(at, work.span).find(
          ({ diagnostic: { rule, span }, fix }) =>
            rule === work.rule && fix.title === work.title && span.start === work.span.start,
        )?.fix;
      const old = at && fix ? this.#closedIn(at, fix.changes).filter((path) => !fresh.has(path)) : [];
      if (old.length === 0) return fix?.changes;
      for (const path of old) fresh.add(path);
      await this.#session.readAgain(uri, old);
    }
  }

  async #all(
    uri: string,
    { rule, within }: Work & { kind: "all" },
    slices: Slices,
  ): Promise<readonly FileChange[]> {
    const before = this.#session.at(uri);
    if (!before) return [];
    const around = pathsAround(before);
    await this.#session.readAgain(uri, around);
    const at = this.#session.at(uri);
    if (!at) return [];
    const others = within === "file" ? [] : around.filter((path) => path !== at.page.path);
    const pages = [at.page, ...(await slices.all(others, (path) => this.#session.pageIn(uri, path)))];
    const rules = RULES.filter(({ id }) => id === rule);
    return fixAll(rules, at.snapshot, pages, { safety: "review" }, this.#failed).changes;
  }

  /** The files among those to be edited that are not open. */
  #closedIn(at: At, changes: readonly FileChange[]): string[] {
    return changes.flatMap(({ kind, path }) =>
      kind === "edit" && this.#versionOf(at.uriOf(path)) === null ? [path] : [],
    );
  }
}

/** The documents of the increment that a page belongs to, itself among them; none where it belongs to none. */
function pathsAround({ page, snapshot }: At): string[] {
  return incrementOf(snapshot.increments, page)?.paths.filter(isMarkdown) ?? [];
}

function spanOf({ lines, text }: ReadPage, { start, end }: Range): Span {
  return { start: offsetAt(lines, start, text.length), end: offsetAt(lines, end, text.length) };
}
