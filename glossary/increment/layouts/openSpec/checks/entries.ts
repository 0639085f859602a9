/** What a delta, or a specification in force, says twice, or by halves. */

import type { FileChange } from "../../../../workspace/fileChange.ts";
import type { ReadPage } from "../../../index/view.ts";
import { conflictsIn } from "../conflicts.ts";
import type { HalfRename } from "../delta.ts";
import { flawsOf } from "../flaws.ts";
import type { Line } from "../lines.ts";
import { type Check, edited, linesBehind, mend, ownOf, told } from "./told.ts";
import { deltaFor, mainSpecFor } from "./version.ts";

export const saidTwice: Check = function* (page, view) {
  const at = ownOf(page, view);
  if (at?.own.kind === "main") {
    for (const { kind, name, span, first } of flawsOf(mainSpecFor(page, view)))
      if (kind === "twice" && first)
        yield told(span, `There is a requirement “${name}” above already: give one of them another name`, {
          related: [{ path: page.path, span: first, message: `“${name}” stands here, too` }],
        });
    return;
  }
  if (at?.own.kind !== "delta") return;
  for (const { kind, entry, other, sections, meant } of conflictsIn(deltaFor(page, view))) {
    const [section, beside] = sections;
    const related = [{ path: page.path, span: other.span, message: `“${other.name}” in ${beside}` }];
    if (kind === "old-name" && meant !== undefined)
      yield told(
        entry.span,
        `“${entry.name}” is renamed to “${meant}” in this delta: modify it by its new name`,
        {
          related,
          mends: () => mend(`Write “${meant}”`, edited(page, { span: entry.span, text: meant })),
        },
      );
    else
      yield told(
        entry.span,
        kind === "again"
          ? `“${entry.name}” is in ${section} twice: leave one of them`
          : kind === "new-name"
            ? `“${entry.name}” is added, and another requirement is renamed to that: choose another name`
            : `“${entry.name}” is in ${section} and in ${beside}: leave it in one of them`,
        { related },
      );
  }
};

export const halfRenames: Check = function* (page, view) {
  const at = ownOf(page, view);
  if (at?.own.kind !== "delta") return;
  const { halves, lines } = deltaFor(page, view);
  for (const half of halves) {
    const missing = half.side === "FROM" ? "TO" : "FROM";
    yield told(
      half.span,
      `The ${half.side} of “${half.name}” has no ${missing}, so that nothing is renamed: add the line “${missing}: \`### Requirement: …\`” ${missing === "TO" ? "behind" : "before"} it`,
      { mends: () => mend(`Add ${missing} to fill in`, otherHalf(page, lines, half, missing)) },
    );
  }
};

function otherHalf(page: ReadPage, lines: readonly Line[], half: HalfRename, missing: string): FileChange[] {
  const line = lines[half.line] as Line;
  const bullet = /^\s*(?:[-*+]\s+)?/.exec(line.text)?.[0] ?? "";
  const added = `${bullet}${missing}: \`### Requirement: …\``;
  return missing === "TO"
    ? edited(page, linesBehind(page, lines, half.line, [added]))
    : edited(page, { span: { start: line.start, end: line.start }, text: `${added}\n` });
}
