/** Quick fixes, and what the client's commands need. */
import { type CodeAction, CodeActionKind, type Connection } from "vscode-languageserver";
import {
  copyStarter,
  lineStarts,
  linkFirstUses,
  newTerm,
  type OnFailure,
  offsetAt,
  positionAt,
  sourceToCompare,
} from "../../glossary/index.ts";
import type { Edits } from "../edits.ts";
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
import { Slices } from "../slices.ts";
import { FIX_ALL, type FixClient, Fixes } from "./fixes.ts";

/** Links the first use of each term in each section; can be run on save. */
export const LINK_FIRST_USES: CodeActionKind = "source.specGlossary.linkFirstUses";

/** Kinds are trees: `source` asks for `source.specGlossary` too. */
function contains(wanted: CodeActionKind, kind: CodeActionKind): boolean {
  return wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`);
}

/** What the client can do. */
interface Client extends FixClient {
  /** Whether it has a command. */
  readonly canRun: (command: string) => boolean;
}

export function actionHandlers(
  connection: Connection,
  session: Session,
  edits: Edits,
  failed: OnFailure,
  client: Client,
): void {
  const fixes = new Fixes(connection, session, edits, failed, client);
  connection.onCodeAction(async ({ textDocument, range, context: { only } }, token) => {
    const at = session.reportsOn(textDocument.uri) ? session.at(textDocument.uri) : undefined;
    if (!at) return null;
    // Nobody wants it while writing, so it is offered only where it was asked for.
    const asked = (kind: CodeActionKind) => only?.some((one) => one !== "" && contains(one, kind)) === true;
    const actions: CodeAction[] = [];
    if (asked(LINK_FIRST_USES)) {
      const change = linkFirstUses(at.snapshot, at.page, failed);
      const edit = change && edits.now(at, [change]);
      if (edit) actions.push({ title: "Link first uses", kind: LINK_FIRST_USES, edit });
    }
    if (asked(FIX_ALL)) actions.push(...fixes.safe(at));
    if (only && !only.some((kind) => contains(kind, CodeActionKind.QuickFix))) return actions;
    const { lines, text } = at.page;
    const span = {
      start: offsetAt(lines, range.start, text.length),
      end: offsetAt(lines, range.end, text.length),
    };
    actions.push(...(await fixes.at(at, range, new Slices(token))));
    const source = client.canRun(COMPARE_DEFINITIONS)
      ? sourceToCompare(at.snapshot, at.page, span, failed)
      : undefined;
    if (source !== undefined) actions.push(comparison(at.uriOf(source), at.uri));
    return actions;
  });

  connection.onRequest<NewTermResult | null, void>(NEW_TERM, async ({ uri, name }: NewTermParams) => {
    const wish = { uri, at: () => session.placeOf(uri) };
    const handed = await edits.fresh(wish, ({ snapshot }) => {
      const result = newTerm(snapshot, name);
      return result.kind === "known"
        ? { result, changes: [], places: [result.path] }
        : { result, changes: [result.change] };
    });
    if (handed?.kind !== "made") return null;
    const { at: place, versions } = handed;
    const { result } = handed.made;
    const linesOf = (path: string) => place.snapshot.pages.get(path)?.lines ?? lineStarts("");
    if (result.kind === "known") {
      const { path, offset } = result;
      return { kind: "known", uri: place.uriOf(path), position: positionAt(linesOf(path), offset) };
    }
    const { change } = result;
    const target = place.uriOf(change.path);
    if (change.kind === "create") {
      const { text, field } = change;
      return { kind: "page", uri: target, text, field: positionAt(lineStarts(text), field) };
    }
    const [{ span, text } = { span: { start: 0, end: 0 }, text: "" }] = change.edits;
    const position = positionAt(linesOf(change.path), span.start);
    const within = positionAt(lineStarts(text), change.field);
    const field = {
      line: position.line + within.line,
      character: within.character + (within.line === 0 ? position.character : 0),
    };
    return { kind: "row", uri: target, version: versions.get(change.path) ?? null, position, text, field };
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
