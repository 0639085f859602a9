/** Increments: what the client's commands and the traceability view need. */
import type { Connection } from "vscode-languageserver";
import {
  addToIncrement,
  configurationFor,
  countFindings,
  type Diagnostic,
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
import { type Place, toDiagnostic, toRange, toReportLinks } from "../convert.ts";
import type { Edits, ReadNow } from "../edits.ts";
import {
  ADD_TO_INCREMENT,
  type AddToIncrementParams,
  type AddToIncrementResult,
  type ArchivePreviewResult,
  INCREMENTS,
  type IncrementParams,
  type IncrementsParams,
  type IncrementsResult,
  NEW_INCREMENT,
  type NewIncrementParams,
  type NewIncrementResult,
  PREVIEW_ARCHIVE,
  TRACEABILITY,
  type TraceabilityResult,
  VALIDATE_INCREMENT,
  type ValidateResult,
} from "../protocol.ts";
import type { Session } from "../session.ts";
import { Slices } from "../slices.ts";
import { archivePreview } from "./archivePreview.ts";
import { traceabilityOf } from "./traceability.ts";

export function incrementHandlers(
  connection: Connection,
  session: Session,
  edits: Edits,
  failed: OnFailure,
): void {
  connection.onRequest(
    INCREMENTS,
    async ({ uri, position, folder }: IncrementsParams): Promise<IncrementsResult | null> => {
      const place = await session.placeOf(uri);
      if (!place) return null;
      const { snapshot } = place;
      const { increments } = snapshot;
      const path = place.pathOf(uri) ?? "";
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
      const wish = { uri, at: () => session.placeOf(uri) };
      const handed = await edits.fresh(wish, async (place, read) => {
        const { snapshot } = place;
        const layout = LAYOUTS.find((one) => one.id === id) ?? LAYOUTS[0];
        const root = incrementsRoot(snapshot, place.pathOf(uri) ?? "", layout);
        const configuration = await textAt(place, layout.configurationOf?.(root), read);
        return newIncrement(snapshot, root, layout, { ...answers, ...wanted }, configuration);
      });
      if (handed?.kind !== "made") return null;
      const { at, made, edit } = handed;
      return { uri: at.uriOf(made.path), edit, field: toRange(lineStarts(made.text), made.field) };
    },
  );

  connection.onRequest<AddToIncrementResult, void>(
    ADD_TO_INCREMENT,
    async ({ uri, folder, add }: AddToIncrementParams): Promise<AddToIncrementResult> => {
      let reason = GONE;
      const wish = { uri, at: () => session.placeOf(uri), title: TITLES[add.what] };
      const handed = await edits.fresh(wish, async (place, read) => {
        const increment = place.snapshot.increments.at(folder);
        reason = GONE;
        if (!increment) return undefined;
        const wanted = await complete(place, increment, add, read);
        const target = pageForAddition(increment, wanted, place.pathOf(uri) ?? "");
        const made = addToIncrement(increment, wanted, await pageAt(place, target, read));
        if (!made || made === "code") {
          const name = target.split("/").at(-1);
          reason = made
            ? `The place for it in ${name} is in a block of code that is not closed: close that first.`
            : refusalToAdd(increment, wanted);
          return undefined;
        }
        const create: FileChange = { kind: "create", path: made.path, text: made.text };
        return made.create
          ? { made, changes: [create, ...made.counts] }
          : { made, changes: made.counts, places: [made.path] };
      });
      if (handed?.kind !== "made") return handed ?? { kind: "refused", reason };
      const { at: place, edit, versions } = handed;
      const { made } = handed.made;
      const at = { uri: place.uriOf(made.path) };
      if (made.create) {
        const field = toRange(lineStarts(made.text), firstField(made.text));
        return { kind: "create", ...at, edit, field };
      }
      const lines = place.snapshot.pages.get(made.path)?.lines ?? new Uint32Array(1);
      const version = versions.get(made.path) ?? null;
      return { kind: "insert", ...at, version, position: positionAt(lines, made.at), text: made.text, edit };
    },
  );

  connection.onRequest(
    VALIDATE_INCREMENT,
    async ({ uri, folder }: IncrementParams, token): Promise<ValidateResult | null> => {
      const slices = new Slices(token);
      const place = await slices.wait(session.placeOf(uri));
      const increment = place?.snapshot.increments.at(folder);
      if (!place || !increment) return null;
      const pages = await slices.all(incrementPages(increment), (path) =>
        place.snapshot.pages.has(path) ? session.pageIn(uri, path) : Promise.resolve(undefined),
      );
      await session.bringSqlFor(uri, pages);
      const snapshot = withClosed(((await session.placeOf(uri)) ?? place).snapshot);
      const files = new Map<string, readonly Diagnostic[]>();
      for (const page of pages) {
        await slices.next();
        files.set(page.path, diagnose(RULES, snapshot, page, failed));
      }
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
    PREVIEW_ARCHIVE,
    async ({ uri, folder }: IncrementParams, token): Promise<ArchivePreviewResult | null> => {
      const slices = new Slices(token);
      const place = await slices.wait(session.placeOf(uri));
      const increment = place?.snapshot.increments.at(folder);
      if (!place || !increment) return null;
      const { archiving } = layoutOf(increment);
      const { name } = increment;
      if (!archiving?.changes(increment))
        return { name, isArchived: false, pages: [], refusals: [], warnings: [] };
      const texts = new Map<string, string>();
      for (const path of archiving.reads(increment)) {
        await slices.next();
        const text = await session.textIn(uri, path);
        if (text !== undefined) texts.set(path, text);
      }
      return archivePreview(place, increment, archiving.preview(increment, texts));
    },
  );

  connection.onRequest(
    TRACEABILITY,
    async ({ uri, folder }: IncrementParams, token): Promise<TraceabilityResult | null> => {
      const slices = new Slices(token);
      const place = await slices.wait(session.placeOf(uri));
      const found = place && traceability(place.snapshot, folder);
      if (!place || !found) return null;
      const texts = new Map<string, string>();
      for (const path of place.snapshot.increments.units.get(folder)?.paths ?? []) {
        await slices.next();
        texts.set(path, (await session.textIn(uri, path)) ?? "");
      }
      return traceabilityOf(place, found, (path: string, span: Span) =>
        (texts.get(path) ?? "").slice(span.start, span.end),
      );
    },
  );

  async function complete(
    place: Place,
    increment: Increment,
    add: AddToIncrementParams["add"],
    read: ReadNow,
  ): Promise<Wanted> {
    if (add.what !== "story") return { ...add, story: add.story };
    const path = configurationFor(place.snapshot, increment);
    return newStory(place.snapshot, increment, await textAt(place, path, read));
  }

  async function textAt(place: Place, path: string | undefined, read: ReadNow): Promise<string | undefined> {
    return path === undefined ? undefined : (await pageAt(place, path, read))?.text;
  }

  async function pageAt({ snapshot }: Place, path: string, read: ReadNow): Promise<ReadPage | undefined> {
    return snapshot.pages.has(path) ? await read(path) : undefined;
  }
}

/** What the question begins with where counts in another file say one more. */
const TITLES = { story: "The new user story", criterion: "The new criterion", task: "The new task" } as const;

const GONE = "This increment does not exist any more.";

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
