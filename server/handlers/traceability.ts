/** The rows of the traceability view with URIs, ranges and the words of the tests. */
import type { Span, Traceability } from "../../glossary/index.ts";
import { type Place, toRange } from "../convert.ts";
import type { TraceabilityResult, TraceNode, TraceWork } from "../protocol.ts";

type Story = Traceability["stories"][number];
type Criterion = Story["criteria"][number];

/** `textOf` gives what stands in a page; "" where it cannot be read. */
export function traceabilityOf(
  place: Place,
  { stories, folder, name, title, status, linked, naming }: Traceability,
  textOf: (path: string, span: Span) => string,
): TraceabilityResult {
  return {
    folder,
    name,
    title,
    status,
    linked,
    naming,
    stories: stories.map(({ story, criteria, tasks }) => ({
      ...(story && { story: { ...node(story), priority: story.priority } }),
      criteria: criteria.map((one) => ({
        ...node(one),
        key: one.key,
        storyKey: one.storyKey,
        work: one.work ?? "none",
        tasks: one.tasks.map(task),
        tests: one.tests.map(test),
      })),
      tasks: tasks.map(task),
    })),
  };

  function node({ id, title, path, span }: Pick<Criterion, "id" | "title" | "path" | "span">): TraceNode {
    const lines = place.snapshot.pages.get(path)?.lines ?? new Uint32Array(1);
    return { id, title: plain(title), uri: place.uriOf(path), range: toRange(lines, span) };
  }

  function task(one: Criterion["tasks"][number]): TraceNode & { work: TraceWork } {
    return { ...node(one), work: one.work === "unknown" ? "none" : one.work };
  }

  function test({ id, path, span, kind }: Criterion["tests"][number]): TraceNode {
    return node({ id, path, span, title: kind === "case" ? "" : textOf(path, span) });
  }
}

/** In UTF-16 units. */
const MOST = 240;

/** What something says, in one line, without markup. */
function plain(text: string): string {
  const line = text
    .slice(0, 4 * MOST)
    .replace(/\[([^[\]\n]*)\]\([^()\s]*\)/g, "$1")
    .replace(/[*`|]+|(?<!\w)_+|_+(?!\w)/g, "")
    .replace(/\r?\n[ \t>]*(?:[-+][ \t]+)?/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return line.length > MOST ? `${line.slice(0, line.lastIndexOf(" ", MOST))} …` : line;
}
