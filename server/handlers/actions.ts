/** Quick fixes, and what the client's commands need. */
import { type CodeAction, CodeActionKind, type Connection } from "vscode-languageserver";
import {
  copyStarter,
  fixesAt,
  linkFirstUses,
  newTerm,
  type OnFailure,
  offsetAt,
  RULES,
  sourceToCompare,
} from "../../glossary/index.ts";
import { toDiagnostic, toWorkspaceEdit } from "../convert.ts";
import {
  COMPARE_DEFINITIONS,
  COPY_STARTER,
  type CopyStarterParams,
  type CopyStarterResult,
  NEW_TERM,
  type NewTermParams,
  type NewTermResult,
} from "../protocol.ts";
import type { Session } from "../session.ts";

/** Links the first use of each term in each section; can be run on save. */
export const LINK_FIRST_USES: CodeActionKind = "source.specGlossary.linkFirstUses";

/** Kinds are trees: `source` asks for `source.specGlossary` too. */
function contains(wanted: CodeActionKind, kind: CodeActionKind): boolean {
  return wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`);
}

/** What the client can do. */
interface Client {
  /** Whether it can rename files as part of an edit. */
  readonly canRename: () => boolean;
  /** Whether it has a command. */
  readonly canRun: (command: string) => boolean;
}

export function actionHandlers(
  connection: Connection,
  session: Session,
  failed: OnFailure,
  client: Client,
): void {
  connection.onCodeAction(({ textDocument, range, context }) => {
    const at = session.at(textDocument.uri);
    if (!at) return null;
    const { only } = context;
    const versionOf = (uri: string) => session.versionOf(uri);
    // Nobody wants it while writing, so it is offered only where it was asked for.
    if (only?.some((kind) => kind !== "" && contains(kind, LINK_FIRST_USES))) {
      const change = linkFirstUses(at.snapshot, at.page, failed);
      const edit = change && toWorkspaceEdit(at, [change], versionOf);
      return edit ? [{ title: "Link first uses", kind: LINK_FIRST_USES, edit }] : [];
    }
    if (only && !only.some((kind) => contains(kind, CodeActionKind.QuickFix))) return [];
    const { lines, text } = at.page;
    const span = {
      start: offsetAt(lines, range.start, text.length),
      end: offsetAt(lines, range.end, text.length),
    };
    const fixes = fixesAt(RULES, at.snapshot, at.page, span, failed).filter(
      ({ fix }) => client.canRename() || !fix.changes.some(({ kind }) => kind === "rename"),
    );
    const actions = fixes.map(
      ({ diagnostic, fix }): CodeAction => ({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(at, diagnostic)],
        isPreferred: fix.preferred ?? false,
        edit: toWorkspaceEdit(at, fix.changes, versionOf),
      }),
    );
    const source = client.canRun(COMPARE_DEFINITIONS)
      ? sourceToCompare(at.snapshot, at.page, span, failed)
      : undefined;
    return source === undefined ? actions : [...actions, comparison(at.uriOf(source), at.uri)];
  });

  connection.onRequest<NewTermResult | null, void>(NEW_TERM, async ({ uri, name }: NewTermParams) => {
    const place = await session.placeOf(uri);
    if (!place) return null;
    const result = newTerm(place.snapshot, name);
    if (result.kind === "known") return { kind: "known", uri: place.uriOf(result.path) };
    return { kind: "new", uri: place.uriOf(result.change.path), text: result.change.text };
  });

  connection.onRequest<CopyStarterResult | null, void>(COPY_STARTER, async ({ uri }: CopyStarterParams) => {
    const place = await session.placeOf(uri);
    return place && copyStarter(place.snapshot).map(({ path, text }) => ({ uri: place.uriOf(path), text }));
  });
}

function comparison(source: string, copy: string): CodeAction {
  const title = "Compare the definitions";
  const command = { title, command: COMPARE_DEFINITIONS, arguments: [source, copy] };
  return { title, kind: CodeActionKind.QuickFix, command };
}
