/** What archiving an increment would do, as the client gets it. */
import type { ArchivedPage, Increment } from "../../glossary/index.ts";
import type { Place } from "../convert.ts";
import type { ArchivePreviewResult } from "../protocol.ts";

/** The pages that would be others, and what stands in the way. */
export function archivePreview(
  place: Place,
  { name }: Increment,
  pages: readonly ArchivedPage[],
): ArchivePreviewResult {
  return {
    name,
    isArchived: true,
    pages: pages.flatMap(({ path, title, before, after, refusal }) =>
      refusal !== undefined || before === after
        ? []
        : [
            {
              uri: place.uriOf(path),
              title,
              exists: before !== undefined,
              ...(after !== undefined && { text: after }),
            },
          ],
    ),
    refusals: pages.flatMap(({ title, refusal }) =>
      refusal === undefined ? [] : [`Of ${title}: ${refusal}.`],
    ),
    warnings: pages.flatMap(({ title, warnings }) => warnings.map((one) => `Of ${title}: ${one}.`)),
  };
}
