/** Increments: what the client's commands and the traceability view need. */
import type { Connection, WorkspaceEdit } from "vscode-languageserver";
import {
  addToIncrement,
  configurationFor,
  countFindings,
  diagnose,
  type FileChange,
  firstField,
  type Increment,
  incrementOf,
  incrementPages,
  incrementReport,
  incrementsRoot,
  incrementTitle,
  isActiveIncrement,
  LAYOUTS,
  layoutOf,
  layoutsFor,
  lineStarts,
  newIncrement,
  newStory,
  type OnFailure,
  offsetAt,
  pageForAddition,
  positionAt,
  type ReadPage,
  RULES,
  refusalToAdd,
  type Snapshot,
  type Span,
  spotAt,
  traceability,
  type Wanted,
  withClosed,
} from "../../glossary/index.ts";
import { type Place, toDiagnostic, toRange, toReportLinks, toWorkspaceEdit } from "../convert.ts";
import {
  ADD_TO_INCREMENT,
  type AddToIncrementParams,
  type AddToIncrementResult,
  INCREMENTS,
  type IncrementParams,
  type IncrementsParams,
  type IncrementsResult,
  NEW_INCREMENT,
  type NewIncrementParams,
  type NewIncrementResult,
  TRACEABILITY,
  type TraceabilityResult,
  VALIDATE_INCREMENT,
  type ValidateResult,
} from "../protocol.ts";
import type { Session } from "../session.ts";
import { normalUri, pathIn } from "../uris.ts";
import { traceabilityOf } from "./traceability.ts";

