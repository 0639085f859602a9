/** Quick fixes, one at a time and many at once. Edits of files that are not open rest on what is on disk when they are asked for. */
import {
  type CodeAction,
  CodeActionKind,
  type Connection,
  MessageType,
  type Range,
  ShowMessageNotification,
  type WorkspaceEdit,
} from "vscode-languageserver";
import {
  type Diagnostic,
  type FileChange,
  type Fix,
  fixAll,
  fixesAt,
  fixingAll,
  incrementOf,
  isMarkdown,
  type OnFailure,
  offsetAt,
  type ReadPage,
  RULES,
  repeatedAt,
  type Span,
} from "../../glossary/index.ts";
import { toDiagnostic } from "../convert.ts";
import type { Edits, ReadNow } from "../edits.ts";
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
  readonly #edits: Edits;
  readonly #failed: OnFailure;
  readonly #client: FixClient;
  readonly #versionOf: (uri: string) => number | null;

  constructor(connection: Connection, session: Session, edits: Edits, failed: OnFailure, client: FixClient) {
    this.#session = session;
    this.#edits = edits;
    this.#failed = failed;
    this.#client = client;
    this.#versionOf = (uri) => session.versionOf(uri);
    connection.onCodeActionResolve(async (action, token) => {
      const data = action.data as WorkData | undefined;
      if (!data || action.edit) return action;
      const handed = await this.#editFor(data, new Slices(token), `“${action.title}”`);
      if (handed === "left") return action;
      if (handed) return { ...action, edit: handed };
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
      const edit = filesIn(fix.changes) < 2 && this.#edits.now(at, fix.changes);
      if (edit) return { ...action, edit };
      const { rule, span } = diagnostic;
      return this.#later(at, action, { kind: "one", rule, title: fix.title, span }, slices);
    });
    return [...(await Promise.all(single)), ...(await this.#many(at, span, slices))];
  }

  /** The action that carries out all safe fixes of a document; none where there are none. */
  safe(at: At): CodeAction[] {
    const { changes } = fixAll(RULES, at.snapshot, [at.page], { safety: "safe" }, this.#failed);
    const own = changes.filter(({ path }) => path === at.page.path);
    const edit = this.#edits.now(at, own);
    return edit && own.length > 0 ? [{ title: "Fix all that is safe to fix", kind: FIX_ALL, edit }] : [];
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
    return edit && edit !== "left" ? { ...action, edit } : action;
  }

  /** `title`: what somebody has chosen, who can be asked about it. */
  async #editFor(
    { uri, version, work }: WorkData,
    slices: Slices,
    title?: string,
  ): Promise<WorkspaceEdit | "left" | undefined> {
    const wish = {
      uri,
      // The place of the finding is one in that version.
      at: () => (this.#versionOf(uri) === version ? this.#session.at(uri) : undefined),
      ...(title !== undefined && { title }),
    };
    const handed = await this.#edits.fresh(wish, async (at, read) => {
      const changes = work.kind === "one" ? this.#one(at, work) : await this.#all(at, read, work, slices);
      return changes && changes.length > 0 ? { changes } : undefined;
    });
    return handed?.kind === "made" ? handed.edit : handed?.kind;
  }

  #one(at: At, work: Work & { kind: "one" }): readonly FileChange[] | undefined {
    return this.#fixesIn(at, work.span).find(
      ({ diagnostic: { rule, span }, fix }) =>
        rule === work.rule && fix.title === work.title && span.start === work.span.start,
    )?.fix.changes;
  }

  async #all(
    at: At,
    read: ReadNow,
    { rule, within }: Work & { kind: "all" },
    slices: Slices,
  ): Promise<readonly FileChange[]> {
    const rules = RULES.filter(({ id }) => id === rule);
    const fixes = fixingAll(rules, at.snapshot, { safety: "review" }, this.#failed);
    fixes.take(at.page);
    for (const path of within === "file" ? [] : pathsAround(at)) {
      await slices.next();
      const page = path === at.page.path ? undefined : await read(path);
      if (page) fixes.take(page);
    }
    return fixes.result().changes;
  }
}

/** How many of the files that are there are changed. */
function filesIn(changes: readonly FileChange[]): number {
  return new Set(changes.flatMap(({ kind, path }) => (kind === "create" ? [] : [path]))).size;
}

/** The documents of the increment that a page belongs to, itself among them; none where it belongs to none. */
function pathsAround({ page, snapshot }: At): string[] {
  return incrementOf(snapshot.increments, page)?.paths.filter(isMarkdown) ?? [];
}

function spanOf({ lines, text }: ReadPage, { start, end }: Range): Span {
  return { start: offsetAt(lines, start, text.length), end: offsetAt(lines, end, text.length) };
}
