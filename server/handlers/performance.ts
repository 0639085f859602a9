/** The performance of increments: the line above their titles, and the report. */
import type { CodeLens, Connection } from "vscode-languageserver";
import {
  findIncrements,
  lensTitle,
  type OnFailure,
  type PerformanceReport,
  performanceLensAt,
  performancePaths,
  performanceReport,
  positionAt,
  type ReadPage,
  RULES,
  reportMarkdown,
  type Snapshot,
} from "../../glossary/index.ts";
import { type Place, toRange, toReportLinks } from "../convert.ts";
import {
  PERFORMANCE,
  type PerformanceParams,
  type PerformanceResult,
  VALIDATE_PERFORMANCE,
} from "../protocol.ts";
import type { Session } from "../session.ts";
import { normalUri, pathIn } from "../uris.ts";

export function performanceHandlers(connection: Connection, session: Session, failed: OnFailure): void {
  connection.onRequest<PerformanceResult | null, void>(
    PERFORMANCE,
    async ({ uri }: PerformanceParams): Promise<PerformanceResult | null> => {
      const place = await session.placeOf(uri);
      const path = place && pathIn(normalUri(place.uriOf("")), normalUri(uri));
      if (!place || path === undefined) return null;
      const [meant] = findIncrements(place.snapshot, path);
      if (!meant) {
        const increments = findIncrements(place.snapshot).map(({ folder, title }) => ({
          title,
          name: folder.slice(folder.lastIndexOf("/") + 1),
          uri: place.uriOf(folder),
        }));
        return { kind: "choose", increments };
      }
      const report = await reportOf(session, uri, place, meant.folder, failed);
      if (!report) return null;
      const { snapshot } = (await session.placeOf(uri)) ?? place;
      const made = reportMarkdown(report, (page, offset) => lineOf(snapshot, page, offset));
      return {
        kind: "report",
        title: report.title,
        report: made.text,
        links: toReportLinks(place, made),
      };
    },
  );
}

/** The line above the title of a specification with criteria for performance. */
export async function performanceLenses(
  session: Session,
  uri: string,
  failed: OnFailure,
): Promise<CodeLens[]> {
  const at = session.at(uri);
  const lens = at?.snapshot.complete ? performanceLensAt(at.snapshot, at.page) : undefined;
  const report = at && lens && (await reportOf(session, uri, at, lens.folder, failed));
  if (!at || !lens || !report) return [];
  const command = { title: lensTitle(report), command: VALIDATE_PERFORMANCE, arguments: [uri] };
  return [{ range: toRange(at.page.lines, lens.span), command }];
}

async function reportOf(
  session: Session,
  uri: string,
  { snapshot: before }: Place,
  folder: string,
  failed: OnFailure,
): Promise<PerformanceReport | undefined> {
  const pages = await Promise.all(performancePaths(before, folder).map((path) => session.pageIn(uri, path)));
  const read = pages.filter((page): page is ReadPage => page !== undefined);
  await session.bringSqlFor(uri, read);
  const { snapshot } = (await session.placeOf(uri)) ?? { snapshot: before };
  return performanceReport(RULES, snapshot, folder, read, failed);
}

function lineOf({ pages }: Snapshot, path: string, offset: number): number {
  return positionAt(pages.get(path)?.lines ?? new Uint32Array(1), offset).line;
}