export function incrementHandlers(connection: Connection, session: Session, failed: OnFailure): void {
  connection.onRequest(
    INCREMENTS,
    async ({ uri, position, folder }: IncrementsParams): Promise<IncrementsResult | null> => {
      const place = await session.placeOf(uri);
      if (!place) return null;
      const { snapshot } = place;
      const { increments } = snapshot;
      const path = pathFrom(place, uri);
      const page = snapshot.pages.get(path);
      const own = page ? incrementOf(increments, page) : increments.at(path);
      const current = folder === undefined ? own : increments.at(folder);
      const known = page?.exports.increment;
      const spot =
        known && position && own === current
          ? spotAt(known, offsetAt(page.lines, position, Number.MAX_SAFE_INTEGER))
          : {};
      const all = [...increments.units.keys()].flatMap((one) => increments.at(one) ?? []);
      return {
        increments: all.map((one) => ({
          folder: one.unit,
          name: one.name,
          title: incrementTitle(one),
          status: one.status?.what.text ?? "",
          closed: !isActiveIncrement(one),
        })),
        ...(current && {
          current: {
            folder: current.unit,
            words: layoutOf(current).words,
            tasksOfStories: layoutOf(current).tasksOfStories,
            ...spot,
            stories: storiesOf(current),
          },
        }),
        layouts: layoutsAt(snapshot, path),
      };
    },
  );

  connection.onRequest(
    NEW_INCREMENT,
    async ({
      uri,
      layout: id,
      answers,
      ...wanted
    }: NewIncrementParams): Promise<NewIncrementResult | null> => {
      const place = await session.placeOf(uri);
      if (!place) return null;
      const { snapshot } = place;
      const layout = LAYOUTS.find((one) => one.id === id) ?? LAYOUTS[0];
      const root = incrementsRoot(snapshot, pathFrom(place, uri), layout);
      const configuration = await textAt(uri, place, layout.configurationOf?.(root));
      const made = newIncrement(snapshot, root, layout, { ...answers, ...wanted }, configuration);
      const field = toRange(lineStarts(made.text), made.field);
      return { uri: place.uriOf(made.path), edit: editOf(place, made.changes), field };
    },
  );

  connection.onRequest<AddToIncrementResult, void>(
    ADD_TO_INCREMENT,
    async ({ uri, folder, add }: AddToIncrementParams): Promise<AddToIncrementResult> => {
      const place = await session.placeOf(uri);
      const increment = place?.snapshot.increments.at(folder);
      if (!place || !increment) return { kind: "refused", reason: "This increment does not exist any more." };
      const wanted = await complete(uri, place, increment, add);
      const target = pageForAddition(increment, wanted, pathFrom(place, uri));
      const page = await pageAt(uri, place, target);
      const made = addToIncrement(increment, wanted, page);
      if (!made) return { kind: "refused", reason: refusalToAdd(increment, wanted) };
      if (made === "code") {
        const name = target.split("/").at(-1);
        const reason = `The place for it in ${name} is in a block of code that is not closed: close that first.`;
        return { kind: "refused", reason };
      }
      const at = { uri: place.uriOf(made.path) };
      if (made.create) {
        const field = toRange(lineStarts(made.text), firstField(made.text));
        const create: FileChange = { kind: "create", path: made.path, text: made.text };
        return { kind: "create", ...at, edit: editOf(place, [create, ...made.counts]), field };
      }
      const position = positionAt(page?.lines ?? new Uint32Array(1), made.at);
      return { kind: "insert", ...at, position, text: made.text, edit: editOf(place, made.counts) };
    },
  );

  connection.onRequest(
    VALIDATE_INCREMENT,
    async ({ uri, folder }: IncrementParams): Promise<ValidateResult | null> => {
      const place = await session.placeOf(uri);
      const increment = place?.snapshot.increments.at(folder);
      if (!place || !increment) return null;
      const read = await Promise.all(incrementPages(increment).map((path) => pageAt(uri, place, path)));
      const pages = read.filter((page): page is ReadPage => page !== undefined);
      await session.bringSqlFor(uri, pages);
      const snapshot = withClosed(((await session.placeOf(uri)) ?? place).snapshot);
      const files = new Map(pages.map((page) => [page.path, diagnose(RULES, snapshot, page, failed)]));
      const findings = [...files.values()].flat();
      const report = incrementReport(snapshot, increment, findings);
      return {
        name: increment.name,
        summary: countFindings(findings),
        report: report.text,
        links: toReportLinks(place, report),
        files: [...files].map(([path, found]) => ({
          uri: place.uriOf(path),
          diagnostics: found.map((one) => toDiagnostic(place, one)),
        })),
      };
    },
  );

  connection.onRequest(
    TRACEABILITY,
    async ({ uri, folder }: IncrementParams): Promise<TraceabilityResult | null> => {
      const place = await session.placeOf(uri);
      const found = place && traceability(place.snapshot, folder);
      if (!place || !found) return null;
      const texts = new Map<string, string>();
      for (const path of place.snapshot.increments.units.get(folder)?.paths ?? [])
        texts.set(path, (await session.textIn(uri, path)) ?? "");
      return traceabilityOf(place, found, (path: string, span: Span) =>
        (texts.get(path) ?? "").slice(span.start, span.end),
      );
    },
  );

  async function complete(
    uri: string,
    place: Place,
    increment: Increment,
    add: AddToIncrementParams["add"],
  ): Promise<Wanted> {
    if (add.what !== "story") return { ...add, story: add.story };
    const path = configurationFor(place.snapshot, increment);
    return newStory(place.snapshot, increment, await textAt(uri, place, path));
  }

  async function textAt(uri: string, place: Place, path: string | undefined): Promise<string | undefined> {
    return path === undefined ? undefined : (await pageAt(uri, place, path))?.text;
  }

  async function pageAt(uri: string, { snapshot }: Place, path: string): Promise<ReadPage | undefined> {
    return snapshot.pages.has(path) ? await session.pageIn(uri, path) : undefined;
  }

  function editOf(place: Place, changes: readonly FileChange[]): WorkspaceEdit {
    return toWorkspaceEdit(place, changes, (uri) => session.versionOf(uri));
  }
}

/** The path of a document or folder in its workspace folder. */
function pathFrom(place: Place, uri: string): string {
  return pathIn(normalUri(place.uriOf("")), normalUri(uri)) ?? "";
}

/** The layouts there are, with those said to be offered that a new increment may have here. */
function layoutsAt(snapshot: Snapshot, path: string): IncrementsResult["layouts"] {
  const offered = layoutsFor(snapshot, path);
  return LAYOUTS.map((layout) => {
    const { id, label, about, words } = layout;
    const asks = layout.asks?.(snapshot, incrementsRoot(snapshot, path, layout)) ?? [];
    return { id, label, about, unit: words.unit, asks, isOffered: offered.includes(layout) };
  });
}

type Current = NonNullable<IncrementsResult["current"]>;

function storiesOf({ stories, coverage }: Increment): Current["stories"] {
  return [...stories].flatMap(([key, [first]]) => {
    if (!first) return [];
    const own = [...coverage].filter(([, { criterion }]) => criterion.what.story === key);
    const criteria = own.map(([one, { criterion, tasks }]) => ({
      key: one,
      id: criterion.what.id.text,
      title: criterion.what.title,
      covered: tasks.length > 0,
    }));
    return [{ key, id: first.what.id.text, title: first.what.title, criteria }];
  });
}
